"""What was read, what was read with a remark, and what was not; and who published how much on which day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from woozle.model.records import Problem
from woozle.report.dates import day_words_of, middle
from woozle.report.graph import is_of_a_day
from woozle.report.index import Index
from woozle.report.svg import drawing
from woozle.report.words import count

#: So many days have a column; a pile over more days shows totals only.
_MOST_DAYS = 10
#: So many inputs have a stroke of their own.
_MOST_STROKES = 400


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet with its strokes by day, as (report, went to a source), and its totals."""

    name: str
    days: tuple[Markup, ...]
    undated: Markup
    n_reports: int
    n_first: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything of the view. ``unread``: inputs without a document; ``remarks``: on reports that were read."""

    n_inputs: int
    n_read: int
    comb: Markup
    unread: tuple[Problem, ...]
    remarks: tuple[tuple[Problem, str, str], ...]
    days: tuple[str, ...]
    outlets: tuple[OutletRow, ...]
    has_undated: bool
    n_undated: int
    silent: tuple[str, ...]

    @property
    def n_unread(self) -> int:
        """Inputs that could not be read."""
        return self.n_inputs - self.n_read


def comb(whole: int, part: int, unread: int) -> Markup:
    """A stroke an input; empty where they are too many to be told apart."""
    total = whole + part + unread
    if not total or total > _MOST_STROKES:
        return Markup("")
    pitch = max(4.0, min(18.0, 1100 / total))
    parts, width = [], pitch * total + 8
    for i in range(total):
        x = 4 + i * pitch
        if i < whole:
            parts.append(f'<line class="tick first" x1="{x:.1f}" x2="{x:.1f}" y1="2" y2="40"/>')
        elif i < whole + part:
            parts.append(f'<line class="tick first" x1="{x:.1f}" x2="{x:.1f}" y1="22" y2="40"/>')
            parts.append(f'<line class="comb dots" x1="{x:.1f}" x2="{x:.1f}" y1="2" y2="20"/>')
        else:
            half = min(2.5, pitch / 3)
            parts.append(f'<rect class="line" x="{x - half:.1f}" y="2" width="{2 * half:.1f}" height="38"/>')
    words = f"{count(whole, 'input')} read, {part} read with a remark, {unread} not read"
    return drawing("".join(parts), (width, 42), words, style='class="comb-of"')


def strokes(looks: Sequence[bool]) -> Markup:
    """A stroke a report; words for no report are left to the table."""
    if not looks:
        return Markup("")
    pitch = max(2.5, min(6.0, 120 / len(looks)))
    xs = [(3 + i * pitch, " first" if is_first else "") for i, is_first in enumerate(looks)]
    parts = [f'<line class="tick{style}" x1="{x:.1f}" x2="{x:.1f}" y1="1" y2="15"/>' for x, style in xs]
    width = 6 + pitch * len(looks)
    n = sum(looks)
    words = count(len(looks), "report") + (f", {n} went to a source" if n else "")
    return drawing("".join(parts), (width, 16), words)


def _outlets(index: Index, first: frozenset[str], days: Sequence[date], *, has_columns: bool) -> tuple[OutletRow, ...]:
    groups: dict[str, list[str]] = defaultdict(list)
    for report in index.reports.values():
        groups["" if report.row.outlet is None else report.lane].append(report.id)
    made = []
    for ids in groups.values():
        cells: dict[date | None, list[bool]] = defaultdict(list)
        for report_id in ids:
            when = index.reports[report_id].when
            at = middle(when) if is_of_a_day(when) else None
            cells[at.date() if at else None].append(report_id in first)
        shown = tuple(strokes(cells.get(day, [])) for day in days) if has_columns else ()
        n_first = sum(report_id in first for report_id in ids)
        made.append(OutletRow(index.reports[ids[0]].outlet, shown, strokes(cells.get(None, [])), len(ids), n_first))
    return tuple(sorted(made, key=lambda row: (-row.n_reports, row.name)))


def coverage(index: Index, first: frozenset[str]) -> Coverage:
    """The view.

    Args:
        index: the record.
        first: reports that went to a source, for any claim.
    """
    by_input = {name: report for report in index.reports.values() for name in (report.row.input, *report.row.inputs)}
    unread = tuple(row for row in index.problems if row.input not in by_input and row.document_id not in index.reports)
    remarks = tuple(row for row in index.problems if row not in unread)
    marked = [(row, index.reports.get(row.document_id or "") or by_input.get(row.input)) for row in remarks]
    n_part = len({report.id for _, report in marked if report})
    n_unread = len({row.input for row in unread})
    known = [middle(r.when) for r in index.reports.values() if is_of_a_day(r.when)]
    days = sorted({at.date() for at in known if at})
    has_columns = len(days) <= _MOST_DAYS
    said = {row.document_id for row in index.attributions.values()}
    return Coverage(
        n_inputs=len(by_input) + n_unread,
        n_read=len(by_input),
        comb=comb(len(by_input) - n_part, n_part, n_unread),
        unread=unread,
        remarks=tuple((row, report.href if report else "", report.outlet if report else "") for row, report in marked),
        days=tuple(day_words_of(day, index.year) for day in days) if has_columns else (),
        outlets=_outlets(index, first, days, has_columns=has_columns),
        has_undated=len(known) < len(index.reports),
        n_undated=len(index.reports) - len(known),
        silent=tuple(report.anchor for report in index.reports.values() if report.id not in said),
    )
