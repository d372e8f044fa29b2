SELECT id, place, name, kind, n_reports, n_claims, n_said FROM name_list WHERE id = :id
