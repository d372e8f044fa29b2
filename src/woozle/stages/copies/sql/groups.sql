-- Each document that is the left one of a pair, once as the head of a group, and the documents it is compared with.
select distinct left_id as group_id, false as is_other, left_id as document_id from pairings
union all
select left_id, true, right_id from pairings
