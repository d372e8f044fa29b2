SELECT id, claim_id, voice, occasion, certainty, root_assertion_id
FROM origins WHERE claim_id IN (SELECT value FROM json_each(:claims)) ORDER BY id LIMIT :limit
