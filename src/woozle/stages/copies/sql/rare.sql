-- Those of the known terms that are rare: in no more than a quarter of the pile.
select document_id, term, n_documents, n_pile from known where n_documents <= 3 or 4 * n_documents <= n_pile
