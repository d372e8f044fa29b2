"""Who is named together: names on one line, an arc for every two that stand in the same reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.report.svg import drawing, label, text

_ROW = 24.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The line that names stand on, the width, how far the longest arc goes, room for a name; in user units."""

    line: float
    width: float
    deepest: float
    room: float


_WIDE, _NARROW = _Frame(300, 720, 250, 300), _Frame(92, 328, 78, 150)


@dataclass(frozen=True, slots=True)
class Named:
    """A name on the line; ``href`` is empty for one that must not be led to."""

    name: str
    note: str
    href: str


def arcs(names: Sequence[Named], pairs: Sequence[tuple[int, int, int]]) -> tuple[Markup, Markup]:
    """The figure, wide and for a phone, from top to bottom; empty without arcs. A thicker arc: more reports.

    Args:
        names: in the order in which they stand.
        pairs: (one, other, reports) by their places among the names, from 0.
    """
    if not pairs:
        return Markup(""), Markup("")
    return _drawing(names, pairs, _WIDE), _drawing(names, pairs, _NARROW)


def _drawing(names: Sequence[Named], pairs: Sequence[tuple[int, int, int]], frame: _Frame) -> Markup:
    most = max(n for *_, n in pairs)
    longest = max(abs(one - other) for one, other, _ in pairs)
    parts = []
    for one, other, n in sorted(pairs, key=lambda pair: (pair[2], pair)):
        y0, y1 = ((place + 0.5) * _ROW + 4 for place in sorted((one, other)))
        deep = frame.deepest * (abs(one - other) / longest) ** 0.7
        wide = 1 + 5 * n / most
        x, bow = frame.line - 8, frame.line - 8 - deep
        path = f"M{x:.0f} {y0:.1f} C{bow:.1f} {y0:.1f} {bow:.1f} {y1:.1f} {x:.0f} {y1:.1f}"
        said = text(f"{names[one].name}, {names[other].name}: {n}")
        style = f'class="band" fill="none" stroke-width="{wide:.1f}" stroke-opacity=".55"'
        parts.append(f'<path {style} d="{path}"><title>{said}</title></path>')
    for place, name in enumerate(names):
        y = (place + 0.5) * _ROW + 4
        word = label(name.name, frame.line + 8, y + 4, room=frame.room, style='class="t-ink"')
        parts.append(f'<circle class="fk" cx="{frame.line:.0f}" cy="{y:.1f}" r="3"/>')
        parts.append(f'<a href="{text(name.href)}">{word}</a>' if name.href else word)
        parts.append(label(name.note, frame.width - 4, y + 4, room=74, style='class="t-s" text-anchor="end"'))
    height = len(names) * _ROW + 12
    said = (
        f"{len(names)} names and the {len(pairs)} pairs of them that stand in the same reports; the list says the same"
    )
    return drawing(
        "".join(parts),
        (frame.width, height),
        said,
        style=f'class="{"arcs" if frame is _WIDE else "narrow"}"',
        role="group",
    )
