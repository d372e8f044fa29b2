"""The whole file: every view of a record, ready for the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from woozle.model.records import Derivation
from woozle.report.dates import days_between
from woozle.report.draw_copies import Copies, copies
from woozle.report.draw_fan import fan, key_frame
from woozle.report.draw_spread import Spread, spread_of
from woozle.report.draw_timeline import Timeline, timeline
from woozle.report.index import Index
from woozle.report.shape import Shape
from woozle.report.view_claim import ClaimPage, page_of
from woozle.report.view_coverage import Coverage, coverage
from woozle.report.view_report import ReportPage, report_page
from woozle.report.view_row import ClaimHead, ClaimRow, head_of, is_alone, row_of, shapes_of
from woozle.report.wordings import timed
from woozle.report.words import DERIVATION, count, plain_kind, spelled, spelled_count

#: So many claims have a page of their own; what needs a look less stands in the list and in its reports.
MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The claim at the head of the page: the one with most reports to a voice."""

    head: ClaimHead
    fans: tuple[Markup, Markup]
    words: str


@dataclass(frozen=True, slots=True)
class Single:
    """A claim that stands in one report: its words, who says so, and where (``href`` is empty if nowhere)."""

    head: ClaimHead
    who: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A line of the table of copies; ``made_from``: (link or nothing, words) of each step."""

    href: str
    stamp: str
    outlet: str
    title: str
    made_from: tuple[tuple[str, str, str], ...]
    n_claims: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the file shows. ``pages``: claims with a page of their own, by id."""

    name: str
    title: tuple[str, str]
    state: tuple[str, ...]
    key: KeyFigure | None
    rows: tuple[ClaimRow, ...]
    singles: tuple[Single, ...]
    claims: tuple[ClaimPage, ...]
    pages: frozenset[str]
    reports: tuple[ReportPage, ...]
    copies: Copies
    copy_rows: tuple[CopyRow, ...]
    timeline: Timeline
    spread: Spread
    untimed: tuple[ClaimHead, ...]
    coverage: Coverage


def _span(index: Index) -> tuple[datetime, datetime] | None:
    ends = [at for report in index.reports.values() for at in (report.when.start, report.when.end) if at]
    return (min(ends), max(ends)) if ends else None


def _title(index: Index, n_claims: int) -> tuple[str, str]:
    """The finding of the whole pile in two sentences."""
    n = len(index.reports)
    if not n:
        return "No reports yet.", ""
    people: dict[str, int] = {}
    for origin in (origin for found in index.origins_of.values() for origin in found):
        if origin.certainty in ("sure", "half"):
            key = origin.voice.entity_id or origin.voice.name or origin.id
            people[key] = max(origin.voice.people, people.get(key, 1))
    voices = sum(people.values())
    said = spelled(voices).capitalize()
    stand = "voice stands" if voices == 1 else "voices stand"
    behind = "it" if n_claims == 1 else "them"
    says = "say" if n > 1 else "says"
    return f"{count(n, 'report')} {says} {count(n_claims, 'thing')}.", f"{said} {stand} behind {behind}."


def _key_row(rows: Sequence[ClaimRow]) -> ClaimRow | None:
    """The claim that shows best what the pile is like: many reports, few voices, of those that have any."""
    told = [row for row in rows if row.head.reports > 1]
    surplus = {row.head.id: row.head.reports - row.head.voices.best for row in told}
    return max(told, key=lambda row: (row.head.voices.best > 0, surplus[row.head.id], row.head.id), default=None)


def _key(index: Index, best: ClaimRow | None, shapes: Mapping[str, Shape]) -> KeyFigure | None:
    if best is None:
        return None
    form, voices = shapes[best.head.id], best.head.voices.best
    noun = "nobody" if voices == 0 else spelled_count(voices, "voice")
    fans = (fan(form, key_frame(index.year, narrow=False)), fan(form, key_frame(index.year, narrow=True)))
    return KeyFigure(best.head, fans, f"A claim in {count(best.head.reports, 'report')} leads back to {noun}.")


