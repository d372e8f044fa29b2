-- The members of each group with their known terms.
select g.group_id, g.is_other, g.document_id, p.terms, p.counts, coalesce(p.n_pile, 0) as n_pile
from grouped g left join profiles p on p.document_id = g.document_id
