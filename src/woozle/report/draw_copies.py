"""Who took from whom: outlets as lanes, time from left to right, a line for each step, external origins at the left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.model.records import Derivation
from woozle.report.axis import Axis, axis
from woozle.report.draw_strip import middle
from woozle.report.index import Index, Report
from woozle.report.svg import drawing, label, text
from woozle.report.words import DERIVATION, count

_WIDTH, _LEFT, _OUT, _RIGHT, _TOP, _LANE = 1200.0, 210.0, 330.0, 1150.0, 34.0, 30.0
#: More lanes are not drawn; the rest is said in words.
MOST_LANES = 40


@dataclass(frozen=True, slots=True)
class Copies:
    """The drawing, and what it leaves out, in words."""

    svg: Markup
    left_out: str


@dataclass(frozen=True, slots=True)
class _Plan:
    axis: Axis | None
    lanes: Mapping[str, float]
    places: Mapping[str, tuple[float, float]]
    outside: Mapping[str, float]
    height: float


def _lanes(drawn: Sequence[Report]) -> tuple[dict[str, float], int]:
    order = list(dict.fromkeys(report.lane for report in drawn))
    kept = order[:MOST_LANES]
    return {lane: _TOP + _LANE * (at + 0.5) for at, lane in enumerate(kept)}, len(order) - len(kept)


def _plan(index: Index, drawn: Sequence[Report], steps: Sequence[Derivation]) -> tuple[_Plan, int]:
    lanes, n_left = _lanes(drawn)
    shown = [report for report in drawn if report.lane in lanes]
    times = {report.id: at for report in shown if (at := middle(report.when))}
    line = axis(times.values(), _OUT, _RIGHT - 60, index.year)
    places: dict[str, tuple[float, float]] = {}
    taken: set[tuple[str, int]] = set()
    n_undated: dict[str, int] = {}
    for report in shown:
        if report.id in times and line:
            x = line.x(times[report.id])
            while (report.lane, round(x / 9)) in taken:
                x += 9
            taken.add((report.lane, round(x / 9)))
        else:
            n_undated[report.lane] = n_undated.get(report.lane, 0) + 1
            x = _RIGHT - 30 + 9 * (n_undated[report.lane] - 1)
        places[report.id] = (x, lanes[report.lane])
    names = sorted({row.parent_external for row in steps if row.parent_external})
    height = _TOP + _LANE * max(len(lanes), len(names), 1) + 14
    outside = {name: _TOP + _LANE * (at + 0.5) for at, name in enumerate(names)}
    return _Plan(line, lanes, places, outside, height), n_left


def _ground(plan: _Plan, names: Mapping[str, str]) -> str:
    parts = []
    for lane, y in plan.lanes.items():
        parts.append(f'<line class="hair" x1="{_OUT - 20}" x2="{_RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(label(names[lane], _OUT - 28, y + 4, room=190, style='class="t-ink" text-anchor="end"'))
    bottom = plan.height - 10
    for x, words in plan.axis.ticks if plan.axis else ():
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 8}" y2="{bottom:.1f}"/>')
        parts.append(f'<text x="{x + 3:.1f}" y="{_TOP - 14}">{text(words)}</text>' if words else "")
    for part in plan.axis.stretches if plan.axis else ():
        if part.is_folded:
            x = part.x + part.width / 2
            parts.append(f'<path class="comb" d="M{x - 6:.1f} {_TOP - 18} l4 -6 l4 12 l4 -6"/>')
    if any(x >= _RIGHT - 30 for x, _ in plan.places.values()):
        parts.append(f'<text x="{_RIGHT - 40}" y="{_TOP - 14}">no date</text>')
    for name, y in plan.outside.items():
        parts.append(f'<circle class="ring line" cx="118" cy="{y:.1f}" r="5"/>')
        parts.append(label(name, 110, y + 4, room=108, style='text-anchor="end"'))
    if plan.outside:
        parts.append(f'<text class="t-s" x="118" y="{_TOP - 14}" text-anchor="middle">outside the pile</text>')
    return "".join(parts)


def _edge(plan: _Plan, row: Derivation) -> str:
    child = plan.places.get(row.child_document_id)
    if row.parent_external:
        start = (123.0, plan.outside[row.parent_external])
    else:
        found = plan.places.get(row.parent_document_id or "")
        start = found or (0.0, 0.0)
        if found is None:
            return ""
    if child is None:
        return ""
    (x0, y0), (x1, y1) = start, child
    bend = max(24.0, abs(x1 - x0) * 0.45)
    kind = row.kind if row.kind in DERIVATION else "edited"
    way = f"M{x0:.1f} {y0:.1f} C{x0 + bend:.1f} {y0:.1f} {x1 - bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    path = f'<path class="e {kind}" d="{way}"/>'
    ring = "" if row.credited else f'<circle class="end line" cx="{x1 - 7:.1f}" cy="{y1:.1f}" r="3"/>'
    bars = f'<path class="line" d="M{x1 - 9:.1f} {y1 - 4:.1f} v8"/>' if row.direction == "unknown" else ""
    return path + ring + bars


def _node(plan: _Plan, report: Report, *, is_first: bool) -> str:
    x, y = plan.places[report.id]
    words = f"{report.outlet}, {report.stamp}: {report.title}"
    style = "node first on" if is_first else "node"
    return (
        f'<a href="#{report.anchor}" aria-label="{text(words)}"><title>{text(words)}</title>'
        f'<line class="{style}" x1="{x:.1f}" x2="{x:.1f}" y1="{y - 8:.1f}" y2="{y + 8:.1f}"/></a>'
    )


def copies(index: Index) -> Copies:
    """The drawing of a pile's copies; reports that share nothing with others are not in it."""
    steps = [row for report_id in index.reports for row in index.parents_of.get(report_id, ())]
    linked = {row.child_document_id for row in steps} | {row.parent_document_id for row in steps}
    drawn = [report for report in index.reports.values() if report.id in linked]
    if not drawn:
        return Copies(Markup(""), "")
    plan, n_left = _plan(index, drawn, steps)
    names = {report.lane: report.outlet for report in drawn}
    children = {row.child_document_id for row in steps}
    edges = "".join(_edge(plan, row) for row in steps)
    nodes = "".join(_node(plan, r, is_first=r.id not in children) for r in drawn if r.id in plan.places)
    told = f"{count(len(drawn), 'report')} of {count(len(names), 'outlet')}"
    words = f"{told} and {count(len(steps), 'step')} of copying; the table below says the same"
    svg = drawing(_ground(plan, names) + edges + nodes, (_WIDTH, plan.height), words, role="group")
    rest = f"{count(n_left, 'more outlet')} not drawn; the table has them all." if n_left else ""
    return Copies(svg, rest)
