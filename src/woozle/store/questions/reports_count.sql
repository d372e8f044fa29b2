SELECT count(*) FROM ({reports} LIMIT :most)
