-- Credits of names that none of the child's parents in the pile has for its outlet. What stands in words copied from a
-- parent is the parent's credit, unless it speaks for the text as a whole.
select c.document_id, c.name, c.folded, c.words, c.form, c."start", c."end"
from credited c
where not exists (
    select 1 from found f join called a on a.document_id = f.parent_document_id
    where f.child_document_id = c.document_id and a.is_alias and a.name = c.folded
) and (c.form = 'wire' or not exists (
    select 1 from copied p
    where p."right".document_id = c.document_id and p.kind in ('verbatim', 'edited')
        and p."right"."start" <= c."start" and c."end" <= p."right"."end"
))
