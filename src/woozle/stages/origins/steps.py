"""Wires two steps: what every assertion says of its source, then what the program concludes of claims from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.model.records import Claim, ClaimMember, Derivation, Drift, Origin
from woozle.model.tables import OriginMember
from woozle.stages.origins.affiliation import Mouthpiece, Speaks, mouthpiece, speaks
from woozle.stages.origins.concluding import Conclusion, conclude
from woozle.stages.origins.evidence import ITEM_QUERIES, Descent, Item, Ruling, SharedWords, Voiced
from woozle.stages.origins.said import Said, said
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.link.bundle import BEARERS, JUDGED_BEARERS, PART_QUERIES, PART_TABLES, Bearer, Part
from woozle.toolbox.link.copied import COPIED, Copied, Stretch, stretches


@dataclass(frozen=True, slots=True)
class OriginsSettings:
    """Nothing to set yet."""


@dataclass(frozen=True, slots=True)
class VoicesSettings:
    """Nothing to set yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an assertion (``id``) stands, flat, and the attribution it belongs to."""

    id: str
    document_id: str
    start: int
    end: int
    attribution_id: str | None


@dataclass(frozen=True, slots=True)
class SharedStretch:
    """Two assertions that take up the same part of a passage of this kind."""

    id: str
    left_id: str
    right_id: str
    passage: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of where an assertion of it comes from, or of who speaks for whom: one of the two."""

    document_id: str
    said: Said | None
    speaks: Speaks | None


def told(rows: Sequence[Part]) -> Iterable[Told]:
    """Both of one report."""
    yield from (Told(row.document_id, row, None) for row in said(rows))
    yield from (Told(row.document_id, None, row) for row in speaks(rows))


def places(rows: Sequence[Any]) -> Iterable[Place]:
    """Where each assertion stands."""
    return (Place(row.id, row.document_id, row.spans[0].start, row.spans[-1].end, row.attribution_id) for row in rows)


#: What is concluded, by table.
CONCLUSIONS: Mapping[str, type[Any]] = MappingProxyType(
    {"claims": Claim, "origins": Origin, "origin_members": OriginMember, "drifts": Drift}
)

_SAID = "SELECT said.* FROM told WHERE said IS NOT NULL"
_SPEAKING = "SELECT speaks.* FROM told WHERE speaks IS NOT NULL"

_VOICED = """
SELECT c.claim_id AS claim_id, s AS said, m.body_id AS body_id, m.body AS body, m.words AS speaks, '' AS voice,
       CAST(round(1000 * c.score) AS INTEGER) AS likely
FROM said s JOIN claim_members c ON c.id = s.id LEFT JOIN mouthpieces m ON m.id = s.entity_id
"""

_SHARED = """
SELECT c.left_id || c.right_id AS id, c.left_id AS left_id, c.right_id AS right_id, c.passage AS passage
FROM copied c JOIN places a ON a.id = c.left_id JOIN places b ON b.id = c.right_id
WHERE a.document_id <> b.document_id
"""

# One side after the other: the planner would else pair all assertions of a claim first.
_WORDS = """
WITH sided AS MATERIALIZED (SELECT c.*, l.claim_id AS claim_id FROM shared c JOIN claim_members l ON l.id = c.left_id)
SELECT c.claim_id AS claim_id, c.id AS id, c.left_id AS left_id, c.right_id AS right_id, c.passage AS passage
FROM sided c JOIN claim_members r ON r.id = c.right_id AND r.claim_id = c.claim_id
"""

_DESCENTS = """
WITH there AS (SELECT DISTINCT m.claim_id AS claim_id, p.document_id AS document_id
               FROM claim_members m JOIN places p ON p.id = m.id),
sided AS MATERIALIZED (
  SELECT d.*, c.claim_id AS claim_id FROM derivations d JOIN there c ON c.document_id = d.child_document_id
)
SELECT d.claim_id AS claim_id, d.id AS id, d.child_document_id AS child, d.parent_document_id AS parent,
       d.kind AS kind, d.direction AS direction, d.credited AS credited
FROM sided d JOIN there p ON p.document_id = d.parent_document_id AND p.claim_id = d.claim_id
"""


