"""Rules for dates that name a month or stand in digits: ``14 June 2023``, ``30.9.2024``, ``mid-June``."""

import re

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scene import Rule, Scene, date_near, day_number_near, month_near
from woozle.toolbox.when.words import (
    DAY_NUMBER,
    EDGE,
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

_DAY = rf"(?:(?:{DAY_NUMBER}(?:st|nd|rd|th)?)|(?i:{ORDINAL_WORD}))"
_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_DAY}),?{S}(?:the{S})?)?"
_TO = rf"(?P<joint>{S}?[-–—]{S}?|{S}(?:to|and|through|until|till|or){S})"
#: What joins a date without a year to one that tells it for both.
_THEN = rf"(?:{S}(?:and|or|to|until){S}|,{S}(?:and{S})?|{S}?[-–]{S}?)"
_YEAR = rf"(?:[ ]?,?{S}(?:of{S})?(?P<year>{YEAR}))?"
#: Month names that are also common words or names, and so need a word before them that asks for a month.
_DOUBTFUL = {"may", "march", "mar", "jan", "sept", "sep", "dec", "apr", "jun", "jul", "aug", "feb", "oct", "nov"}
_ASKS_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|from|to|through|before|after|for|of|last|next|this|early|mid|late|between|and"
    r"|end of|start of|beginning of)[- \n]\Z",
    re.IGNORECASE,
)


