"""What was read, what was not and why; who published how much; with which settings the record was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from woozle.errors import UsageError
from woozle.model import records as r
from woozle.report.dates import iso_day_words
from woozle.report.links import tail
from woozle.report.live.changes import Since, since_last
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.runs import (
    RUN_COLUMNS,
    SETTING_COLUMNS,
    Past,
    RunRow,
    SettingRow,
    plain_runs,
    run_rows,
    setting_rows,
)
from woozle.report.live.slices import totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.view_coverage import comb, strokes
from woozle.report.words import NO_OUTLET

#: Rows of each list on one page, columns of days, and strokes in one cell (more are a figure).
SIZE, MOST_DAYS, MOST_STROKES = 50, 10, 60
#: Changes of each kind since the last run; all of them have a page of their own.
_CHANGES = 4
#: What ``coverage.csv`` can be of.
_OF = ("problems", "outlets", "runs", "settings")
_PROBLEM = ("id", "input", "document_id", "step", "kind", "message")
_OUTLET = ("outlet", "reports", "went_to_a_source")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its reports by day as drawings or figures, and its totals."""

    name: str
    url: str
    cells: tuple[Markup | str, ...]
    n_reports: int
    n_first: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read and what was not. ``remarks``: (problem, address of the report)."""

    n_read: int
    n: int
    comb: Markup
    unread: tuple[r.Problem, ...]
    n_unread: int
    remarks: tuple[tuple[r.Problem, str], ...]
    n_remarks: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that the page shows. ``has_next``: whether the settings of the next run could be read."""

    inputs: Inputs
    days: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    pager: Pager
    n_silent: int
    settings: tuple[SettingRow, ...]
    has_next: bool
    made_by: str
    place: int
    runs: tuple[RunRow, ...]
    since: Since | None
    fault: str


def _cell(n: int, n_first: int) -> Markup | str:
    return f"{n:,}" if n > MOST_STROKES else strokes([place < n_first for place in range(n)])


def _outlets(asked: Asked, rows: Sequence[tuple[str, int, int]], days: Sequence[str]) -> tuple[Outlet, ...]:
    by_day: dict[str, dict[str, tuple[int, int]]] = {}
    if days:
        for outlet, day, n, n_first in asked.ask("outlet_days", outlets=[row[0] for row in rows]):
            by_day.setdefault(outlet, {})[day] = (n, n_first)
    made = []
    for outlet, n, n_first in rows:
        cells = tuple(_cell(*by_day.get(outlet, {}).get(day, (0, 0))) for day in days)
        url = Query("/reports", {"outlet": outlet}).url() if outlet else ""
        made.append(Outlet(outlet or NO_OUTLET, url, cells, n, n_first))
    return tuple(made)


def _days(asked: Asked) -> list[str]:
    """The columns: days, and the empty one for reports on no known day; none where days are too many."""
    days = [day for (day,) in asked.ask("days", limit=MOST_DAYS + 1)]
    return [] if len(days) > MOST_DAYS else [*days, ""]


def _inputs(asked: Asked, totals: Mapping[str, Any], at: int) -> Inputs:
    unread = asked.read(r.Problem, "problems_page", unread=1, limit=SIZE, offset=at)
    remarks = asked.read(r.Problem, "problems_page", unread=0, limit=SIZE, offset=at)
    reports = dict(asked.ask("documents_of_inputs", inputs=sorted({row.input for row in remarks})))
    n_read, n_lost = totals["inputs_read"], totals["inputs_unread"]
    n_part = asked.ask("remarked")[0][0]
    links = [(row.document_id or reports.get(row.input) or "") for row in remarks]
    return Inputs(
        n_read=n_read,
        n=n_read + n_lost,
        comb=comb(n_read - n_part, n_part, n_lost),
        unread=tuple(unread),
        n_unread=asked.ask("problems_count", unread=1)[0][0],
        remarks=tuple(
            (row, f"/report/{tail(there)}" if there else "") for row, there in zip(remarks, links, strict=True)
        ),
        n_remarks=asked.ask("problems_count", unread=0)[0][0],
    )


def coverage(asked: Asked, query: Query, past: Past) -> View:
    """The view.

    Args:
        asked: the record.
        query: ``page`` turns the lists of inputs and outlets; ``of`` chooses the rows of ``.csv``.
        past: earlier runs, and settings.

    Raises:
        UsageError: the address asks for something that there cannot be.
        CaseError: the file of the last run is damaged.
    """
    if (of := query.get("of") or _OF[0]) not in _OF:
        raise UsageError(f"of={of[:40]} is no list of this page; there are {', '.join(_OF)}")
    totals, at = totals_of(asked), (query.page - 1) * SIZE
    inputs, outlets = _inputs(asked, totals, at), asked.ask("outlets", limit=SIZE, offset=at)
    n_outlets, days = asked.ask("outlets_count")[0][0], _days(asked)
    longest = max(inputs.n_unread, inputs.n_remarks, n_outlets)
    since, changes = since_last(asked, past, shown=_CHANGES)
    content = Coverage(
        inputs=inputs,
        days=tuple(iso_day_words(day, totals.get("year")) if day else "No known day" for day in days),
        outlets=_outlets(asked, outlets, days),
        pager=pager(query, min(SIZE, max(0, longest - at)), longest, size=SIZE),
        n_silent=totals["silent"],
        settings=setting_rows(asked.fact("settings") or {}, past),
        has_next=past.next is not None,
        made_by=str(asked.fact("woozle") or ""),
        place=query.page,
        runs=run_rows(past, asked.generation),
        since=since,
        fault=past.fault,
    )
    twin = {
        "inputs": inputs.n,
        "inputs_read": inputs.n_read,
        "n_unread": inputs.n_unread,
        "n_remarks": inputs.n_remarks,
        "problems": [dict(zip(_PROBLEM, row, strict=True)) for row in _plain(inputs)],
        "n_outlets": n_outlets,
        "outlets": [dict(zip(_OUTLET, (name or None, *n), strict=True)) for name, *n in outlets],
        "runs": plain_runs(past),
        "changes": changes,
        "settings": asked.fact("settings"),
        "settings_next": past.next,
    }
    return View("coverage.html", "coverage", "Coverage", content, twin, _table(of, twin, content))


def _plain(inputs: Inputs) -> list[tuple[Any, ...]]:
    rows = (*inputs.unread, *(row for row, _ in inputs.remarks))
    return [tuple(getattr(row, name) for name in _PROBLEM) for row in rows]


def _table(of: str, twin: Mapping[str, Any], content: Coverage) -> Table:
    """The list of the page that an address asks for."""
    if of == "settings":
        return Table(SETTING_COLUMNS, [(row.name, row.value, row.usual, row.next) for row in content.settings])
    names = {"problems": _PROBLEM, "outlets": _OUTLET, "runs": RUN_COLUMNS}[of]
    return Table(names, [tuple(row[name] for name in names) for row in twin[of]])
