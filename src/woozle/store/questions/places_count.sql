SELECT count(*) FROM place_list WHERE (latitude IS NOT NULL) = :settled
