-- Each document that is the left one of a pair, once as the head of a group, and the documents it is compared with.
with wanted as (
    select distinct left_id as group_id, false as is_other, left_id as document_id from pairings
    union all
    select left_id, true, right_id from pairings
),
outlets as (select outlet, count(*) as n_outlet from documents where outlet is not null group by outlet)
select w.group_id, w.is_other, w.document_id, d.text, d.outlet, d.publisher_group, d.authors, d.published,
    p.terms, p.counts, coalesce(p.n_pile, 0) as n_pile, coalesce(o.n_outlet, 1) as n_outlet, s.positions as stock
from wanted w
join documents d on d.id = w.document_id
left join profiles p on p.document_id = w.document_id
left join stocks s on s.document_id = w.document_id
left join outlets o on o.outlet = d.outlet
