"""When claims say that things happened, and when reports came: imprecise intervals drawn as such."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from woozle.report.axis import Axis, axis
from woozle.report.dates import Interval, interval, words
from woozle.report.index import Index
from woozle.report.svg import drawing, text
from woozle.report.view_row import ClaimHead

_WIDTH, _LEFT, _RIGHT, _TOP, _LINE = 1200.0, 20.0, 1180.0, 34.0, 46.0
#: Claims beyond these are listed, not drawn.
_MOST = 40
#: Wider intervals say too little to be drawn as a bar; they stand in the list.
_WIDEST = timedelta(days=370)
_MINUTES = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class TimedClaim:
    """A claim and the times that its reports give for it, in words."""

    head: ClaimHead
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, and the same as a list."""

    svg: Markup
    rows: tuple[TimedClaim, ...]


def _times(index: Index, claim_id: str) -> list[Interval]:
    """The bounded times inside a claim's assertions, each once, earliest first."""
    found = set()
    for row in index.members_of.get(claim_id, ()):
        for time_id in row.time_ids:
            time = index.times.get(time_id)
            when = interval(time.start, time.end) if time else None
            if when and when.start and when.end and when.end - when.start <= _WIDEST:
                found.add(when)
    return sorted(found, key=lambda when: (when.start or when.end, when.end))


def _bar(when: Interval, line: Axis, y: float, year: int | None) -> str:
    if when.start is None or when.end is None:
        return ""
    said = text(words(when, year))
    x0, x1 = line.x(when.start), line.x(when.end)
    if when.end - when.start <= _MINUTES:
        stroke = f'x1="{x0:.1f}" x2="{x0:.1f}" y1="{y - 9:.1f}" y2="{y + 9:.1f}"'
        return f'<line class="bar-instant" {stroke}><title>{said}</title></line>'
    x1 = max(x1, x0 + 12)
    ends = f'<path class="line" d="M{x0:.1f} {y - 7:.1f} v14 M{x1:.1f} {y - 7:.1f} v14"/>'
    box = f'x="{x0:.1f}" y="{y - 5:.1f}" width="{x1 - x0:.1f}" height="10"'
    return f'<rect class="bar-within" {box}><title>{said}</title></rect>{ends}'


_HATCH = (
    '<defs><pattern id="within" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line class="hatch" x1="0" x2="0" y1="0" y2="5"/></pattern></defs>'
)


def timeline(index: Index, heads: Sequence[ClaimHead]) -> Timeline:
    """The times of claims.

    Args:
        index: the record.
        heads: the claims in the order of the list.
    """
    timed = [(head, found) for head in heads if (found := _times(index, head.id))]
    timed.sort(key=lambda item: (item[1][0].start, item[0].id))
    drawn = timed[:_MOST]
    ends = [
        at
        for _, found in drawn
        for when in found
        for at in (when.start, when.end and when.end - timedelta(seconds=1))
        if at
    ]
    line = axis(ends, _LEFT, _RIGHT, index.year)
    rows = tuple(TimedClaim(head, tuple(words(when, index.year) for when in found)) for head, found in timed)
    if line is None:
        return Timeline(Markup(""), rows)
    height = _TOP + _LINE * len(drawn) + 6
    parts = [_HATCH]
    for x, said in line.ticks:
        parts.append(f'<line class="hair" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 8}" y2="{height:.1f}"/>')
        parts.append(f'<text x="{x + 3:.1f}" y="{_TOP - 14}">{text(said)}</text>' if said else "")
    for place, (head, found) in enumerate(drawn):
        y = _TOP + _LINE * place + 32
        parts += [_bar(when, line, y, index.year) for when in found]
        parts.append(_claim_words(head, y - 14))
    said = f"{len(drawn)} claims by the times that their reports give; the list below says the same"
    return Timeline(drawing("".join(parts), (_WIDTH, height), said, role="group"), rows)


def _claim_words(head: ClaimHead, y: float) -> str:
    """The claim's words above its bars; cut words would have a hole, so a long claim is shown by its numbers."""
    said = head.text if len(head.text) <= 150 else f"A claim in {head.numbers}"
    return f'<a href="{head.href}"><text class="t-says halo" x="{_LEFT}" y="{y:.1f}">{text(said)}</text></a>'