_CLAIMS = "SELECT claim.* FROM conclusions WHERE claim IS NOT NULL"
_ORIGINS = "SELECT origin.* FROM conclusions WHERE origin IS NOT NULL"
_DRIFTS = "SELECT drift.* FROM conclusions WHERE drift IS NOT NULL"
_ORIGIN_MEMBERS = """
SELECT unnest(c.origin.assertion_ids) AS id, c.origin.id AS origin_id FROM conclusions c WHERE c.origin IS NOT NULL
"""


def voices(engine: Engine, tables: Mapping[str, Table[Any]], settings: VoicesSettings) -> Mapping[str, Table[Any]]:
    """What each report says of where its assertions come from; no claim is needed for that."""
    del settings
    bearers = engine.sql(BEARERS, Bearer, **{name: tables[table] for name, table in JUDGED_BEARERS.items()})
    named = {**{name: tables[name] for name in PART_TABLES}, "bearers": bearers}
    mapped = [engine.sql(PART_QUERIES[name], Part, rows=table) for name, table in named.items()]
    every = engine.union(Part, *mapped)
    both = engine.keep(engine.map_groups(every, ("document_id",), told, Told, order=("id",)))
    speaking = engine.sql(_SPEAKING, Speaks, told=both)
    where = engine.keep(engine.map(tables["assertions"], places, Place))
    stretched = engine.map(tables["passages"], stretches, Stretch)
    copied = engine.sql(COPIED, Copied, stretches=stretched, statements=where)
    return {
        "said": engine.sql(_SAID, Said, told=both),
        "mouthpieces": engine.map_groups(
            speaking, ("speaker_id",), mouthpiece, Mouthpiece, order=("document_id", "body_id", "words")
        ),
        "said_at": where,
        "shared_stretches": engine.sql(_SHARED, SharedStretch, copied=copied, places=where),
    }


@dataclass(frozen=True, slots=True)
class Evidence:
    """What conclusions are drawn from: claims by their members, derivations, and what people decided."""

    members: Table[ClaimMember]
    derivations: Table[Derivation]
    rulings: Table[Ruling]


def conclusions(engine: Engine, tables: Mapping[str, Table[Any]], evidence: Evidence) -> Mapping[str, Table[Any]]:
    """Claims, origins, their members and drifts: one claim at a time with the evidence that bears on it.

    Args:
        engine: the verbs.
        tables: what the step of voices wrote.
        evidence: of some claims or of all.
    """
    members, where = evidence.members, tables["said_at"]
    words = engine.sql(_WORDS, SharedWords, shared=tables["shared_stretches"], claim_members=members)
    descents = engine.sql(_DESCENTS, Descent, derivations=evidence.derivations, claim_members=members, places=where)
    voiced = engine.sql(_VOICED, Voiced, said=tables["said"], claim_members=members, mouthpieces=tables["mouthpieces"])
    bearing: dict[str, Table[Any]] = {"voiced": voiced, "words": words, "descent": descents, "ruling": evidence.rulings}
    every = engine.union(Item, *(engine.sql(ITEM_QUERIES[name], Item, rows=rows) for name, rows in bearing.items()))
    found = engine.keep(engine.map_groups(every, ("claim_id",), conclude, Conclusion, order=("id",)))
    queries = {"claims": _CLAIMS, "origins": _ORIGINS, "origin_members": _ORIGIN_MEMBERS, "drifts": _DRIFTS}
    return {name: engine.sql(query, CONCLUSIONS[name], conclusions=found) for name, query in queries.items()}


def origins(engine: Engine, tables: Mapping[str, Table[Any]], settings: OriginsSettings) -> Mapping[str, Table[Any]]:
    """What the program concludes alone, from its own claims and derivations."""
    del settings
    evidence = Evidence(tables["claim_members"], tables["derivations"], engine.rows(Ruling, ()))
    return {f"proposed_{name}": table for name, table in conclusions(engine, tables, evidence).items()}


VOICES = SetStep(
    "voices",
    9,
    (*PART_TABLES, *JUDGED_BEARERS.values(), "passages"),
    {"said": Said, "mouthpieces": Mouthpiece, "said_at": Place, "shared_stretches": SharedStretch},
    VoicesSettings(),
    voices,
)

ORIGINS = SetStep(
    "origins",
    15,
    (*VOICES.writes, "derivations", "claim_members"),
    {f"proposed_{name}": row for name, row in CONCLUSIONS.items()},
    OriginsSettings(),
    origins,
)
