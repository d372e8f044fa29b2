SELECT id FROM events WHERE id >= :low AND id < :high ORDER BY id LIMIT 2
