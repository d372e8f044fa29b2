-- The days on which reports came out that are known to a day.
SELECT DISTINCT substr(start, 1, 10) FROM report_list
WHERE start IS NOT NULL AND "end" IS NOT NULL AND julianday("end") - julianday(start) <= 1.00001
ORDER BY 1 LIMIT :limit
