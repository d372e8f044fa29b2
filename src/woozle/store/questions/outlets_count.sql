SELECT count(*) FROM outlet_list
