-- Pairs of documents that share a print. A print in many documents says little: each is compared with the first few only.
WITH ranked AS (
  SELECT document_id, hash,
         count(*) OVER (PARTITION BY hash) AS n,
         row_number() OVER (PARTITION BY hash ORDER BY document_id) AS place
  FROM prints
)
SELECT DISTINCT l.document_id AS left_id, r.document_id AS right_id
FROM ranked l JOIN ranked r ON l.hash = r.hash
WHERE l.document_id < r.document_id AND (l.n <= {cap} OR l.place <= {hubs})
