SELECT id, voice, certainty FROM origins WHERE id IN (SELECT value FROM json_each(:ids))
