-- Days on which reports came out that took from another or gave to one.
SELECT substr(start, 1, 10) AS day, count(*) FROM report_list
WHERE n_parents + n_children > 0 AND start IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT :limit
