-- What a drawing of claims needs of their assertions.
SELECT id, document_id, attribution_id, claim_id, origin_id, json_extract(spans, '$[0].start'), time_ids
FROM assertions WHERE claim_id IN (SELECT value FROM json_each(:claims)) ORDER BY id LIMIT :limit
