"""Who is named together: names on one line, an arc for every two that stand in the same reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.report.svg import drawing, label, text

_ROW, _LINE, _WIDTH, _DEEPEST = 24.0, 300.0, 720.0, 250.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name on the line; ``href`` is empty for one that must not be led to."""

    name: str
    note: str
    href: str


def arcs(names: Sequence[Named], pairs: Sequence[tuple[int, int, int]]) -> Markup:
    """The figure, from top to bottom; empty without arcs. A thicker arc: more reports.

    Args:
        names: in the order in which they stand.
        pairs: (one, other, reports) by their places among the names, from 0.
    """
    if not pairs:
        return Markup("")
    most = max(n for *_, n in pairs)
    longest = max(abs(one - other) for one, other, _ in pairs)
    parts = []
    for one, other, n in sorted(pairs, key=lambda pair: (pair[2], pair)):
        y0, y1 = ((place + 0.5) * _ROW + 4 for place in sorted((one, other)))
        deep = _DEEPEST * (abs(one - other) / longest) ** 0.7
        wide = 1 + 5 * n / most
        x, bow = _LINE - 8, _LINE - 8 - deep
        path = f"M{x:.0f} {y0:.1f} C{bow:.1f} {y0:.1f} {bow:.1f} {y1:.1f} {x:.0f} {y1:.1f}"
        said = text(f"{names[one].name}, {names[other].name}: {n}")
        style = f'class="band" fill="none" stroke-width="{wide:.1f}" stroke-opacity=".55"'
        parts.append(f'<path {style} d="{path}"><title>{said}</title></path>')
    for place, name in enumerate(names):
        y = (place + 0.5) * _ROW + 4
        word = label(name.name, _LINE + 8, y + 4, room=300, style='class="t-ink"')
        parts.append(f'<circle class="fk" cx="{_LINE:.0f}" cy="{y:.1f}" r="3"/>')
        parts.append(f'<a href="{text(name.href)}">{word}</a>' if name.href else word)
        parts.append(label(name.note, _WIDTH - 4, y + 4, room=110, style='class="t-s" text-anchor="end"'))
    height = len(names) * _ROW + 12
    said = (
        f"{len(names)} names and the {len(pairs)} pairs of them that stand in the same reports; the list says the same"
    )
    return drawing("".join(parts), (_WIDTH, height), said, style='class="arcs"', role="group")
