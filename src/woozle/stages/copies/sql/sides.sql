-- What `aligned` reads of the members of each group: nothing that hangs on what else the pile holds, but for stock words
-- and who is near.
select g.group_id, g.is_other, g.document_id, d.text, d.outlet, d.publisher_group, d.published, s.positions as stock,
    n.document_id is not null as is_near
from grouped g
join documents d on d.id = g.document_id
left join stocks s on s.document_id = g.document_id
left join near n on n.group_id = g.group_id and n.document_id = g.document_id
