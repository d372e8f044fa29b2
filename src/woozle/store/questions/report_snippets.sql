-- The words that were searched for, where they stand; marked by two characters that no text holds.
SELECT rowid - (SELECT value FROM totals WHERE name = 'claims'), snippet(search, 3, char(57344), char(57345), ' … ', 18)
FROM search WHERE search MATCH :words
AND rowid IN (SELECT value + (SELECT t.value FROM totals t WHERE t.name = 'claims') FROM json_each(:places))
