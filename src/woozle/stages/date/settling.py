"""In which year a report came out that prints its day without one. Nothing is asked of a clock.

A pile is about one story, so its other reports tell the year, if they lie about that day in one year only. The
weekday has to agree: that beside the day, or the first ones that the text names, which are those of the day or of its
eve. Where the evidence does not suffice, the year stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from woozle.toolbox.when.words import WEEKDAY, WEEKDAYS

#: So many days from its own may the other reports of a story lie.
NEAR = 10
#: Signs that are asked for: a printed weekday is two, one that the text names is one, each report about that day is
#: one, of which two count. A weekday agrees by chance one time in seven, a report's neighbours do in any old story.
_ENOUGH, _PRINTED, _NAMED, _MOST = 3, 2, 1, 2
_DAY = re.compile(r"XXXX-(?P<month>\d\d)-(?P<day>\d\d)(?: (?P<weekday>\w+))?")
_NAME = re.compile(rf"\b{WEEKDAY}\b")
#: Weekdays further on may be those of long ago or to come.
_FIRST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Open:
    """An undated report beside one day on which others of the pile came out; one row for each such day.

    Attributes:
        id: the document's id.
        published_day: the day that it prints, without its year.
        not_before: the latest past that it tells.
        lead: how its text begins.
        day: ISO, a day on which reports of the pile came out by their own words.
        n: how many did.
    """

    id: str
    published_day: str
    not_before: str | None
    lead: str
    day: str
    n: int


def _in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # 29 February


def _weekday_signs(told: str | None, lead: str, day: date) -> int | None:
    """How much the weekday says for a day; None: it says that it is another."""
    if told:
        return _PRINTED if WEEKDAYS[told.lower()] == day.weekday() else None
    named = [WEEKDAYS[match[0].lower()] for match in _NAME.finditer(lead)][:_FIRST_NAMED]
    if not named:
        return 0
    return _NAMED if any((day.weekday() - each) % 7 <= 1 for each in named) else None


def year_of(rows: Sequence[Open]) -> date | None:
    """The day on which a report came out, if the days of the others settle it.

    Args:
        rows: all of one report.
    """
    one = rows[0]
    found = _DAY.fullmatch(one.published_day)
    if found is None:
        return None
    others = [(date.fromisoformat(row.day), row.n) for row in rows]
    years = sorted({day.year + by for day, _ in others for by in (-1, 0, 1)})
    possible = []
    for year in years:
        day = _in(year, int(found["month"]), int(found["day"]))
        n_near = sum(n for other, n in others if day and abs((other - day).days) <= NEAR)
        if day is None or n_near == 0:
            continue
        signs = _weekday_signs(found["weekday"], one.lead, day)
        possible.append((day, -1 if signs is None else signs + min(n_near, _MOST)))
    if len(possible) != 1 or possible[0][1] < _ENOUGH:
        return None
    day = possible[0][0]
    return None if one.not_before and one.not_before[:10] > day.isoformat() else day
