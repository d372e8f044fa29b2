-- How many claims fit, counted up to a limit.
SELECT count(*) FROM (SELECT place FROM ({matches}) LIMIT :most)
