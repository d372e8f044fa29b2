"""The whole file: every view of a record, ready for the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from woozle.model.records import Derivation, Problem
from woozle.report.dates import days_between
from woozle.report.draw_copies import Copies, copies
from woozle.report.draw_fan import fan, key_frame
from woozle.report.draw_timeline import Timeline, timeline
from woozle.report.index import Index
from woozle.report.shape import Shape
from woozle.report.view_claim import ClaimPage, page_of
from woozle.report.view_report import ReportPage, report_page
from woozle.report.view_row import ClaimHead, ClaimRow, head_of, is_alone, row_of, shapes_of
from woozle.report.words import DERIVATION, count, plain_kind, spelled

#: So many claims have a page of their own; the others stand in the list and in their reports.
MOST_PAGES = 150


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The claim at the head of the page: the one with most reports to a voice."""

    head: ClaimHead
    fans: tuple[Markup, Markup]
    words: str


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A line of the table of copies."""

    anchor: str
    stamp: str
    outlet: str
    title: str
    made_from: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the file shows."""

    name: str
    title: tuple[str, str]
    state: tuple[str, ...]
    key: KeyFigure | None
    rows: tuple[ClaimRow, ...]
    alone: tuple[ClaimRow, ...]
    claims: tuple[ClaimPage, ...]
    reports: tuple[ReportPage, ...]
    copies: Copies
    copy_rows: tuple[CopyRow, ...]
    timeline: Timeline
    problems: Sequence[Problem]
    n_reports: int


def _span(index: Index) -> tuple[datetime, datetime] | None:
    ends = [at for report in index.reports.values() for at in (report.when.start, report.when.end) if at]
    return (min(ends), max(ends)) if ends else None


def _title(index: Index, n_claims: int) -> tuple[str, str]:
    """The finding of the whole pile in two sentences."""
    n = len(index.reports)
    if not n:
        return "No reports yet.", ""
    voices = {
        origin.voice.entity_id or origin.voice.name or origin.id
        for found in index.origins_of.values()
        for origin in found
        if origin.certainty in ("sure", "half")
    }
    said = spelled(len(voices)).capitalize()
    stand = "voice stands" if len(voices) == 1 else "voices stand"
    return f"{count(n, 'report')} say {count(n_claims, 'thing')}.", f"{said} {stand} behind them."


def _key(index: Index, rows: Sequence[ClaimRow], shapes: Mapping[str, Shape]) -> KeyFigure | None:
    """The claim that shows best what the pile is like: many reports, few voices, of those that have any."""
    told = [row for row in rows if row.head.reports > 1]
    if not told:
        return None
    best = max(told, key=lambda row: (row.head.voices.best > 0, row.head.reports - row.head.voices.best, row.head.id))
    form, voices = shapes[best.head.id], best.head.voices.best
    noun = "nobody" if voices == 0 else f"{spelled(voices)} voice{'s' * (voices != 1)}"
    fans = (fan(form, key_frame(index.year, narrow=False)), fan(form, key_frame(index.year, narrow=True)))
    return KeyFigure(best.head, fans, f"A claim in {count(best.head.reports, 'report')} leads back to {noun}.")


def _state(index: Index, span: tuple[datetime, datetime] | None) -> tuple[str, ...]:
    outlets = {report.lane for report in index.reports.values()}
    days = f", {days_between(*span, index.year)}" if span else ""
    inputs = {name for report in index.reports.values() for name in report.row.inputs}
    unread = {row.input for row in index.problems} - inputs
    parts = [f"{len(inputs)} of {len(inputs) + len(unread)} inputs read", f"{count(len(outlets), 'outlet')}{days}"]
    return tuple(parts)


def _step_words(index: Index, row: Derivation) -> str:
    parent = index.reports.get(row.parent_document_id or "")
    name = f"{parent.outlet} {parent.stamp}" if parent else f"{row.parent_external} (outside the pile)"
    parts = [name, plain_kind(row.kind, DERIVATION)]
    parts += [] if row.credited else ["not credited"]
    parts += (
        [] if row.direction == "known" else ["likely" if row.direction == "likely" else "which came first is not known"]
    )
    return ", ".join(parts)


def _copy_rows(index: Index) -> tuple[CopyRow, ...]:
    return tuple(
        CopyRow(
            report.anchor,
            report.stamp,
            report.outlet,
            report.title,
            "; ".join(_step_words(index, row) for row in index.parents_of.get(report.id, ())),
        )
        for report in index.reports.values()
    )


def assemble(index: Index, name: str) -> Page:
    """All views of a record.

    Args:
        index: the record.
        name: what the case is called.
    """
    span, shapes = _span(index), shapes_of(index)
    made = [row_of(index, claim, shapes, span) for claim in index.claims.values()]
    made.sort(key=lambda row: (-row.weight, -row.head.reports, -row.head.outlets, row.head.id))
    single = frozenset(claim.id for claim in index.claims.values() if is_alone(index, claim))
    rows = [row for row in made if row.head.id not in single]
    heads = {claim.id: head_of(index, claim) for claim in index.claims.values()}
    paged = [*rows, *(row for row in made if row.head.id in single)][:MOST_PAGES]
    return Page(
        name=name,
        title=_title(index, len(made)),
        state=_state(index, span),
        key=_key(index, rows, shapes),
        rows=tuple(rows),
        alone=tuple(row for row in made if row.head.id in single),
        claims=tuple(page_of(index, row, shapes) for row in paged),
        reports=tuple(report_page(index, report, heads, single) for report in index.reports.values()),
        copies=copies(index),
        copy_rows=_copy_rows(index),
        timeline=timeline(index, [row.head for row in rows]),
        problems=index.problems,
        n_reports=len(index.reports),
    )
