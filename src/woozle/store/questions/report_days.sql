-- Days on which reports came out that took from another or gave to one.
SELECT day, n FROM linked_days ORDER BY day LIMIT :limit
