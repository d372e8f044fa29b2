-- One page of events, the earliest first; of one type where it is given.
SELECT e.* FROM event_list l JOIN events e ON e.id = l.id
WHERE (:type IS NULL OR l.type = :type) ORDER BY l.place LIMIT :limit OFFSET :offset
