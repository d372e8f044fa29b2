SELECT l.id, c.outlet, c.n, c.n_first, o.id, o.voice, o.certainty
FROM claim_lanes c JOIN claim_looks l ON l.place = c.place LEFT JOIN origins o ON o.id = c.origin_id
WHERE c.place IN (SELECT value FROM json_each(:places)) ORDER BY c.place, c.n DESC, c.outlet, c.origin_id LIMIT :limit
