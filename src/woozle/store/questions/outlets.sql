-- Outlets by number of reports; the empty name stands for those that are not known.
SELECT outlet, n, n_first FROM outlet_list ORDER BY place LIMIT :limit OFFSET :offset
