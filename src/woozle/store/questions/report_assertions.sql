-- Those that begin in a part of a report, half-open.
SELECT * FROM assertions WHERE document_id = :id
AND json_extract(spans, '$[0].start') >= :low AND json_extract(spans, '$[0].start') < :high
ORDER BY json_extract(spans, '$[0].start'), id LIMIT :limit
