"""Which of the possible days, months and weekdays a report means, seen from the day it came out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.tense import leans_ahead


@dataclass(frozen=True, slots=True)
class Scene:
    """The text and the day it was published; None where that is not known to the day."""

    text: str
    day: date | None

    def leans(self, match: re.Match[str]) -> bool | None:
        """Whether the words around a match speak of the future (True), the past (False) or neither (None)."""
        return leans_ahead(self.text, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what makes a meaning of its match; None from `build` means: no time after all."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], Scene], m.Meaning | None]


def _pick(scene: Scene, ahead: bool | None, past: m.Meaning | None, future: m.Meaning | None) -> m.Meaning | None:
    """The past candidate unless the sentence looks ahead; without a tense, a near future beats a far past."""
    if ahead or past is None or past.start is None or scene.day is None:
        return future or past
    if future is None or future.start is None:
        return past
    back = (m.midnight(scene.day) - past.start).days
    forth = (future.start - m.midnight(scene.day)).days
    # A report of May that speaks of "June" in the past tense would say "last June"; the tense may be another verb's.
    far, near = (300, 62) if ahead is False else (240, 62)
    return future if back >= far and forth <= near else past


def date_near(scene: Scene, month: int, day: int, ahead: bool | None) -> m.Meaning | None:
    """A day and month without a year."""
    if scene.day is None:
        return m.unresolved("day", f"XXXX-{month:02d}-{day:02d}")
    here = scene.day
    is_past, is_coming = (month, day) <= (here.month, here.day), (month, day) >= (here.month, here.day)
    last = _in_years(month, day, range(here.year - (not is_past), here.year - 9, -1))
    coming = _in_years(month, day, range(here.year + (not is_coming), here.year + 9))
    return _pick(scene, ahead, last, coming)


def _in_years(month: int, day: int, years: range) -> m.Meaning | None:
    """A day and month in the first of these years that has it: 29 February waits for a leap year."""
    return next((found for year in years if (found := m.day_of(year, month, day, m.PUBLISHED))), None)


def month_near(scene: Scene, month: int, ahead: bool | None) -> m.Meaning | None:
    """A month without a year."""
    if scene.day is None:
        return m.unresolved("month", f"XXXX-{month:02d}")
    here = scene.day
    last = m.month_of(here.year - (month > here.month), month, m.PUBLISHED)
    coming = m.month_of(here.year + (month < here.month), month, m.PUBLISHED)
    return _pick(scene, ahead, last, coming)


def weekday_near(scene: Scene, weekday: int, ahead: bool | None) -> m.Meaning | None:
    """A weekday by its bare name: the report's own day counts as both the last and the coming one."""
    if scene.day is None:
        return m.unresolved("day", f"XXXX-WXX-{weekday + 1}")
    back = (scene.day.weekday() - weekday) % 7
    return m.days_on(scene.day, (7 - back) % 7 if ahead else -back)


def weekday_shifted(scene: Scene, weekday: int, word: str, ahead: bool | None) -> m.Meaning | None:
    """``last Friday`` is the one before the report's day, ``next Friday`` the one after it.

    Yesterday and tomorrow have names of their own: on a Saturday ``last Friday`` is the one of the week before.
    """
    if scene.day is None:
        return m.unresolved("day", f"XXXX-WXX-{weekday + 1}")
    back = (scene.day.weekday() - weekday) % 7
    if word == "past":
        return m.days_on(scene.day, -(back or 7))
    if word in ("last", "previous"):
        return m.days_on(scene.day, -(8 if back == 1 else back or 7))
    if word in ("next", "coming", "following"):
        return m.days_on(scene.day, 8 if back == 6 else 7 - back)
    return weekday_near(scene, weekday, ahead)


def day_number_near(scene: Scene, day: int, ahead: bool | None, weekday: int | None = None) -> m.Meaning | None:
    """``the 24th``: the day of a month that is not named; ``Tuesday the 24th`` has to be a Tuesday."""
    if scene.day is None:
        return m.unresolved("day", f"XXXX-XX-{day:02d}")
    here = scene.day
    if weekday is not None:
        return _numbered_weekday(here, day, weekday, ahead)
    shift = 0
    if ahead and day < here.day:
        shift = 1
    elif not ahead and day > here.day:
        shift = -1
    year, month = m.months_on(here.year, here.month, shift)
    return m.day_of(year, month, day, m.PUBLISHED)


def _numbered_weekday(here: date, day: int, weekday: int, ahead: bool | None) -> m.Meaning | None:
    """The day of that number and weekday on the side that the words look to; the nearest where they do not say."""
    months = (m.months_on(here.year, here.month, step) for step in range(-12, 13))
    days = (m.day_of(year, month, day, m.PUBLISHED) for year, month in months)
    known = [found.start.date() for found in days if found and found.start and found.start.weekday() == weekday]
    side = [each for each in known if ahead is None or (each >= here if ahead else each <= here)]
    nearest = min(side, key=lambda each: (abs((each - here).days), each), default=None)
    return None if nearest is None else m.days_on(nearest, 0)
