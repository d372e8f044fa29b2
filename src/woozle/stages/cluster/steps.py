"""Wires the cluster step (assertions in, the claims they belong to out) and the step of conflicts behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.ids import row_id
from woozle.model.records import ClaimMember, Conflict
from woozle.model.tables import ClaimLink
from woozle.model.values import Reason
from woozle.stages.cluster.candidates import Reach, find_candidates
from woozle.stages.cluster.clashes import Clash, conflict
from woozle.stages.cluster.likening import find_links
from woozle.stages.cluster.odds import likelihood
from woozle.stages.cluster.pairs import Alone, alone
from woozle.stages.cluster.parting import Grouped, find_groups
from woozle.stages.cluster.statements import Statement, statements
from woozle.stages.cluster.wordings import find_wordings
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.link.bundle import BEARER_TABLES, BEARERS, PART_QUERIES, PART_TABLES, Bearer, Part


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """When statements are one claim.

    Attributes:
        least_mean: log-odds, in hundredths, that the best links between two groups must reach on average.
        pairs_up_to: statements of a pile in which every pair that shares a rare word is compared; in a larger one each
            wording is compared once, and with the `nearest` others with which it shares most.
        meaning_up_to: statements beyond which words alone are compared: meaning is held against every other.
        nearest: how many others each statement is compared with for its meaning.
        least_meaning: thousandths of likeness in meaning below which it brings nothing together.
    """

    least_mean: int = -50
    pairs_up_to: int = 20_000
    meaning_up_to: int = 60_000
    nearest: int = 12
    least_meaning: int = 100


@dataclass(frozen=True, slots=True)
class ConflictSettings:
    """Nothing to set yet."""


_CLAIM_LINKS = """
SELECT a.id || ' ' || b.id AS id, a.id AS left_id, b.id AS right_id, k.score AS score, k.clash AS clash,
       k.conflict AS conflict, CASE k.against WHEN 'left' THEN a.id WHEN 'right' THEN b.id ELSE '' END AS against,
       k.words AS words, '' AS "order"
FROM links k JOIN placed a ON a.number = k.one JOIN placed b ON b.number = k.other
UNION ALL
SELECT id || ' ' || id AS id, id AS left_id, id AS right_id, 0 AS score, NULL AS clash, NULL AS conflict, '' AS against,
       words, "order"
FROM alone
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


_BECAUSE = {
    "alone": "no other report says this in words like these",
    "passage": "its words lie in a passage that two reports share",
    "words": "it shares words with another statement",
    "meaning": "it means much the same as another statement",
}


def members(rows: Sequence[Grouped]) -> Iterable[ClaimMember]:
    """Which claim each assertion belongs to, and why."""
    for row in rows:
        score = 1.0 if row.score is None else likelihood(row.score) / 1000
        reason = Reason(_BECAUSE[row.because], row.words, score)
        yield ClaimMember(row.id, row_id("claim", row.first_id), score, (reason,))


def cluster(engine: Engine, tables: Mapping[str, Table[Any]], settings: ClusterSettings) -> Mapping[str, Table[Any]]:
    """Statements of each document, pairs that share rare words or a passage, groups of those that fit."""
    bearers = engine.sql(BEARERS, Bearer, **{name: tables[name] for name in BEARER_TABLES})
    named = {**{name: tables[name] for name in PART_TABLES}, "bearers": bearers}
    every = engine.union(Part, *(engine.sql(PART_QUERIES[name], Part, rows=table) for name, table in named.items()))
    said = engine.keep(engine.map_groups(every, ("document_id",), statements, Statement, order=("id",)))
    wordings = find_wordings(engine, said)
    reach = Reach(settings.pairs_up_to, settings.meaning_up_to, settings.nearest, settings.least_meaning)
    candidates = engine.keep(find_candidates(engine, said, wordings, dict(tables), reach))
    links = find_links(engine, wordings, candidates)
    each = engine.keep(engine.map(said, alone, Alone))
    grouped = engine.keep(find_groups(engine, links, each, wordings.placed, settings.least_mean))
    return {
        "claim_members": engine.map(grouped, members, ClaimMember),
        "claim_links": engine.sql(_CLAIM_LINKS, ClaimLink, links=links, alone=each, placed=wordings.placed),
    }


def conflicts(engine: Engine, tables: Mapping[str, Table[Any]], settings: ConflictSettings) -> Mapping[str, Table[Any]]:
    """Claims, as people decided them, of which two statements clash."""
    del settings
    clashes = engine.sql(_CLASHES, Clash, links=tables["claim_links"], members=tables["judged_claim_members"])
    sides = ("left_claim_id", "right_claim_id")
    return {"conflicts": engine.map_groups(clashes, sides, conflict, Conflict, order=("left_id", "right_id"))}


CLUSTER = SetStep(
    "cluster",
    30,
    (*PART_TABLES, *BEARER_TABLES, "passages", "derivations"),
    {"claim_members": ClaimMember, "claim_links": ClaimLink},
    ClusterSettings(),
    cluster,
)

CONFLICTS = SetStep(
    "conflicts",
    3,
    ("claim_links", "judged_claim_members"),
    {"conflicts": Conflict},
    ConflictSettings(),
    conflicts,
)
