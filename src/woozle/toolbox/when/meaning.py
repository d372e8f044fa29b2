"""What a time expression means: a half-open interval with its precision, and the calendar that makes them.

Instants are naive datetimes that stand for UTC. Weeks run from Monday to Monday; seasons are the northern
meteorological ones (winter of 2012 is December 2012 to February 2013), as TIMEX3 corpora are read by their scorers.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import wraps
from typing import ParamSpec

P = ParamSpec("P")

TEXT, PUBLISHED = "text", "published"
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A half-open interval in UTC, or none. ``value`` is a TIMEX3 string; ``anchor`` says what the interval rests on.

    ``precision`` is minute, day, week, month, season, year or vague; ``anchor`` is text, published or None. ``days`` is
    how far it lies from the report's own day where it is told from that ("yesterday": -1), be that day known or not.
    """

    start: datetime | None
    end: datetime | None
    precision: str
    anchor: str | None
    value: str | None
    days: int | None = None


def unresolved(precision: str, value: str | None = None) -> Meaning:
    """An expression whose interval the text does not settle, such as a duration."""
    return Meaning(None, None, precision, None, value)


def _or_none(function: Callable[P, Meaning]) -> Callable[P, Meaning | None]:
    """Give None where the calendar has no such day (30 February, the year 0)."""

    @wraps(function)
    def safe(*args: P.args, **kwargs: P.kwargs) -> Meaning | None:
        try:
            return function(*args, **kwargs)
        except (ValueError, OverflowError):
            return None

    return safe


def midnight(day: date) -> datetime:
    """The first instant of a day."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  (naive stands for UTC here)


def months_on(year: int, month: int, months: int) -> tuple[int, int]:
    """(year, month) `months` later; negative goes back."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def _months(year: int, month: int, length: int) -> tuple[datetime, datetime]:
    last_year, last_month = months_on(year, month, length)
    return midnight(date(year, month, 1)), midnight(date(last_year, last_month, 1))


@_or_none
def day_of(year: int, month: int, day: int, anchor: str = TEXT) -> Meaning:
    """One day."""
    begin = midnight(date(year, month, day))
    return Meaning(begin, begin + timedelta(days=1), "day", anchor, f"{begin:%Y-%m-%d}")


@_or_none
def days_on(day: date, days: int, anchor: str = PUBLISHED) -> Meaning:
    """The day `days` after a day."""
    begin = midnight(day + timedelta(days=days))
    return Meaning(begin, begin + timedelta(days=1), "day", anchor, f"{begin:%Y-%m-%d}")


@_or_none
def days_between(first: datetime, last: datetime, anchor: str = TEXT) -> Meaning:
    """From the first instant of one to the last instant (exclusive) of another."""
    if last <= first:
        raise ValueError("a range that ends before it starts")
    return Meaning(first, last, "day", anchor, None)


@_or_none
def month_of(year: int, month: int, anchor: str = TEXT) -> Meaning:
    """One calendar month."""
    begin, end = _months(year, month, 1)
    return Meaning(begin, end, "month", anchor, f"{year:04d}-{month:02d}")


@_or_none
def year_of(year: int, anchor: str = TEXT) -> Meaning:
    """One calendar year."""
    begin, end = _months(year, 1, 12)
    return Meaning(begin, end, "year", anchor, f"{year:04d}")


@_or_none
def years_of(first: int, length: int, value: str | None, anchor: str = TEXT) -> Meaning:
    """Several calendar years: a decade, a century, 2014 to 2018."""
    begin, end = midnight(date(first, 1, 1)), midnight(date(first + length, 1, 1))
    return Meaning(begin, end, "vague" if length >= 10 else "year", anchor, value)


@_or_none
def week_of(day: date, weeks: int = 0, anchor: str = PUBLISHED) -> Meaning:
    """The week, Monday to Monday, `weeks` after the one that holds `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    year, week, _ = monday.isocalendar()
    begin = midnight(monday)
    return Meaning(begin, begin + timedelta(days=7), "week", anchor, f"{year:04d}-W{week:02d}")


@_or_none
def seven_days(day: date, days: int, anchor: str) -> Meaning:
    """The seven days that begin `days` after `day`, whatever weekday that is."""
    begin = midnight(day + timedelta(days=days))
    return Meaning(begin, begin + timedelta(days=7), "week", anchor, None)


@_or_none
def weekend_of(day: date, weeks: int = 0, anchor: str = PUBLISHED) -> Meaning:
    """Saturday and Sunday of the week `weeks` after the one that holds `day`."""
    saturday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks, days=5)
    year, week, _ = saturday.isocalendar()
    begin = midnight(saturday)
    return Meaning(begin, begin + timedelta(days=2), "day", anchor, f"{year:04d}-W{week:02d}-WE")


@_or_none
def quarter_of(year: int, quarter: int, anchor: str = TEXT) -> Meaning:
    """A quarter of a calendar year; the record's nearest word for its precision is a season."""
    begin, end = _months(year, 3 * quarter - 2, 3)
    return Meaning(begin, end, "season", anchor, f"{year:04d}-Q{quarter}")


@_or_none
def half_of(year: int, half: int, anchor: str = TEXT) -> Meaning:
    """The first or second half of a calendar year."""
    begin, end = _months(year, 6 * half - 5, 6)
    return Meaning(begin, end, "season", anchor, f"{year:04d}-H{half}")


@_or_none
def season_of(year: int, season: str, anchor: str = TEXT) -> Meaning:
    """A northern meteorological season (SP, SU, FA, WI) that begins in `year`."""
    begin, end = _months(year, SEASONS[season], 3)
    return Meaning(begin, end, "season", anchor, f"{year:04d}-{season}")


@_or_none
def clock_on(day: Meaning, hour: int, minute: int, offset: int) -> Meaning:
    """A minute of a day. `offset`: minutes that the stated zone is ahead of UTC, 0 where none is stated."""
    if day.start is None:
        raise ValueError("a clock time needs a day")
    begin = day.start + timedelta(hours=hour, minutes=minute - offset)
    return Meaning(begin, begin + timedelta(minutes=1), "minute", day.anchor, f"{begin:%Y-%m-%dT%H:%M}")


def with_days(meaning: Meaning | None, days: int | None) -> Meaning | None:
    """The same, so many days from the report's own day."""
    return None if meaning is None else replace(meaning, days=days)


def with_value(meaning: Meaning | None, value: str | None) -> Meaning | None:
    """The same interval under another TIMEX3 value."""
    return None if meaning is None else replace(meaning, value=value)


def with_anchor(meaning: Meaning | None, anchor: str) -> Meaning | None:
    """The same interval, resting on something else; one that is open rests on nothing."""
    return None if meaning is None or meaning.start is None else replace(meaning, anchor=anchor)
