-- The strokes of claims by outlet and origin, the largest of each claim first.
SELECT l.id, c.outlet, c.n, c.n_first, c.origin_id
FROM claim_lanes c JOIN claim_looks l ON l.place = c.place
WHERE c.place IN (SELECT value FROM json_each(:places)) ORDER BY c.place, c.n DESC, c.outlet, c.origin_id LIMIT :limit
