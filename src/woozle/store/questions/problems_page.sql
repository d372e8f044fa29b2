-- What was not read (`unread` 1), or read with a remark (0).
SELECT p.id, p.input, p.document_id, p.step, p.kind, p.message FROM problems p
WHERE (p.document_id IS NULL AND NOT EXISTS (SELECT 1 FROM report_inputs i WHERE i.input = p.input)) = :unread
ORDER BY p.input, p.kind, p.id LIMIT :limit OFFSET :offset
