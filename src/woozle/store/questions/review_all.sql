SELECT place, id, ask, kind, subject, left_id, right_id, n_claims, n_told, score, why
FROM review_list ORDER BY place
