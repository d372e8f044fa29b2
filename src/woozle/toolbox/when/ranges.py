"""Rules for two dates that bound one time: ``3–5 June``, ``from 3 May to 5 June``, ``between March 2019 and now``."""

import re
from collections.abc import Callable

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.dates import DAY, DAY_FIRST, ITS_WEEKDAY, ITS_YEAR, MONTH_FIRST, compiled, dated
from woozle.toolbox.when.scene import Rule, Scene, month_near
from woozle.toolbox.when.words import MONTH, YEAR, S, month, ordinal, year_number

_TO = rf"(?P<joint>{S}?[-–—]{S}?|{S}(?:to|and|through|until|till|or){S})"


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
    last = dated(match, scene)
    if last is None or last.end is None or last.start is None:
        return last
    number = month(first_month) if first_month else last.start.month
    told = match.groupdict().get("first_year")
    first = m.day_of(int(told) if told else last.start.year - (number > last.start.month), number, first_day)
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


def _month_range(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    year = int(match["year"])
    last = m.month_of(year, month(match["month"]))
    number = month(match["first_month"])
    first = m.month_of(year - (number > month(match["month"])), number)
    if not first or not last or first.start is None or last.end is None:
        return None
    meaning = m.days_between(first.start, last.end)
    return meaning and m.Meaning(meaning.start, meaning.end, "month", m.TEXT, None)


def _up_to_now(
    start: Callable[[re.Match[str], Scene], m.Meaning | None], *, is_ahead: bool = False
) -> Callable[[re.Match[str], Scene], m.Meaning | None]:
    """``between 3 May and now``: to the end of the report's day; where it looks ahead, from its beginning."""

    def build(match: re.Match[str], scene: Scene) -> m.Meaning | None:
        told = start(match, scene)
        if scene.day is None or told is None or told.start is None or told.end is None:
            return m.unresolved("day")
        today = m.days_on(scene.day, {"yesterday": -1, "tomorrow": 1}.get(match["now"], 0))
        if today is None or today.start is None or today.end is None:
            return None
        bounds = (today.start, told.end) if is_ahead else (told.start, today.end)
        return m.days_between(*bounds, m.PUBLISHED)

    return build


def _figures(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    name = match["month"]
    return m.day_of(int(match["year"]), int(name) if name.isdigit() else month(name), int(match["day"]))


def _month(match: re.Match[str], scene: Scene) -> m.Meaning | None:
    number = month(match["month"])
    return m.month_of(year_number(match["year"]), number) if match["year"] else month_near(scene, number, ahead=False)


_FIRST_YEAR = rf"(?:,?{S}(?:(?:of|in){S})?(?P<first_year>{YEAR}))?"
_NOW = rf"(?P<now>today|now|date|the{S}present|yesterday|tomorrow)"
_SINCE = rf"(?:from|between|since){S}"
_UNTIL_NOW = rf"{S}(?:and|to|until|till){S}{_NOW}"
RULES = (
    Rule(
        compiled(
            rf"(?:(?:from|between){S})?{ITS_WEEKDAY}(?:the{S})?(?P<first>{DAY})"
            rf"(?:{S}(?:of{S})?(?P<first_month>{MONTH}){_FIRST_YEAR})?{_TO}"
            rf"{ITS_WEEKDAY}(?:the{S})?(?P<day>{DAY}){S}(?:of{S})?(?P<month>{MONTH}){ITS_YEAR}"
        ),
        _day_range,
    ),
    Rule(
        compiled(
            rf"(?:(?:from|between){S})?{ITS_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<first>{DAY}){_TO}(?:the{S})?(?P<day>{DAY})"
            rf"(?!{S}?(?:{MONTH}))(?:,?{S}(?P<year>{YEAR}))?"
        ),
        _day_range,
    ),
    Rule(
        compiled(
            rf"(?:(?:from|between){S})?{ITS_WEEKDAY}(?P<first_month>{MONTH}){S}(?:the{S})?(?P<first>{DAY}){_FIRST_YEAR}{_TO}"
            rf"{ITS_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY}){ITS_YEAR}"
        ),
        _day_range,
    ),
    Rule(
        compiled(
            rf"(?P<first_month>{MONTH})(?:{S}?[-–]{S}?|{S}(?:to|through|until){S})(?P<month>{MONTH}),?{S}(?P<year>{YEAR})"
        ),
        _month_range,
    ),
    Rule(compiled(rf"{_SINCE}{DAY_FIRST}{ITS_YEAR}{_UNTIL_NOW}"), _up_to_now(dated)),
    Rule(compiled(rf"{_SINCE}{MONTH_FIRST}{ITS_YEAR}{_UNTIL_NOW}"), _up_to_now(dated)),
    Rule(
        compiled(rf"(?:{_SINCE})?(?P<year>{YEAR})[-/](?P<month>{MONTH}|\d\d)[-/](?P<day>\d\d){_UNTIL_NOW}"),
        _up_to_now(_figures),
    ),
    Rule(
        compiled(rf"{_SINCE}(?P<day>\d{{1,2}})[-/](?P<month>{MONTH})[-/](?P<year>{YEAR}){_UNTIL_NOW}"),
        _up_to_now(dated),
    ),
    Rule(compiled(rf"{_SINCE}(?P<month>{MONTH})(?:{S}(?P<year>{YEAR}))?{_UNTIL_NOW}"), _up_to_now(_month)),
    Rule(compiled(rf"between{S}{_NOW}{S}and{S}{DAY_FIRST}{ITS_YEAR}"), _up_to_now(dated, is_ahead=True)),
    Rule(compiled(rf"between{S}{_NOW}{S}and{S}{MONTH_FIRST}{ITS_YEAR}"), _up_to_now(dated, is_ahead=True)),
)
