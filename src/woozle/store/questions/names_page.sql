-- One page of names, those in most reports first; of some kinds; with some words in the name, where they are given.
SELECT id, place, name, kind, n_reports, n_claims, n_said FROM name_list
WHERE kind IN (SELECT value FROM json_each(:kinds)) AND (:words IS NULL OR instr(lower(name), :words) > 0)
ORDER BY place LIMIT :limit OFFSET :offset
