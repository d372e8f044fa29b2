SELECT count(*) FROM (SELECT place FROM ({reports}) LIMIT :most)
