-- For each document that is the left one of a pair: itself, and all it is compared with.
WITH asked AS (
  SELECT DISTINCT left_id AS group_id, false AS is_other, left_id AS document_id FROM pairs
  UNION ALL
  SELECT left_id AS group_id, true AS is_other, right_id AS document_id FROM pairs
)
SELECT a.group_id AS group_id, a.is_other AS is_other, a.document_id AS document_id, d.text AS text, d.outlet AS outlet,
       d.publisher_group AS publisher_group, d.published AS published, s.positions AS stock
FROM asked a
JOIN documents d ON d.id = a.document_id
LEFT JOIN stock s ON s.document_id = a.document_id
