"""Where reports stand in the drawing of copies: outlets as lanes, time to the right, what is outside at the top."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from woozle.model.records import Derivation
from woozle.report.axis import Axis, axis
from woozle.report.dates import Interval, middle
from woozle.report.index import Index, Report
from woozle.report.links import Links

WIDTH, LEFT, RIGHT, TOP = 1240.0, 214.0, 1226.0, 44.0
#: Up to so many reports all are drawn, stroke by stroke; beyond, only those that took or gave, and copies as bands.
FEW = 60
#: More lanes are not drawn: outlets with fewest reports then share the last one. More reports are only in the table.
MOST_LANES, CROWDED_LANES, MOST_MARKS, MOST_OUTSIDE = 40, 18, 600, 10
#: The undated stand in a column of their own behind the axis.
UNDATED = 74.0
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lane:
    """An outlet, or the outlets that share the last lane; ``y`` is its line, ``href`` what its name links to."""

    name: str
    y: float
    n_reports: int
    href: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A report in the drawing. ``is_loose``: hours are drawn, and its hour is not known."""

    report: Report
    lane: int
    x: float
    y: float
    is_loose: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """The places of everything, and what found none: reports without links, reports too many, outsiders too many."""

    axis: Axis | None
    lanes: tuple[Lane, ...]
    spots: Mapping[str, Spot]
    outside: Mapping[str, float]
    height: float
    has_undated: bool
    is_crowded: bool
    n_unlinked: int
    n_too_many: int
    n_outside_left: int


def is_of_a_day(when: Interval) -> bool:
    """Whether it lies on one known day."""
    return when.start is not None and when.end is not None and when.end - when.start <= _DAY


def _drawn(index: Index, steps: Sequence[Derivation]) -> tuple[list[Report], int, int]:
    reports = list(index.reports.values())
    if len(reports) <= FEW:
        return reports, 0, 0
    linked = {row.child_document_id for row in steps} | {row.parent_document_id for row in steps}
    kept = [report for report in reports if report.id in linked]
    return kept[:MOST_MARKS], len(reports) - len(kept), max(0, len(kept) - MOST_MARKS)


def _lanes(drawn: Sequence[Report], top: float, links: Links) -> tuple[tuple[Lane, ...], Mapping[str, int]]:
    """The lanes in order of their first report, and the lane of each outlet."""
    keys = {report.id: "" if report.row.outlet is None else report.lane for report in drawn}
    tally = Counter(keys.values())
    order = list(dict.fromkeys(keys.values()))
    names = {keys[report.id]: report.outlet for report in drawn}
    most = CROWDED_LANES if len(drawn) > FEW else MOST_LANES
    if len(order) > most:
        kept = set(sorted(order, key=lambda key: (-tally[key], order.index(key)))[: most - 1])
        rest = [key for key in order if key not in kept]
        order = [key for key in order if key in kept]
    else:
        rest = []
    pitch = 36.0 if len(order) <= 16 else 26.0
    lanes = [
        Lane(names[key], top + pitch * (i + 0.6), tally[key], links.lane(names[key]) if key else "")
        for i, key in enumerate(order)
    ]
    of = {key: i for i, key in enumerate(order)}
    if rest:
        lanes.append(
            Lane(f"{len(rest)} more outlets", top + pitch * (len(order) + 0.6), sum(tally[k] for k in rest), "")
        )
        of |= dict.fromkeys(rest, len(order))
    return tuple(lanes), {report_id: of[key] for report_id, key in keys.items()}


def _depths(drawn: Sequence[Report], steps: Sequence[Derivation]) -> Mapping[str, int]:
    """How many steps a report is from one that took from nobody; circles are cut where they close."""
    parents: dict[str, list[str]] = defaultdict(list)
    for row in steps:
        if row.parent_document_id:
            parents[row.child_document_id].append(row.parent_document_id)
    depths: dict[str, int] = {}
    for _ in range(len(drawn)):
        before = dict(depths)
        for report in drawn:
            mine = [depths.get(parent, 0) for parent in parents[report.id] if parent != report.id]
            depths[report.id] = min(len(drawn), 1 + max(mine)) if mine else 0
        if before == depths or max(depths.values(), default=0) >= len(drawn):
            break
    return depths


