SELECT count(*) FROM name_list
WHERE kind IN (SELECT value FROM json_each(:kinds)) AND (:words IS NULL OR instr(lower(name), :words) > 0)
