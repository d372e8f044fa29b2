SELECT count(*) FROM event_list WHERE (:type IS NULL OR type = :type)
