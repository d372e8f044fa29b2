SELECT id FROM report_list WHERE id IN (SELECT value FROM json_each(:ids)) AND is_first
