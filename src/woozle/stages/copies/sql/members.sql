-- The members of each group with all that their comparison reads.
with outlets as (select outlet, count(*) as n_outlet from documents where outlet is not null group by outlet)
select g.group_id, g.is_other, g.document_id, d.text, d.outlet, d.publisher_group, d.authors, d.published,
    p.terms, p.counts, coalesce(p.n_pile, 0) as n_pile, coalesce(o.n_outlet, 1) as n_outlet, s.positions as stock,
    n.document_id is not null as is_near, a.shared
from grouped g
join documents d on d.id = g.document_id
left join profiles p on p.document_id = g.document_id
left join stocks s on s.document_id = g.document_id
left join near n on n.group_id = g.group_id and n.document_id = g.document_id
left join aligned a on a.group_id = g.group_id and a.document_id = g.document_id
left join outlets o on o.outlet = d.outlet
