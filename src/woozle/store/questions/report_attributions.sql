-- Those whose content begins in a part of a report, half-open.
SELECT * FROM attributions WHERE document_id = :id
AND json_extract(content, '$[0].start') >= :low AND json_extract(content, '$[0].start') < :high
ORDER BY json_extract(content, '$[0].start'), id LIMIT :limit
