SELECT input, document_id FROM report_inputs WHERE input IN (SELECT value FROM json_each(:inputs))
