-- The commonest values that some claims have, each with the number of those claims; and of each kind what was chosen,
-- however few have it.
SELECT kind, value, label, n FROM (
  SELECT v.id, v.kind, v.value, v.label, f.n,
    row_number() OVER (PARTITION BY v.kind ORDER BY f.n DESC, v.value) AS rank
  FROM (
    SELECT facet, count(*) AS n FROM claim_facets WHERE place IN (SELECT value FROM json_each(:places)) GROUP BY facet
  ) f JOIN facet_values v ON v.id = f.facet
)
WHERE rank <= :each OR id IN (SELECT value FROM json_each(:facets)) ORDER BY kind, rank
