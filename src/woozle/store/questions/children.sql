-- What was made from a report, the earliest first.
SELECT d.* FROM derivations d JOIN report_list l ON l.id = d.child_document_id
WHERE d.parent_document_id = :id ORDER BY l.place, d.id LIMIT :limit
