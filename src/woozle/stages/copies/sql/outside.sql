-- Credits of names that no document of the pile has for its outlet.
select c.document_id, c.name, c.folded, c.words, c.is_told
from credited c
where not exists (select 1 from called a where a.is_alias and a.name = c.folded)
