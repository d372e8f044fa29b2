-- What people are asked about, made once after `tables.sql`. `near` holds pairs that the steps were not sure of; voices,
-- copies and attributions are looked up in the record itself. `question_id` hashes what is asked and about what.
-- Statements end with a semicolon at the end of a line.

-- What decisions in force speak of: each key, and each pair of keys with the claim, entity or statement it stands for
-- now, so that nothing is asked again under the name of another statement of the same claim.
CREATE TEMP TABLE ruled (kind TEXT, decision TEXT, key TEXT, home TEXT);
INSERT INTO ruled SELECT d.kind, d.id, k.value, CASE d.kind
  WHEN 'claim' THEN (SELECT a.claim_id FROM assertions a WHERE a.id = k.value)
  WHEN 'entity' THEN (SELECT m.entity_id FROM mentions m WHERE m.id = k.value) ELSE k.value END
FROM decisions d, json_each(d.keys) k WHERE d.undone_by IS NULL AND d.superseded_by IS NULL AND d.verdict <> 'undo';
CREATE INDEX temp.ruled_key ON ruled (kind, key);
CREATE TEMP TABLE ruled_pairs (kind TEXT, one TEXT, other TEXT, PRIMARY KEY (kind, one, other)) WITHOUT ROWID;
INSERT OR IGNORE INTO ruled_pairs SELECT r.kind, r.home, s.home FROM ruled r JOIN ruled s ON s.decision = r.decision
WHERE r.home <> s.home;

-- `told`: how often the claims that it bears on are told in all. `doubt`: how far from the mark, the least first.
CREATE TEMP TABLE asked (
  ask TEXT, kind TEXT, left_id TEXT, right_id TEXT, left_key TEXT, right_key TEXT, n_claims INTEGER, n_told INTEGER,
  doubt INTEGER, score INTEGER, why TEXT
);
-- Two claims that may be one: the one in more reports stands left.
INSERT INTO asked
SELECT 'claims', 'claim', l, r, l, r, 2, n, abs(score), score, why FROM (
  SELECT CASE WHEN c.reports >= e.reports THEN a.id ELSE b.id END AS l,
    CASE WHEN c.reports >= e.reports THEN b.id ELSE a.id END AS r, c.reports + e.reports AS n, x.score, x.why
  FROM near x JOIN assertions a ON a.id = x.left_id JOIN assertions b ON b.id = x.right_id
  JOIN claims c ON c.id = a.claim_id JOIN claims e ON e.id = b.claim_id
  WHERE x.kind = 'claims' AND c.id <> e.id
    AND NOT EXISTS (SELECT 1 FROM ruled_pairs p WHERE p.kind = 'claim' AND p.one = c.id AND p.other = e.id)
);
-- A statement that hangs loosely in its claim.
INSERT INTO asked
SELECT 'member', 'claim', b.id, a.id, b.id, a.id, 1, c.reports, abs(x.score), x.score, x.why
FROM near x JOIN assertions a ON a.id = x.left_id JOIN assertions b ON b.id = x.right_id JOIN claims c ON c.id = a.claim_id
WHERE x.kind = 'member' AND b.claim_id = c.id AND c.reports > 1
  AND NOT EXISTS (SELECT 1 FROM ruled k WHERE k.kind = 'claim' AND k.key = a.id);
-- How often the claims are told in all that an entity is a voice of: once for all, since voices have no index by entity.
CREATE TEMP TABLE voiced AS SELECT DISTINCT json_extract(voice, '$.entity_id') AS entity_id, claim_id FROM origins
WHERE certainty <> 'none' AND json_extract(voice, '$.entity_id') IS NOT NULL;
CREATE TEMP TABLE told_by AS SELECT v.entity_id, sum(c.reports) AS told FROM voiced v JOIN claims c ON c.id = v.claim_id
GROUP BY v.entity_id;
CREATE INDEX temp.told_by_entity ON told_by (entity_id);
-- The mention that stands for an entity in decisions: one that calls it by its name, the first by id.
CREATE TEMP TABLE heads (id TEXT PRIMARY KEY, key TEXT, n INTEGER, told INTEGER) WITHOUT ROWID;
INSERT OR IGNORE INTO heads SELECT id, coalesce(
    (SELECT min(m.id) FROM mentions m WHERE m.entity_id = e.id AND json_extract(m.span, '$.text') = e.name),
    (SELECT min(m.id) FROM mentions m WHERE m.entity_id = e.id)
  ), coalesce((SELECT n_said FROM name_list l WHERE l.id = e.id), 0), coalesce((SELECT told FROM told_by t WHERE t.entity_id = e.id), 0)
