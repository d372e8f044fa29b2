"""Who took from whom, drawn: a stroke for each report, a line for each step by kind, many copies as a band."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from woozle.model.records import Derivation
from woozle.report.draw_voice import lettered
from woozle.report.graph import LEFT, RIGHT, TOP, UNDATED, WIDTH, Graph, Spot, graph, is_of_a_day
from woozle.report.index import Index
from woozle.report.links import Links
from woozle.report.shape import Shape
from woozle.report.svg import drawing, label, reach, text
from woozle.report.words import DERIVATION, count


@dataclass(frozen=True, slots=True)
class Copies:
    """The drawing, what it leaves out in words, and the numbers that head it."""

    svg: Markup
    left_out: str
    has_loose: bool
    n_first: int
    n_steps: int


@dataclass(frozen=True, slots=True)
class _Light:
    """The reports of the lit claim, each with the hue of its voice; ``first``: those that went to any source."""

    hues: Mapping[str, str]
    shape: Shape | None
    first: frozenset[str]


def _light(shape: Shape | None, first: frozenset[str]) -> _Light:
    hues = {s.report_id: shape.dots[s.leads[0][0]].hue for s in shape.strokes} if shape else {}
    return _Light(hues, shape, first)


def _zigzag(x: float, y0: float, y1: float) -> str:
    steps = " ".join(f"l{(-4, 4)[k % 2]} 8" for k in range(int((y1 - y0) / 8)))
    return f'<path class="hair" d="M{x:.1f} {y0:.1f} {steps}"/>'


def _ground(plan: Graph) -> str:
    bottom, line = plan.height - 12, plan.axis
    parts = []
    for x, words in line.heads if line else ():
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom:.1f}"/>')
        parts.append(f'<text class="t-b" x="{x:.1f}" y="14">{text(words)}</text>' if words else "")
    for x, words in line.ticks if line else ():
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom:.1f}"/>')
        parts.append(f'<text class="t-s" text-anchor="middle" x="{x:.1f}" y="{TOP - 12}">{words}</text>')
    for part in line.stretches if line else ():
        parts.append(_zigzag(part.x + part.width / 2, TOP - 6, bottom) if part.is_folded else "")
    if plan.has_undated:
        x = RIGHT - UNDATED
        parts.append(f'<text class="t-b" x="{x + 6:.0f}" y="14">No known day</text>')
        parts.append(f'<line class="comb" x1="{x:.0f}" x2="{x:.0f}" y1="{TOP - 6}" y2="{bottom:.1f}"/>')
    for lane in plan.lanes:
        parts.append(f'<line class="hair" x1="{LEFT - 10}" x2="{WIDTH:.0f}" y1="{lane.y:.1f}" y2="{lane.y:.1f}"/>')
        name = label(lane.name, LEFT - 38, lane.y + 4, room=172, style='class="t-ink" text-anchor="end"')
        parts.append(f'<a class="lane" href="{text(lane.href)}">{name}</a>' if lane.href else name)
        parts.append(
            f'<text class="t-s" text-anchor="end" x="{LEFT - 14}" y="{lane.y + 4:.1f}">{lane.n_reports}</text>'
        )
    return "".join(parts)


def _outside(plan: Graph) -> str:
    parts = []
    if plan.outside:
        style = f'class="t-b" text-anchor="end" x="{LEFT - 38}"'
        parts.append(f'<text {style} y="{TOP - 6}">Outside the pile</text>')
        parts.append(f'<text {style} y="{max(plan.outside.values()) + 26:.1f}">Outlets</text>')
    for name, y in plan.outside.items():
        parts.append(label(name, LEFT - 38, y + 4, room=172, style='class="t-ink" text-anchor="end"'))
        parts.append(f'<circle class="ring line" cx="{LEFT - 20}" cy="{y:.1f}" r="5"/>')
    return "".join(parts)


def _way(x0: float, y0: float, x1: float, y1: float) -> str:
    bend = max(10.0, min(46.0, abs(x1 - x0) * 0.5))
    return f"M{x0:.1f} {y0:.1f} C{x0 + bend:.1f} {y0:.1f} {x1 - bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"


def _start(plan: Graph, row: Derivation) -> tuple[float, float] | None:
    if row.parent_external is not None:
        y = plan.outside.get(row.parent_external)
        return None if y is None else (LEFT - 15, y)
    spot = plan.spots.get(row.parent_document_id or "")
    return (spot.x, spot.y) if spot else None


def _lit(light: _Light, row: Derivation) -> str:
    """The class that lights a step whose ends both carry the lit claim: the voice comes from the parent."""
    hue = light.hues.get(row.parent_document_id or "")
    return f" on s{hue}" if hue and row.child_document_id in light.hues else ""


def _step(plan: Graph, row: Derivation, light: _Light) -> tuple[str, str]:
    start, child = _start(plan, row), plan.spots.get(row.child_document_id)
    if start is None or child is None:
        return "", ""
    kind, lit = row.kind if row.kind in DERIVATION else "edited", _lit(light, row)
    parent = plan.spots.get(row.parent_document_id or "")
    # The keys that lead to a parent or a child follow these.
    ways = f' data-from="{parent.report.href}" data-to="{child.report.href}"' if parent else ""
    path = f'<path class="e {kind}{lit}"{ways} d="{_way(*start, child.x, child.y)}"/>'
    ends = "" if row.credited else f'<circle class="end line{lit}" cx="{child.x - 7:.1f}" cy="{child.y:.1f}" r="3.4"/>'
    if row.direction == "unknown":
        bars = (f"M{x:.1f} {y - 5:.1f} v10" for x, y in ((start[0] + 5, start[1]), (child.x - 5, child.y)))
        ends += f'<path class="line" d="{" ".join(bars)}"/>'
    return path, ends


def _steps(plan: Graph, rows: list[Derivation], light: _Light) -> str:
    low: list[str] = []
    high: list[str] = []
    ends: list[str] = []
    for row in rows:
        path, end = _step(plan, row, light)
        (high if " on " in path else low).append(path)
        ends.append(end)
    return "".join(low + high + ends)


def _bands(plan: Graph, rows: list[Derivation], light: _Light, links: Links) -> str:
    """Steps from one lane (or outsider) to another lane on one day, as a band as wide as they are many.

    A band leads to the strokes of its lane on that day.
    """
    groups: dict[tuple[float, int, object, str], list[tuple[float, float, float, float]]] = defaultdict(list)
    for row in rows:
        start, child = _start(plan, row), plan.spots.get(row.child_document_id)
        if start and child:
            day = child.report.when.start.date() if child.report.when.start else None
            groups[start[1], child.lane, day, _lit(light, row)].append((*start, child.x, child.y))
    parts = []
    for (_, at, on, lit), found in sorted(groups.items(), key=lambda item: (item[0][3], len(item[1]), item[1][0])):
        x0, y0, x1, y1 = (sum(ends) / len(found) for ends in zip(*found, strict=True))
        wide = max(1.0, min(14.0, len(found) / 2.2))
        style = f'class="band{lit}" fill="none" stroke-opacity=".55" stroke-width="{wide:.1f}"'
        band = f'<path {style} d="{_way(x0, y0, max(x0 + 4, x1), y1)}"/>'
        lane = plan.lanes[at]
        href = links.lane(lane.name if lane.href else "", str(on)) if on else ""
        said = f"<title>{count(len(found), 'step')} to {text(lane.name)}</title>"
        # The lanes lead a keyboard to the same strokes; so many stops would lock it in.
        parts.append(f'<a class="band-of" href="{text(href)}" tabindex="-1">{said}{band}</a>' if href else band)
    return "".join(parts)


def _node(plan: Graph, spot: Spot, light: _Light) -> str:
    report = spot.report
    looks = ["node"] + ["on"] * (report.id in light.hues) + ["first"] * (report.id in light.first)
    looks += ["loose"] if spot.is_loose else []
    half = 5 if plan.is_crowded else 9
    words = text(f"{report.outlet}, {report.stamp}: {report.title}")
    stroke = (
        f'<line class="{" ".join(looks)}" x1="{spot.x:.1f}" x2="{spot.x:.1f}" y1="{spot.y - half:.1f}" '
        f'y2="{spot.y + half:.1f}"/>'
    )
    if plan.is_crowded:
        # Hundreds of stops would lock a keyboard in; the table has the same links.
        return f'<a href="{report.href}" tabindex="-1"><title>{words}</title>{stroke}</a>'
    hit = f'<rect class="hit" x="{spot.x - 8:.1f}" y="{spot.y - 13:.1f}" width="16" height="26"/>'
    return f'<a href="{report.href}" aria-label="{words}"><title>{words}</title>{hit}{stroke}</a>'


def _times(plan: Graph, light: _Light) -> str:
    """Hours above the strokes of the lit claim, where they are known."""
    if plan.is_crowded or plan.axis is None or not plan.axis.is_hours:
        return ""
    parts = []
    for spot in plan.spots.values():
        start = spot.report.when.start
        if start and not spot.is_loose and spot.report.id in light.hues and is_of_a_day(spot.report.when):
            at = f'x="{spot.x:.1f}" y="{spot.y - 12:.1f}"'
            parts.append(f'<text class="t-s halo" text-anchor="middle" {at}>{start:%H:%M}</text>')
    return "".join(parts)


def _voices(plan: Graph, light: _Light) -> str:
    """The dots of the lit claim's voices, each beside the first report that went to it."""
    parts = []
    for v, voice in enumerate(light.shape.dots if light.shape else ()):
        spots = (
            [plan.spots[s.report_id] for s in light.shape.strokes if v in s.first and s.report_id in plan.spots]
            if light.shape
            else []
        )
        for place, spot in enumerate(sorted(spots, key=lambda spot: spot.x)):
            if place < 3 and voice.certainty != "none":
                parts.append(lettered(voice, spot.x - 15 - reach(voice.people, 8.5), spot.y, 8.5))
    return "".join(parts)


