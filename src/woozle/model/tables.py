"""The tables by name: what stages write, and what the record holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.model import decisions as d
from woozle.model import happenings as h
from woozle.model import records as r
from woozle.model.values import Published


@dataclass(frozen=True, slots=True)
class OriginMember:
    """An assertion leads back to an origin. ``id`` is the assertion's id."""

    id: str
    origin_id: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When a report came out that prints its day without a year, by the days of other reports.

    ``times``: its times told from that day; the record joins them, and the day, into the rows of the report.
    """

    id: str
    document_id: str
    published: Published
    times: tuple[r.Time, ...]


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """How two assertions belong together, before anybody judged it; one row of every assertion with itself.

    Attributes:
        id: both ids, the smaller first.
        left_id: the smaller id.
        right_id: the larger id.
        score: hundredths of log-odds that both say the same; 0 is even, and most of those apart are below.
        clash: why they cannot be one claim although they speak of one matter, or None.
        conflict: the kind of conflict between them if they end up in two claims, or None.
        against: the one that denies the other or takes it back; empty where neither does.
        words: what both have.
        order: rank of an assertion in the row of its own, else empty.
    """

    id: str
    left_id: str
    right_id: str
    score: int
    clash: str | None
    conflict: str | None
    against: str
    words: str
    order: str


@dataclass(frozen=True, slots=True)
class Near:
    """Two rows of which the program was not sure that they are one, or two; what people are asked about.

    Attributes:
        id: kind and both ids.
        kind: ``claims`` (assertions of two claims that might be one), ``member`` (an assertion of a claim and the one
            of it that is most like it), ``names`` (two entities that might be one), ``name`` (a mention, and the entity
            that it was put to).
        left_id: the first row; a ``member`` or ``name`` of which one is not sure.
        right_id: the second row.
        score: for claims hundredths of log-odds that they are one, for names hundredths of likeness.
        why: what they have in common, in words; may be empty.
    """

    id: str
    kind: str
    left_id: str
    right_id: str
    score: int
    why: str


#: Decisions in force by what they judge, as the steps read them; made of the journal, by no step.
DECISION_TABLES: Mapping[str, type[Any]] = MappingProxyType({f"{kind}_decisions": d.Decision for kind in d.KINDS})

#: Tables that stages write, beside ``<step>_problems``, which every step may write.
STAGE_TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "captures": r.Capture,
        **DECISION_TABLES,
        "pages": r.Page,
        "documents": r.Document,
        "sentences": r.Sentence,
        "sayings": r.Saying,
        "mentions": r.Mention,
        "local_entities": r.LocalEntity,
        "attributions": r.Attribution,
        "times": r.Time,
        "places": r.Place,
        "quantities": r.Quantity,
        "assertions": r.Assertion,
        "event_mentions": h.EventMention,
        "passages": r.Passage,
        "derivations": r.Derivation,
        "datings": Dating,
        "entities": r.Entity,
        "entity_members": r.EntityMember,
        "claim_members": r.ClaimMember,
        "claim_links": ClaimLink,
        "judged_entities": r.Entity,
        "judged_entity_members": r.EntityMember,
        "judged_claim_members": r.ClaimMember,
        "judged_derivations": r.Derivation,
        "conflicts": r.Conflict,
        "events": h.Event,
        "event_members": h.EventMember,
        "claims": r.Claim,
        "origins": r.Origin,
        "origin_members": OriginMember,
        "drifts": r.Drift,
    }
)

#: Tables of the record, in the order of RECORD.md: what the book holds and what is exported.
RECORD_TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "documents": r.Document,
        "mentions": r.Mention,
        "entities": r.Entity,
        "attributions": r.Attribution,
        "assertions": r.Assertion,
        "times": r.Time,
        "places": r.Place,
        "quantities": r.Quantity,
        "event_mentions": h.EventMention,
        "passages": r.Passage,
        "derivations": r.Derivation,
        "events": h.Event,
        "claims": r.Claim,
        "origins": r.Origin,
        "conflicts": r.Conflict,
        "drifts": r.Drift,
        "decisions": d.Decision,
        "problems": r.Problem,
    }
)

#: What the book holds beside the record, for pages; made when the book is made, and not exported.
BOOK_TABLES: Mapping[str, type[Any]] = MappingProxyType({"near": Near})
