SELECT count(*) FROM problems p
WHERE (p.document_id IS NULL AND NOT EXISTS (SELECT 1 FROM report_inputs i WHERE i.input = p.input)) = :unread
