-- The terms of documents that no more than $most documents have.
with pile as (select count(*) as n_pile from documents),
held as (select document_id, unnest(terms) as term from terms),
counted as (select term, count(*) as n_documents from held group by term)
select t.document_id, t.term, c.n_documents, p.n_pile
from held t join counted c on c.term = t.term cross join pile p
where c.n_documents <= $most
