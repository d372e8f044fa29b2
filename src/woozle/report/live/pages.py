"""Every view of the local pages by name, and how it becomes HTML, JSON or CSV."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from jinja2 import Environment

from woozle.config import RECORD_FORMAT, VERSION
from woozle.report.html import environment
from woozle.report.live.bytes import bytes_of
from woozle.report.live.claim import claim
from woozle.report.live.claims import claims
from woozle.report.live.copies import copies
from woozle.report.live.coverage import coverage
from woozle.report.live.docket import Docket
from woozle.report.live.names import name, names
from woozle.report.live.numbers import numbers
from woozle.report.live.places import places
from woozle.report.live.query import Query
from woozle.report.live.report import report
from woozle.report.live.reports import reports
from woozle.report.live.review import review
from woozle.report.live.source import Asked
from woozle.report.live.timeline import events, timeline
from woozle.report.live.view import View
from woozle.toolbox.cells import cell

#: The views that stand in the head: name, words, address.
NAV = (
    ("claims", "Claims", "/claims"),
    ("reports", "Reports", "/reports"),
    ("copies", "Copies", "/copies"),
    ("timeline", "Timeline", "/timeline"),
    ("names", "People", "/names"),
    ("map", "Map", "/map"),
    ("coverage", "Coverage", "/coverage"),
    ("review", "Review", "/review"),
)

#: Views without a row, and views of one row, by the first part of their address.
LISTS: Mapping[str, Callable[[Asked, Query], View]] = MappingProxyType(
    {
        "claims": claims,
        "reports": reports,
        "copies": copies,
        "timeline": timeline,
        "events": events,
        "names": names,
        "map": places,
        "coverage": coverage,
        "numbers": numbers,
    }
)
ROWS: Mapping[str, Callable[[Asked, str, Query], View | None]] = MappingProxyType(
    {"claim": claim, "report": report, "name": name}
)
#: Files that pages load: package, name, kind of content.
ASSETS = MappingProxyType(
    {
        "woozle.css": ("woozle.report", "text/css; charset=utf-8"),
        "live.css": ("woozle.report.live", "text/css; charset=utf-8"),
        "live.js": ("woozle.report.live", "text/javascript; charset=utf-8"),
        "review.css": ("woozle.report.live", "text/css; charset=utf-8"),
        "review.js": ("woozle.report.live", "text/javascript; charset=utf-8"),
        "sign.svg": ("woozle.report.live", "image/svg+xml"),
    }
)
#: The format of what programs get; raised whenever a field changes its meaning or goes.
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Message:
    """A page that only says something: what is so, what still holds, and the command that helps.

    ``has_way_on``: whether the other pages can be read.
    """

    lines: tuple[str, ...]
    command: str = ""
    has_way_on: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a view. ``command``: the case as a command names it."""

    case: str
    command: str
    nav: tuple[tuple[str, str, str], ...]
    words: str
    json_url: str
    csv_url: str
    generation: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What views read beside the record: the bytes of a capture by its hash, and what people decided."""

    read: Callable[[str], bytes]
    docket: Callable[[], Docket]


def view_of(asked: Asked, path: str, row: str, query: Query, beside: Beside) -> View | None:
    """The view of an address; None if there is none."""
    if path == "bytes":
        return bytes_of(asked, row, query, beside.read)
    if path == "review":
        return None if row else review(asked, query, beside.docket())
    if row:
        return ROWS[path](asked, row, query) if path in ROWS else None
    return LISTS[path](asked, query) if path in LISTS else None


def message(title: str, content: Message) -> View:
    """A page that only says something."""
    return View("message.html", "", title, content, {})


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return environment("woozle.report.live", "woozle.report")


def asset(name: str) -> tuple[bytes, str] | None:
    """A file that pages load, with its kind of content; None if there is none of that name."""
    if name not in ASSETS:
        return None
    package, kind = ASSETS[name]
    return files(package).joinpath("assets", name).read_bytes(), kind


def as_html(view: View, query: Query, *, case: str, command: str, generation: str) -> str:
    """The page of a view.

    Args:
        view: the view.
        query: its address.
        case: what the case is called.
        command: how a command names the case.
        generation: the state of the record; empty where there is none.
    """
    has_twin = bool(view.twin)
    frame = Frame(
        case,
        command,
        NAV,
        query.get("q") or "" if view.nav in ("claims", "reports") else "",
        query.url(".json") if has_twin else "",
        query.url(".csv") if view.table else "",
        generation,
    )
    return _templates().get_template(view.template).render(view=view, frame=frame)


def as_json(view: View, query: Query, generation: str) -> str:
    """A view for programs: what it is of, then the view's own fields."""
    head = {
        "woozle": VERSION,
        "format": FORMAT,
        "record_format": RECORD_FORMAT,
        "record": generation,
        "url": query.url(),
        "query": dict(query.values),
    }
    return json.dumps({**head, **view.twin}, ensure_ascii=False)


def as_csv(view: View) -> str | None:
    """A view as rows; None where it is no table. Cells that a spreadsheet would take for a formula get a quote."""
    if view.table is None:
        return None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(view.table.columns)
    writer.writerows([cell(value) for value in row] for row in view.table.rows)
    return out.getvalue()
