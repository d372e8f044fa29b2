"""When things are said to have happened: a row a wording, a bar as wide as the words leave it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from woozle.report.axis import Axis, axis
from woozle.report.dates import Interval, middle
from woozle.report.draw_voice import lettered
from woozle.report.svg import drawing, label, reach, text, wrapped
from woozle.report.wordings import TimedClaim, Wording, bounds, by_time
from woozle.report.words import count

#: Claims and wordings beyond these are listed, not drawn.
_MOST_CLAIMS, _MOST_ROWS = 24, 80
#: What lies further from the reports than this, or is wider, goes into the gutters at both ends of the axis.
_NEAR = timedelta(days=45)
_MINUTES = timedelta(hours=1)
_TOP, _HEAD = 44.0, 30.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand, in user units; on a phone the bar of a wording lies below it and not beside it.

    ``gutter``: at both ends of the axis; ``stub``: how far a bar without an end reaches; ``down``: from the words of a
    row to its bar; ``room`` and ``head``: how wide words of a time and of a claim may be.
    """

    width: float
    left: float
    right: float
    gutter: float
    stub: float
    row: float
    down: float
    room: float
    head: float

    @property
    def is_narrow(self) -> bool:
        return self.down > 0


_WIDE = _Frame(1240.0, 330.0, 1226.0, 74.0, 90.0, 36.0, 0.0, 230.0, 900.0)
_NARROW = _Frame(328.0, 2.0, 326.0, 30.0, 60.0, 64.0, 30.0, 300.0, 328.0)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, wide and for a phone, what it leaves out in words, and everything as rows."""

    svg: Markup
    narrow: Markup
    left_out: str
    rows: tuple[TimedClaim, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """The axis between two gutters: before it lies what is earlier, behind it what is later."""

    line: Axis
    low: datetime
    high: datetime
    frame: _Frame

    def x(self, at: datetime) -> float:
        if at < self.low:
            return self.frame.left + 6
        return self.frame.right - 6 if at > self.high else self.line.x(at)


def _scale(rows: Sequence[TimedClaim], when: Sequence[datetime], year: int | None, frame: _Frame) -> _Scale | None:
    ends = sorted(at for row in rows for one in row.wordings for at in bounds(one))
    if not ends:
        return None
    known = sorted(when) or ends
    centre = known[len(known) // 2]
    near = [at for at in ends if abs(at - centre) <= _NEAR] or [min(ends, key=lambda at: (abs(at - centre), at))]
    inner = frame.left + frame.gutter, frame.right - frame.gutter
    line = axis([near[0], *(at - timedelta(seconds=1) if at > near[0] else at for at in near)], *inner, year)
    return _Scale(line, near[0], near[-1], frame) if line else None


def _bar(when: Interval, scale: _Scale, y: float) -> str:
    start, end, frame = when.start, when.end, scale.frame
    x0 = scale.x(start) if start else None
    x1 = scale.x(end) if end else None
    if start and end and end - start <= _MINUTES and x0 is not None:
        return f'<line class="bar-instant" x1="{x0:.1f}" x2="{x0:.1f}" y1="{y - 10:.1f}" y2="{y + 10:.1f}"/>'
    low = x0 if x0 is not None else max(frame.left, (x1 or frame.left) - frame.stub)
    high = x1 if x1 is not None else min(frame.right, low + frame.stub)
    high = max(high, low + 12)
    parts = [f'<rect class="bar-within" x="{low:.1f}" y="{y - 7:.1f}" width="{high - low:.1f}" height="14"/>']
    is_open = x0 is None or (start is not None and start < scale.low)
    parts.append(f'<path class="line" d="M{low + 6:.1f} {y - 5:.1f} l-6 5 l6 5"/>' if is_open else _end(low, y))
    is_open = x1 is None or (end is not None and end > scale.high + timedelta(days=1))
    parts.append(f'<path class="line" d="M{high - 6:.1f} {y - 5:.1f} l6 5 l-6 5"/>' if is_open else _end(high, y))
    return "".join(parts)


def _end(x: float, y: float) -> str:
    return f'<path class="line w2" d="M{x:.1f} {y - 9:.1f} V{y + 9:.1f}"/>'


def _ground(scale: _Scale, bottom: float) -> str:
    frame, parts = scale.frame, []
    low, high = scale.line.left, scale.line.right
    for x, words in scale.line.heads:
        parts.append(f'<line class="line soft" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 8}" y2="{bottom:.1f}"/>')
        parts.append(f'<text class="t-b" x="{x:.1f}" y="14">{text(words)}</text>' if words else "")
    for x, words in scale.line.ticks:
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 8}" y2="{bottom:.1f}"/>')
        # On a phone the words of the gutters stand in the line of the hours.
        if not frame.is_narrow or frame.left + 52 < x < frame.right - 42:
            parts.append(f'<text class="t-s" text-anchor="middle" x="{x:.1f}" y="{_TOP - 13}">{words}:00</text>')
    folds = [part.x + part.width / 2 for part in scale.line.stretches if part.is_folded]
    for x in (*folds, low - 10, high + 10):
        steps = " ".join(f"l{(-4, 4)[k % 2]} 8" for k in range(int((bottom - _TOP) / 8)))
        parts.append(f'<path class="hair" d="M{x:.1f} {_TOP - 6} {steps}"/>')
    # On a phone the words of a day take the room above the gutters.
    edge = _TOP - 13 if frame.is_narrow else 14
    parts.append(f'<text class="t-s" x="{frame.left}" y="{edge}">earlier</text>')
    parts.append(f'<text class="t-s" text-anchor="end" x="{frame.right}" y="{edge}">later</text>')
    return "".join(parts)


def _row(one: Wording, scale: _Scale, y: float, *, has_dot: bool) -> str:
    frame = scale.frame
    dot = f'<circle class="dot-none" cx="10" cy="{y - 1:.1f}" r="7"/>'
    voice = (lettered(one.voice, 10, y - 1, 8.5) if one.voice else dot) if has_dot else ""
    x = 28 + (reach(one.voice.people, 8.5) if one.voice and has_dot else 0)
    foot = y + frame.row - 19
    parts = [
        f'<line class="hair" x1="0" x2="{frame.width:.0f}" y1="{foot:.1f}" y2="{foot:.1f}"/>',
        voice,
        f'<a href="{one.href}">' if one.href else "<g>",
        label(f"“{one.text}”", x, y - 2, room=28 + frame.room - x, style='class="t-ink t-q halo"'),
        "</a>" if one.href else "</g>",
        label(one.by, x, y + 12, room=298 - x, style='class="t-s halo"'),
        _bar(one.when, scale, y + frame.down),
        _far(one, scale, y + frame.down),
    ]
    return "".join(parts)


def _far(one: Wording, scale: _Scale, y: float) -> str:
    """A gutter has no scale, so what lies in it says its date."""
    far = [at for at in bounds(one) if not scale.low <= at <= scale.high + timedelta(days=1)]
    if not far:
        return ""
    frame, at = scale.frame, scale.x(far[0])
    left = at < (frame.left + frame.right) / 2
    side = "" if left else ' text-anchor="end"'
    room = frame.right - frame.left - 40
    return label(one.said, at + (16 if left else -16), y + 4, room=min(400.0, room), style=f'class="t-s halo"{side}')


def _drawing(drawn: Sequence[TimedClaim], scale: _Scale | None, said: str, *, has_dots: bool) -> Markup:
    if scale is None:
        return Markup("")
    frame, y, body = scale.frame, _TOP + 12, []
    for row in drawn:
        lines = wrapped(row.head.text, frame.head) if frame.is_narrow else [row.head.text]
        head = "".join(label(line, 0, y + 4 + 15 * i, room=frame.head, style=_BOLD) for i, line in enumerate(lines))
        body.append(f'<a href="{row.head.href}">{head}</a>')
        y += 15 * (len(lines) - 1)
        y += _HEAD
        for one in row.wordings:
            body.append(_row(one, scale, y, has_dot=has_dots))
            y += frame.row
        y += 8
    style = 'class="narrow"' if frame.is_narrow else 'class="graph"'
    return drawing(_ground(scale, y - 12) + "".join(body), (frame.width, y), said, style=style, role="group")


def timeline(
    rows: Sequence[TimedClaim],
    when: Sequence[Interval],
    year: int | None,
    *,
    most: int = _MOST_CLAIMS,
    has_dots: bool = True,
) -> Timeline:
    """The drawing and its rows.

    Args:
        rows: claims with their times, those first that are to be drawn; the rest is in the list only.
        when: when the reports came out: the axis lies around them.
        year: the pile's usual year.
        most: claims that are drawn.
        has_dots: whether the voice of each wording is drawn.
    """
    drawn: list[TimedClaim] = []
    for row in rows[:most]:
        if sum(len(one.wordings) for one in drawn) + len(row.wordings) <= _MOST_ROWS:
            drawn.append(row)
    drawn.sort(key=by_time)
    times = [at for one in when if (at := middle(one))]
    n = sum(len(row.wordings) for row in drawn)
    said = f"{count(n, 'wording')} of times in {count(len(drawn), 'claim')}; the list below says the same"
    wide, narrow = (
        _drawing(drawn, _scale(drawn, times, year, frame), said, has_dots=has_dots) for frame in (_WIDE, _NARROW)
    )
    rest = f"{count(len(rows) - len(drawn), 'more claim')} in the list only." if wide and len(rows) > len(drawn) else ""
    return Timeline(wide, narrow, rest, tuple(sorted(rows, key=by_time)))


_BOLD = 'class="t-b halo"'
