-- One page of places, those in most reports first; `settled`: 1 those with a point, 0 those without.
SELECT place, name, country, admin1, latitude, longitude, precision, n_reports FROM place_list
WHERE (latitude IS NOT NULL) = :settled ORDER BY place LIMIT :limit OFFSET :offset
