"""What was read, what was not and why; who published how much; with which settings the record was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from woozle.model import records as r
from woozle.report.dates import iso_day_words
from woozle.report.links import tail
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.slices import totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.view_coverage import comb, strokes

#: Rows of each list on one page, columns of days, and strokes in one cell (more are a figure).
SIZE, MOST_DAYS, MOST_STROKES = 50, 10, 60


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its reports by day as drawings or figures, and its totals."""

    name: str
    url: str
    cells: tuple[Markup | str, ...]
    n_reports: int
    n_first: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that the page shows. ``remarks``: (problem, address of the report)."""

    n_read: int
    n_inputs: int
    comb: Markup
    unread: tuple[r.Problem, ...]
    n_unread: int
    remarks: tuple[tuple[r.Problem, str], ...]
    n_remarks: int
    days: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    pager: Pager
    n_silent: int
    settings: tuple[tuple[str, str], ...]
    made_by: str
    place: int


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
        made.append(Outlet(outlet or "Outlet not known", url, cells, n, n_first))
    return tuple(made)


def _days(asked: Asked) -> list[str]:
    """The columns: days, and the empty one for reports on no known day; none where days are too many."""
    days = [day for (day,) in asked.ask("days", limit=MOST_DAYS + 1)]
    return [] if len(days) > MOST_DAYS else [*days, ""]


def _settings(found: Mapping[str, Mapping[str, Any]] | None) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{section}.{name}", "" if value is None else str(value))
        for section, values in (found or {}).items()
        for name, value in values.items()
    )


def _problems(asked: Asked, query: Query) -> tuple[list[r.Problem], list[r.Problem], Mapping[str, str]]:
    """Problems of inputs that were not read, remarks on those that were, and the report of each input of a remark."""
    at = (query.page - 1) * SIZE
    unread = asked.read(r.Problem, "problems_page", unread=1, limit=SIZE, offset=at)
    remarks = asked.read(r.Problem, "problems_page", unread=0, limit=SIZE, offset=at)
    inputs = sorted({row.input for row in remarks})
    return unread, remarks, dict(asked.ask("documents_of_inputs", inputs=inputs))


def coverage(asked: Asked, query: Query) -> View:
    """The view; ``page`` turns all of its lists.

    Raises:
        UsageError: the address asks for a page that there cannot be.
    """
    totals = totals_of(asked)
    unread, remarks, reports = _problems(asked, query)
    n_unread = asked.ask("problems_count", unread=1)[0][0]
    n_remarks = asked.ask("problems_count", unread=0)[0][0]
    rows = asked.ask("outlets", limit=SIZE, offset=(query.page - 1) * SIZE)
    n_outlets, days = asked.ask("outlets_count")[0][0], _days(asked)
    n_read, n_lost = totals["inputs_read"], totals["inputs_unread"]
    n_part = asked.ask("remarked")[0][0]
    longest = max(n_unread, n_remarks, n_outlets)
    links = [(row.document_id or reports.get(row.input) or "") for row in remarks]
    content = Coverage(
        n_read=n_read,
        n_inputs=n_read + n_lost,
        comb=comb(n_read - n_part, n_part, n_lost),
        unread=tuple(unread),
        n_unread=n_unread,
        remarks=tuple(
            (row, f"/report/{tail(there)}" if there else "") for row, there in zip(remarks, links, strict=True)
        ),
        n_remarks=n_remarks,
        days=tuple(iso_day_words(day, totals.get("year")) if day else "No known day" for day in days),
        outlets=_outlets(asked, rows, days),
        pager=pager(query, min(SIZE, max(0, longest - (query.page - 1) * SIZE)), longest, size=SIZE),
        n_silent=totals["silent"],
        settings=_settings(asked.fact("settings")),
        made_by=str(asked.fact("woozle") or ""),
        place=query.page,
    )
    plain = [(row.id, row.input, row.document_id, row.step, row.kind, row.message) for row in (*unread, *remarks)]
    names = ("id", "input", "document_id", "step", "kind", "message")
    twin = {
        "inputs": content.n_inputs,
        "inputs_read": n_read,
        "n_unread": n_unread,
        "n_remarks": n_remarks,
        "problems": [dict(zip(names, row, strict=True)) for row in plain],
        "n_outlets": n_outlets,
        "outlets": [{"outlet": name or None, "reports": n, "went_to_a_source": m} for name, n, m in rows],
        "settings": asked.fact("settings"),
    }
    return View("coverage.html", "coverage", "Coverage", content, twin, Table(names, plain))
