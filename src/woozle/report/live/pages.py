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
from woozle.model.arrow import plain
from woozle.model.runs import Held
from woozle.report.html import environment
from woozle.report.live.bytes import bytes_of
from woozle.report.live.changes import changes
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
from woozle.report.live.runs import Past, when_words
from woozle.report.live.source import Asked
from woozle.report.live.timeline import events, timeline
from woozle.report.live.view import View
from woozle.report.words import part_words
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
        "numbers": numbers,
    }
)
ROWS: Mapping[str, Callable[[Asked, str, Query], View | None]] = MappingProxyType(
    {"claim": claim, "report": report, "name": name}
)
#: Views that look at earlier runs too.
BACK: Mapping[str, Callable[[Asked, Query, Past], View]] = MappingProxyType({"coverage": coverage, "changes": changes})
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
class Around:
    """What a page is of.

    Attributes:
        case: what the case is called.
        command: how a command names the case.
        generation: the state of the record; empty where there is none.
        held: what a process does that writes to the case at this moment; None where none does.
        about: words that the record is narrowed to; None where it is of all the pile.
        n_outside: reports that are left out for that.
    """

    case: str
    command: str
    generation: str
    held: Held | None = None
    about: str | None = None
    n_outside: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a view.

    ``command``: the case as a command names it; ``under_way``: that it is written to; ``part``: that it is of a part.
    """

    case: str
    command: str
    nav: tuple[tuple[str, str, str], ...]
    words: str
    json_url: str
    csv_url: str
    generation: str
    under_way: str
    part: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What views read beside the record: the bytes of a capture by its hash, what people decided, earlier runs."""

    read: Callable[[str], bytes]
    docket: Callable[[], Docket]
    past: Callable[[], Past]


def view_of(asked: Asked, path: str, row: str, query: Query, beside: Beside) -> View | None:
    """The view of an address; None if there is none."""
    if path == "bytes":
        return bytes_of(asked, row, query, beside.read)
    if path == "review":
        return None if row else review(asked, query, beside.docket())
    if path in BACK:
        return None if row else BACK[path](asked, query, beside.past())
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


def as_html(view: View, query: Query, around: Around) -> str:
    """The page of a view, whose address is `query`."""
    has_twin = bool(view.twin)
    frame = Frame(
        around.case,
        around.command,
        NAV,
        query.get("q") or "" if view.nav in ("claims", "reports") else "",
        query.url(".json") if has_twin else "",
        query.url(".csv") if view.table else "",
        around.generation,
        _under_way(around.held),
        part_words(around.about, around.n_outside),
    )
    return _templates().get_template(view.template).render(view=view, frame=frame)


def _under_way(held: Held | None) -> str:
    """What is said of a process that writes to the case; empty where none does."""
    if held is None:
        return ""
    since = f"since {when_words(held.since)} UTC"
    if held.act in ("run", "judge"):
        return f"A run is under way {since}. Until it ends, all pages show the record as it was before."
    if held.act == "add":
        return f"Reports are being added {since}. The next run reads them."
    return f"Another process writes to the case {since}."


def as_json(view: View, query: Query, around: Around) -> str:
    """A view for programs: what it is of, whether the case is written to, then the view's own fields."""
    head = {
        "woozle": VERSION,
        "format": FORMAT,
        "record_format": RECORD_FORMAT,
        "record": around.generation,
        "about": around.about,
        "reports_left_out": around.n_outside,
        "url": query.url(),
        "query": dict(query.values),
        "under_way": plain(around.held),
    }
    return json.dumps({**head, **view.plain()}, ensure_ascii=False)


def as_csv(view: View) -> str | None:
    """A view as rows; None where it is no table. Cells that a spreadsheet would take for a formula get a quote."""
    if view.table is None:
        return None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(view.table.columns)
    writer.writerows([cell(value) for value in row] for row in view.table.rows)
    return out.getvalue()
