-- Those of some claims and reports that the record has.
SELECT id FROM claims WHERE id IN (SELECT value FROM json_each(:ids))
UNION ALL SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(:ids))
