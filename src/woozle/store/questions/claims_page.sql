-- One page of the claims that fit, by what needs a look.
SELECT l.id, l.place, l.weight, l.reports, l.n_conflicts, l.n_drifts
FROM (SELECT place FROM ({matches}) ORDER BY place LIMIT :limit OFFSET :offset) m
JOIN claim_looks l ON l.place = m.place
ORDER BY l.place
