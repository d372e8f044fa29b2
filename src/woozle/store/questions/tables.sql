-- What pages list and count, made once after the rows of the record, so that no page has to read all of it.
-- Statements end with a semicolon at the end of a line. `look_weight` is woozle.toolbox.looks.weight.

CREATE INDEX "assertions_origin" ON "assertions" ("origin_id");
CREATE INDEX "mentions_entity" ON "mentions" ("entity_id");
CREATE INDEX "event_mentions_document" ON "event_mentions" ("document_id");
CREATE INDEX "event_mentions_event" ON "event_mentions" ("event_id");
CREATE INDEX "conflicts_left" ON "conflicts" ("left_claim_id");
CREATE INDEX "conflicts_right" ON "conflicts" ("right_claim_id");
CREATE INDEX "drifts_claim" ON "drifts" ("claim_id");
CREATE INDEX "derivations_child" ON "derivations" ("child_document_id");
CREATE INDEX "derivations_parent" ON "derivations" ("parent_document_id");
CREATE INDEX "passages_left" ON "passages" (json_extract("left", '$.document_id'));
CREATE INDEX "passages_right" ON "passages" (json_extract("right", '$.document_id'));
CREATE INDEX "origins_voice" ON "origins" (json_extract("voice", '$.entity_id'));
CREATE INDEX "problems_document" ON "problems" ("document_id");

-- Claims in the order in which they need a look; equal ones by reports, outlets, id, as in the one-file report.
CREATE TABLE claim_looks (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  weight INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  voices INTEGER NOT NULL,
  n_conflicts INTEGER NOT NULL,
  n_drifts INTEGER NOT NULL,
  is_alone INTEGER NOT NULL,
  first_seen TEXT,
  last_seen TEXT
);
INSERT INTO claim_looks
SELECT row_number() OVER (ORDER BY weight DESC, reports DESC, outlets DESC, id),
  id, weight, reports, best, n_conflicts, n_drifts,
  reports <= 1 AND n_conflicts = 0 AND n_drifts = 0, first_seen, last_seen
FROM (
  SELECT *, look_weight(reports, best, n_conflicts, n_drifts) AS weight FROM (
    SELECT c.id, c.reports, c.outlets, c.first_seen, c.last_seen, json_extract(c.voices, '$.best') AS best,
      (SELECT count(*) FROM conflicts x WHERE x.left_claim_id = c.id)
        + (SELECT count(*) FROM conflicts x WHERE x.right_claim_id = c.id AND x.left_claim_id <> c.id) AS n_conflicts,
      (SELECT count(*) FROM drifts x WHERE x.claim_id = c.id) AS n_drifts
    FROM claims c
  )
);
CREATE UNIQUE INDEX "claim_looks_id" ON "claim_looks" ("id");

-- A claim is found by every wording that a report gives it, not only by the one that stands for all.
-- Its row in the index of words is its place, so that what is found is in order and the first page stops early.
INSERT INTO search (rowid, kind, id, document_id, text)
SELECT l.place, 'claim', c.id, NULL, c.text || ' … ' || coalesce(
  (SELECT group_concat(json_extract(s.value, '$.text'), ' … ') FROM assertions a, json_each(a.spans) s
    WHERE a.claim_id = c.id), '')
FROM claim_looks l JOIN claims c ON c.id = l.id ORDER BY l.place;

