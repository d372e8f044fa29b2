-- Texts that are short enough to be read whole; of longer ones only that they are.
SELECT id, CASE WHEN length(text) <= :most THEN text END
FROM documents WHERE id IN (SELECT value FROM json_each(:ids))
