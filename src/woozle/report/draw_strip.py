"""When reports came, in little: one stroke each over the days of the pile."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from woozle.report.dates import middle
from woozle.report.shape import Shape

_WIDTH = 92


def days(first: datetime, last: datetime) -> list[datetime]:
    """Midnights from the day of the first to the day after the last, at most 15: then every second, fourth … one."""
    start = first.replace(hour=0, minute=0, second=0, microsecond=0)
    n = (last - start).days + 1
    step = 1
    while n // step > 14:
        step *= 2
    return [start + timedelta(days=day) for day in range(0, n + 1, step)]


def strip(shape: Shape, span: tuple[datetime, datetime] | None) -> Markup:
    """One stroke a dated report, over the span of days that all reports of the pile share; empty without strokes."""
    if span is None or not shape.strokes:
        return Markup("")
    marks = days(*span)
    first = marks[0]
    whole = max(1.0, (span[1] - first).total_seconds(), (marks[-1] - first).total_seconds())

    def x(at: datetime) -> float:
        return 1 + (at - first).total_seconds() / whole * (_WIDTH - 2)

    parts = [f'<line class="hair" x1="0" x2="{_WIDTH}" y1="13.5" y2="13.5"/>']
    parts += [f'<line class="hair" x1="{x(day):.1f}" x2="{x(day):.1f}" y1="10" y2="16"/>' for day in marks]
    parts += _strokes(shape, x_of=x)
    return Markup(
        f'<svg class="fine" width="{_WIDTH}" height="17" viewBox="0 0 {_WIDTH} 17" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )


def _strokes(shape: Shape, *, x_of: Callable[[datetime], float]) -> Sequence[str]:
    made, taken = [], set()
    for stroke in sorted(shape.strokes, key=lambda s: (not s.first, s.report_id)):
        at = middle(stroke.when)
        if at is None:
            continue
        x = x_of(at)
        # Reports of one day would fall onto one stroke; each stands beside the one before.
        while round(x / 1.8) in taken and x < _WIDTH - 3:
            x += 1.8
        taken.add(round(x / 1.8))
        made.append(
            f'<line class="tick{" first" if stroke.first else ""}" x1="{x:.1f}" x2="{x:.1f}" '
            f'y1="{1 if stroke.first else 5}" y2="13"/>'
        )
    return made
