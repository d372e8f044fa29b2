"""A slice of the record: the rows that one page needs and no others, handed over as a whole record would be."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from woozle.model import records as r
from woozle.model.values import Carrier, Occasion, Published, Span, Voice
from woozle.report.index import Index, build
from woozle.report.links import Links
from woozle.report.live.address import Addresses
from woozle.report.live.source import Asked

#: A list draws its claims stroke by stroke up to so many reports; beyond, outlet by outlet (`claim_lanes`).
FEW = 60
#: Rows of one kind that a slice takes at most, and assertions of one claim: no report may make a page of any size.
MOST, EACH = 6_000, 120


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows by class."""

    tables: dict[type[Any], list[Any]] = field(default_factory=dict)

    def rows(self, row: type[Any]) -> Sequence[Any]:
        """All rows of a class."""
        return self.tables.get(row, [])

    def add(self, rows: Iterable[Any]) -> None:
        """Take rows in; a row that is there already is taken once."""
        for row in rows:
            found = self.tables.setdefault(type(row), [])
            found.append(row)

    def index(self, totals: Mapping[str, Any], links: Links | None = None) -> Index:
        """Look-ups over the rows."""
        return build(self, links or Addresses(), totals.get("year"))


def totals_of(asked: Asked) -> dict[str, Any]:
    """What was counted over the whole record."""
    return dict(asked.ask("totals"))


def _document(values: tuple[Any, ...], text: str = "") -> r.Document:
    row_id, given, outlet, group, title, published, language, capture = values
    when = Published(**json.loads(published)) if published else None
    return r.Document(row_id, capture, given, (), outlet, group, title, (), when, language, "", text, ())


def light_documents(asked: Asked, ids: Iterable[str], texts: Mapping[str, str] | None = None) -> list[r.Document]:
    """Reports without their text, which may be long, or with as much of it as `texts` has for their ids."""
    found, known = asked.ask("shape_documents", ids=sorted(set(ids))), texts or {}
    return [_document(values, known.get(values[0], "")) for values in found]


def _assertion(values: tuple[Any, ...]) -> r.Assertion:
    row_id, document_id, attribution_id, claim_id, origin_id, start, times = values
    spans = (Span(start or 0, start or 0, ""),)
    return r.Assertion(
        row_id,
        document_id,
        spans,
        attribution_id,
        claim_id,
        origin_id,
        "affirmed",
        "plain",
        (),
        tuple(json.loads(times)),
        (),
        (),
        None,
    )


def _origin(values: tuple[Any, ...]) -> r.Origin:
    row_id, claim_id, voice, occasion, certainty, root = values
    return r.Origin(row_id, claim_id, voice_of(voice), Occasion(**json.loads(occasion)), certainty, root, (), ())


def voice_of(text: str) -> Voice:
    """A voice as the book keeps it."""
    return Voice(**json.loads(text))


def _step(values: tuple[Any, ...]) -> r.Derivation:
    row_id, child, parent, outside, kind, direction, credited, score = values
    return r.Derivation(row_id, child, parent, outside, kind, direction, bool(credited), score, ())


def _carried(values: tuple[Any, ...]) -> r.Attribution:
    row_id, document_id, via = values
    carriers = tuple(Carrier(Span(0, 0, ""), found["kind"], None) for found in json.loads(via))
    return r.Attribution(row_id, document_id, "indirect", (), None, None, None, carriers, "assert", "plain", None)


def light_steps(asked: Asked, ids: Iterable[str], limit: int = MOST) -> list[r.Derivation]:
    """Steps of copying that end in some reports, without their reasons."""
    return [_step(values) for values in asked.ask("shape_steps", ids=sorted(set(ids)), limit=limit)]


def light_claims(asked: Asked, heads: Sequence[r.Claim], few: Iterable[str], each: int = EACH) -> Slice:
    """What lists of claims need: heads of all, and for the `few` what their drawing is made of.

    Args:
        asked: the record.
        heads: claims; their lists of assertions may be empty.
        few: those of them that are to be drawn stroke by stroke.
        each: assertions of one claim that are taken at most.
    """
    made, drawn = Slice(), sorted(set(few))
    # One question a claim: together they would be read whole, however few of each are taken.
    found = (asked.ask("shape_assertions", claim=claim_id, each=each) for claim_id in drawn)
    said = [_assertion(values) for rows in found for values in rows][:MOST]
    members: dict[str, list[str]] = {}
    for row in said:
        members.setdefault(row.claim_id or "", []).append(row.id)
    made.add(_with_members(claim, members.get(claim.id, ())) for claim in heads)
    made.add(said)
    reports = {row.document_id for row in said}
    made.add(light_documents(asked, reports))
    made.add(light_steps(asked, reports))
    made.add(_origin(values) for values in asked.ask("shape_origins", claims=drawn, limit=MOST))
    ids = sorted({row.attribution_id for row in said if row.attribution_id})
    made.add(_carried(values) for values in asked.ask("shape_carriers", ids=ids))
    return made


def _with_members(claim: r.Claim, members: Iterable[str]) -> r.Claim:
    return r.Claim(
        claim.id,
        claim.text,
        tuple(members),
        claim.event_id,
        claim.reports,
        claim.outlets,
        claim.occasions,
        claim.voices,
        claim.first_seen,
        claim.last_seen,
    )


def heads_of(asked: Asked, ids: Iterable[str]) -> list[r.Claim]:
    """Claims by id, without their lists of assertions."""
    return asked.read(r.Claim, "claim_heads", ids=sorted(set(ids)))
