"""The small figure of one report: what it was made from at the left, what was made from it at the right."""

from collections.abc import Sequence

from markupsafe import Markup

from woozle.report.svg import curve, drawing, label
from woozle.report.words import count

_WIDTH, _LEFT, _MIDDLE, _RIGHT, _PITCH = 520, 170, 262, 354, 34
#: So many relatives a side are drawn; the rest is said in words.
_MOST = 6

Relative = tuple[str, str, str]


def _side(relatives: Sequence[Relative], x: float, middle: float, *, is_left: bool) -> list[str]:
    shown, parts = relatives[:_MOST], []
    top = middle - (len(shown) + (len(relatives) > _MOST) - 1) * _PITCH / 2
    for i, (name, stamp, kind) in enumerate(shown):
        y = top + i * _PITCH
        ends = (x, y, _MIDDLE, middle) if is_left else (_MIDDLE, middle, x, y)
        parts.append(f'<path class="e {kind} on" d="{curve(*ends)}"/>')
        if stamp or not is_left:
            parts.append(f'<line class="node on" x1="{x}" x2="{x}" y1="{y - 9:.1f}" y2="{y + 9:.1f}"/>')
        else:
            parts.append(f'<circle class="ring line" cx="{x}" cy="{y:.1f}" r="5"/>')
        at, side = (x - 10, ' text-anchor="end"') if is_left else (x + 10, "")
        parts.append(label(name, at, y + 1, room=152, style=f'class="t-ink"{side}'))
        parts.append(label(stamp or "outside the pile", at, y + 14, room=152, style=f'class="t-s"{side}'))
    if len(relatives) > _MOST:
        at, side = (x - 10, ' text-anchor="end"') if is_left else (x + 10, "")
        y = top + len(shown) * _PITCH
        parts.append(label(f"and {len(relatives) - _MOST} more", at, y + 4, room=152, style=side))
    return parts


def family(parents: Sequence[Relative], children: Sequence[Relative]) -> Markup:
    """The figure; empty for a report that stands alone. A relative is (name, when, kind of copy)."""
    if not parents and not children:
        return Markup("")
    rows = max(min(len(side), _MOST) + (len(side) > _MOST) for side in (parents, children))
    height = max(70, rows * _PITCH + 36)
    middle = height / 2 + 8
    parts = _side(parents, _LEFT, middle, is_left=True) + _side(children, _RIGHT, middle, is_left=False)
    if parents:
        parts.append(f'<text class="t-s" text-anchor="end" x="{_LEFT - 10}" y="12">made from</text>')
    if children:
        parts.append(f'<text class="t-s" x="{_RIGHT + 10}" y="12">copied by</text>')
    parts.append(f'<line class="node on first" x1="{_MIDDLE}" x2="{_MIDDLE}" y1="{middle - 12}" y2="{middle + 12}"/>')
    parts.append(f'<text class="t-b halo" text-anchor="middle" x="{_MIDDLE}" y="{middle + 30}">this report</text>')
    words = f"Made from {count(len(parents), 'other')}, copied by {count(len(children), 'report')}"
    return drawing("".join(parts), (_WIDTH, height + 12), words)
