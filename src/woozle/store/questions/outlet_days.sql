-- Reports of some outlets by day; the empty day stands for those whose day is not known.
SELECT coalesce(outlet, ''), CASE WHEN julianday("end") - julianday(start) <= 1.00001 THEN substr(start, 1, 10)
  ELSE '' END AS day, count(*), sum(is_first)
FROM report_list WHERE coalesce(outlet, '') IN (SELECT value FROM json_each(:outlets)) GROUP BY 1, 2 ORDER BY 1, 2