def _day_order(line: Axis, drawn: Sequence[Report], depths: Mapping[str, int]) -> Mapping[str, float]:
    """Places within their day by who took from whom, where only days are known."""
    days: dict[object, list[Report]] = defaultdict(list)
    for report in drawn:
        at = middle(report.when)
        if at:
            days[at.date()].append(report)
    xs = {}
    for found in days.values():
        start = middle(found[0].when)
        if start is None:
            continue
        midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
        low, high = line.x(midnight), line.x(midnight + _DAY - timedelta(seconds=1))
        ranked = sorted(found, key=lambda report: (depths.get(report.id, 0), report.order))
        for place, report in enumerate(ranked, 1):
            xs[report.id] = low + (high - low) * place / (len(ranked) + 1)
    return xs


def _xs(
    line: Axis | None, drawn: Sequence[Report], steps: Sequence[Derivation], edge: float
) -> Mapping[str, tuple[float, bool]]:
    """The x and the looseness of every report; the undated stand behind the axis."""
    by_day = _day_order(line, drawn, _depths(drawn, steps)) if line and not line.is_hours else {}
    made: dict[str, tuple[float, bool]] = {}
    for report in drawn:
        at = middle(report.when) if is_of_a_day(report.when) else None
        if line is None or at is None:
            made[report.id] = (edge + 22, False)
        elif report.id in by_day:
            made[report.id] = (by_day[report.id], False)
        else:
            whole_day = report.when.start is not None and report.when.end == report.when.start + _DAY
            made[report.id] = (line.x(at), whole_day)
    return made


def _apart(xs: Mapping[str, tuple[float, bool]], lane_of: Mapping[str, int], least: float) -> Mapping[str, float]:
    """Strokes of a lane stand at least so far apart, in their order."""
    lanes: dict[int, list[str]] = defaultdict(list)
    for report_id in xs:
        lanes[lane_of[report_id]].append(report_id)
    moved = {}
    for ids in lanes.values():
        last = -1e9
        for report_id in sorted(ids, key=lambda i: (xs[i][0], i)):
            last = max(xs[report_id][0], last + least)
            moved[report_id] = last
    return moved


def _outside(steps: Sequence[Derivation], drawn: Sequence[Report]) -> tuple[Mapping[str, float], int]:
    here = {report.id for report in drawn}
    tally = Counter(row.parent_external for row in steps if row.parent_external and row.child_document_id in here)
    names = sorted(tally, key=lambda name: (-tally[name], str(name)))
    return {str(name): TOP + 12 + 24.0 * i for i, name in enumerate(names[:MOST_OUTSIDE])}, max(
        0, len(names) - MOST_OUTSIDE
    )


def graph(index: Index) -> Graph:
    """The places of all reports of a record."""
    steps = [row for report_id in index.reports for row in index.parents_of.get(report_id, ())]
    drawn, n_unlinked, n_too_many = _drawn(index, steps)
    outside, n_left = _outside(steps, drawn)
    top = TOP + (24.0 * len(outside) + 26 if outside else 0)
    lanes, lane_of = _lanes(drawn, top, index.links)
    known = [at for report in drawn if is_of_a_day(report.when) and (at := middle(report.when))]
    timed = [r.when for r in drawn if is_of_a_day(r.when) and r.when.start and r.when.end != r.when.start + _DAY]
    has_undated = len(known) < len(drawn)
    edge = RIGHT - (UNDATED if has_undated else 0)
    # Noon stands for a day whose hour is not known; where that is most of them, hours would say too much.
    instants = (
        known
        if 2 * len(timed) >= len(known)
        else [at.replace(hour=0, minute=0, second=0, microsecond=0) for at in known]
    )
    line = axis(instants, LEFT, edge - 14, index.year)
    xs = _xs(line, drawn, steps, edge)
    moved = _apart(xs, lane_of, 7.0 if len(drawn) <= FEW else 3.0)
    spots = {r.id: Spot(r, lane_of[r.id], moved[r.id], lanes[lane_of[r.id]].y, xs[r.id][1]) for r in drawn}
    height = (lanes[-1].y if lanes else top) + 24
    return Graph(line, lanes, spots, outside, height, has_undated, len(drawn) > FEW, n_unlinked, n_too_many, n_left)
