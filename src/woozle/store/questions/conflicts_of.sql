SELECT * FROM conflicts WHERE left_claim_id IN (SELECT value FROM json_each(:claims))
UNION SELECT * FROM conflicts WHERE right_claim_id IN (SELECT value FROM json_each(:claims))
ORDER BY id LIMIT :limit
