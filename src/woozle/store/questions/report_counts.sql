SELECT place, n_claims, n_parents, n_children, is_first, n_attributions FROM report_list WHERE id = :id
