-- Outlets by number of reports; the empty name stands for those that are not known.
SELECT coalesce(outlet, ''), count(*), sum(is_first) FROM report_list
GROUP BY coalesce(outlet, '') ORDER BY 2 DESC, 1 LIMIT :limit OFFSET :offset
