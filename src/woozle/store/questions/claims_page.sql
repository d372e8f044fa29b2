-- One page of the claims that fit, by what needs a look.
SELECT l.id, l.place, l.weight, l.reports, l.n_conflicts, l.n_drifts
FROM ({matches} ORDER BY 1 LIMIT :limit OFFSET :offset) m
JOIN claim_looks l ON l.place = m.place
ORDER BY l.place
