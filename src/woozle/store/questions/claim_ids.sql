-- Ids of claims that begin so; two are enough to know that it is not one.
SELECT id FROM claims WHERE id >= :low AND id < :high ORDER BY id LIMIT 2
