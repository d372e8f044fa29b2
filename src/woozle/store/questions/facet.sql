SELECT id, label, n FROM facet_values WHERE kind = :kind AND value = :value
