-- What reports say of one claim, the earliest reports first. Whole rows are fetched only of those that are shown; ids of
-- assertions are in the order of their rows.
SELECT a.* FROM assertions a JOIN report_list l ON l.id = a.document_id WHERE a.rowid IN (
  SELECT a.rowid FROM assertions a JOIN report_list l ON l.id = a.document_id
  WHERE a.claim_id = :claim ORDER BY l.place, a.rowid LIMIT :limit
) ORDER BY l.place, a.id
