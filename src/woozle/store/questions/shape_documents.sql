-- Reports without their text.
SELECT id, input, outlet, publisher_group, title, published, language, capture_sha256
FROM documents WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
