"""When a page came out: what it prints, held against what its markup says. Nothing is asked of a clock.

The printed day wins over markup that contradicts it: markup is written by machines that re-stamp, copy and reset.
A day without a year is a day only together with a year that the page itself gives.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from woozle.model.values import Published
from woozle.toolbox.text.printed import Printed, find_printed

_ISO = re.compile(
    r"(?P<year>(?:19|20)\d\d)-?(?P<month>0[1-9]|1[0-2])-?(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?::?[0-5]\d(?:\.\d+)?)?\s?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?"
)
_IN_URL = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])(?:/|$)")
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,40}?((?:19|20)\d\d)\b", re.I)
_AGO = re.compile(r"\b(?P<n>\d{1,3}|an?|one)\s+(?P<unit>minute|hour|day|week|month|year)s? ago\b", re.I)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 31, "year": 366}
#: Days by which a printed and a declared date may differ: papers print the next day's, servers live in other zones.
_NEAR = 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date out of the markup: the day as written there, and the instant in UTC where a time and a zone are given."""

    day: date
    instant: datetime | None


@dataclass(frozen=True, slots=True)
class Dated:
    """When it came out, and what to say about doubts: pairs of a kind and a sentence.

    ``day``: the day that it prints without a year, where nothing of its own tells the year.
    """

    published: Published | None
    doubts: tuple[tuple[str, str], ...] = ()
    day: str | None = None


def stamp(text: str) -> Stamp | None:
    """A date as machines write it, ISO 8601, or as people do, which gives the day alone."""
    found = _ISO.match(text.strip())
    if found is None:
        printed = next((one.date for one in find_printed(text[:80]) if one.date), None)
        return Stamp(printed, None) if printed else None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if not found["zone"]:
            return Stamp(day, None)
        zone = "+00:00" if found["zone"] in ("Z", "UTC") else found["zone"]
        zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        moment = datetime.fromisoformat(f"{day.isoformat()}T{found['hour']}:{found['minute']}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Stamp(day, moment)


def whole_day(day: date, known: str) -> Published:
    """A day as a half-open interval."""
    return _between(day, day + timedelta(1), known)


def _between(start: date, end: date, known: str) -> Published:
    return Published(f"{start.isoformat()}T00:00:00Z", f"{end.isoformat()}T00:00:00Z", known)


def _by_stamp(found: Stamp) -> Published:
    """The minute, where it lies on the same day in UTC as at its own place; else the day as it was written."""
    instant = found.instant
    if instant is None or instant.date() != found.day or (instant.hour, instant.minute) == (0, 0):
        return whole_day(found.day, "metadata")
    form = "%Y-%m-%dT%H:%M:00Z"
    return Published(instant.strftime(form), (instant + timedelta(minutes=1)).strftime(form), "metadata")


def when(
    printed: Sequence[Printed], stamps: Sequence[str], *, words: str, url: str | None, stored: int | None
) -> Dated:
    """When a page came out.

    Args:
        printed: the dates printed around the article, the most telling first.
        stamps: dates in the markup, the most trusted first.
        words: all words of the page, for the year of its copyright and the like.
        url: the page's own address.
        stored: seconds since 1970 at which one of its pictures was stored, where its name says so.
    """
    declared = next((found for text in stamps if (found := stamp(text))), None)
    stated = next((one for one in printed if one.date and one.label not in ("updated", "other")), None)
    partial = next((one for one in printed if not one.date and one.label not in ("updated", "other")), None)
    updated = next((one for one in printed if one.date and one.label == "updated"), None)
    if stated and stated.date:
        return _stated(stated, stated.date, declared)
    if declared and partial:
        return _completed(partial, declared)
    if declared:
        return Dated(_by_stamp(declared))
    if updated and updated.date:
        return Dated(whole_day(updated.date, "stated"))
    if partial:
        return _without_year(partial, words)
    return Dated(_inferred(words, url, stored))


def _stated(one: Printed, day: date, declared: Stamp | None) -> Dated:
    doubts = []
    if declared and abs((declared.day - day).days) > _NEAR:
        message = f"its markup says it came out on {declared.day}, its text prints {day}; the printed day was taken"
        doubts.append(("dates", message))
    if one.is_weekday_wrong:
        doubts.append(("weekday", f"the weekday printed beside {day} is not that day's; the day was taken as printed"))
    return Dated(whole_day(day, "stated"), tuple(doubts))


def _completed(one: Printed, declared: Stamp) -> Dated:
    """A printed day without a year takes the year in which it lies nearest to the day in the markup."""
    years = (one.in_year(declared.day.year + by) for by in (-1, 0, 1))
    day = min((day for day in years if day), key=lambda day: abs((day - declared.day).days), default=None)
    if day is None:
        # 29 February, and no leap year near.
        message = f"it prints the day {one.month:02d}-{one.day:02d}, which no year near {declared.day} has"
        return Dated(_by_stamp(declared), (("dates", f"{message}; the day in its markup was taken"),))
    if day == declared.day:
        return Dated(_by_stamp(declared))
    return _stated(one, day, declared)


def _without_year(one: Printed, words: str) -> Dated:
    """The year of the page's copyright line, if the weekday agrees; else the day stays open."""
    years = {int(year) for year in _COPYRIGHT_YEAR.findall(words)}
    days = [day for year in sorted(years) if (day := one.in_year(year))]
    days = [day for day in days if one.weekday is None or day.weekday() == one.weekday]
    if len(days) == 1:
        return Dated(whole_day(days[0], "inferred"))
    told = f"XXXX-{one.month:02d}-{one.day:02d}"
    message = f"it prints the day {one.month:02d}-{one.day:02d} without a year, so only other reports can tell its date"
    return Dated(None, (("year", message),), told if one.weekday is None else f"{told} {_WEEKDAYS[one.weekday]}")


def _inferred(words: str, url: str | None, stored: int | None) -> Published | None:
    found = _IN_URL.search(url or "")
    if found:
        try:
            return whole_day(date(int(found["year"]), int(found["month"]), int(found["day"])), "metadata")
        except ValueError:
            return None
    if stored is not None:
        return whole_day(datetime.fromtimestamp(stored, UTC).date(), "inferred")
    return _ago(words)


def _ago(words: str) -> Published | None:
    """From "9 months ago" on a page of a known year: an interval, a month's length of play at either end."""
    years, ago = _COPYRIGHT_YEAR.findall(words), _AGO.search(words[:3000])
    if not years or not ago:
        return None
    number = int(ago["n"]) if ago["n"].isdigit() else 1
    length = _DAYS[ago["unit"].lower()]
    year = max(int(year) for year in years)
    try:
        start = date(year, 1, 1) - timedelta(length * (number + 1))
        end = min(date(year + 1, 1, 1), date(year + 1, 1, 1) - timedelta(int(length * (number - 1) * 0.9)))
    except (ValueError, OverflowError):
        return None
    return _between(start, end, "inferred")
