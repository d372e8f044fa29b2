-- Reports that fit, in order of publication.
SELECT l.id FROM ({reports} LIMIT :limit OFFSET :offset) m
JOIN report_list l ON l.place = m.place ORDER BY l.place
