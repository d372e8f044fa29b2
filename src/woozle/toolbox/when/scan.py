"""Finds the time expressions of a text: runs the rules, lets the longest win, and joins clock times to their days."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from woozle.toolbox.lines import in_small_letters, unwrapped
from woozle.toolbox.spans import longest
from woozle.toolbox.when import dates, feasts, lengths, parts, ranges, relative, years
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.calendar import great_letters
from woozle.toolbox.when.clock import find_clocks
from woozle.toolbox.when.following import FOLLOWING
from woozle.toolbox.when.found import Expression, Found
from woozle.toolbox.when.frame import clock_meaning, part_of, settle
from woozle.toolbox.when.places import matches_at, walker
from woozle.toolbox.when.scene import Scene
from woozle.toolbox.when.speech import Stretch, heading_stretches, is_heading, said_stretches
from woozle.toolbox.when.words import PARTS

RULES = (*dates.RULES, *ranges.RULES, *parts.RULES, *feasts.RULES, *relative.RULES, *years.RULES, *lengths.RULES)
#: The rules of dates come first: only they can head a part of a text, or be its own date.
_N_DATES = len(dates.RULES) + len(ranges.RULES) + len(parts.RULES)

_JOINT = re.compile(
    r"\s?[,(]?\s?(?:(?:at|on|around|about|by|of|just|shortly|before|after|towards?|in the|the)\s){0,3}|'s\s|’s\s"
)
_PART_JOINT = re.compile(
    r"\s(?P<this>this\s)?(?:in the\s|at\s)?(?P<part>morning|afternoon|evening|night)\b|\s(?P<tonight>tonight)\b"
)


@dataclass(frozen=True, slots=True)
class Sighted:
    """Where the rules match in a text, before any day is known: what takes longest, and need be done only once."""

    text: str
    _flat: str
    _matches: tuple[tuple[int, re.Match[str]], ...]
    _dayless: tuple[Found, ...]

    def times(self, day: date | None = None) -> tuple[Expression, ...]:
        """As `find_times` for the text and this day of publication."""
        heads = self._headings(day)
        found = self._settled(day, heads)
        said = said_stretches(self._flat, found)
        return tuple(self._settled(day, _over(heads, said)) if said else found)

    def _headings(self, day: date | None) -> list[Stretch]:
        scene = Scene(self._flat, day)
        dated = [
            Expression(match.start(), match.end(), meaning)
            for rank, match in self._matches
            if rank < _N_DATES and is_heading(self._flat, *match.span())
            if (meaning := RULES[rank].build(match, scene)) and meaning.precision == "day"
        ]
        return heading_stretches(self._flat, longest(dated, lambda _: 0))

    def _settled(self, day: date | None, stretches: Sequence[Stretch]) -> list[Expression]:
        """The expressions where each match is told from the day of its stretch, else from the report's."""
        starts = [stretch.start for stretch in stretches]
        own = Scene(self._flat, day)

        def scene_at(at: int) -> Scene:
            index = bisect_right(starts, at) - 1
            is_in = index >= 0 and at < stretches[index].end
            return Scene(self._flat, stretches[index].day) if is_in else own

        told = []
        for rank, match in self._matches:
            scene = scene_at(match.start())
            meaning = RULES[rank].build(match, scene)
            if meaning:
                found_here = _anchored(meaning, is_own=scene is own)
                told.append(Found(match.start(), match.end(), rank, found_here, is_date=rank < _N_DATES))
        found = [_with_part(item, scene_at(item.start)) for item in (*told, *self._dayless)]
        return settle(own, _join(self._flat, longest(found, lambda item: item.rank)))


def _anchored(meaning: m.Meaning, *, is_own: bool) -> m.Meaning:
    """What is told from a day that the text names rests on the text."""
    return meaning if is_own or meaning.anchor != m.PUBLISHED else replace(meaning, anchor=m.TEXT, days=None)


def _over(heads: Sequence[Stretch], said: Sequence[Stretch]) -> list[Stretch]:
    """Headed parts and quotations in one list without overlaps; quotations cut the parts that hold them."""
    edges = sorted([*heads, *said], key=lambda each: (each.start, each.end))
    apart: list[Stretch] = []
    head: Stretch | None = None
    for each in edges:
        if apart and apart[-1].end > each.start:
            apart[-1] = replace(apart[-1], end=each.start)
        apart.append(each)
        if each.is_heading:
            head = each
        elif head and each.end < head.end:
            apart.append(replace(head, start=each.end))
    return apart


@cache
def _anywhere() -> re.Pattern[str]:
    """Where any rule matches."""
    return walker((*(rule.pattern for rule in RULES), *(pattern for pattern, _ in FOLLOWING)))


def sight(text: str) -> Sighted:
    """Match the rules once, for a text whose times are asked for with several days of publication, or with none."""
    flat = in_small_letters(unwrapped(text), great_letters)
    places = [place.start() for place in _anywhere().finditer(flat)]
    matches = [(rank, match) for rank, rule in enumerate(RULES) for match in matches_at(rule.pattern, flat, places)]
    following = [
        Found(match.start(), match.end(), -2, m.unresolved("day"), told=built[0], part=built[1])
        for pattern, build in FOLLOWING
        for match in matches_at(pattern, flat, places)
        if (built := build(match))
    ]
    clocks = [Found(clock.start, clock.end, -1, None, clock) for clock in find_clocks(flat)]
    return Sighted(text, flat, tuple(matches), (*following, *clocks))


def _join(text: str, found: Sequence[Found]) -> list[Found]:
    """Put a clock time and a day that stand beside each other into one expression."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last and (last.clock is None) != (item.clock is None) and _JOINT.fullmatch(text, last.end, item.start):
            clock, day = (last.clock, item) if last.clock else (item.clock, last)
            if clock and day.is_day and day.told is None:
                meaning = clock_meaning(clock, day.meaning, last.part or item.part or part_of(day.meaning))
                days = day.meaning.days if day.meaning else None
                joined[-1] = Found(last.start, item.end, 0, replace(meaning, days=days), None, day.meaning)
                continue
        joined.append(item)
    return joined


def _with_part(item: Found, scene: Scene) -> Found:
    """A clock time with the part of the day that follows it: "three in the morning", "nine this evening"."""
    match = _PART_JOINT.match(scene.text, item.end) if item.clock else None
    if match is None:
        return item
    is_today = bool(match["this"] or match["tonight"]) and scene.day is not None
    today = m.days_on(scene.day, 0) if is_today and scene.day else None
    return replace(item, end=match.end(), part=PARTS[match["part"] or "night"], day=today)


def find_times(text: str, day: date | None = None) -> tuple[Expression, ...]:
    """The time expressions of a text, in text order, without overlaps.

    Args:
        text: any text; offsets count its code points.
        day: the day it was published, from which "yesterday" and "in June" are told; None leaves them open.
    """
    return sight(text).times(day)
