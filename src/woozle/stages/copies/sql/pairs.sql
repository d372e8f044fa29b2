-- Pairs of documents that share a print. A print in more than $cap documents says little: each of its holders is
-- compared with the $hubs that came out first.
with held as (
    select distinct p.hash, p.document_id, coalesce(d.published."start", '9999') as came_out
    from prints p join documents d on d.id = p.document_id
),
ranked as (
    select hash, document_id,
        row_number() over (partition by hash order by came_out, document_id) as place,
        count(*) over (partition by hash) as n
    from held
)
select distinct least(a.document_id, b.document_id) as left_id, greatest(a.document_id, b.document_id) as right_id
from ranked a join ranked b on a.hash = b.hash and a.place < b.place
where a.n <= $cap or a.place <= $hubs
