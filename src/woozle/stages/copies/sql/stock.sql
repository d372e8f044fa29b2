-- Prints that stand in at least three documents of one outlet, with their places.
with held as (
    select d.outlet, p.document_id, unnest(p.hashes) as hash, unnest(p.positions) as position
    from prints p join documents d on d.id = p.document_id
    where d.outlet is not null
),
common as (
    select outlet, hash from held group by outlet, hash having count(*) >= 3
)
select h.document_id, h.position
from held h
join common c on c.outlet = h.outlet and c.hash = h.hash
