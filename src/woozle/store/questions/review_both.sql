-- Reports and outlets of two claims together.
SELECT count(DISTINCT d.id), count(DISTINCT coalesce(d.outlet, d.id))
FROM assertions a JOIN documents d ON d.id = a.document_id WHERE a.claim_id IN (:one, :other)
