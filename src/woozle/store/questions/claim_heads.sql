-- Claims without their lists of assertions.
SELECT id, text, '[]' AS assertion_ids, event_id, reports, outlets, occasions, voices, first_seen, last_seen, reasons
FROM claims WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id
