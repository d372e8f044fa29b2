"""Dates as words: an interval is said as wide as it is, never as a false day. Days and months are English, UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Some time within [start, end), half-open, UTC; a missing end is not known."""

    start: datetime | None
    end: datetime | None


NO_DATE = Interval(None, None)


def instant(text: str | None) -> datetime | None:
    """An ISO 8601 day or instant in UTC; None for what is none, or lies beyond the calendar."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def interval(start: str | None, end: str | None) -> Interval:
    """The interval of two instants; ends that contradict each other are not kept."""
    first, last = instant(start), instant(end)
    if first and last and last < first:
        return NO_DATE
    return Interval(first, last)


def day_words(at: datetime, year: int | None = None) -> str:
    """``Tue 10 March``, with the year where it is not `year`."""
    tail = "" if at.year == year else f" {at.year}"
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}{tail}"


def month_words(at: datetime, year: int | None = None) -> str:
    """``March``, with the year where it is not `year`."""
    return _MONTHS[at.month - 1] + ("" if at.year == year else f" {at.year}")


def iso_day_words(day: str | None, year: int | None = None) -> str:
    """An ISO day in words; empty for None, the given text where it is no day."""
    at = instant(day)
    return day_words(at, year) if at else (day or "")


def minute_words(at: datetime) -> str:
    """``Tue 07:40``: where the day is near."""
    return f"{_DAYS[at.weekday()]} {at:%H:%M}"


def _is_midnight(at: datetime) -> bool:
    return (at.hour, at.minute, at.second) == (0, 0, 0)


def words(when: Interval, year: int | None = None) -> str:
    """The interval in words: a minute, a day, two days, a month, a year, or from … to …."""
    start, end = when.start, when.end
    if start is None and end is None:
        return "no date"
    if start is None or end is None:
        return _half_open(start, end, year)
    if end - start < _DAY:
        return _within_a_day(start, end, year)
    if not (_is_midnight(start) and _is_midnight(end)):
        return f"between {_full(start, year)} and {_full(end, year)}"
    return _whole_days(start, end, year)


def _full(at: datetime, year: int | None) -> str:
    return day_words(at, year) + ("" if _is_midnight(at) else f" {at:%H:%M}")


def _half_open(start: datetime | None, end: datetime | None, year: int | None) -> str:
    if start is not None:
        return f"{_full(start, year)} or later"
    return f"before {_full(end, year)}" if end is not None else "no date"


def _within_a_day(start: datetime, end: datetime, year: int | None) -> str:
    head = f"{day_words(start, year)} {start:%H:%M}"
    return head if end - start <= timedelta(minutes=1) else f"{head} to {end:%H:%M}"


def _whole_days(start: datetime, end: datetime, year: int | None) -> str:
    last = end - _DAY
    if start == last:
        return day_words(start, year)
    if last - start == _DAY:
        if start.month == last.month:
            return f"{_DAYS[start.weekday()]} {start.day} or {day_words(last, year)}"
        return f"{day_words(start, year)} or {day_words(last, year)}"
    if start.day == 1 and end.day == 1:
        if (end.year - start.year) * 12 + end.month - start.month == 1:
            return f"{_MONTHS[start.month - 1]} {start.year}"
        if start.month == end.month == 1 and end.year - start.year == 1:
            return str(start.year)
    return f"{day_words(start, None if start.year != last.year else last.year)} to {day_words(last, year)}"


def sort_key(when: Interval) -> tuple[bool, datetime, datetime]:
    """Undated last; then by the earliest and the latest it can be."""
    first = when.start or when.end
    last = when.end or when.start
    if first is None or last is None:
        far = datetime.max.replace(tzinfo=UTC)
        return True, far, far
    return False, first, last


def middle(when: Interval) -> datetime | None:
    """The middle of an interval; None if an end is missing: an open end has no middle."""
    if when.start is None or when.end is None:
        return None
    return when.start + (when.end - when.start) / 2


def day_words_of(day: date, year: int | None) -> str:
    """A calendar day in words."""
    return day_words(datetime(day.year, day.month, day.day, tzinfo=UTC), year)


def days_between(first: datetime, last: datetime, year: int | None = None) -> str:
    """``10 to 13 March 2026``, or one day."""
    if first.date() == last.date():
        return day_words(first, year)
    if (first.year, first.month) == (last.year, last.month):
        tail = "" if last.year == year else f" {last.year}"
        return f"{first.day} to {last.day} {_MONTHS[last.month - 1]}{tail}"
    return f"{day_words(first, last.year)} to {day_words(last, year)}"
