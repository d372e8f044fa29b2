SELECT * FROM derivations WHERE child_document_id = :id ORDER BY id LIMIT :limit