-- Places as reports name them: one row a gazetteer entry, or a name where none is settled; most reports first.
-- Of the ways in which a name is written the last one by its letters stands for all: “Split” rather than “SPLIT”.
CREATE TEMP TABLE place_keys (id TEXT PRIMARY KEY, key TEXT, document_id TEXT, name TEXT) WITHOUT ROWID;
INSERT INTO place_keys
SELECT id, coalesce('g' || gazetteer_id, 'n' || lower(name)), document_id, name FROM places;
CREATE TEMP TABLE place_names AS SELECT key, max(name) AS name, min(id) AS id, count(DISTINCT document_id) AS n_reports
FROM place_keys GROUP BY key;
CREATE UNIQUE INDEX temp.place_names_key ON place_names (key);
CREATE TABLE place_list (
  place INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT,
  admin1 TEXT,
  latitude REAL,
  longitude REAL,
  precision TEXT,
  n_reports INTEGER NOT NULL
);
INSERT INTO place_list
SELECT row_number() OVER (ORDER BY n.n_reports DESC, n.name, n.id), n.name, p.country, p.admin1, p.latitude,
  p.longitude, p.precision, n.n_reports
FROM place_names n JOIN places p ON p.id = n.id;

-- What claims are filtered by. `claim_facets` is read both ways: the claims of a value, the values of a claim.
CREATE TEMP TABLE raw_facets (kind TEXT, value TEXT, label TEXT, place INTEGER);
INSERT INTO raw_facets SELECT 'standing', CASE is_alone WHEN 1 THEN 'one' ELSE 'several' END, NULL, place
FROM claim_looks;
INSERT INTO raw_facets SELECT 'voices', min(voices, 3), NULL, place FROM claim_looks;
INSERT INTO raw_facets SELECT 'day', substr(first_seen, 1, 10), NULL, place FROM claim_looks
WHERE first_seen IS NOT NULL;
INSERT INTO raw_facets SELECT 'conflict', 'none', NULL, place FROM claim_looks WHERE n_conflicts = 0;
INSERT INTO raw_facets SELECT 'conflict', x.kind, NULL, l.place
FROM conflicts x JOIN claim_looks l ON l.id IN (x.left_claim_id, x.right_claim_id);
INSERT INTO raw_facets SELECT DISTINCT 'stance', a.stance, NULL, l.place
FROM assertions a JOIN claim_looks l ON l.id = a.claim_id;
INSERT INTO raw_facets SELECT DISTINCT 'outlet', d.outlet, NULL, l.place
FROM assertions a JOIN claim_looks l ON l.id = a.claim_id JOIN documents d ON d.id = a.document_id
WHERE d.outlet IS NOT NULL;
INSERT INTO raw_facets SELECT DISTINCT 'actor', substr(e.id, 4, 16), e.name, l.place
FROM assertions a JOIN claim_looks l ON l.id = a.claim_id, json_each(a.actor_ids) x JOIN entities e ON e.id = x.value
WHERE NOT e.protected;
INSERT INTO raw_facets SELECT DISTINCT 'place', n.name, NULL, l.place
FROM assertions a JOIN claim_looks l ON l.id = a.claim_id, json_each(a.place_ids) x
JOIN place_keys k ON k.id = x.value JOIN place_names n ON n.key = k.key;
DROP TABLE place_keys;
DROP TABLE place_names;
INSERT INTO raw_facets
SELECT 'event', substr(e.id, 4, 16), e.type || coalesce(', ' || e.place, '') || coalesce(', ' || substr(e.time, 1, 10), ''), l.place
FROM claims c JOIN claim_looks l ON l.id = c.id JOIN events e ON e.id = c.event_id;
INSERT INTO raw_facets SELECT DISTINCT 'timed', 'yes', NULL, l.place
FROM assertions a JOIN claim_looks l ON l.id = a.claim_id WHERE a.time_ids <> '[]';

CREATE TABLE facet_values (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, n INTEGER NOT NULL
);
INSERT INTO facet_values
SELECT row_number() OVER (ORDER BY kind, value), kind, value, coalesce(max(label), value),
  count(DISTINCT CASE is_alone WHEN 0 THEN place END)
