-- The members with what each was found to share with the head of its group.
select m.group_id, m.is_other, m.document_id, m.text, m.outlet, m.publisher_group, m.authors, m.published, m.terms,
    m.counts, m.n_pile, m.n_outlet, m.stock, m.is_near, true as is_aligned, a.shared
from members m left join aligned a on a.group_id = m.group_id and a.document_id = m.document_id
