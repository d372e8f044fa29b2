-- What reports say of one claim, the earliest reports first.
SELECT a.* FROM assertions a JOIN report_list l ON l.id = a.document_id
WHERE a.claim_id = :claim ORDER BY l.place, a.id LIMIT :limit