FROM entities e WHERE NOT e.protected AND e.id IN (
  SELECT left_id FROM near WHERE kind = 'names' UNION SELECT right_id FROM near WHERE kind IN ('name', 'names')
);
-- Two names that may be one.
INSERT INTO asked
SELECT 'names', 'entity', CASE WHEN a.told >= b.told THEN a.id ELSE b.id END,
  CASE WHEN a.told >= b.told THEN b.id ELSE a.id END, a.key, b.key, a.n + b.n, a.told + b.told, 100 - x.score, x.score, x.why
FROM near x JOIN heads a ON a.id = x.left_id JOIN heads b ON b.id = x.right_id
WHERE x.kind = 'names' AND a.key IS NOT NULL AND b.key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM ruled_pairs p WHERE p.kind = 'entity' AND p.one = a.id AND p.other = b.id);
-- Of each entity that a mention was put to, the first mention in each of two reports, by its name and otherwise: whatever
-- report a mention stands in, one of the two is another.
CREATE TEMP TABLE firsts AS SELECT entity_id, is_named, id, document_id FROM (
  SELECT *, row_number() OVER (PARTITION BY entity_id, is_named ORDER BY id) AS rank FROM (
    SELECT m.entity_id, json_extract(m.span, '$.text') = e.name AS is_named, min(m.id) AS id, m.document_id
    FROM mentions m JOIN entities e ON e.id = m.entity_id
    WHERE m.entity_id IN (SELECT right_id FROM near WHERE kind = 'name') GROUP BY 1, 2, 4
  )
) WHERE rank <= 2;
CREATE INDEX temp.firsts_entity ON firsts (entity_id, is_named);
-- A mention that was put to an entity by part of a name: held against one of another report.
INSERT INTO asked
SELECT 'name', 'entity', other, id, other, id, n, told, score, score, why FROM (
  SELECT m.id, h.n, h.told, x.score, x.why, coalesce(
      (SELECT min(o.id) FROM firsts o WHERE o.entity_id = e.id AND o.is_named AND o.document_id <> m.document_id),
      (SELECT min(o.id) FROM firsts o WHERE o.entity_id = e.id AND NOT o.is_named AND o.document_id <> m.document_id)
    ) AS other
  FROM near x JOIN mentions m ON m.id = x.left_id JOIN entities e ON e.id = m.entity_id JOIN heads h ON h.id = x.right_id
  WHERE x.kind = 'name' AND e.id = x.right_id AND NOT e.protected
    AND NOT EXISTS (SELECT 1 FROM ruled k WHERE k.kind = 'entity' AND k.key = m.id)
) WHERE other IS NOT NULL;
-- A copy that nobody owns up to, and of which the words alone are weak.
INSERT INTO asked
SELECT 'copy', 'copy', id, '', child_document_id, parent_document_id, n, told, grade, grade, direction FROM (
  SELECT d.id, d.child_document_id, d.parent_document_id, d.direction, count(c.id) AS n,
    CAST(round(100 * d.score) AS INTEGER) AS grade, coalesce(sum(c.reports), 0) AS told
  FROM derivations d LEFT JOIN claims c ON c.id IN (
      SELECT a.claim_id FROM assertions a WHERE a.document_id = d.child_document_id
      INTERSECT SELECT b.claim_id FROM assertions b WHERE b.document_id = d.parent_document_id
    )
  WHERE d.parent_document_id IS NOT NULL AND NOT d.credited
    AND (d.direction <> 'known' OR d.score < 0.6 OR d.kind IN ('paraphrase', 'quotation'))
  GROUP BY d.id
) x WHERE NOT EXISTS (SELECT 1 FROM ruled k JOIN ruled l ON l.decision = k.decision
  WHERE k.kind = 'copy' AND k.key = x.child_document_id AND l.key = x.parent_document_id);
-- Voices of claims whose count is a range. Who is named is held against the surest of the others; who is not named is
-- never held against a name, since that would guess who it is: there the question is only whether it is one more.
CREATE TEMP TABLE ranged AS SELECT o.id, o.claim_id, o.certainty, c.reports, json_extract(o.voice, '$.kind') AS kind,
  lower(coalesce(json_extract(o.voice, '$.entity_id'), json_extract(o.voice, '$.name'))) AS name,
  json_extract(o.voice, '$.kind') = 'anonymous'
    OR (json_extract(o.voice, '$.name') IS NULL AND json_extract(o.voice, '$.kind') <> 'own_reporting') AS is_unnamed,
  json_array_length(o.assertion_ids) AS n, coalesce(o.root_assertion_id, json_extract(o.assertion_ids, '$[0]')) AS key,
  json_extract(c.voices, '$.low') < json_extract(c.voices, '$.best') AS is_low,
  json_extract(c.voices, '$.best') < json_extract(c.voices, '$.high') AS is_high