FROM raw_facets JOIN claim_looks USING (place) GROUP BY kind, value;
CREATE UNIQUE INDEX "facet_values_value" ON "facet_values" ("kind", "value");
CREATE INDEX "facet_values_n" ON "facet_values" ("kind", "n");
-- The commonest values of every kind, ranked: more of a kind are never shown together.
CREATE TABLE facet_tops (
  kind TEXT, rank INTEGER, value TEXT NOT NULL, label TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, rank)
) WITHOUT ROWID;
INSERT INTO facet_tops SELECT kind, rank, value, label, n FROM (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY n DESC, value) AS rank FROM facet_values WHERE n > 0
) WHERE rank <= 100;
CREATE TABLE claim_facets (facet INTEGER, place INTEGER, PRIMARY KEY (facet, place)) WITHOUT ROWID;
INSERT INTO claim_facets SELECT DISTINCT v.id, r.place FROM raw_facets r JOIN facet_values v USING (kind, value)
ORDER BY 1, 2;
CREATE INDEX "claim_facets_place" ON "claim_facets" ("place");
DROP TABLE raw_facets;

-- Reports in order of publication, the undated last. `is_first`: it went to a source itself, for some claim.
CREATE TEMP TABLE first_hand (origin_id TEXT, id TEXT, PRIMARY KEY (id, origin_id)) WITHOUT ROWID;
INSERT OR IGNORE INTO first_hand
SELECT o.id, a.document_id FROM origins o JOIN assertions a ON a.id = o.root_assertion_id WHERE o.certainty <> 'none';
INSERT OR IGNORE INTO first_hand
SELECT o.id, a.document_id FROM origins o JOIN assertions a ON a.origin_id = o.id
LEFT JOIN attributions s ON s.id = a.attribution_id
WHERE o.certainty <> 'none'
  AND NOT EXISTS (SELECT 1 FROM json_each(s.via) v WHERE json_extract(v.value, '$.kind') = 'outlet')
  AND NOT EXISTS (
    SELECT 1 FROM derivations d JOIN assertions b ON b.document_id = d.parent_document_id
    WHERE d.child_document_id = a.document_id AND b.origin_id = o.id
  );

-- The strokes of claims that are too many to be drawn one by one (61 reports or more): how many of each outlet lead
-- back to each voice, and how many of them went to it themselves.
CREATE TABLE claim_lanes (
  place INTEGER NOT NULL,
  outlet TEXT NOT NULL,
  origin_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  n_first INTEGER NOT NULL,
  PRIMARY KEY (place, outlet, origin_id)
) WITHOUT ROWID;
INSERT INTO claim_lanes
SELECT l.place, coalesce(d.outlet, ''), coalesce(a.origin_id, ''), count(DISTINCT a.document_id),
  count(DISTINCT CASE WHEN f.id IS NOT NULL THEN a.document_id END)
FROM claim_looks l JOIN assertions a ON a.claim_id = l.id JOIN documents d ON d.id = a.document_id
LEFT JOIN first_hand f ON f.id = a.document_id AND f.origin_id = a.origin_id
WHERE l.reports > 60 GROUP BY 1, 2, 3;

CREATE TABLE report_list (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  outlet TEXT,
  title TEXT,
  start TEXT,
  "end" TEXT,
  n_claims INTEGER NOT NULL,
  n_parents INTEGER NOT NULL,
  n_children INTEGER NOT NULL,
  is_first INTEGER NOT NULL,
  n_attributions INTEGER NOT NULL
);
INSERT INTO report_list
SELECT row_number() OVER (ORDER BY coalesce(start, "end") IS NULL, coalesce(start, "end"), coalesce("end", start),
    coalesce(outlet, 'Outlet not known'), id),
  id, outlet, title, start, "end",
  (SELECT count(DISTINCT a.claim_id) FROM assertions a WHERE a.document_id = d.id),
  (SELECT count(*) FROM derivations x WHERE x.child_document_id = d.id),
  (SELECT count(*) FROM derivations x WHERE x.parent_document_id = d.id),
  EXISTS (SELECT 1 FROM first_hand f WHERE f.id = d.id),
  (SELECT count(*) FROM attributions s WHERE s.document_id = d.id)