def _dated(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    day = ordinal(match["day"])
    if day is None:
        return None
    if match["year"]:
        return m.day_of(int(match["year"]), month(match["month"]), day)
    return date_near(scene, month(match["month"]), day, scene.leans(match))


def _dated_week(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """``the week of 3 June``: Monday to Monday around the day; ``beginning`` and ``ending``: the seven days that do."""
    day = _dated(match, scene)
    if day is None or day.start is None:
        return day and m.unresolved("week")
    anchor = day.anchor or m.TEXT
    if match["how"].lower() == "of":
        return m.week_of(day.start.date(), 0, anchor)
    return m.seven_days(day.start.date(), -6 if match["how"].lower() == "ending" else 0, anchor)


def _day_range(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    """Days of one month or two: both ends count. "3 May and 5 June" without a "between" is two dates, not a range."""
    first_month = match.groupdict().get("first_month")
    if first_month and match["joint"].strip() in ("and", "or") and not match[0].lower().startswith("between"):
        return None
    first_day = ordinal(match["first"])
    if first_day is None:
        return None
    if first_month and not match["year"] and scene.day:
        return _open_range(match, scene, (month(first_month), first_day))
    last = _dated(match, scene)
    if last is None or last.end is None or last.start is None:
        return last
    number = month(first_month) if first_month else last.start.month
    first = m.day_of(last.start.year - (number > last.start.month), number, first_day)
    if first is None or first.start is None:
        return None
    return m.days_between(first.start, last.end, last.anchor or m.TEXT)


def _open_range(match: re.Match[str], scene: Scene, first: tuple[int, int]) -> m.Meaning | None:
    """``from 15 October until 31 March`` without a year: the end follows the beginning.

    Of the ranges of last year, this year and next year it is the one that holds the report's day or lies nearest.
    """
    last = month(match["month"]), ordinal(match["day"])
    if last[1] is None or scene.day is None:
        return None
    ranges = []
    for year in (scene.day.year - 1, scene.day.year, scene.day.year + 1):
        begin, end = m.day_of(year, *first), m.day_of(year + (last < first), last[0], last[1])
        if begin and end and begin.start and end.end:
            ranges.append((begin.start, end.end))
    here = m.midnight(scene.day)
    nearest = min(ranges, key=lambda each: max(each[0] - here, here - each[1], here - here), default=None)
    return nearest and m.days_between(*nearest, m.PUBLISHED)


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
    return m.month_of(int(match["year"]), month(match["month"]))


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
    if name.islower() and (short == "august" or len(short) < 4 or not is_asked):
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


def _month_range(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    year = int(match["year"])
    last = m.month_of(year, month(match["month"]))
    number = month(match["first_month"])
    first = m.month_of(year - (number > month(match["month"])), number)
    if not first or not last or first.start is None or last.end is None:
        return None
    meaning = m.days_between(first.start, last.end)
    return meaning and m.Meaning(meaning.start, meaning.end, "month", m.TEXT, None)


def _day_number(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    day = ordinal(match["day"])
    if day is None or day > 31:
        return None
    name = match.groupdict().get("weekday")
    return day_number_near(scene, day, scene.leans(match), WEEKDAYS[name.lower()] if name else None)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.$€£-])(?<![$€£] ){pattern}(?![\w])")


_DAY_FIRST = rf"(?:the{S})?(?P<day>{_DAY})(?:{S}of)?(?:{S}|-)(?P<month>{MONTH})"
_MONTH_FIRST = rf"(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{_DAY})"
_WEEK = rf"(?i:the{S})?week{S}(?P<how>of|from|beginning|starting|ending)(?:{S}on)?{S}{_WEEKDAY}"

RULES = (
    Rule(_compile(r"(?P<year>[12]\d{3})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)"), _iso),
    Rule(
        _compile(
            r"(?P<year>[12]\d{3})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)"
            r"(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|(?P<sign>[+-])(?P<ahead>\d\d):?(?P<half>\d\d))?"
        ),
        _iso_clock,
    ),
    Rule(
        _compile(rf"(?P<month>{MONTH})(?:,?{S}(?:of{S})?)(?P<shift>(?i:last|this|next)){S}year"),
        _month_of_shifted_year,
    ),
    Rule(_compile(r"(?P<day>\d{1,2})\.[ ]?(?P<month>\d{1,2})\.[ ]?(?P<year>(?:19|20)\d\d)(?!\.?\d)"), _dotted),
    Rule(_compile(r"(?P<day>\d{2})\.(?P<month>0\d|1[0-2])\.(?P<year>\d\d)(?!\.?\d)"), _dotted),
    Rule(_compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!/)"), _slashed),
    Rule(
        _compile(
            rf"(?:(?:from|between){S})?{_WEEKDAY}(?P<first>{_DAY})(?:{S}(?:of{S})?(?P<first_month>{MONTH}))?{_TO}"
            rf"{_WEEKDAY}(?:the{S})?(?P<day>{_DAY}){S}(?:of{S})?(?P<month>{MONTH}){_YEAR}"
        ),
        _day_range,
    ),
    Rule(
        _compile(
            rf"(?:(?:from|between){S})?{_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<first>{_DAY}){_TO}(?:the{S})?(?P<day>{_DAY})"
            rf"(?!{S}?(?:{MONTH}))(?:,?{S}(?P<year>{YEAR}))?"
        ),
        _day_range,
    ),
    Rule(
        _compile(
            rf"(?:(?:from|between){S})?{_WEEKDAY}(?P<first_month>{MONTH}){S}(?:the{S})?(?P<first>{_DAY}){_TO}"
            rf"{_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{_DAY})(?:,?{S}(?P<year>{YEAR}))?"
        ),
        _day_range,
    ),
    Rule(_compile(rf"{_WEEKDAY}{_DAY_FIRST}(?={_THEN}{_WEEKDAY}{_DAY}{S}{MONTH},?{S}(?P<year>{YEAR}))"), _dated),
    Rule(_compile(rf"{_WEEKDAY}{_MONTH_FIRST}(?={_THEN}{_WEEKDAY}{MONTH}{S}{_DAY},?{S}(?P<year>{YEAR}))"), _dated),
    Rule(_compile(rf"{_WEEKDAY}{_DAY_FIRST}{_YEAR}"), _dated),
    Rule(_compile(rf"{_WEEKDAY}{_MONTH_FIRST}{_YEAR}"), _dated),
    Rule(_compile(rf"{_WEEK}{_DAY_FIRST}{_YEAR}"), _dated_week),
    Rule(_compile(rf"{_WEEK}{_MONTH_FIRST}{_YEAR}"), _dated_week),
    Rule(
        _compile(
            rf"(?P<first_month>{MONTH})(?:{S}?[-–]{S}?|{S}(?:to|through|until){S})(?P<month>{MONTH}),?{S}(?P<year>{YEAR})"
        ),
        _month_range,
    ),
    Rule(_compile(rf"(?:(?i:{EDGE})[ -])?(?P<month>{MONTH})(?:,?{S}(?:of{S})?)(?P<year>{YEAR})"), _month_year),
    Rule(_compile(rf"(?P<month>{MONTH})(?={_THEN}{MONTH},?{S}(?P<year>{YEAR}))"), _month_year),
    Rule(
        _compile(
            rf"(?:(?P<edge>(?i:{EDGE}))[ -])?(?:(?P<shift>(?i:last|next|this)){S})?(?P<month>{MONTH})(?![ ][A-Z][a-z])"
        ),
        _bare_month,
    ),
    Rule(
        _compile(
            rf"(?:(?P<weekday>{WEEKDAY}),?{S}the{S}|(?<=the ))(?P<day>\d{{1,2}}(?:st|nd|rd|th))"
            rf"(?=[,.;:!?)]|{S}(?:and|at|of{S}the{S}month|when)\b)"
        ),
        _day_number,
    ),
    Rule(
        re.compile(
            r"(?<![\w-])(?:(?<=on the )|(?<=On the ))(?P<day>\d{1,2}(?:st|nd|rd|th))(?=[ ][A-Z])"
            r"(?![ ](?:Army|Brigade|Battalion|Regiment|Division|Corps|Fleet|Avenue|Street|Floor|Amendment"
            r"|Congress|District))"
        ),
        _day_number,
    ),
    Rule(_compile(rf"(?P<weekday>{WEEKDAY}),?{S}the{S}(?P<day>(?i:{ORDINAL_WORD}))"), _day_number),
)
