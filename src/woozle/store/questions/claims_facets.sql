-- The values that the first claims that fit have, each with the number of those claims.
SELECT v.kind, v.value, v.label, count(*) AS n
FROM ({matches} ORDER BY 1 LIMIT :most) m
JOIN claim_facets f ON f.place = m.place JOIN facet_values v ON v.id = f.facet
GROUP BY v.id ORDER BY v.kind, n DESC, v.value