FROM (
  SELECT id, outlet, title, json_extract(published, '$.start') AS start, json_extract(published, '$.end') AS "end"
  FROM documents
) d;
CREATE UNIQUE INDEX "report_list_id" ON "report_list" ("id");
CREATE INDEX "report_list_outlet" ON "report_list" ("outlet", "place");
CREATE INDEX "report_list_day" ON "report_list" (substr(start, 1, 10), "place");
CREATE INDEX "report_list_linked" ON "report_list" ("place") WHERE n_parents + n_children > 0;
DROP TABLE first_hand;
-- Outlets by number of reports, the empty name for those that are not known; the days of those that took from
-- another or gave to one; and the days that reports are known to.
CREATE TABLE outlet_list (place INTEGER PRIMARY KEY, outlet TEXT NOT NULL, n INTEGER NOT NULL, n_first INTEGER NOT NULL);
INSERT INTO outlet_list SELECT row_number() OVER (ORDER BY n DESC, outlet), outlet, n, n_first FROM (
  SELECT coalesce(outlet, '') AS outlet, count(*) AS n, sum(is_first) AS n_first FROM report_list GROUP BY 1
);
CREATE TABLE linked_days (day TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO linked_days SELECT substr(start, 1, 10), count(*) FROM report_list
WHERE n_parents + n_children > 0 AND start IS NOT NULL GROUP BY 1;
CREATE TABLE day_list (day TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO day_list SELECT DISTINCT substr(start, 1, 10) FROM report_list
WHERE start IS NOT NULL AND "end" IS NOT NULL AND julianday("end") - julianday(start) <= 1.00001;

-- Reports stand in the index of words after the claims, in order of publication.
INSERT INTO search (rowid, kind, id, document_id, text)
SELECT (SELECT count(*) FROM claims) + l.place, 'document', d.id, d.id, coalesce(d.title || ' … ', '') || d.text
FROM report_list l JOIN documents d ON d.id = l.id ORDER BY l.place;

-- Names, those in most reports first.
CREATE TABLE name_list (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  n_reports INTEGER NOT NULL,
  n_claims INTEGER NOT NULL,
  n_said INTEGER NOT NULL
);
-- Counted table by table first: asked name by name, two thousand reports take ten seconds.
CREATE TEMP TABLE named_in AS SELECT entity_id AS id, count(DISTINCT document_id) AS n FROM mentions
WHERE entity_id IS NOT NULL GROUP BY entity_id;
CREATE TEMP TABLE acts_in AS SELECT v.value, count(*) AS n FROM facet_values v JOIN claim_facets c ON c.facet = v.id
WHERE v.kind = 'actor' GROUP BY v.id;
CREATE TEMP TABLE voice_of AS SELECT json_extract("voice", '$.entity_id') AS id, count(DISTINCT claim_id) AS n
FROM origins WHERE certainty <> 'none' GROUP BY 1;
CREATE UNIQUE INDEX temp.named_in_id ON named_in (id);
CREATE UNIQUE INDEX temp.acts_in_value ON acts_in (value);
CREATE UNIQUE INDEX temp.voice_of_id ON voice_of (id);
INSERT INTO name_list
SELECT row_number() OVER (ORDER BY n_reports DESC, n_claims DESC, name, id), * FROM (
  SELECT e.id, e.name, e.kind, coalesce(m.n, 0) AS n_reports, coalesce(a.n, 0) AS n_claims, coalesce(v.n, 0) AS n_said
  FROM entities e LEFT JOIN named_in m ON m.id = e.id LEFT JOIN acts_in a ON a.value = substr(e.id, 4, 16)
  LEFT JOIN voice_of v ON v.id = e.id
);
DROP TABLE named_in;
DROP TABLE acts_in;
DROP TABLE voice_of;
CREATE UNIQUE INDEX "name_list_id" ON "name_list" ("id");
CREATE INDEX "name_list_kind" ON "name_list" ("kind", "place");

-- How many reports the commonest names stand in together, by their places.
CREATE TABLE name_pairs (one INTEGER, other INTEGER, n INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TEMP TABLE named (document_id TEXT, place INTEGER, PRIMARY KEY (document_id, place)) WITHOUT ROWID;
INSERT OR IGNORE INTO named SELECT m.document_id, l.place FROM name_list l JOIN mentions m ON m.entity_id = l.id
WHERE l.id IN (
  SELECT id FROM name_list WHERE kind IN ('person', 'organisation', 'group', 'outlet') ORDER BY place LIMIT 48
);
INSERT INTO name_pairs SELECT a.place, b.place, count(*) FROM named a JOIN named b
ON b.document_id = a.document_id AND b.place > a.place GROUP BY 1, 2;
DROP TABLE named;

-- Events, the earliest first, those without a time last.
CREATE TABLE event_list (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  start TEXT,
  reports INTEGER NOT NULL
);
INSERT INTO event_list
SELECT row_number() OVER (ORDER BY time IS NULL, time, id), id, type, substr(time, 1, instr(time || '/', '/') - 1),
  reports
FROM events;
CREATE INDEX "event_list_type" ON "event_list" ("type", "place");

-- Which report an input became.
CREATE TABLE report_inputs (input TEXT PRIMARY KEY, document_id TEXT NOT NULL) WITHOUT ROWID;
INSERT OR IGNORE INTO report_inputs SELECT x.value, d.id FROM documents d, json_each(d.inputs) x ORDER BY d.id;

CREATE TABLE totals (name TEXT PRIMARY KEY, value);
INSERT INTO totals SELECT 'reports', count(*) FROM report_list;
INSERT INTO totals SELECT 'outlets', count(DISTINCT nullif(outlet, '')) FROM report_list;
INSERT INTO totals SELECT 'first_hand', coalesce(sum(is_first), 0) FROM report_list;
INSERT INTO totals SELECT 'linked', count(*) FROM report_list WHERE n_parents + n_children > 0;
INSERT INTO totals SELECT 'silent', count(*) FROM report_list WHERE n_attributions = 0;
INSERT INTO totals SELECT 'steps', count(*) FROM derivations;
INSERT INTO totals SELECT 'claims', count(*) FROM claim_looks;
INSERT INTO totals SELECT 'several', count(*) FROM claim_looks WHERE NOT is_alone;
INSERT INTO totals SELECT 'names', count(*) FROM name_list;
INSERT INTO totals SELECT 'places', count(*) FROM place_list;
INSERT INTO totals SELECT 'events', count(*) FROM event_list;
INSERT INTO totals SELECT 'first', min(coalesce(start, "end")) FROM report_list;
INSERT INTO totals SELECT 'last', max(coalesce("end", start)) FROM report_list;
INSERT INTO totals SELECT 'year', CAST(substr(start, 1, 4) AS INTEGER) FROM report_list WHERE start IS NOT NULL
ORDER BY start LIMIT 1 OFFSET (SELECT count(*) / 2 FROM report_list WHERE start IS NOT NULL);
INSERT INTO totals
SELECT 'voices', coalesce(sum(people), 0) FROM (
  SELECT max(coalesce(json_extract(voice, '$.people'), 1)) AS people FROM origins WHERE certainty IN ('sure', 'half')
  GROUP BY coalesce(json_extract(voice, '$.entity_id'), json_extract(voice, '$.name'), id)
);
INSERT INTO totals SELECT 'inputs_read', count(*) FROM report_inputs;
INSERT INTO totals
SELECT 'inputs_unread', count(DISTINCT input) FROM problems WHERE document_id IS NULL
AND input NOT IN (SELECT input FROM report_inputs);
INSERT INTO totals
SELECT 'key', (
  SELECT id FROM claim_looks WHERE reports > 1
  ORDER BY voices > 0 DESC, reports - voices DESC, id DESC LIMIT 1
);
