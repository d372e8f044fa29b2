-- Claims that a name stands behind as a voice, by what needs a look.
SELECT DISTINCT l.id, l.place, l.weight, l.reports, l.n_conflicts, l.n_drifts
FROM origins o JOIN claim_looks l ON l.id = o.claim_id
WHERE json_extract(o."voice", '$.entity_id') = :id AND o.certainty <> 'none' ORDER BY l.place LIMIT :limit
