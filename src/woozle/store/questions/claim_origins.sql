SELECT * FROM origins WHERE claim_id = :claim ORDER BY id LIMIT :limit
