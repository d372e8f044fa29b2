-- Statements with the words of one attribution in its report.
SELECT * FROM assertions WHERE document_id = :report AND attribution_id = :id ORDER BY id LIMIT :limit
