SELECT * FROM drifts WHERE claim_id IN (SELECT value FROM json_each(:claims)) ORDER BY id LIMIT :limit
