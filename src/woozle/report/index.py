"""The record by id and by owner: every look-up that the report needs, made once, in one pass a table."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from woozle.model import records as r
from woozle.report.dates import NO_DATE, Interval, interval, sort_key, words
from woozle.report.links import Inside, Links, anchor
from woozle.report.source import Record
from woozle.report.words import NO_OUTLET

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """A report as pages speak of it. ``lane`` groups by outlet: reports whose outlet is not known share none."""

    id: str
    anchor: str
    href: str
    outlet: str
    lane: str
    when: Interval
    stamp: str
    title: str
    row: r.Document

    @property
    def order(self) -> tuple[object, ...]:
        """By date, undated last, then by outlet and id."""
        return (*sort_key(self.when), self.outlet, self.id)


@dataclass(frozen=True, slots=True)
class Index:
    """Rows by id, and rows of an owner. ``reports`` is in order of publication; ``year`` is the pile's usual year."""

    reports: Mapping[str, Report]
    claims: Mapping[str, r.Claim]
    entities: Mapping[str, r.Entity]
    assertions: Mapping[str, r.Assertion]
    attributions: Mapping[str, r.Attribution]
    times: Mapping[str, r.Time]
    assertions_of: Mapping[str, Sequence[r.Assertion]]
    attributions_of: Mapping[str, Sequence[r.Attribution]]
    mentions_of: Mapping[str, Sequence[r.Mention]]
    times_of: Mapping[str, Sequence[r.Time]]
    quantities_of: Mapping[str, Sequence[r.Quantity]]
    parents_of: Mapping[str, Sequence[r.Derivation]]
    children_of: Mapping[str, Sequence[r.Derivation]]
    passages_of: Mapping[frozenset[str], Sequence[r.Passage]]
    members_of: Mapping[str, Sequence[r.Assertion]]
    origins_of: Mapping[str, Sequence[r.Origin]]
    conflicts_of: Mapping[str, Sequence[r.Conflict]]
    drifts_of: Mapping[str, Sequence[r.Drift]]
    problems: Sequence[r.Problem]
    year: int | None
    links: Links


def _sorted(rows: Iterable[T]) -> list[T]:
    return sorted(rows, key=lambda row: str(row.id))  # type: ignore[attr-defined]


def _by(rows: Iterable[tuple[str, T]]) -> Mapping[str, Sequence[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for owner, row in rows:
        groups[owner].append(row)
    return groups


def _reports(
    documents: Sequence[r.Document], links: Links, year: int | None
) -> tuple[Mapping[str, Report], int | None]:
    dated = {
        row.id: interval(row.published.start, row.published.end) if row.published else NO_DATE for row in documents
    }
    years = sorted(when.start.year for when in dated.values() if when.start)
    year = year or (years[len(years) // 2] if years else None)
    made = [
        Report(
            id=row.id,
            anchor=anchor("r", row.id),
            href=links.report(row.id),
            outlet=row.outlet or NO_OUTLET,
            lane=row.outlet or f"\0{row.id}",
            when=dated[row.id],
            stamp=words(dated[row.id], year),
            title=row.title or "Without a title",
            row=row,
        )
        for row in documents
    ]
    return {report.id: report for report in sorted(made, key=lambda report: report.order)}, year


def _members(claims: Iterable[r.Claim], assertions: Mapping[str, r.Assertion]) -> Mapping[str, Sequence[r.Assertion]]:
    return {claim.id: [assertions[i] for i in claim.assertion_ids if i in assertions] for claim in claims}


def _conflicts(rows: Sequence[r.Conflict], claims: Mapping[str, r.Claim]) -> Mapping[str, Sequence[r.Conflict]]:
    kept = [row for row in rows if row.left_claim_id in claims and row.right_claim_id in claims]
    sides = [(side, row) for row in kept for side in sorted({row.left_claim_id, row.right_claim_id})]
    return _by(sides)


def _passages(rows: Sequence[r.Passage]) -> Mapping[frozenset[str], Sequence[r.Passage]]:
    groups: dict[frozenset[str], list[r.Passage]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.left.start, row.right.start, row.id)):
        if row.kind != "boilerplate":
            groups[frozenset((row.left.document_id, row.right.document_id))].append(row)
    return groups


def build(record: Record, links: Links | None = None, year: int | None = None) -> Index:
    """Read every table of the record once.

    Args:
        record: the record, or the part of it that a page needs.
        links: where rows are shown; by default inside the one file.
        year: the pile's usual year, where the record is a part only; else the reports tell it.
    """
    links = links or Inside()
    reports, year = _reports(record.rows(r.Document), links, year)
    claims = {row.id: row for row in _sorted(record.rows(r.Claim))}
    assertions = {row.id: row for row in _sorted(record.rows(r.Assertion)) if row.document_id in reports}
    attributions = {row.id: row for row in _sorted(record.rows(r.Attribution)) if row.document_id in reports}
    derivations = [row for row in _sorted(record.rows(r.Derivation)) if row.child_document_id in reports]
    inside = [row for row in derivations if row.parent_document_id in reports]
    times = {row.id: row for row in _sorted(record.rows(r.Time))}
    return Index(
        reports=reports,
        claims=claims,
        entities={row.id: row for row in record.rows(r.Entity)},
        assertions=assertions,
        attributions=attributions,
        times=times,
        assertions_of=_by((row.document_id, row) for row in assertions.values()),
        attributions_of=_by((row.document_id, row) for row in attributions.values()),
        mentions_of=_by((row.document_id, row) for row in _sorted(record.rows(r.Mention))),
        times_of=_by((row.document_id, row) for row in times.values()),
        quantities_of=_by((row.document_id, row) for row in _sorted(record.rows(r.Quantity))),
        parents_of=_by((row.child_document_id, row) for row in derivations),
        children_of=_by((row.parent_document_id or "", row) for row in inside),
        passages_of=_passages(record.rows(r.Passage)),
        members_of=_members(claims.values(), assertions),
        origins_of=_by((row.claim_id, row) for row in _sorted(record.rows(r.Origin))),
        conflicts_of=_conflicts(_sorted(record.rows(r.Conflict)), claims),
        drifts_of=_by((row.claim_id, row) for row in _sorted(record.rows(r.Drift))),
        problems=sorted(record.rows(r.Problem), key=lambda row: (row.input, row.kind, row.id)),
        year=year,
        links=links,
    )