def _left_out(plan: Graph) -> str:
    parts = []
    if plan.n_unlinked:
        parts.append(f"{count(plan.n_unlinked, 'report')} that took from none and gave to none are not drawn.")
    if plan.is_crowded:
        parts.append("Steps from one lane to another on one day run together into a band as wide as they are many.")
    if plan.n_too_many:
        parts.append(f"And {count(plan.n_too_many, 'more report')}, not drawn.")
    if plan.n_outside_left:
        parts.append(f"And {count(plan.n_outside_left, 'more origin')} outside the pile, not drawn.")
    return " ".join(parts + (["The table has them all."] if parts else []))


def copies(index: Index, shape: Shape | None, first: frozenset[str]) -> Copies:
    """The drawing of who took from whom; empty where nobody did.

    Args:
        index: the record.
        shape: the claim to light.
        first: reports that went to a source, for any claim.
    """
    rows = [row for report_id in index.reports for row in index.parents_of.get(report_id, ())]
    n_first = len(first & set(index.reports))
    if not rows:
        return Copies(Markup(""), "", False, n_first, 0)
    plan, light = graph(index), _light(shape, first)
    lines = _bands(plan, rows, light, index.links) if plan.is_crowded else _steps(plan, rows, light)
    nodes = "".join(_node(plan, spot, light) for spot in plan.spots.values())
    inner = _ground(plan) + lines + _outside(plan) + nodes + _times(plan, light)
    inner += "" if plan.is_crowded else _voices(plan, light)
    told = (
        f"{count(len(plan.spots), 'report')} in {count(len(plan.lanes), 'lane')}, {count(len(rows), 'step')} of copying"
    )
    svg = drawing(inner, (WIDTH, plan.height), f"{told}; a table says the same", style='class="graph"', role="group")
    has_loose = any(spot.is_loose for spot in plan.spots.values())
    return Copies(svg, _left_out(plan), has_loose, n_first, len(rows))
