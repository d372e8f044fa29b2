-- The days on which reports came out that are known to a day.
SELECT day FROM day_list ORDER BY day LIMIT :limit
