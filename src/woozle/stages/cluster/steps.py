"""Wires the cluster step (assertions in, the claims they belong to out) and the step of conflicts behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from woozle.model.records import ClaimMember, Conflict
from woozle.model.tables import ClaimLink
from woozle.model.values import Reason
from woozle.stages.cluster.candidates import Reach, Weighed, Word, find_candidates, find_weights, words
from woozle.stages.cluster.clashes import Clash, conflict
from woozle.stages.cluster.grouping import Grouped, group
from woozle.stages.cluster.pairs import Link, link
from woozle.stages.cluster.sides import Pair
from woozle.stages.cluster.statements import Statement, statements
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.link.bundle import BEARER_TABLES, BEARERS, PART_TABLES, Bearer, Part, parts


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """When statements are one claim.

    Attributes:
        least_mean: log-odds, in hundredths, that two groups must reach on average over all pairs to be one claim.
        meaning_up_to: statements from which on words alone are compared: meaning is held against every other.
        nearest: how many others each statement is compared with for its meaning.
        least_meaning: thousandths of likeness in meaning below which it brings nothing together.
    """

    least_mean: int = -50
    meaning_up_to: int = 20_000
    nearest: int = 12
    least_meaning: int = 300


@dataclass(frozen=True, slots=True)
class ConflictSettings:
    """Nothing to set yet."""


_PAIRS = """
WITH totals AS (
  SELECT w.id AS id, sum(g.weight) AS total
  FROM words w JOIN weights g ON g.word = w.word WHERE NOT w.is_near GROUP BY w.id
), common AS (
  SELECT c.left_id AS left_id, c.right_id AS right_id,
         sum(CASE WHEN NOT l.is_near AND NOT r.is_near THEN g.weight ELSE 0 END) AS shared,
         sum(CASE WHEN l.is_near <> r.is_near THEN g.weight ELSE 0 END) AS shared_near,
         sum(CASE WHEN l.is_near AND r.is_near THEN g.weight ELSE 0 END) AS shared_around
  FROM candidates c JOIN words l ON l.id = c.left_id JOIN words r ON r.id = c.right_id AND r.word = l.word
  JOIN weights g ON g.word = l.word
  GROUP BY c.left_id, c.right_id
)
SELECT c.left_id AS left_id, c.right_id AS right_id,
       l.document_id AS left_document, r.document_id AS right_document, l.day AS left_day, r.day AS right_day,
       l.words AS left_words, r.words AS right_words, l.figures AS left_figures, r.figures AS right_figures,
       l.times AS left_times, r.times AS right_times, l.is_negated AS left_negated, r.is_negated AS right_negated,
       l.is_denied AS left_denied, r.is_denied AS right_denied, l.voice AS left_voice, r.voice AS right_voice,
       l.is_retraction AS left_retracts, r.is_retraction AS right_retracts,
       l.verbs AS left_verbs, r.verbs AS right_verbs,
       coalesce(a.total, 0) AS left_total, coalesce(b.total, 0) AS right_total,
       coalesce(m.shared, 0) AS shared, coalesce(m.shared_near, 0) AS shared_near,
       coalesce(m.shared_around, 0) AS shared_around,
       c.overlap AS overlap, c.passage AS passage, c.is_kin AS is_kin, c.meaning AS meaning
FROM candidates c
JOIN statements l ON l.id = c.left_id JOIN statements r ON r.id = c.right_id
LEFT JOIN common m ON m.left_id = c.left_id AND m.right_id = c.right_id
LEFT JOIN totals a ON a.id = c.left_id LEFT JOIN totals b ON b.id = c.right_id
"""

# Who denies or takes back means one thing: of all that it could mean the most alike.
_CLASHES = """
WITH told AS (
  SELECT k.*, max(k.score) OVER (PARTITION BY k.against) AS best
  FROM links k WHERE k.conflict IS NOT NULL
)
SELECT least(l.claim_id, r.claim_id) AS left_claim_id, greatest(l.claim_id, r.claim_id) AS right_claim_id,
       k.conflict AS kind, k.score AS score, k.words AS words, k.left_id AS left_id, k.right_id AS right_id
