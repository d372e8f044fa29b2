-- One page in another order, among the first claims that fit by what needs a look.
SELECT l.id, l.place, l.weight, l.reports, l.n_conflicts, l.n_drifts
FROM ({matches} ORDER BY 1 LIMIT :most) m
JOIN claim_looks l ON l.place = m.place
ORDER BY CASE :sort
  WHEN 'reports' THEN -1000 * l.reports / max(l.voices, 1)
  WHEN 'voices' THEN -1000 * l.voices
  END,
  CASE :sort WHEN 'last' THEN l.last_seen END DESC,
  l.place
LIMIT :limit OFFSET :offset
