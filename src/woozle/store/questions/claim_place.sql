-- Where a claim stands by what needs a look, and what was counted for it.
SELECT id, place, weight, reports, n_conflicts, n_drifts FROM claim_looks WHERE id = :id
