-- The reports next to some: what they were made from and what was made from them.
SELECT parent_document_id FROM derivations
WHERE child_document_id IN (SELECT value FROM json_each(:ids)) AND parent_document_id IS NOT NULL
UNION SELECT child_document_id FROM derivations WHERE parent_document_id IN (SELECT value FROM json_each(:ids))
LIMIT :limit
