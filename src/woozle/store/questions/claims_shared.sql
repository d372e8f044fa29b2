-- Claims that two reports both tell, by what needs a look.
SELECT l.id, l.place, l.weight, l.reports, l.n_conflicts, l.n_drifts FROM claim_looks l WHERE l.id IN (
  SELECT a.claim_id FROM assertions a WHERE a.document_id = :one
  INTERSECT SELECT b.claim_id FROM assertions b WHERE b.document_id = :other
) ORDER BY l.place LIMIT :limit