FROM told k JOIN members l ON l.id = k.left_id JOIN members r ON r.id = k.right_id
WHERE l.claim_id <> r.claim_id AND (k.against = '' OR k.score = k.best)
"""


def alone(rows: Sequence[Statement]) -> Iterable[Link]:
    """One row for every statement, so that those without a link are grouped too; earlier reports rank first."""
    for row in rows:
        order = f"{row.day or '9999'} {row.document_id} {row.start:09d}"
        yield Link(row.id, row.id, 0, False, None, None, "", "", " ".join(row.text.split()), order)


_BECAUSE = {
    "alone": "no other report says this in words like these",
    "passage": "its words lie in a passage that two reports share",
    "words": "it shares words with another statement",
}


def members(rows: Sequence[Grouped]) -> Iterable[ClaimMember]:
    """Which claim each assertion belongs to, and why."""
    for row in rows:
        reason = Reason(_BECAUSE[row.because], row.words, row.score / 1000)
        yield ClaimMember(row.id, row.claim_id, row.score / 1000, (reason,))


def claim_links(rows: Sequence[Link]) -> Iterable[ClaimLink]:
    """Links as other rooms read them."""
    for row in rows:
        both = (row.left_id, row.right_id)
        yield ClaimLink(" ".join(both), *both, row.score, row.clash, row.conflict, row.against, row.words, row.order)


def cluster(engine: Engine, tables: Mapping[str, Table[Any]], settings: ClusterSettings) -> Mapping[str, Table[Any]]:
    """Statements of each document, pairs that share rare words or a passage, groups of those that fit."""
    bearers = engine.sql(BEARERS, Bearer, **{name: tables[name] for name in BEARER_TABLES})
    every = engine.union(
        Part, *(engine.map(tables[name], parts, Part) for name in PART_TABLES), engine.map(bearers, parts, Part)
    )
    said = engine.keep(engine.map_groups(every, ("document_id",), statements, Statement, order=("id",)))
    spoken = engine.keep(engine.map(said, words, Word))
    weights = engine.keep(find_weights(engine, spoken))
    reach = Reach(settings.meaning_up_to, settings.nearest, settings.least_meaning)
    candidates = find_candidates(engine, said, Weighed(spoken, weights), dict(tables), reach)
    pairs = engine.sql(_PAIRS, Pair, candidates=candidates, statements=said, words=spoken, weights=weights)
    links = engine.keep(engine.union(Link, engine.map(pairs, link, Link), engine.map(said, alone, Link)))
    one_pass = partial(group, least_mean=settings.least_mean)
    grouped = engine.keep(engine.map_groups(links, (), one_pass, Grouped, order=("left_id", "right_id")))
    return {
        "claim_members": engine.map(grouped, members, ClaimMember),
        "claim_links": engine.map(links, claim_links, ClaimLink),
    }


def conflicts(engine: Engine, tables: Mapping[str, Table[Any]], settings: ConflictSettings) -> Mapping[str, Table[Any]]:
    """Claims, as people decided them, of which two statements clash."""
    del settings
    clashes = engine.sql(_CLASHES, Clash, links=tables["claim_links"], members=tables["judged_claim_members"])
    sides = ("left_claim_id", "right_claim_id")
    return {"conflicts": engine.map_groups(clashes, sides, conflict, Conflict, order=("left_id", "right_id"))}


CLUSTER = SetStep(
    "cluster",
    10,
    (*PART_TABLES, *BEARER_TABLES, "passages", "derivations"),
    {"claim_members": ClaimMember, "claim_links": ClaimLink},
    ClusterSettings(),
    cluster,
)

CONFLICTS = SetStep(
    "conflicts",
    2,
    ("claim_links", "judged_claim_members"),
    {"conflicts": Conflict},
    ConflictSettings(),
    conflicts,
)
