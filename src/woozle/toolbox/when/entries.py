"""Running reports: the hours that stand alone above their entries, from which the words below them are told."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

#: "09.40", "9.40 pm", "@harbourview 07:02", each a line of its own.
_HOUR = re.compile(
    r"^[ \t]*(?:@\w{1,30}[ \t]{1,3}(?:·[ \t])?)?"
    r"(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)[ \t]?(?P<noon>[ap]\.?m\.?)?"
    r"(?:[ \t](?:GMT|BST|CET|CEST|local))?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entries:
    """Where entries begin in a text, in order, and the minute of the day that heads each."""

    starts: tuple[int, ...]
    minutes: tuple[int, ...]

    def minute_at(self, at: int) -> int | None:
        """The minute of the day that heads the entry of a place; None above the first."""
        index = bisect_right(self.starts, at) - 1
        return self.minutes[index] if index >= 0 else None


def _minute(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    if match["noon"]:
        hour = hour % 12 + (12 if match["noon"][0].lower() == "p" else 0)
    return hour * 60 + int(match["minute"])


def _is_one_day(minutes: Sequence[int]) -> bool:
    """Whether entries run through one day, forwards or backwards; else midnight lies somewhere among them."""
    return list(minutes) in (sorted(minutes), sorted(minutes, reverse=True)) and max(minutes) < 24 * 60


def find_entries(text: str) -> Entries | None:
    """The entries of a running report of one day; None where a text is none, or where its day changes on the way."""
    found = [(match.start(), _minute(match)) for match in _HOUR.finditer(text)]
    minutes = [minute for _, minute in found]
    if len(found) < 2 or not _is_one_day(minutes):
        return None
    return Entries(tuple(at for at, _ in found), tuple(minutes))


def hour_before(hour: int, minute: int, head: int) -> int | None:
    """The hour of 24 of a time on a twelve-hour face, told in an entry headed by a minute of the day.

    It is the last one not after the entry; None where both lie behind it.
    """
    hours = [each for each in (hour % 12 + 12, hour % 12) if each * 60 + minute <= head]
    return hours[0] if hours else None
