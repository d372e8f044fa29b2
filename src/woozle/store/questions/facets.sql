-- The commonest values of every kind, over all claims in several reports; a hundred of each are kept.
SELECT kind, value, label, n FROM facet_tops WHERE rank <= :most ORDER BY kind, rank
