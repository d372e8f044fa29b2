"""Rules for dates that name a month or stand in digits: ``14 June 2023``, ``30.9.2024``, ``mid-June``."""

import re

from woozle.toolbox.later import later
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scene import Rule, Scene, date_near, month_near
from woozle.toolbox.when.words import (
    DAY_NUMBER,
    EDGE,
    MONTH,
    NUMBER,
    ORDINAL_WORD,
    SHIFTS,
    SHORT_DAY,
    SPOKEN_YEAR,
    WEEKDAY,
    YEAR,
    S,
    month,
    number,
    ordinal,
    year_number,
)

DAY = rf"(?:(?:{DAY_NUMBER}(?:st|nd|rd|th)?)|(?i:{ORDINAL_WORD}))"
ITS_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_DAY}),?{S}(?:the{S})?)?"
#: What joins a date without a year to one that tells it for both.
_THEN = rf"(?:{S}(?:and|or|to|until){S}|,{S}(?:and{S})?|{S}?[-–]{S}?)"
_SOME_YEAR = rf"(?P<year>{YEAR}|(?:(?<=of )|[’'])\d\d(?=[.,;!?)]|\Z)|(?i:{SPOKEN_YEAR})(?![\\w-]))"
ITS_YEAR = rf"(?:[ ]?,?{S}(?:(?:of|in){S})?{_SOME_YEAR})?"
#: Month names that are also common words or names, and so need a word before them that asks for a month.
_DOUBTFUL = {"may", "march", "mar", "jan", "sept", "sep", "dec", "apr", "jun", "jul", "aug", "feb", "oct", "nov"}
_ASKS_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|from|to|through|before|after|for|of|last|next|this|early|mid|late|between|and"
    r"|end of|start of|beginning of)[- \n]\Z",
    re.IGNORECASE,
)


