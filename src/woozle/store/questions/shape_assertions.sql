-- What a drawing of a claim needs of its assertions; at most so many, in the order in which the book keeps them. Which
-- they are is told from the index alone: a claim may have thousands, and whole rows would have to be sorted.
SELECT id, document_id, attribution_id, claim_id, origin_id, json_extract(spans, '$[0].start'), time_ids
FROM assertions WHERE rowid IN (SELECT rowid FROM assertions WHERE claim_id = :claim ORDER BY rowid LIMIT :each)
ORDER BY rowid
