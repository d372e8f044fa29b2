-- A document that names another's outlet or author, and the few documents of that outlet with which it shares most rare
-- terms; the same for a day on which its own outlet's report, or somebody's words in print, are said to have come out.
with named as (
    select distinct c.document_id as child_id, a.document_id as parent_id,
        case when c.name like '=day %' then c.name else coalesce(d.outlet, '') end as via
    from called c
    join called a on a.name = c.name and a.is_alias and not c.is_alias
    join documents d on d.id = a.document_id
    join documents e on e.id = c.document_id
    where d.id <> e.id and (d.outlet is distinct from e.outlet or c.name like '=own %')
),
common as (
    select n.child_id, n.parent_id, n.via, count(*) as n_shared
    from named n
    join rare x on x.document_id = n.child_id
    join rare y on y.document_id = n.parent_id and y.term = x.term
    group by n.child_id, n.parent_id, n.via
),
ranked as (
    select child_id, parent_id,
        row_number() over (partition by child_id, via order by n_shared desc, parent_id) as place
    from common
    where n_shared >= 2
)
select distinct least(child_id, parent_id) as left_id, greatest(child_id, parent_id) as right_id
from ranked where place <= $hubs
