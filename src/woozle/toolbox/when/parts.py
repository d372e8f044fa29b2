"""Rules for parts of months and years by number: ``last week of July``, ``Friday 13th``, ``the 20th of this month``."""

import re
from datetime import date, timedelta

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.dates import compiled
from woozle.toolbox.when.scene import Rule, Scene, day_number_near, month_near
from woozle.toolbox.when.words import (
    MONTH,
    ORDINAL_WORD,
    SHIFTS,
    SHORT_DAY,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    month,
    ordinal,
)

_LAST = ("last", "final", "closing")
_THURSDAY = 3


def _whole(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """The month or year of which a part is told."""
    if match["month"]:
        number = month(match["month"])
        return (
            m.month_of(int(match["year"]), number) if match["year"] else month_near(scene, number, scene.leans(match))
        )
    if match["year"]:
        return m.year_of(int(match["year"]))
    if scene.day is None:
        return None
    shift = SHIFTS.get((match["shift"] or "this").lower(), 0)
    if match["period"].lower() == "year":
        return m.year_of(scene.day.year + shift, m.PUBLISHED)
    return m.month_of(*m.months_on(scene.day.year, scene.day.month, shift), m.PUBLISHED)


def _nth_day(whole: tuple[date, date], nth: int | None, weekday: int | None) -> date | None:
    """The n-th day of a stretch, or its n-th Thursday and the like; the last one where `nth` is None."""
    first, end = whole
    step = 1 if weekday is None else 7
    first += timedelta(0 if weekday is None else (weekday - first.weekday()) % 7)
    n_days = (end - first).days
    found = first + timedelta(step * ((n_days - 1) // step if nth is None else nth - 1))
    return found if found < end else None


def _nth(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the second week of May``: a week belongs to the month and the year that hold its Thursday, as in ISO 8601."""
    unit, word = match["unit"].lower(), match["nth"].lower()
    nth = None if word in _LAST else ordinal(word)
    whole = _whole(match, scene)
    if whole is None or whole.start is None or whole.end is None:
        return m.unresolved("week" if unit == "week" else "month" if unit == "month" else "day")
    anchor = whole.anchor or m.TEXT
    if unit == "month":
        return m.month_of(whole.start.year, nth or 12, anchor) if whole.precision == "year" else None
    weekday = {"day": None, "week": _THURSDAY, "weekend": WEEKDAYS["saturday"]}.get(unit, WEEKDAYS.get(unit))
    day = _nth_day((whole.start.date(), whole.end.date()), nth, weekday)
    if day is None:
        return m.unresolved("day")  # no May has a sixth Monday
    if unit == "week":
        return m.week_of(day, 0, anchor)
    return m.weekend_of(day, 0, anchor) if unit == "weekend" else m.days_on(day, 0, anchor)


def _day_number(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    day = ordinal(match["day"])
    if day is None or day > 31:
        return None
    name = match.groupdict().get("weekday")
    return day_number_near(scene, day, scene.leans(match), WEEKDAYS[name.lower().rstrip(".")] if name else None)


def _week_of_number(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the week of the 18th``: Monday to Monday around that day."""
    day = _day_number(match, scene)
    if day is None or day.start is None:
        return day and m.unresolved("week")
    return m.week_of(day.start.date(), 0, m.PUBLISHED)


def _day_of_period(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the 20th of this month``."""
    day = ordinal(match["day"])
    if scene.day is None or day is None:
        return m.unresolved("day")
    year, number = m.months_on(scene.day.year, scene.day.month, SHIFTS[match["shift"].lower()])
    return m.day_of(year, number, day, m.PUBLISHED)


_NUMBERED = r"\d{1,2}(?:st|nd|rd|th)"
_SHIFT = r"(?i:this|last|next|past|previous|coming|following|current)"
RULES = (
    Rule(
        compiled(
            rf"(?:(?i:the){S})?(?P<nth>(?i:last|final|closing|{ORDINAL_WORD})|{_NUMBERED}){S}"
            rf"(?P<unit>(?i:day|week|weekend|month)|{WEEKDAY}){S}(?:of|in){S}"
            rf"(?:(?P<month>{MONTH})(?:,?{S}(?:(?:of|in){S})?(?P<year>{YEAR}))?(?P<shift>(?!))?(?P<period>(?!))?)"
        ),
        _nth,
    ),
    Rule(
        compiled(
            rf"(?:(?i:the){S})?(?P<nth>(?i:last|final|closing|{ORDINAL_WORD})|{_NUMBERED}){S}"
            rf"(?P<unit>(?i:day|week|weekend|month)|{WEEKDAY}){S}(?:of|in){S}(?:the{S})?"
            rf"(?:(?P<shift>{_SHIFT}){S})?(?P<period>(?i:month|year))(?P<month>(?!))?(?P<year>(?!))?"
        ),
        _nth,
    ),
    Rule(
        compiled(
            rf"(?:(?i:the){S})?(?P<nth>(?i:last|final|closing|{ORDINAL_WORD})|{_NUMBERED}){S}"
            rf"(?P<unit>(?i:day|week|weekend|month)|{WEEKDAY}){S}(?:of|in){S}"
            rf"(?P<year>{YEAR})(?P<shift>(?!))?(?P<period>(?!))?(?P<month>(?!))?"
        ),
        _nth,
    ),
    Rule(
        compiled(
            rf"(?:(?P<weekday>{WEEKDAY}),?{S}the{S}|(?<=the ))(?P<day>{_NUMBERED})"
            rf"(?=[,.;:!?)]|{S}(?:and|at|of{S}the{S}month|when)\b)"
        ),
        _day_number,
    ),
    Rule(compiled(rf"(?P<weekday>{WEEKDAY}|{SHORT_DAY}),?{S}(?:the{S})?(?P<day>{_NUMBERED})(?![ ][A-Z])"), _day_number),
    Rule(compiled(rf"(?P<weekday>{WEEKDAY}),?{S}(?P<day>[123]?\d)(?=[!?)]|\.(?!\d)|\s*\Z)"), _day_number),
    Rule(
        re.compile(
            rf"(?<![\w-])(?:(?<=on the )|(?<=On the ))(?P<day>{_NUMBERED})(?=[ ][A-Z])"
            r"(?![ ](?:Army|Brigade|Battalion|Regiment|Division|Corps|Fleet|Avenue|Street|Floor|Amendment"
            r"|Congress|District))"
        ),
        _day_number,
    ),
    Rule(compiled(rf"(?P<weekday>{WEEKDAY}),?{S}the{S}(?P<day>(?i:{ORDINAL_WORD}))"), _day_number),
    Rule(compiled(rf"(?i:the{S})?week{S}of{S}the{S}(?P<day>{_NUMBERED})(?!{S}(?:of|{MONTH}))"), _week_of_number),
    Rule(
        compiled(
            rf"(?:the{S})?(?P<day>{_NUMBERED}|(?i:{ORDINAL_WORD})(?={S}of)){S}(?:of{S})?(?:the{S})?(?P<shift>{_SHIFT}){S}month"
        ),
        _day_of_period,
    ),
)
