-- Those that stand in a part of a report, half-open.
SELECT * FROM quantities WHERE document_id = :id
AND json_extract(span, '$.start') < :high AND json_extract(span, '$.end') > :low
ORDER BY json_extract(span, '$.start'), id LIMIT :limit
