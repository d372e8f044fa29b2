"""Wires two steps: what every assertion says of its source, then what the program concludes of claims from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.model.records import Claim, ClaimMember, Derivation, Drift, Origin
from woozle.model.tables import OriginMember
from woozle.stages.origins.affiliation import Mouthpiece, Speaks, mouthpiece, speaks
from woozle.stages.origins.concluding import Conclusion, conclude
from woozle.stages.origins.evidence import Descent, Item, Ruling, SharedWords, Voiced, items
from woozle.stages.origins.said import Said, said
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.link.bundle import BEARERS, JUDGED_BEARERS, PART_TABLES, Bearer, Part, parts
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
class Joined:
    """What is known of an assertion (``id``) beside its own report: its claim, and the body its source speaks for."""

    id: str
    claim_id: str
    body_id: str | None
    body: str | None
    speaks: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom an assertion (``id``) names, flat."""

    id: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class Half:
    """`Said` or `Joined` of one assertion, so that the two can be grouped."""

    id: str
    said: Said | None
    joined: Joined | None


def places(rows: Sequence[Any]) -> Iterable[Place]:
    """Where each assertion stands."""
    return (Place(row.id, row.document_id, row.spans[0].start, row.spans[-1].end, row.attribution_id) for row in rows)


def speakers(rows: Sequence[Said]) -> Iterable[Speaker]:
    """Whom each assertion names."""
    return (Speaker(row.id, row.entity_id) for row in rows)


def halves(rows: Sequence[Any]) -> Iterable[Half]:
    """Each row as one half of a voiced assertion."""
    for row in rows:
        yield Half(row.id, row if isinstance(row, Said) else None, row if isinstance(row, Joined) else None)


def voiced(rows: Sequence[Half]) -> Iterable[Voiced]:
    """The two halves of one assertion put together."""
    own = next((row.said for row in rows if row.said), None)
    joined = next((row.joined for row in rows if row.joined), None)
    if own and joined:
        yield Voiced(joined.claim_id, own, joined.body_id, joined.body, joined.speaks, "")


#: What is concluded, by table.
CONCLUSIONS: Mapping[str, type[Any]] = MappingProxyType(
    {"claims": Claim, "origins": Origin, "origin_members": OriginMember, "drifts": Drift}
)

_OWN = "SELECT s.* FROM said s JOIN claim_members m ON m.id = s.id"

_JOINED = """
SELECT s.id AS id, c.claim_id AS claim_id, m.body_id AS body_id, m.body AS body, m.words AS speaks
FROM speakers s JOIN claim_members c ON c.id = s.id LEFT JOIN mouthpieces m ON m.id = s.entity_id
"""

_SHARED = """
SELECT c.left_id || c.right_id AS id, c.left_id AS left_id, c.right_id AS right_id, c.passage AS passage
FROM copied c JOIN places a ON a.id = c.left_id JOIN places b ON b.id = c.right_id
WHERE a.document_id <> b.document_id
"""

_WORDS = """
SELECT l.claim_id AS claim_id, c.id AS id, c.left_id AS left_id, c.right_id AS right_id, c.passage AS passage
FROM shared c JOIN claim_members l ON l.id = c.left_id JOIN claim_members r ON r.id = c.right_id
WHERE l.claim_id = r.claim_id
"""

_DESCENTS = """
WITH there AS (SELECT DISTINCT m.claim_id AS claim_id, p.document_id AS document_id
               FROM claim_members m JOIN places p ON p.id = m.id)
SELECT c.claim_id AS claim_id, d.id AS id, d.child_document_id AS child, d.parent_document_id AS parent,
       d.kind AS kind, d.direction AS direction, d.credited AS credited
FROM derivations d JOIN there c ON c.document_id = d.child_document_id
JOIN there p ON p.document_id = d.parent_document_id AND p.claim_id = c.claim_id
"""


def claims_of(rows: Sequence[Conclusion]) -> Iterable[Claim]:
    """The claims among conclusions."""
    return (row.claim for row in rows if row.claim)


