-- Names that stand in the same reports as one, counted over the first of its reports.
SELECT l.id, l.place, l.name, l.kind, count(DISTINCT m.document_id) AS n
FROM (SELECT DISTINCT document_id FROM mentions WHERE entity_id = :id LIMIT :most) d
JOIN mentions m ON m.document_id = d.document_id JOIN name_list l ON l.id = m.entity_id
WHERE m.entity_id <> :id GROUP BY l.id ORDER BY n DESC, l.place LIMIT :limit
