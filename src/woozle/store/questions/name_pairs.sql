-- Of the people and groups in most reports, those that stand together in reports.
SELECT one, other, n FROM name_pairs ORDER BY n DESC, one, other LIMIT 200
