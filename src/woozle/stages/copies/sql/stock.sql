-- Places of prints that one outlet puts under several reports: its stock words.
WITH stock AS (
  SELECT d.outlet AS outlet, p.hash AS hash
  FROM prints p JOIN documents d ON d.id = p.document_id
  WHERE d.outlet IS NOT NULL
  GROUP BY d.outlet, p.hash
  HAVING count(DISTINCT p.document_id) >= 3
)
SELECT p.document_id AS document_id, p.position AS position
FROM prints p
JOIN documents d ON d.id = p.document_id
JOIN stock s ON s.outlet = d.outlet AND s.hash = p.hash
