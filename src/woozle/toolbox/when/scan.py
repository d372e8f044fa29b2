"""Finds the time expressions of a text: runs the rules, lets the longest win, and joins clock times to their days."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from woozle.toolbox.spans import longest
from woozle.toolbox.when import dates, lengths, relative, years
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.clock import Clock, find_clocks
from woozle.toolbox.when.places import matches_at, walker
from woozle.toolbox.when.scene import Scene
from woozle.toolbox.when.words import PARTS

RULES = (*dates.RULES, *relative.RULES, *years.RULES, *lengths.RULES)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at text[start:end], in code points, and what it means."""

    start: int
    end: int
    meaning: m.Meaning


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rank: int
    meaning: m.Meaning | None
    clock: Clock | None
    day: m.Meaning | None = None
    shift: int | None = None
    part: str = ""


_JOINT = re.compile(
    r"\s?[,(]?\s?(?:(?:at|on|around|about|by|of|just|shortly|before|after|towards?|in the|the)\s){0,3}|'s\s|’s\s"
)
_PART_JOINT = re.compile(r"\s(?:in the\s|this\s|at\s)?(morning|afternoon|evening|night)\b")
#: Days told from the day that was named last, and how far they lie from it.
_FOLLOWING = (
    (
        re.compile(
            r"(?<![\w-])(?i:the (?:next|following) (?:day|morning|evening)|a day later|the day after)"
            r"(?![\w-]| tomorrow)"
        ),
        1,
    ),
    (re.compile(r"(?<![\w-])(?i:the (?:previous day|day before)|a day earlier)(?![\w-]| yesterday)"), -1),
    (re.compile(r"(?<![\w-])(?i:(?:that|the same) (?:day|morning|afternoon|evening|night))(?![\w-])"), 0),
)
_SENTENCE = re.compile(r"[.!?][\"”’')]?\s+(?=[A-Z\"“‘'])|\n+")


@dataclass(frozen=True, slots=True)
class Sighted:
    """Where the rules match in a text, before any day is known: what takes longest, and need be done only once."""

    text: str
    _matches: tuple[tuple[int, re.Match[str]], ...]
    _dayless: tuple[_Found, ...]

    def times(self, day: date | None = None) -> tuple[Expression, ...]:
        """As `find_times` for the text and this day of publication."""
        scene = Scene(self.text, day)
        told = [
            _Found(match.start(), match.end(), rank, meaning, None)
            for rank, match in self._matches
            if (meaning := RULES[rank].build(match, scene))
        ]
        found = [_with_part(self.text, item) for item in (*told, *self._dayless)]
        return tuple(_settle(self.text, _join(self.text, longest(found, lambda item: item.rank))))


@cache
def _anywhere() -> re.Pattern[str]:
    """Where any rule matches."""
    return walker((*(rule.pattern for rule in RULES), *(pattern for pattern, _ in _FOLLOWING)))


def sight(text: str) -> Sighted:
    """Match the rules once, for a text whose times are asked for with several days of publication, or with none."""
    places = [place.start() for place in _anywhere().finditer(text)]
    matches = [(rank, match) for rank, rule in enumerate(RULES) for match in matches_at(rule.pattern, text, places)]
    following = [
        _Found(match.start(), match.end(), -2, m.unresolved("day"), None, None, shift)
        for pattern, shift in _FOLLOWING
        for match in matches_at(pattern, text, places)
    ]
    clocks = [_Found(clock.start, clock.end, -1, None, clock) for clock in find_clocks(text)]
    return Sighted(text, tuple(matches), (*following, *clocks))


def _hour(clock: Clock, part: str) -> tuple[int, bool]:
    """(hour of 24, whether it is settled) of a clock time beside a part of the day."""
    if not clock.is_twelve:
        return clock.hour, True
    if part == "TMO":
        return clock.hour % 12, True
    if part in ("TAF", "TEV"):
        return clock.hour % 12 + 12, True
    if part == "TNI":
        return (clock.hour % 12 + 12, True) if 6 <= clock.hour % 12 <= 11 else (clock.hour % 12, True)
    return clock.hour, False


