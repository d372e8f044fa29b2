-- One page of the reports that fit, in order of publication.
SELECT l.id, l.place, l.n_claims, l.n_parents, l.n_children, l.is_first, l.n_attributions
FROM ({reports} LIMIT :limit OFFSET :offset) m
JOIN report_list l ON l.place = m.place
ORDER BY l.place