def _state(index: Index, read: Coverage, span: tuple[datetime, datetime] | None) -> tuple[str, ...]:
    outlets = {report.row.outlet for report in index.reports.values() if report.row.outlet}
    days = f", {days_between(*span)}" if span else ""
    return f"{read.n_read} of {count(read.n_inputs, 'input')} read", f"{count(len(outlets), 'outlet')}{days}"


def step_words(index: Index, row: Derivation) -> tuple[str, str, str]:
    """A step of copying as (link or nothing, name of what it was made from, how)."""
    parent = index.reports.get(row.parent_document_id or "")
    name = f"{parent.outlet}, {parent.stamp}" if parent else row.parent_external or "a report that is not in the pile"
    parts = [] if parent else ["outside the pile"]
    parts += [plain_kind(row.kind, DERIVATION), "credited" if row.credited else "not credited"]
    parts += {"known": [], "likely": ["direction likely"]}.get(row.direction, ["which came first is not known"])
    return parent.href if parent else "", name, ", ".join(parts)


def _copy_rows(index: Index) -> tuple[CopyRow, ...]:
    return tuple(
        CopyRow(
            report.href,
            report.stamp,
            report.outlet,
            report.title,
            tuple(step_words(index, row) for row in index.parents_of.get(report.id, ())),
            len({row.claim_id for row in index.assertions_of.get(report.id, ()) if row.claim_id in index.claims}),
        )
        for report in index.reports.values()
    )


def _single(index: Index, row: ClaimRow) -> Single:
    said = index.members_of.get(row.head.id, ())
    if not said:
        return Single(row.head, row.who, "", "")
    report = index.reports[said[0].document_id]
    return Single(row.head, row.who, f"{report.outlet}, {report.stamp}", index.links.said(said[0]))


def _spread(index: Index, rows: Sequence[ClaimRow], shapes: Mapping[str, Shape]) -> Spread:
    order = sorted(rows, key=lambda row: (index.claims[row.head.id].first_seen or "9", -row.head.reports, row.head.id))
    return spread_of([(row.head, shapes[row.head.id]) for row in order], index.year)


def assemble(index: Index, name: str, part: str = "") -> Page:
    """All views of a record.

    Args:
        index: the record.
        name: what the case is called.
        part: that the record is of a part of a pile; empty where it is not.
    """
    span, shapes = _span(index), shapes_of(index)
    made = [row_of(index, claim, shapes, span) for claim in index.claims.values()]
    made.sort(key=lambda row: (-row.weight, -row.head.reports, -row.head.outlets, row.head.id))
    alone = frozenset(claim.id for claim in index.claims.values() if is_alone(index, claim))
    rows = [row for row in made if row.head.id not in alone]
    heads = {claim.id: head_of(index, claim) for claim in index.claims.values()}
    best = _key_row(rows)
    first = frozenset(stroke.report_id for form in shapes.values() for stroke in form.strokes if stroke.first)
    read, times = coverage(index, first), timed(index, [row.head for row in rows], shapes, index.links.said)
    is_timed = {row.head.id for row in times}
    return Page(
        name=name,
        title=_title(index, len(made)),
        state=(*_state(index, read, span), *((part,) if part else ())),
        key=_key(index, best, shapes),
        rows=tuple(rows),
        singles=tuple(_single(index, row) for row in made if row.head.id in alone),
        claims=tuple(page_of(index, row.head, row.marks, shapes) for row in rows[:MOST_PAGES]),
        pages=frozenset(row.head.id for row in rows[:MOST_PAGES]),
        reports=tuple(report_page(index, report, heads, alone) for report in index.reports.values()),
        copies=copies(index, shapes[best.head.id] if best else None, first),
        copy_rows=_copy_rows(index),
        timeline=timeline(times, [report.when for report in index.reports.values()], index.year),
        spread=_spread(index, rows, shapes),
        untimed=tuple(row.head for row in rows if row.head.id not in is_timed),
        coverage=read,
    )
