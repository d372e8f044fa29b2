"""What was known when: the reports of a claim by day and voice, with what each day added in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from woozle.report.dates import Interval, day_words_of, middle
from woozle.report.draw_voice import lettered
from woozle.report.shape import Shape, Stroke
from woozle.report.svg import drawing, label, reach
from woozle.report.words import count

_LEFT, _WIDTH, _RADIUS = 60, 1000, 9
#: So many days get a column; what comes later shares the last one.
_MOST_DAYS = 8


def _columns(shape: Shape) -> tuple[list[tuple[date, list[Stroke]]], list[Stroke]]:
    """Strokes by day of publication, days without any left out, and the strokes that lie on no single day."""
    by_day: dict[date, list[Stroke]] = {}
    undated = []
    for stroke in shape.strokes:
        at, when = middle(stroke.when), stroke.when
        if at is None or when.start is None or when.end is None or when.end - when.start > timedelta(days=1):
            undated.append(stroke)
        else:
            by_day.setdefault(at.date(), []).append(stroke)
    return sorted(by_day.items()), undated


def _added(strokes: Sequence[Stroke], shape: Shape, seen: set[int], *, is_first: bool) -> tuple[str, str]:
    new = {v for stroke in strokes for v, _ in stroke.leads if shape.dots[v].certainty != "none"} - seen
    counted = sum(shape.dots[v].people for v in new if shape.dots[v].is_counted)
    seen |= new
    more = f"{len(strokes)} {'' if is_first else 'more '}report{'s' * (len(strokes) != 1)}"
    if counted:
        return more, count(counted, "voice") if is_first else f"{counted} new voice{'s' * (counted != 1)}"
    return more, _none_new(sum(shape.dots[v].people for v in new), is_first=is_first)


def _none_new(n_perhaps: int, *, is_first: bool) -> str:
    if n_perhaps:
        return f"perhaps {count(n_perhaps, 'new voice')}" if not is_first else f"perhaps {count(n_perhaps, 'voice')}"
    return "no voice found" if is_first else "no new voice"


def _strokes(strokes: Sequence[Stroke], shape: Shape, cell: tuple[float, float], rows: Mapping[int, float]) -> str:
    x0, wide = cell
    parts = []
    n_same, n_before = Counter(stroke.when for stroke in strokes), Counter[Interval]()
    for stroke in strokes:
        at, start = middle(stroke.when), stroke.when.start
        if at is None or start is None:
            continue
        n_before[stroke.when] += 1
        share = n_before[stroke.when] / (n_same[stroke.when] + 1)
        is_day = stroke.when.end is not None and stroke.when.end - start >= timedelta(days=1)
        part = share if is_day else (at.hour * 60 + at.minute) / 1440
        x = x0 + 6 + part * (wide - 12)
        for v in dict.fromkeys(lead[0] for lead in stroke.leads):
            first, y = v in stroke.first, rows[v]
            hue = f"s{shape.dots[v].hue} {'lead' if first else 'mark'}"
            parts.append(
                f'<line class="{hue}" x1="{x:.1f}" x2="{x:.1f}" y1="{y - (20 if first else 13):.0f}" y2="{y:.0f}"/>'
            )
    return "".join(parts)


def history(shape: Shape, year: int | None) -> tuple[Markup, str]:
    """The drawing, and what it leaves out in words. The drawing is empty where no report has a day."""
    columns, undated = _columns(shape)
    late = [stroke for _, strokes in columns[_MOST_DAYS - 1 :] for stroke in strokes]
    is_cut = len(columns) > _MOST_DAYS
    shown = columns[: _MOST_DAYS - 1] if is_cut else columns
    notes = [f"{count(len(undated), 'report')} on no known single day."] if undated else []
    if not columns:
        return Markup(""), " ".join(notes)
    cells = len(shown) + is_cut
    wide = min(260.0, (_WIDTH - _LEFT) / cells)
    dots = list(range(len(shape.dots)))[:8]
    if len(shape.dots) > len(dots):
        notes.append(f"{len(shape.dots) - len(dots)} more voices are listed above.")
    rows = {v: 30.0 + 32 * i for i, v in enumerate(dots)} | {v: 30.0 + 32 * 7 for v in range(8, len(shape.dots))}
    foot = 30 + 32 * (len(dots) - 1) + 10
    # The dots of several people go to the right of one dot, and everything with them.
    left = _LEFT + max((reach(shape.dots[v].people, _RADIUS) for v in dots), default=0)
    right = left + cells * wide
    parts = [
        f'<line class="hair" x1="{left:.0f}" x2="{right:.0f}" y1="{rows[v]:.0f}" y2="{rows[v]:.0f}"/>' for v in dots
    ]
    parts += [lettered(shape.dots[v], 30, rows[v] - 6, _RADIUS) for v in dots]
    seen: set[int] = set()
    all_cells = [(day_words_of(day, year), strokes) for day, strokes in shown]
    if is_cut:
        all_cells.append(("after that", late))
    for i, (name, strokes) in enumerate(all_cells):
        x = left + i * wide
        a, b = _added(strokes, shape, seen, is_first=i == 0)
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{foot}"/>')
        for k, (words, style) in enumerate(((name, 't-b"'), (a, 't-ink"'), (b, 't-ink"'))):
            parts.append(label(words, x + 6, foot + 18 + 15 * k, room=wide - 8, style=f'class="{style}'))
        parts.append(_strokes(strokes, shape, (x, wide), rows))
    words = "Reports by day: " + "; ".join(f"{name}: {len(strokes)}" for name, strokes in all_cells)
    return drawing("".join(parts), (right, foot + 54), words, style='class="history"'), " ".join(notes)
