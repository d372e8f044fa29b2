SELECT type, count(*) FROM event_list GROUP BY type ORDER BY 2 DESC, 1 LIMIT 40
