-- What `align` reads of the members of each group: nothing that hangs on what else the pile holds, but for stock words.
select m.group_id, m.is_other, m.document_id, m.text, m.outlet, m.publisher_group, m.published, m.stock, m.is_near
from members m
