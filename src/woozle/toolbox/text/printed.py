"""Printed dates: the days that a page prints beside its text, as they stand, with what stands in front of them.

Nothing is resolved here: a date without a year stays one, and no clock is asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from woozle.toolbox.when.words import MONTH, MONTHS, SHORT_DAY, WEEKDAY, WEEKDAYS

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d])"
_WEEKDAY = rf"(?:(?P<weekday>(?i:{WEEKDAY}|{SHORT_DAY})),?[ \n\u00a0]+(?:the[ ])?)?"
_GAP = r"[ \n\u00a0]{1,2}"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?!\w)")
    for form in (
        rf"{_WEEKDAY}{_DAY}\.?(?:{_GAP}of)?(?:{_GAP}|-)(?P<month>{MONTH})(?:,?(?:{_GAP}|-){_YEAR})?",
        rf"{_WEEKDAY}(?P<month>{MONTH}){_GAP}{_DAY}(?:,?{_GAP}{_YEAR})?",
        rf"{_WEEKDAY}{_YEAR}-(?P<month>0\d|1[0-2])-{_DAY}(?:T\d\d:\d\d\S{{0,12}})?",
        rf"{_WEEKDAY}{_DAY}\.[ ]?(?P<month>0?[1-9]|1[0-2])\.[ ]?{_YEAR}",
        rf"{_WEEKDAY}(?P<first>\d{{1,2}})[/-](?P<second>\d{{1,2}})[/-]{_YEAR}",
    )
)
#: What stands right before a date and says which of the page's dates it is.
_LABELS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "updated": re.compile(
            r"(?:updated?|modified|last[ ](?:checked|reviewed|edited|changed|modified|updated)|edited|corrected"
            r"|accessed|retrieved|archived)(?:[ ](?:on|at))?\W*$",
            re.I,
        ),
        "published": re.compile(
            r"(?:published|posted|issued|created|filed|released|broadcast|aired|printed|reporting date|date"
            r"|first published)(?:[ ](?:on|at|online))?\W*$",
            re.I,
        ),
        "other": re.compile(
            r"\b(?:next\b.{0,20}|until|till|from|since|before|after|by|due|expires?|deadline|valid|between|born|of|for"
            r"|founded|established|est\.?)\W*$",
            re.I,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed date: half-open span in the text it was found in, and what it says.

    Attributes:
        year: None where none is printed.
        weekday: 0 is Monday; None where none is printed.
        label: ``published``, ``updated``, ``other`` (a deadline, a next issue) or empty.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    label: str

    def in_year(self, year: int) -> date | None:
        """The day in a given year; None for 29 February where there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def date(self) -> date | None:
        """The day, where a year is printed."""
        return self.in_year(self.year) if self.year else None

    @property
    def is_weekday_wrong(self) -> bool:
        """Whether the printed weekday is not that of the printed day."""
        day = self.date
        return day is not None and self.weekday is not None and day.weekday() != self.weekday


def find_printed(text: str) -> tuple[Printed, ...]:
    """The dates of some lines, in their order; figures such as 3/4/2024 only where their order cannot be mistaken."""
    found: list[Printed] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            printed = _printed(match, text)
            if printed and printed.in_year(printed.year or 2000):
                found.append(printed)
    return tuple(sorted(found, key=lambda one: one.start))


def _printed(match: re.Match[str], text: str) -> Printed | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else None
    weekday = WEEKDAYS[groups["weekday"].lower().rstrip(".")] if groups["weekday"] else None
    if groups.get("first"):
        order = _order(int(groups["first"]), int(groups["second"]), year or 0, weekday)
        if order is None:
            return None
        day, month = order
    else:
        name = groups["month"]
        day, month = int(groups["day"]), int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]
    before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
    label = next((label for label, pattern in _LABELS.items() if pattern.search(before)), "")
    return Printed(match.start(), match.end(), day, month, year, weekday, label)


def _order(first: int, second: int, year: int, weekday: int | None) -> tuple[int, int] | None:
    """Day and month of ``first/second/year``: where both orders make a day, only the weekday can tell them apart."""
    readings = []
    for day, month in {(first, second), (second, first)}:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if weekday is None or found.weekday() == weekday:
            readings.append((day, month))
    return readings[0] if len(readings) == 1 else None
