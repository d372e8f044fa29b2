SELECT count(*) FROM (SELECT DISTINCT coalesce(outlet, '') FROM report_list)
