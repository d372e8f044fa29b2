-- How many reports were read with a remark.
SELECT count(DISTINCT coalesce(p.document_id, i.document_id)) FROM problems p
LEFT JOIN report_inputs i ON i.input = p.input WHERE p.document_id IS NOT NULL OR i.document_id IS NOT NULL
