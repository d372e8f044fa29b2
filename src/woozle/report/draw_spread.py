"""When each claim was said: a line a claim, a stroke a report, on one axis of days."""

from collections.abc import Sequence

from markupsafe import Markup

from woozle.report.axis import axis
from woozle.report.dates import middle
from woozle.report.graph import is_of_a_day
from woozle.report.shape import Shape
from woozle.report.svg import drawing, label, text
from woozle.report.view_row import ClaimHead
from woozle.report.words import count

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 1240.0, 470.0, 1216.0, 40.0, 26.0
#: Claims beyond these are in the list of claims only.
_MOST = 40


def spread_of(told: Sequence[tuple[ClaimHead, Shape]], year: int | None) -> tuple[Markup, str]:
    """The drawing, and what it leaves out in words; empty where no report has a known day.

    Args:
        told: claims with their shapes, in the order of their first report.
        year: the pile's usual year.
    """
    shown = told[:_MOST]
    known = [
        at for _, form in shown for stroke in form.strokes if is_of_a_day(stroke.when) and (at := middle(stroke.when))
    ]
    line = axis(known, _LEFT, _RIGHT, year)
    if line is None:
        return Markup(""), ""
    bottom = _TOP + _ROW * len(shown) + 4
    parts = []
    for x, words in line.heads:
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 12}" y2="{bottom:.1f}"/>')
        parts.append(f'<text class="t-b" x="{x:.1f}" y="14">{text(words)}</text>' if words else "")
    for i, (head, form) in enumerate(shown):
        y = _TOP + _ROW * (i + 0.5)
        xs = []
        for stroke in form.strokes:
            at = middle(stroke.when)
            if at is None or not is_of_a_day(stroke.when):
                continue
            x = line.x(at)
            xs.append(x)
            half = 9 if stroke.first else 6
            style = "tick first" if stroke.first else "tick"
            parts.append(f'<line class="{style}" x1="{x:.1f}" x2="{x:.1f}" y1="{y - half:.1f}" y2="{y + half:.1f}"/>')
        if xs:
            parts.append(f'<line class="comb" x1="{min(xs):.1f}" x2="{max(xs):.1f}" y1="{y:.1f}" y2="{y:.1f}"/>')
        words = label(head.text, 0, y + 5, room=_LEFT - 24, style='class="t-ink t-says"')
        parts.append(f'<a href="{head.href}">{words}</a>')
    said = f"When the reports of {count(len(shown), 'claim')} came out; the list of claims gives first days"
    rest = f"{count(len(told) - len(shown), 'more claim')} not drawn." if len(told) > len(shown) else ""
    return drawing("".join(parts), (_WIDTH, bottom + 6), said, style='class="graph"', role="group"), rest