def _clock_meaning(clock: Clock, day: m.Meaning | None, part: str) -> m.Meaning:
    """A clock time on a day; unresolved without a day, without its half of the day, or in a zone of no fixed offset."""
    hour, is_settled = _hour(clock, part)
    has_zone = clock.offset is not None
    found = m.clock_on(day, hour, clock.minute, clock.offset or 0) if day and is_settled and has_zone else None
    return found or m.unresolved("minute", f"T{hour:02d}:{clock.minute:02d}" if is_settled else None)


def _part_of(day: m.Meaning | None) -> str:
    value = (day.value or "") if day else ""
    return value[-3:] if value[-3:] in ("TMO", "TAF", "TEV", "TNI") else ""


def _is_day(item: _Found) -> bool:
    return item.meaning is not None and item.meaning.precision == "day" and item.clock is None


def _join(text: str, found: Sequence[_Found]) -> list[_Found]:
    """Put a clock time and a day that stand beside each other into one expression."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last and (last.clock is None) != (item.clock is None) and _JOINT.fullmatch(text, last.end, item.start):
            clock, day = (last.clock, item) if last.clock else (item.clock, last)
            if clock and _is_day(day) and day.shift is None:
                meaning = _clock_meaning(clock, day.meaning, last.part or item.part or _part_of(day.meaning))
                joined[-1] = _Found(last.start, item.end, 0, meaning, None, day.meaning)
                continue
        joined.append(item)
    return joined


def _with_part(text: str, item: _Found) -> _Found:
    """A clock time with the part of the day that follows it ("three in the morning")."""
    match = _PART_JOINT.match(text, item.end) if item.clock else None
    return replace(item, end=match.end(), part=PARTS[match[1]]) if match else item


def _bounds(text: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text) + 1]


def _day_named(item: _Found) -> m.Meaning | None:
    """The settled day that an expression names, alone or beside a clock time."""
    day = item.day or (item.meaning if _is_day(item) and item.shift is None else None)
    is_one = day is not None and day.start is not None and day.end is not None and (day.end - day.start).days == 1
    return day if is_one else None


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that a sentence names, in text order; ``only`` is set where they are all the same one."""

    starts: tuple[int, ...]
    days: tuple[m.Meaning, ...]
    only: m.Meaning | None

    def before(self, at: int) -> m.Meaning | None:
        """The day named last before a place in the text."""
        index = bisect_left(self.starts, at)
        return self.days[index - 1] if index else None


def _days_of(inside: Sequence[_Found]) -> _Days:
    named = [(item.start, day) for item in inside if (day := _day_named(item))]
    is_one = len({day.start for _, day in named}) == 1
    return _Days(tuple(at for at, _ in named), tuple(day for _, day in named), named[0][1] if is_one else None)


def _following(item: _Found, day: m.Meaning | None) -> m.Meaning:
    """Settle "the next day", told from the day that was named last; its anchor is the text."""
    if day is None or day.start is None or item.shift is None:
        return m.unresolved("day")
    return m.days_on(day.start.date(), item.shift, m.TEXT) or m.unresolved("day")


def _sentence_times(inside: Sequence[_Found], days: _Days, earlier: m.Meaning | None) -> list[Expression]:
    """The expressions of one sentence and the days it names; `earlier` is the day named last before it."""
    settled = []
    for item in inside:
        meaning, before = item.meaning, days.before(item.start)
        if item.clock:
            day = before or (days.only if days.days else earlier)
            meaning = _clock_meaning(item.clock, day, item.part or _part_of(day))
        elif item.shift is not None:
            meaning = _following(item, before or earlier)
        if meaning:
            settled.append(Expression(item.start, item.end, meaning))
    return settled


def _settle(text: str, found: Sequence[_Found]) -> list[Expression]:
    """Give clock times and "the next day" the day that their sentence, or the one before it, names."""
    settled: list[Expression] = []
    at, earlier = 0, None
    for high in _bounds(text)[1:]:
        inside = []
        while at < len(found) and found[at].start < high:
            inside.append(found[at])
            at += 1
        days = _days_of(inside)
        settled += _sentence_times(inside, days, earlier)
        earlier = days.days[-1] if days.days else None
    return settled


def find_times(text: str, day: date | None = None) -> tuple[Expression, ...]:
    """The time expressions of a text, in text order, without overlaps.

    Args:
        text: any text; offsets count its code points.
        day: the day it was published, from which "yesterday" and "in June" are told; None leaves them open.
    """
    return sight(text).times(day)
