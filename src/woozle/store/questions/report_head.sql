-- A report without its text and without the map to its bytes.
SELECT d.id, d.capture_sha256, d.input, d.inputs, d.outlet, d.publisher_group, d.title, d.authors, d.published,
  d.language, d.encoding, '' AS text, '[]' AS byte_map, d.not_before, d.published_day, d.url
FROM documents d WHERE d.id = :id
