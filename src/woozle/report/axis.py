"""A time axis in user units: days with something in them are wide, the quiet between them is folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from woozle.report.dates import day_words

_DAY = timedelta(days=1)
#: A quiet stretch of more days than this is folded into one narrow gap.
_QUIET = 2
_GAP = 26.0
#: Room that the words of a day take.
_ROOM = 92.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole days [start, end) drawn from `x` to `x` + `width`; ``is_folded``: nothing happened in them."""

    start: datetime
    end: datetime
    x: float
    width: float
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Where an instant lies; ``ticks`` are midnights with their words."""

    stretches: tuple[Stretch, ...]
    ticks: tuple[tuple[float, str], ...]
    left: float
    right: float

    def x(self, at: datetime) -> float:
        """The place of an instant, inside the axis."""
        for part in self.stretches:
            if at < part.end:
                share = (at - part.start) / (part.end - part.start)
                return part.x + max(0.0, share) * part.width
        return self.right


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _runs(days: Sequence[datetime]) -> list[tuple[datetime, datetime, bool]]:
    """Busy and quiet runs of days in turn."""
    runs: list[tuple[datetime, datetime, bool]] = []
    for day in days:
        if runs and day - runs[-1][1] <= _QUIET * _DAY:
            runs[-1] = (runs[-1][0], day + _DAY, False)
        else:
            if runs:
                runs.append((runs[-1][1], day, True))
            runs.append((day, day + _DAY, False))
    return runs


def axis(instants: Iterable[datetime], left: float, right: float, year: int | None) -> Axis | None:
    """An axis over some instants; None where there are none.

    Args:
        instants: what must find a place.
        left: first user unit.
        right: last user unit.
        year: the pile's usual year, which ticks leave out.
    """
    days = sorted({_midnight(at) for at in instants})
    if not days:
        return None
    runs = _runs(days)
    folds = sum(is_folded for *_, is_folded in runs)
    gap = min(_GAP, (right - left) / (3 * max(1, folds)))
    busy = sum(((end - start) / _DAY for start, end, is_folded in runs if not is_folded), 0.0)
    unit = (right - left - gap * folds) / busy
    stretches, ticks, at = [], list[tuple[float, str]](), left
    for start, end, is_folded in runs:
        wide = gap if is_folded else unit * ((end - start) / _DAY)
        stretches.append(Stretch(start, end, at, wide, is_folded))
        if not is_folded:
            ticks += _ticks((start, end), at, unit, after=ticks[-1][0] if ticks else -1e9, year=year)
        at += wide
    return Axis(tuple(stretches), tuple(ticks), left, right)


def _ticks(
    run: tuple[datetime, datetime], x: float, unit: float, *, after: float, year: int | None
) -> list[tuple[float, str]]:
    """Midnights of a busy run of days from `x` on, with words where there is room for them."""
    made: list[tuple[float, str]] = []
    for day in range(int((run[1] - run[0]) / _DAY)):
        place = x + day * unit
        has_room = place - after > _ROOM
        made.append((place, day_words(run[0] + day * _DAY, year) if has_room else ""))
        after = place if has_room else after
    return made
