-- Steps of copying that end in some reports.
SELECT id, child_document_id, parent_document_id, parent_external, kind, direction, credited, score
FROM derivations WHERE child_document_id IN (SELECT value FROM json_each(:ids)) ORDER BY id LIMIT :limit