def dated(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """The day of a match that names its day, its month and perhaps its year."""
    day = ordinal(match["day"]) or int(number(match["day"]) or 0)
    if match["year"]:
        return m.day_of(year_number(match["year"]), month(match["month"]), day)
    return date_near(scene, month(match["month"]), day, scene.leans(match))


def _dated_week(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the week of 3 June``: Monday to Monday around the day; ``beginning`` and ``ending``: the seven days that do."""
    how = match["how"].lower()
    day = dated(match, scene)
    if not match["year"] and how not in ("of", "ending"):
        day = _monday(match, scene) or day
    if day is None or day.start is None:
        return day and m.unresolved("week")
    anchor = day.anchor or m.TEXT
    if how == "of":
        return m.week_of(day.start.date(), 0, anchor)
    return m.seven_days(day.start.date(), -6 if how == "ending" else 0, anchor)


def _monday(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """A day that a week begins with, in the one year about the report's in which it is a Monday."""
    if scene.day is None:
        return None
    number, day, years = (
        month(match["month"]),
        ordinal(match["day"]) or 0,
        range(scene.day.year - 1, scene.day.year + 2),
    )
    found = [each for year in years if (each := m.day_of(year, number, day, m.PUBLISHED))]
    mondays = [each for each in found if each.start and each.start.weekday() == 0]
    return mondays[0] if len(mondays) == 1 else None


def _iso(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    return m.day_of(int(match["year"]), int(match["month"]), int(match["day"]))


def _iso_clock(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    day = m.day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    ahead = int(match["ahead"] or 0) * 60 + int(match["half"] or 0)
    offset = -ahead if match["sign"] == "-" else ahead
    return day and m.clock_on(day, int(match["hour"]), int(match["minute"]), offset)


def _month_of_shifted_year(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``June last year``."""
    if scene.day is None:
        return m.unresolved("month")
    year = scene.day.year + SHIFTS[match["shift"].lower()]
    return m.month_of(year, month(match["month"]), m.PUBLISHED)


def _dotted(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    year = int(match["year"])
    return m.day_of(year if year > 99 else 2000 + year, int(match["month"]), int(match["day"]))


def _slashed(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    """Day and month change places between countries: where both orders are dates, the day stays open."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    european, american = m.day_of(year, second, first), m.day_of(year, first, second)
    if european and american and first != second:
        return m.unresolved("day", f"{year:04d}-XX-XX")
    return european or american


def _month_year(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    return m.month_of(year_number(match["year"]), month(match["month"]))


def _before(scene: Scene, match: re.Match[str]) -> str:
    return scene.text[max(0, match.start() - 14) : match.start()]


def _bare_month(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    name, shift = match["month"], (match["shift"] or "").lower()
    short = name.lower().rstrip(".")
    is_asked = bool(match["edge"] or shift or _ASKS_MONTH.search(_before(scene, match)))
    if short in _DOUBTFUL and not is_asked:
        return None
    if name.isupper() and not match["edge"]:
        return None
    if name.islower() and short != "may" and (short == "august" or len(short) < 4 or not is_asked):
        return None
    number = month(name)
    if scene.day is None or shift not in ("next", "last", "this"):
        return month_near(scene, number, scene.leans(match))
    year = scene.day.year
    if shift == "next" and number <= scene.day.month:
        year += 1
    if shift == "last" and number >= scene.day.month:
        year -= 1
    return m.month_of(year, number, m.PUBLISHED)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a date, which begins behind no figure, name or sign of money."""
    return later(rf"(?<![\w/.$€£-])(?<![$€£] ){pattern}(?![\w])")


DAY_FIRST = rf"(?:the{S})?(?P<day>{DAY})(?:{S}of)?(?:{S}|-)(?P<month>{MONTH})"
MONTH_FIRST = rf"(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})"
_WEEK = rf"(?i:the{S})?week{S}(?P<how>of|from|beginning|commencing|starting|ending)(?:{S}on)?{S}{ITS_WEEKDAY}"

RULES = (
    Rule(compiled(r"(?P<year>[12]\d{3})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)"), _iso),
    Rule(
        compiled(
            r"(?P<year>[12]\d{3})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)"
            r"(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|(?P<sign>[+-])(?P<ahead>\d\d):?(?P<half>\d\d))?"
        ),
        _iso_clock,
    ),
    Rule(
        compiled(rf"(?P<month>{MONTH})(?:,?{S}(?:of{S})?)(?P<shift>(?i:last|this|next)){S}year"),
        _month_of_shifted_year,
    ),
    Rule(compiled(r"(?P<day>\d{1,2})\.[ ]?(?P<month>\d{1,2})\.[ ]?(?P<year>(?:19|20)\d\d)(?!\.?\d)"), _dotted),
    Rule(compiled(r"(?P<day>\d{2})\.(?P<month>0\d|1[0-2])\.(?P<year>\d\d)(?!\.?\d)"), _dotted),
    Rule(compiled(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!/)"), _slashed),
    Rule(compiled(rf"(?P<day>{DAY_NUMBER})[-/](?P<month>{MONTH})[-/](?P<year>{YEAR})"), dated),
    Rule(compiled(rf"(?P<month>{MONTH})[-/](?P<day>{DAY_NUMBER})[-/](?P<year>{YEAR})"), dated),
    Rule(compiled(rf"(?P<month>{MONTH})/(?P<day>{DAY_NUMBER})(?P<year>(?!))?(?!/)"), dated),
    Rule(compiled(rf"(?P<year>{YEAR})[-/](?P<month>{MONTH})[-/](?P<day>{DAY_NUMBER})"), dated),
    Rule(compiled(rf"(?P<day>(?i:{NUMBER})){S}(?:of{S})?(?P<month>{MONTH}),?{S}{_SOME_YEAR}"), dated),
    Rule(compiled(rf"(?P<month>{MONTH}){S}(?P<day>(?i:{NUMBER})),?{S}{_SOME_YEAR}"), dated),
    Rule(compiled(rf"(?P<month>{MONTH}),{S}(?:the{S})?(?P<day>\d{{1,2}}(?:st|nd|rd|th)){ITS_YEAR}"), dated),
    Rule(compiled(rf"{ITS_WEEKDAY}{DAY_FIRST}(?={_THEN}{ITS_WEEKDAY}{DAY}{S}{MONTH},?{S}(?P<year>{YEAR}))"), dated),
    Rule(compiled(rf"{ITS_WEEKDAY}{MONTH_FIRST}(?={_THEN}{ITS_WEEKDAY}{MONTH}{S}{DAY},?{S}(?P<year>{YEAR}))"), dated),
    Rule(compiled(rf"{ITS_WEEKDAY}{DAY_FIRST}{ITS_YEAR}"), dated),
    Rule(compiled(rf"{ITS_WEEKDAY}{MONTH_FIRST}{ITS_YEAR}"), dated),
    Rule(compiled(rf"{_WEEK}{DAY_FIRST}{ITS_YEAR}"), _dated_week),
    Rule(compiled(rf"{_WEEK}{MONTH_FIRST}{ITS_YEAR}"), _dated_week),
    Rule(compiled(rf"(?:(?i:{EDGE})[ -])?(?P<month>{MONTH})(?:,?{S}(?:of{S})?){_SOME_YEAR}"), _month_year),
    Rule(compiled(rf"(?<=in )(?P<year>{YEAR}){S}(?P<month>{MONTH})(?!{S}\d|{S}[A-Z])"), _month_year),
    Rule(compiled(rf"(?P<month>{MONTH})(?={_THEN}{MONTH},?{S}(?P<year>{YEAR}))"), _month_year),
    Rule(
        compiled(
            rf"(?:(?P<edge>(?i:{EDGE}))[ -])?(?:(?P<shift>(?i:last|next|this)){S})?(?P<month>{MONTH})(?![ ][A-Z][a-z])"
        ),
        _bare_month,
    ),
)
