"""The map: where things are said to have happened, each place as wide as reports and gazetteer leave it."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from woozle.report.draw_map import LEAST, Area, Frame, Point, framed, the_map
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.words import count

#: Places on one page, and places without a point that are listed below them.
SIZE, MOST_UNPLACED = 40, 60
#: What a precision is called, how wide it is drawn (radius in kilometres), and whether its edge is known at all.
#: The gazetteer knows points and not borders, so the widths are those usual for the kind; the page says so.
KINDS = MappingProxyType(
    {
        "town": ("town", 5.0, True),
        "district": ("district", 25.0, False),
        "admin1": ("first-level area", 90.0, False),
        "country": ("country", 260.0, False),
        "region": ("region, edge not known", 420.0, False),
    }
)
_COLUMNS = ("name", "country", "admin1", "latitude", "longitude", "precision", "n_reports")


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the list. ``number`` is what it is called on the map: an arrow if it lies outside of the frame."""

    number: str
    name: str
    kind: str
    within: str
    n_reports: int
    note: str
    claims_url: str


@dataclass(frozen=True, slots=True)
class Places:
    """Everything that the page shows."""

    map: Markup
    rows: tuple[Row, ...]
    unplaced: tuple[tuple[str, int, str], ...]
    n_unplaced: int
    pager: Pager
    frame_url: str
    is_near: bool
    has_outside: bool


@lru_cache(maxsize=1)
def _land() -> tuple[tuple[Point, ...], ...]:
    """Land as rings of (longitude, latitude); the file holds a point and steps, in hundredths of a degree."""
    rows = json.loads(files("woozle.report.live").joinpath("data", "land.json").read_text("ascii"))
    rings = []
    for row in rows:
        x = y = 0
        ring = []
        for step_x, step_y in zip(row[::2], row[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x / 100, y / 100))
        rings.append(tuple(ring))
    return tuple(rings)


def _near(found: Sequence[tuple[Any, ...]]) -> list[Point]:
    """The points that the frame goes around: all but the farthest fifth by reports, seen from the middle of all."""
    points = [(row[5], row[4], row[7]) for row in found]
    total = sum(n for *_, n in points)
    if not total:
        return []
    mid_x, mid_y = (_median([(point[axis], point[2]) for point in points]) for axis in (0, 1))
    squeeze = max(0.2, math.cos(math.radians(mid_y)))
    points.sort(key=lambda point: math.hypot((point[0] - mid_x) * squeeze, point[1] - mid_y))
    kept, seen = [], 0
    for x, y, n in points:
        if seen < 0.8 * total:
            kept.append((x, y))
        seen += n
    return kept


def _median(values: Sequence[tuple[float, int]]) -> float:
    half, seen = sum(n for _, n in values) / 2, 0
    for value, n in sorted(values):
        seen += n
        if seen >= half:
            return value
    return 0.0


def _area(number: str, row: tuple[Any, ...]) -> Area:
    _, name, _, _, latitude, longitude, precision, _ = row
    _, radius, has_edge = KINDS.get(precision or "", KINDS["region"])
    return Area(number, name, longitude, latitude, radius, has_edge, _claims_url(name))


def _claims_url(name: str) -> str:
    return Query("/claims", {"place": name, "standing": "all"}).url()


def _row(number: str, row: tuple[Any, ...], frame: Frame) -> Row:
    _, name, country, admin1, latitude, longitude, precision, n = row
    kind, radius, _ = KINDS.get(precision or "", KINDS["region"])
    notes = []
    if not frame.holds(longitude, latitude):
        notes.append("Outside of the frame.")
    elif radius / 111.2 * frame.scale < LEAST:
        notes.append("Drawn at the smallest size.")
    within = ", ".join(part for part in (admin1, country) if part and part != name)
    return Row(number, name, kind, within, n, " ".join(notes), _claims_url(name))


def places(asked: Asked, query: Query) -> View:
    """The page. ``frame=all`` shows every place of the page, however far.

    Raises:
        UsageError: the address asks for a page that there cannot be.
    """
    found = asked.ask("places_page", settled=1, limit=SIZE, offset=(query.page - 1) * SIZE)
    total = asked.ask("places_count", settled=1)[0][0]
    is_near = query.get("frame") != "all"
    everywhere = [(row[5], row[4]) for row in found]
    frame = framed(_near(found) if is_near else everywhere)
    first = (query.page - 1) * SIZE
    inside = [frame.holds(row[5], row[4]) for row in found]
    numbers = [str(first + at) if is_in else "→" for at, (is_in, _) in enumerate(zip(inside, found, strict=True), 1)]
    areas = [_area(number, row) for number, row, is_in in zip(numbers, found, inside, strict=True) if is_in]
    n_outside = len(found) - len(areas)
    left = f"{count(n_outside, 'place')} outside of the frame. " if n_outside else ""
    unplaced = asked.ask("places_page", settled=0, limit=MOST_UNPLACED, offset=0) if query.page == 1 else []
    content = Places(
        map=the_map(_land(), areas, frame, left) if found else Markup(""),
        rows=tuple(_row(number, row, frame) for number, row in zip(numbers, found, strict=True)),
        unplaced=tuple((row[1], row[7], _claims_url(row[1])) for row in unplaced),
        n_unplaced=asked.ask("places_count", settled=0)[0][0],
        pager=pager(query, len(found), total, size=SIZE),
        frame_url=query.having(frame="all" if is_near else None, page=query.get("page")).url(),
        is_near=is_near,
        has_outside=n_outside > 0,
    )
    rows = [tuple(row[1:]) for row in found]
    plain = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    twin = {"n": total, "n_unplaced": content.n_unplaced, "places": plain}
    return View("map.html", "map", "Map", content, twin, Table(_COLUMNS, rows))
