-- How many claims fit, counted up to a limit.
SELECT count(*) FROM ({matches} ORDER BY 1 LIMIT :most)
