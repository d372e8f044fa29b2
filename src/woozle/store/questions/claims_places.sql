-- The places of the first claims that fit.
{matches} ORDER BY 1 LIMIT :most
