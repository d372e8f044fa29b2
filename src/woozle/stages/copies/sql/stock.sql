-- Prints that stand in at least three documents of one outlet, with their places.
with common as (
    select d.outlet, p.hash
    from prints p join documents d on d.id = p.document_id
    where d.outlet is not null
    group by d.outlet, p.hash
    having count(distinct p.document_id) >= 3
)
select p.document_id, p.position
from prints p
join documents d on d.id = p.document_id
join common c on c.outlet = d.outlet and c.hash = p.hash
