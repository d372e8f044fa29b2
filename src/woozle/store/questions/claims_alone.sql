SELECT id FROM claim_looks WHERE id IN (SELECT value FROM json_each(:ids)) AND is_alone
