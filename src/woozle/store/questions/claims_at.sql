-- Claims by their places.
SELECT id, place, weight, reports, n_conflicts, n_drifts FROM claim_looks
WHERE place IN (SELECT value FROM json_each(:places)) ORDER BY place
