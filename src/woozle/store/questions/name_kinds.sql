SELECT kind, count(*) FROM name_list GROUP BY kind ORDER BY 2 DESC, 1
