"""A time axis in user units: stretches with something in them are wide, the quiet between them is folded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from woozle.report.dates import day_words, month_words

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
#: Up to this length a pile is drawn by hours, if hours are known; longer ones by days.
_BY_HOURS = timedelta(days=10)
#: A quiet time longer than this is folded; twice that, and so on, while there are more busy stretches than can be told.
_QUIET_HOURS, _QUIET_DAYS, _MOST_RUNS = 6 * _HOUR, 2 * _DAY, 12
#: What a run and the fold behind it need at least.
_RUN_ROOM = 60.0
_GAP = 26.0
#: Room that the words of a day and of an hour take.
_DAY_ROOM, _HOUR_ROOM = 104.0, 26.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time [start, end) drawn from `x` to `x` + `width`; ``is_folded``: nothing happened in it."""

    start: datetime
    end: datetime
    x: float
    width: float
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Where an instant lies. ``heads`` are days (or months) with their words, ``ticks`` hours or days between them."""

    stretches: tuple[Stretch, ...]
    heads: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    left: float
    right: float
    is_hours: bool

    def x(self, at: datetime) -> float:
        """The place of an instant, inside the axis."""
        for part in self.stretches:
            if at < part.end:
                share = (at - part.start) / (part.end - part.start)
                return part.x + max(0.0, share) * part.width
        return self.right


def _floor(at: datetime, *, hours: bool) -> datetime:
    return (
        at.replace(minute=0, second=0, microsecond=0)
        if hours
        else at.replace(hour=0, minute=0, second=0, microsecond=0)
    )


def _runs(
    instants: Sequence[datetime], unit: timedelta, quiet: timedelta, most: int
) -> list[tuple[datetime, datetime]]:
    """Busy runs [start, end) in whole units, at most so many."""
    while True:
        runs: list[tuple[datetime, datetime]] = []
        for at in instants:
            if runs and at - runs[-1][1] <= quiet:
                runs[-1] = (runs[-1][0], max(runs[-1][1], at + unit))
            else:
                runs.append((at, at + unit))
        if len(runs) <= most:
            return runs
        quiet *= 2


def _widths(runs: Sequence[tuple[datetime, datetime]], room: float) -> list[float]:
    """Room by length, but never less than the words of a day need while all can have it."""
    least = min(_DAY_ROOM, room / len(runs))
    spare = room - least * len(runs)
    whole = sum((end - start) / _HOUR for start, end in runs)
    return [least + spare * ((end - start) / _HOUR) / whole for start, end in runs]


def axis(instants: Iterable[datetime], left: float, right: float, year: int | None) -> Axis | None:
    """An axis over some instants; None where there are none.

    Args:
        instants: what must find a place.
        left: first user unit.
        right: last user unit.
        year: the pile's usual year, which words leave out.
    """
    ordered = sorted(instants)
    if not ordered:
        return None
    hours = ordered[-1] - ordered[0] <= _BY_HOURS and any(_floor(at, hours=False) != at for at in ordered)
    unit, quiet = (_HOUR, _QUIET_HOURS) if hours else (_DAY, _QUIET_DAYS)
    most = max(1, min(_MOST_RUNS, int((right - left) // _RUN_ROOM)))
    runs = _runs([_floor(at, hours=hours) for at in ordered], unit, quiet, most)
    widths = _widths(runs, right - left - _GAP * (len(runs) - 1))
    stretches: list[Stretch] = []
    heads: list[tuple[float, str]] = []
    ticks: list[tuple[float, str]] = []
    at = left
    for (start, end), wide in zip(runs, widths, strict=True):
        if stretches:
            stretches.append(Stretch(stretches[-1].end, start, at, _GAP, True))
            at += _GAP
        run = Stretch(start, end, at, wide, False)
        stretches.append(run)
        heads += _heads(run, year, after=next((head for head in reversed(heads) if head[1]), None), room=right - at)
        ticks += _hours(run) if hours else []
        at += wide
    return Axis(tuple(stretches), tuple(heads), tuple(ticks), left, right, hours)


def _heads(run: Stretch, year: int | None, *, after: tuple[float, str] | None, room: float) -> list[tuple[float, str]]:
    """The days of a run, or its months where days are too many; without words where there is no room for them.

    ``room`` is what the axis has from the start of the run on; words after ``after`` must not touch it.
    """
    days = int((run.end - _floor(run.start, hours=False)) / _DAY) + 1
    has_months = days > 62
    made: list[tuple[float, str]] = []
    last, said = after or (-1e9, "")
    day = _floor(run.start, hours=False)
    while day < run.end:
        is_first = not made
        if is_first or not has_months or day.day == 1:
            share = max(timedelta(0), day - run.start) / (run.end - run.start)
            place = run.x + share * run.width
            words = month_words(day, year) if has_months else day_words(day, year)
            has_room = (
                place - last >= _DAY_ROOM - 1 and words != said and (is_first or run.x + room - place > 0.8 * _DAY_ROOM)
            )
            made.append((place, words if has_room else ""))
            last, said = (place, words) if has_room else (last, said)
        day += _DAY
    return made


def _hours(run: Stretch) -> list[tuple[float, str]]:
    """Hours of a run, every first, third, sixth or twelfth, as there is room."""
    unit = run.width / ((run.end - run.start) / _HOUR)
    step = next((step for step in (1, 3, 6, 12) if unit * step >= _HOUR_ROOM), 24)
    made, at = [], run.start
    while at < run.end:
        if at.hour % step == 0 and at.hour:
            made.append((run.x + (at - run.start) / _HOUR * unit, f"{at:%H}"))
        at += _HOUR
    return made
