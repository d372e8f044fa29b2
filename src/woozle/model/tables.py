"""The tables by name: what stages write, and what the record holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

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


#: Tables that stages write, beside ``<step>_problems``, which every step may write.
STAGE_TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "captures": r.Capture,
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
        "problems": r.Problem,
    }
)
