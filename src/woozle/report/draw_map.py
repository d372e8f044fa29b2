"""The map: land without borders, and every place as an area that is as wide as what is known of it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from woozle.report.svg import drawing, fit, text, width

WIDTH = 820.0
#: The smallest area that is drawn, as a radius in user units: 12 across, whatever the scale.
LEAST = 6.0
#: How far the shapes of land may be trusted: below this many kilometres across, the frame is not narrowed.
NEAREST = 400.0
_KM_A_DEGREE = 111.2
#: Names that are written on the map if there is room; so are the numbers of all.
_NAMED = 14

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A place: its middle in degrees, its radius in kilometres, and whether its edge is known at all."""

    number: str
    name: str
    longitude: float
    latitude: float
    radius: float
    has_edge: bool
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows, in degrees; may cross no date line. Longitudes are drawn narrower by the middle latitude."""

    west: float
    east: float
    south: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much narrower a degree of longitude is than one of latitude."""
        return max(0.2, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """User units for a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """The height of the map in user units."""
        return (self.north - self.south) * self.scale

    def at(self, longitude: float, latitude: float) -> Point:
        """A point of the globe on the map."""
        return (longitude - self.west) * self.squeeze * self.scale, (self.north - latitude) * self.scale

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies in the frame."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def framed(points: Sequence[Point]) -> Frame:
    """A frame around points (longitude, latitude), 3 to 2, at least `NEAREST` wide; the world where there are none."""
    if not points:
        return Frame(-180.0, 180.0, -58.0, 84.0)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    squeeze = max(0.2, math.cos(math.radians(middle_y)))
    high = max((max(ys) - min(ys)) * 1.35, NEAREST / _KM_A_DEGREE / 1.5, (max(xs) - min(xs)) * 1.35 * squeeze / 1.5)
    if high > 100:
        return Frame(-180.0, 180.0, -58.0, 84.0)
    wide = high * 1.5 / squeeze
    south = max(-85.0, min(85.0 - high, middle_y - high / 2))
    west = max(-180.0, min(180.0 - wide, middle_x - wide / 2)) if wide < 360 else -180.0
    return Frame(west, west + min(360.0, wide), south, south + high)


def _cut(ring: Sequence[Point], bounds: tuple[int, float, bool]) -> Iterator[Point]:
    """The part of a ring on one side of a line (Sutherland and Hodgman, 1974)."""
    axis, edge, keeps_above = bounds
    for a, b in zip((ring[-1], *ring[:-1]), ring, strict=True):
        is_in = [(point[axis] >= edge) == keeps_above for point in (a, b)]
        if is_in[0] != is_in[1]:
            share = (edge - a[axis]) / (b[axis] - a[axis])
            yield a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
        if is_in[1]:
            yield b


def _clipped(ring: Sequence[Point], frame: Frame) -> Sequence[Point]:
    """The part of a ring in and a little around the frame, so that no cut edge is seen."""
    margin = (frame.east - frame.west) * 0.02
    for bounds in (
        (0, frame.west - margin, True),
        (0, frame.east + margin, False),
        (1, frame.south - margin, True),
        (1, frame.north + margin, False),
    ):
        if not ring:
            break
        ring = list(_cut(ring, bounds))
    return ring


def _is_far(ring: Sequence[Point], frame: Frame) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) < frame.west or min(xs) > frame.east or max(ys) < frame.south or min(ys) > frame.north


def _land(rings: Sequence[Sequence[Point]], frame: Frame) -> str:
    parts = []
    # A ring may run on beyond the date line; then the same land is seen from the other side too.
    turned = (ring if turn == 0 else [(x + turn, y) for x, y in ring] for ring in rings for turn in (0, -360, 360))
    for ring in turned:
        if _is_far(ring, frame):
            continue
        points = [frame.at(*point) for point in _clipped(ring, frame)]
        if len(points) > 2:
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    return f'<path class="land" fill-rule="evenodd" d="{"".join(parts)}"/>'


def _bar(frame: Frame) -> str:
    """The scale: a whole number of kilometres, about a fifth of the width."""
    km = WIDTH / frame.scale * _KM_A_DEGREE / 5
    unit = 10 ** math.floor(math.log10(km))
    whole = next(step * unit for step in (5, 2, 1) if step * unit <= km)
    x1, y = 16 + whole / _KM_A_DEGREE * frame.scale, frame.height - 16
    line = f'<path class="line w2" d="M16 {y - 6:.1f} V{y:.1f} H{x1:.1f} V{y - 6:.1f}"/>'
    return line + f'<text class="t-ink halo" x="16" y="{y - 12:.1f}">{whole:,.0f} km</text>'


@dataclass(slots=True)
class _Labels:
    """Where words stand already: none is written over another."""

    frame: Frame
    taken: list[tuple[float, float, float, float]]

    def place(self, x: float, y: float, radius: float, wide: float) -> Point | None:
        """A free place for words beside an area, the first of its four corners that has one; None if none has."""
        near = radius * 0.71
        for right, down in ((True, False), (True, True), (False, False), (False, True)):
            left = x + near + 3 if right else x - near - 3 - wide
            top = y + near + 1 if down else y - near - 15
            box = (left, top, left + wide, top + 14)
            if self._is_free(box):
                self.taken.append(box)
                return left, top + 11
        return None

    def _is_free(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > WIDTH - 2 or bottom > self.frame.height - 2:
            return False
        return all(right < a or left > c or bottom < b or top > d for a, b, c, d in self.taken)


def _words(area: Area, at: tuple[float, float, float], labels: _Labels, *, is_named: bool) -> str:
    """The number and, where there is room, the name beside an area."""
    x, y, radius = at
    narrow = 8.0 * len(area.number)
    name = fit(area.name, 150) if is_named else ""
    wide = narrow + 5 + width(name)
    place = labels.place(x, y, radius, wide) if name else None
    has_name = place is not None
    place = place or labels.place(x, y, radius, narrow)
    if place is None:
        return ""
    mark = f'<text class="t-b halo" x="{place[0]:.1f}" y="{place[1]:.1f}">{text(area.number)}</text>'
    if not has_name:
        return mark
    return mark + f'<text class="t-ink halo" x="{place[0] + narrow + 5:.1f}" y="{place[1]:.1f}">{escape(name)}</text>'


def _areas(areas: Sequence[Area], frame: Frame) -> str:
    """Areas, the widest below, or nobody could reach what lies within them; words go to the most important first."""
    labels, made = _Labels(frame, [(0, frame.height - 46, 200, frame.height)]), []
    for n, area in enumerate(areas):
        x, y = frame.at(area.longitude, area.latitude)
        radius = max(LEAST, area.radius / _KM_A_DEGREE * frame.scale)
        look = "area" if area.has_edge else "area wide-area"
        shape = f'<circle class="{look}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
        words = _words(area, (x, y, radius), labels, is_named=n < _NAMED)
        said = text(f"{area.number}: {area.name}")
        link = f'<a href="{text(area.href)}" aria-label="{said}"><title>{said}</title>{shape}{words}</a>'
        made.append((-radius, n, link))
    return "".join(link for *_, link in sorted(made))


def the_map(rings: Sequence[Sequence[Point]], areas: Sequence[Area], frame: Frame, left: str) -> Markup:
    """The figure.

    Args:
        rings: land, as rings of (longitude, latitude).
        areas: places in the frame, the most important first.
        frame: what is shown.
        left: what is not shown, in words.
    """
    size = (WIDTH, frame.height)
    sea = f'<rect class="sea" width="{WIDTH:.0f}" height="{frame.height:.1f}"/>'
    shapes = _areas(areas, frame)
    said = f"Map of {len(areas)} places as areas. {left}The list beside it says the same".replace("..", ".")
    return drawing(sea + _land(rings, frame) + shapes + _bar(frame), size, said, style='class="map"', role="group")
