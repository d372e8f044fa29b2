-- How many passages stand in reports of which none was made from the other.
SELECT count(*) FROM passages p
WHERE NOT EXISTS (
  SELECT 1 FROM derivations d
  WHERE d.child_document_id = json_extract(p."left", '$.document_id')
    AND d.parent_document_id = json_extract(p."right", '$.document_id')
) AND NOT EXISTS (
  SELECT 1 FROM derivations d
  WHERE d.child_document_id = json_extract(p."right", '$.document_id')
    AND d.parent_document_id = json_extract(p."left", '$.document_id')
)
