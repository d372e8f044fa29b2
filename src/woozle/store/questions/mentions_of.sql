-- A mention of a name in each of a few reports.
SELECT * FROM mentions WHERE id IN (
  SELECT min(id) FROM mentions WHERE entity_id = :id GROUP BY document_id ORDER BY 1 LIMIT :limit
) ORDER BY id
