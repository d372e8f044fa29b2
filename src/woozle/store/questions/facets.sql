-- The commonest values of every kind, over all claims in several reports.
SELECT kind, value, label, n FROM (
  SELECT kind, value, label, n, row_number() OVER (PARTITION BY kind ORDER BY n DESC, value) AS rank
  FROM facet_values WHERE n > 0
) WHERE rank <= :most ORDER BY kind, n DESC, value
