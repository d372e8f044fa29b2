-- Attributions that name somebody between source and report.
SELECT id, document_id, via FROM attributions
WHERE id IN (SELECT value FROM json_each(:ids)) AND via <> '[]' ORDER BY id
