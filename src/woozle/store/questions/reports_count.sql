SELECT count(*) FROM ({reports} ORDER BY 1 LIMIT :most)
