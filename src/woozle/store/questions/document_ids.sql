SELECT id FROM documents WHERE id >= :low AND id < :high ORDER BY id LIMIT 2
