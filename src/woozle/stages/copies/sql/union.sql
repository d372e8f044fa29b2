select distinct left_id, right_id from pairings