FROM claims c JOIN origins o ON o.claim_id = c.id
WHERE c.reports > 1 AND json_extract(c.voices, '$.low') < json_extract(c.voices, '$.high');
CREATE INDEX temp.ranged_claim ON ranged (claim_id);
CREATE TEMP TABLE surest AS SELECT *, row_number() OVER (
  PARTITION BY claim_id ORDER BY certainty = 'sure' DESC, is_unnamed, n DESC, id) AS rank
FROM ranged WHERE certainty IN ('sure', 'half');
CREATE INDEX temp.surest_claim ON surest (claim_id, rank);
INSERT INTO asked
SELECT 'voices', 'origin', s.id, o.id, s.key, o.key, 1, o.reports, o.certainty = 'may', 0, o.certainty
FROM ranged o JOIN surest s ON s.claim_id = o.claim_id AND s.rank = 1
WHERE o.id <> s.id AND NOT o.is_unnamed AND NOT s.is_unnamed AND (o.kind <> s.kind OR o.name IS NOT s.name)
  AND ((o.certainty = 'half' AND o.is_low) OR (o.certainty = 'may' AND o.is_high))
  AND NOT EXISTS (SELECT 1 FROM ruled k WHERE k.kind = 'origin' AND k.key = o.key);
INSERT INTO asked
SELECT 'voice', 'origin', o.id, '', o.key, '', 1, o.reports, o.certainty = 'half', 0, o.certainty
FROM ranged o LEFT JOIN surest s ON s.claim_id = o.claim_id AND s.rank = 1
WHERE (o.is_unnamed OR s.id IS NULL OR s.is_unnamed) AND (s.id IS NULL OR o.id <> s.id)
  AND ((o.certainty = 'half' AND o.is_low) OR (o.certainty = 'may' AND o.is_high))
  AND NOT EXISTS (SELECT 1 FROM ruled k WHERE k.kind = 'origin' AND k.key = o.key);
-- Words put into the mouth of somebody whom the program found no name for.
CREATE TEMP TABLE said_in AS SELECT a.attribution_id AS id, count(DISTINCT c.id) AS n, sum(c.reports) AS told
FROM assertions a JOIN claims c ON c.id = a.claim_id
WHERE a.attribution_id IS NOT NULL AND c.reports > 1 GROUP BY a.attribution_id;
INSERT INTO asked
SELECT 'attribution', 'attribution', s.id, '', s.id, '', x.n, x.told, 0, 0, ''
FROM said_in x JOIN attributions s ON s.id = x.id WHERE s.source IS NOT NULL AND s.source_entity_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM ruled k WHERE k.kind = 'attribution' AND k.key = s.id);

-- The questions in the order in which they are asked: those that bear on most claims, then on those told most often,
-- then those nearest to the mark. Of each kind the first 400 are kept; `totals` says how many there were.
CREATE TABLE review_list (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  ask TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  left_id TEXT NOT NULL,
  right_id TEXT NOT NULL,
  n_claims INTEGER NOT NULL,
  n_told INTEGER NOT NULL,
  score INTEGER NOT NULL,
  why TEXT NOT NULL
);
-- What is asked in two ways about the same rows is asked once.
CREATE TEMP TABLE once AS SELECT *, min(doubt), kind || ' ' || CASE WHEN right_key = '' THEN left_key ELSE
  min(left_key, right_key) || ' ' || max(left_key, right_key) END AS subject
FROM asked GROUP BY subject;
INSERT INTO review_list
SELECT row_number() OVER (ORDER BY n_claims DESC, n_told DESC, doubt, subject), question_id(ask, subject), ask, kind,
  subject, left_id, right_id, n_claims, n_told, score, why
FROM (
  SELECT *, row_number() OVER (PARTITION BY ask ORDER BY n_claims DESC, n_told DESC, doubt, subject) AS at FROM once
) WHERE at <= 400;
CREATE UNIQUE INDEX "review_list_id" ON "review_list" ("id");
INSERT INTO totals SELECT 'ask_' || ask, count(*) FROM once GROUP BY ask;
DROP TABLE once;
DROP TABLE ruled;
DROP TABLE ruled_pairs;
DROP TABLE asked;
DROP TABLE voiced;
DROP TABLE told_by;
DROP TABLE firsts;
DROP TABLE heads;
DROP TABLE ranged;
DROP TABLE surest;
DROP TABLE said_in;