def origins_of(rows: Sequence[Conclusion]) -> Iterable[Origin]:
    """The origins among conclusions."""
    return (row.origin for row in rows if row.origin)


def members_of(rows: Sequence[Conclusion]) -> Iterable[OriginMember]:
    """Which origin each assertion leads back to."""
    return (OriginMember(key, row.origin.id) for row in rows if row.origin for key in row.origin.assertion_ids)


def drifts_of(rows: Sequence[Conclusion]) -> Iterable[Drift]:
    """The drifts among conclusions."""
    return (row.drift for row in rows if row.drift)


def voices(engine: Engine, tables: Mapping[str, Table[Any]], settings: VoicesSettings) -> Mapping[str, Table[Any]]:
    """What each report says of where its assertions come from; no claim is needed for that."""
    del settings
    bearers = engine.sql(BEARERS, Bearer, **{name: tables[table] for name, table in JUDGED_BEARERS.items()})
    mapped = [engine.map(tables[name], parts, Part) for name in PART_TABLES]
    every = engine.keep(engine.union(Part, *mapped, engine.map(bearers, parts, Part)))
    speaking = engine.map_groups(every, ("document_id",), speaks, Speaks, order=("id",))
    where = engine.keep(engine.map(tables["assertions"], places, Place))
    stretched = engine.map(tables["passages"], stretches, Stretch)
    copied = engine.sql(COPIED, Copied, stretches=stretched, statements=where)
    return {
        "said": engine.map_groups(every, ("document_id",), said, Said, order=("id",)),
        "mouthpieces": engine.map_groups(
            speaking, ("speaker_id",), mouthpiece, Mouthpiece, order=("document_id", "body_id", "words")
        ),
        "said_at": where,
        "shared_stretches": engine.sql(_SHARED, SharedStretch, copied=copied, places=where),
    }


def _voiced(engine: Engine, tables: Mapping[str, Table[Any]], members: Table[ClaimMember]) -> Table[Voiced]:
    """The assertions of some claims, each with its claim and its voice."""
    own = engine.keep(engine.sql(_OWN, Said, said=tables["said"], claim_members=members))
    joined = engine.sql(
        _JOINED,
        Joined,
        speakers=engine.map(own, speakers, Speaker),
        claim_members=members,
        mouthpieces=tables["mouthpieces"],
    )
    both = engine.union(Half, engine.map(own, halves, Half), engine.map(joined, halves, Half))
    return engine.map_groups(both, ("id",), voiced, Voiced, order=("id",))


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
    every = engine.union(
        Item,
        engine.map(_voiced(engine, tables, members), items, Item),
        engine.map(words, items, Item),
        engine.map(descents, items, Item),
        engine.map(evidence.rulings, items, Item),
    )
    found = engine.keep(engine.map_groups(every, ("claim_id",), conclude, Conclusion, order=("id",)))
    return {
        "claims": engine.map(found, claims_of, Claim),
        "origins": engine.map(found, origins_of, Origin),
        "origin_members": engine.map(found, members_of, OriginMember),
        "drifts": engine.map(found, drifts_of, Drift),
    }


def origins(engine: Engine, tables: Mapping[str, Table[Any]], settings: OriginsSettings) -> Mapping[str, Table[Any]]:
    """What the program concludes alone, from its own claims and derivations."""
    del settings
    evidence = Evidence(tables["claim_members"], tables["derivations"], engine.rows(Ruling, ()))
    return {f"proposed_{name}": table for name, table in conclusions(engine, tables, evidence).items()}


VOICES = SetStep(
    "voices",
    3,
    (*PART_TABLES, *JUDGED_BEARERS.values(), "passages"),
    {"said": Said, "mouthpieces": Mouthpiece, "said_at": Place, "shared_stretches": SharedStretch},
    VoicesSettings(),
    voices,
)

ORIGINS = SetStep(
    "origins",
    12,
    (*VOICES.writes, "derivations", "claim_members"),
    {f"proposed_{name}": row for name, row in CONCLUSIONS.items()},
    OriginsSettings(),
    origins,
)
