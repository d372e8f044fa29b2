SELECT id FROM entities WHERE id >= :low AND id < :high ORDER BY id LIMIT 2
