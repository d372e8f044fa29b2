-- The documents, those that print no year with the day that other reports told.
select d.id, d.capture_sha256, d.input, d.inputs, d.outlet, d.publisher_group, d.title, d.authors,
    coalesce(g.published, d.published) as published, d.language, d.encoding, d.text, d.byte_map, d.not_before,
    d.published_day, d.url
from documents d
left join datings g on g.document_id = d.id
