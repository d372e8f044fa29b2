-- What two reports share, whichever of them stands left.
SELECT * FROM passages
WHERE json_extract("left", '$.document_id') = :one AND json_extract("right", '$.document_id') = :other
UNION ALL
SELECT * FROM passages
WHERE json_extract("left", '$.document_id') = :other AND json_extract("right", '$.document_id') = :one
LIMIT :limit
