"""When each claim was said: a line a claim, a stroke a report, on one axis of days."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.report.axis import Axis, axis
from woozle.report.dates import middle
from woozle.report.graph import is_of_a_day
from woozle.report.shape import Shape
from woozle.report.svg import drawing, label, text
from woozle.report.view_row import ClaimHead
from woozle.report.words import count

#: Claims beyond these are in the list of claims only.
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand, in user units. ``down``: from the words of a claim to its line; on a phone it lies below."""

    width: float
    left: float
    right: float
    row: float
    down: float
    room: float


_WIDE, _NARROW = _Frame(1240, 470, 1216, 26, 0, 446), _Frame(328, 2, 326, 48, 20, 326)
_TOP = 40.0


@dataclass(frozen=True, slots=True)
class Spread:
    """The drawing, wide and for a phone, and what it leaves out in words; empty where no report has a known day."""

    svg: Markup
    narrow: Markup
    left_out: str


def _strokes(form: Shape, line: Axis, y: float) -> str:
    parts, xs = [], []
    for stroke in form.strokes:
        at = middle(stroke.when)
        if at is None or not is_of_a_day(stroke.when):
            continue
        x = line.x(at)
        xs.append(x)
        half, style = (9, "tick first") if stroke.first else (6, "tick")
        parts.append(f'<line class="{style}" x1="{x:.1f}" x2="{x:.1f}" y1="{y - half:.1f}" y2="{y + half:.1f}"/>')
    if xs:
        parts.append(f'<line class="comb" x1="{min(xs):.1f}" x2="{max(xs):.1f}" y1="{y:.1f}" y2="{y:.1f}"/>')
    return "".join(parts)


def _drawing(told: Sequence[tuple[ClaimHead, Shape]], line: Axis | None, frame: _Frame) -> Markup:
    if line is None:
        return Markup("")
    bottom, parts = _TOP + frame.row * len(told) + 4, []
    for x, words in line.heads:
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 12}" y2="{bottom:.1f}"/>')
        parts.append(f'<text class="t-b" x="{x:.1f}" y="14">{text(words)}</text>' if words else "")
    for i, (head, form) in enumerate(told):
        y = _TOP + frame.row * i + 13
        parts.append(_strokes(form, line, y + frame.down))
        words = label(head.text, 0, y + 5, room=frame.room, style='class="t-ink t-says halo"')
        parts.append(f'<a href="{head.href}">{words}</a>')
    said = f"When the reports of {count(len(told), 'claim')} came out; the list of claims gives first days"
    style = 'class="narrow"' if frame.down else 'class="graph"'
    return drawing("".join(parts), (frame.width, bottom + 6), said, style=style, role="group")


def spread_of(told: Sequence[tuple[ClaimHead, Shape]], year: int | None) -> Spread:
    """The drawings.

    Args:
        told: claims with their shapes, in the order of their first report.
        year: the pile's usual year.
    """
    shown = told[:_MOST]
    strokes = [stroke for _, form in shown for stroke in form.strokes if is_of_a_day(stroke.when)]
    known = [at for stroke in strokes if (at := middle(stroke.when))]
    wide, narrow = (_drawing(shown, axis(known, frame.left, frame.right, year), frame) for frame in (_WIDE, _NARROW))
    rest = f"{count(len(told) - len(shown), 'more claim')} not drawn." if wide and len(told) > len(shown) else ""
    return Spread(wide, narrow, rest)
