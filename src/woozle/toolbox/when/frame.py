"""Which day a clock time or "the next day" belongs to: the one that the sentences around it name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.clock import Clock
from woozle.toolbox.when.entries import Entries, find_entries, hour_before
from woozle.toolbox.when.events import events_in
from woozle.toolbox.when.found import Expression, Found, Told
from woozle.toolbox.when.relative import counted_from
from woozle.toolbox.when.scene import Scene
from woozle.toolbox.when.sentences import number_of, paragraph_bounds, sentence_bounds
from woozle.toolbox.when.tense import leans_ahead

#: What says that the words before a day belong to one of its parts.
_EARLY = re.compile(r"\b(?:early|small|first)\shours\s(?:of\s)?(?:on\s)?(?:the\s)?\Z", re.IGNORECASE)
_NIGHT_TO = re.compile(r"\bnight\s(?:to|before|leading\sto|into)\s(?:the\s)?\Z", re.IGNORECASE)
#: A day on which somebody speaks is no day on which things happened.
_SPEAKING = re.compile(
    r"\b(?:said|says|told|tells|added|wrote|writes|announced|reported|reports|stated|declared|posted|tweeted|warned"
    r"|confirmed|denied|insisted|admitted|claimed|according\sto)\b(?:\s[\w’'.-]{1,20}){0,5}?\s(?:on\s|late\s|early\s)?\Z"
)
_ON = re.compile(r"\b(?:on|of|since|by|until|from|dated)\s\Z", re.IGNORECASE)
_HAD = re.compile(
    r"\bhad\s(?:not\s|already\s|never\s|just\s|[a-z]{2,10}ly\s)?(?:[a-z]{2,12}ed|been|left|gone|come|begun|seen|taken|made|told"
    r"|said|met|found|heard|put|set|done|got|driven|fallen|risen|broken|shot|written|spoken|sent|held|shut)\b[^.;\n]*\Z"
)
_AGO = re.compile(r"(?P<count>\d{1,2})\smin(?:ute)?s?\sago\b")
_UNTIL = re.compile(r"\b(?:until|till)\s(?:about\s|around\s|nearly\s)?\Z")
#: How many days from the report the only day that it names may lie, for bare clock times to belong to it.
NEAR = 14
#: So many days are compared behind a place of a sentence.
_FEW = 8
#: "On Sunday until three in the morning" ends on Monday.
SMALL_HOURS = 7


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that the text names at a place.

    ``part`` is the part of it that was spoken of. ``is_stamp``: the date of the report itself, printed above or before
    what it tells. ``is_speaking``: the day on which somebody spoke. ``is_far``: no part of the day was named near.
    """

    at: int
    day: m.Meaning
    part: str
    is_stamp: bool
    is_speaking: bool
    is_far: bool = False


def _date(day: _Day) -> date:
    if day.day.start is None:
        raise ValueError("a named day has an interval")
    return day.day.start.date()


@dataclass(slots=True)
class _Inside:
    """The days of one sentence, in text order: those it names, and more as they are told from others."""

    starts: list[int]
    days: list[_Day]

    def before(self, at: int) -> _Day | None:
        """The day that the sentence names last before a place."""
        index = bisect_left(self.starts, at)
        return self.days[index - 1] if index else None

    def after(self, at: int) -> _Day | None:
        """The day that the sentence names behind a place, if there is one such day."""
        rest = self.days[bisect_left(self.starts, at) :][:_FEW]
        return rest[0] if rest and len({day.day.start for day in rest}) == 1 else None

    def add(self, day: _Day) -> None:
        """Take in a day that was told from another."""
        index = bisect_left(self.starts, day.at)
        self.starts.insert(index, day.at)
        self.days.insert(index, day)


@dataclass(slots=True)
class _Known:
    """The days of what was told before a sentence: in the one before it, in the paragraph, in the text.

    ``deed``: the one day of the sentence before on which something happened, if it names one such day. ``stamp``: the
    date of the report.
    ``seen``: the days near the report, by their beginning. ``events``: the day of each happening; None where the text
    tells several.
    """

    earlier: _Day | None = None
    deed: _Day | None = None
    stamp: _Day | None = None
    entries: Entries | None = None
    paragraph: _Day | None = None
    seen: dict[object, _Day] = field(default_factory=dict)
    events: dict[str, _Day | None] = field(default_factory=dict)

    @property
    def frame(self) -> _Day | None:
        """The day of the paragraph, else the only one that the text has named so far."""
        return self.paragraph or (next(iter(self.seen.values())) if len(self.seen) == 1 else None)


def part_of(day: m.Meaning | None) -> str:
    """The part of the day that a meaning's value ends with: TMO, TAF, TEV, TNI or nothing."""
    value = (day.value or "") if day else ""
    return value[-3:] if value[-3:] in ("TMO", "TAF", "TEV", "TNI") else ""


def _part_before(text: str, at: int) -> str:
    """The part of the day that the words before it name: "the early hours of Tuesday"."""
    before = text[max(0, at - 36) : at]
    return "TMO" if _EARLY.search(before) or _NIGHT_TO.search(before) else ""


def _hour(clock: Clock, part: str) -> tuple[int, bool]:
    """(hour of 24, whether it is settled) of a clock time beside a part of the day."""
    if not clock.is_twelve:
        return clock.hour, True
    if part == "TMO":
        return clock.hour % 12, True
    if part in ("TAF", "TEV"):
        return clock.hour % 12 + 12, True
    if part == "TNI":
        return (clock.hour % 12 + 12, True) if 6 <= clock.hour % 12 <= 11 else (clock.hour % 12 + 24, True)
    return clock.hour, False


def clock_meaning(clock: Clock, day: m.Meaning | None, part: str) -> m.Meaning:
    """A clock time on a day.

    Without a day, or in a zone of no fixed offset, it stays open. Where the half of the day is not told, the whole day
    is what is known. The small hours of a night belong to the day after.
    """
    hour, is_settled = _hour(clock, part)
    if day and day.start is not None and clock.offset is not None:
        if not is_settled:
            return m.days_on(day.start.date(), 0, day.anchor or m.TEXT) or m.unresolved("day")
        found = m.clock_on(day, hour, clock.minute, clock.offset)
        if found:
            return found
    return m.unresolved("minute", f"T{hour % 24:02d}:{clock.minute:02d}" if is_settled else None)


def _told_meaning(told: Told, part: str, day: _Day | None) -> m.Meaning:
    """``the next day``, told from the day that was named last; its anchor is the text."""
    name = {"D": "day", "W": "week", "M": "month", "Y": "year"}[told.letters]
    found = counted_from(day.day.start.date(), told.count, told.letters) if day and day.day.start else None
    if found is None:
        return m.unresolved(name)
    value = found.value + part if part and found.value and told.letters == "D" else found.value
    return m.Meaning(found.start, found.end, found.precision, m.TEXT, value)


def _named(scene: Scene, item: Found, day: m.Meaning) -> _Day:
    text, at = scene.text, item.start
    is_own = item.is_date and day.start is not None and day.start.date() == scene.day
    return _Day(
        at,
        day,
        part_of(day) or item.part or _part_before(text, at),
        is_own and not _ON.search(text, max(0, at - 8), at),
        bool(_SPEAKING.search(text, max(0, at - 90), at)),
    )


def _inside(scene: Scene, found: Sequence[Found]) -> _Inside:
    days = [_named(scene, item, day) for item in found if (day := item.named)]
    return _Inside([day.at for day in days], days)


def _framed(scene: Scene, item: Found, frame: _Day | None) -> _Day | None:
    """The day of what is told, unless the words look to the other side of the report."""
    if frame is None or scene.day is None:
        return frame
    ahead = leans_ahead(scene.text, item.start, item.end)
    days = (_date(frame) - scene.day).days
    return None if (ahead and days < 0) or (ahead is False and days > 0) else frame


def _day_of_clock(scene: Scene, item: Found, inside: _Inside, known: _Known) -> _Day | None:
    """The day that stands before a clock time, or that is told of; a stated zone also takes that of the report.

    Hours in words, such as "at eleven", go no further back than to the day that the paragraph names: what a whole
    report tells of may begin the evening before. Of a day further back the part of the day is not meant.
    """
    is_zoned = item.clock is not None and item.clock.is_zoned
    is_loose = item.clock is not None and item.clock.is_twelve and not item.part
    day = inside.before(item.start) or inside.after(item.start)
    if day is None and not inside.days:
        day = _framed(scene, item, known.deed)
    if day is not None and (day.is_speaking or (day.is_stamp and not is_zoned)):
        day = None
    if day is not None or not all(each.is_stamp for each in inside.days):
        return day
    day = _framed(scene, item, known.paragraph if is_loose else known.frame)
    if day is None and is_zoned:
        day = known.stamp
    return day and replace(day, is_far=True)


def _clock(scene: Scene, item: Found, inside: _Inside, known: _Known) -> m.Meaning:
    """A clock time, on the day that it names, that stands by it, or that is told of.

    After an evening or night that was told of, the small hours are those of the day after; what "had" happened may lie
    before it, and stays open. "On Sunday until three in the morning" ends on Monday.
    """
    clock, day = item.clock, None if item.day is None else item.day
    if clock is None:
        return m.unresolved("minute")
    if day is not None:
        return clock_meaning(clock, day, item.part)
    near = _day_of_clock(scene, item, inside, known)
    if near is None:
        return _in_entry(scene, item, clock, known.entries)
    meaning = clock_meaning(clock, near.day, item.part or ("" if near.is_far else near.part))
    is_small = meaning.precision == "minute" and meaning.start is not None and meaning.start.hour < SMALL_HOURS
    if not is_small or clock.is_zoned:
        return meaning
    is_night = near.part in ("TEV", "TNI") and not clock.is_twelve
    if is_night and _HAD.search(scene.text, max(0, item.start - 60), item.start):
        return clock_meaning(clock, None, item.part)
    is_until = near in inside.days and not near.part and _UNTIL.search(scene.text, max(0, item.start - 16), item.start)
    return clock_meaning(clock, counted_from(_date(near), 1, "D"), item.part) if is_night or is_until else meaning


def _in_entry(scene: Scene, item: Found, clock: Clock, entries: Entries | None) -> m.Meaning:
    """A clock time without a day: in an entry of a running report it is of the report's day, else it stays open."""
    head = entries.minute_at(item.start) if entries else None
    if head is None or scene.day is None:
        return clock_meaning(clock, None, item.part)
    if clock.is_twelve and not item.part:
        hour = hour_before(clock.hour, clock.minute, head)
        if hour is None:
            return clock_meaning(clock, None, "")
        clock = replace(clock, hour=hour, is_twelve=False)
    return clock_meaning(clock, m.days_on(scene.day, 0), item.part)


def _minutes_ago(scene: Scene, item: Found, entries: Entries | None) -> m.Meaning | None:
    """``4 minutes ago`` in an entry of a running report: told from the hour that heads it."""
    match = _AGO.match(scene.text, item.start)
    head = entries.minute_at(item.start) if entries and match else None
    day = m.days_on(scene.day, 0) if scene.day else None
    if match is None or head is None or day is None or head < int(match["count"]):
        return None
    return m.clock_on(day, *divmod(head - int(match["count"]), 60), 0)


def _own_day(scene: Scene, item: Found, entries: Entries | None) -> _Day | None:
    """The report's day, for what an entry of a running report tells."""
    is_entry = entries is not None and entries.minute_at(item.start) is not None
    day = m.days_on(scene.day, 0) if is_entry and scene.day else None
    return None if day is None else _Day(item.start, day, "", is_stamp=False, is_speaking=False)


def _told(scene: Scene, item: Found, inside: _Inside, known: _Known) -> m.Meaning | None:
    """What is told from another day: of the sentence or the one before; daylight from that of what is told."""
    if item.told is None:
        return None
    if item.told.event:
        return _from_event(item, item.told, known)
    day = inside.before(item.start) or known.earlier
    if item.told.is_light and day is None:
        day = inside.after(item.start) or _framed(scene, item, known.frame) or _own_day(scene, item, known.entries)
    meaning = _told_meaning(item.told, item.part, day)
    if meaning.start is not None and meaning.precision == "day":
        inside.add(_Day(item.start, meaning, item.part, is_stamp=False, is_speaking=False))
    return meaning


def _from_event(item: Found, told: Told, known: _Known) -> m.Meaning:
    """``the day after the raid``: told from the one day on which the text says that there was a raid."""
    day = known.events.get(told.event)
    meaning = _told_meaning(told, item.part, day)
    return (
        meaning
        if meaning.start is not None or not told.length
        else m.unresolved("vague", f"P{abs(told.count):g}{told.letters}")
    )


def _learn(scene: Scene, span: tuple[int, int], inside: _Inside, known: _Known) -> None:
    """Keep what the sentence text[start:end] named."""
    known.earlier = inside.days[-1] if inside.days else None
    deeds = [day for day in inside.days if not day.is_stamp and not day.is_speaking]
    known.deed = deeds[-1] if len({day.day.start for day in deeds}) == 1 else None
    for day in inside.days:
        if day.is_stamp:
            known.stamp = day
        elif not day.is_speaking:
            known.paragraph = known.deed
            if scene.day is None or abs((_date(day) - scene.day).days) <= NEAR:
                known.seen.setdefault(day.day.start, day)
    if known.deed is not None and len(deeds) == len(inside.days):
        for event in events_in(scene.text, *span):
            other = known.events.setdefault(event, known.deed)
            if other is not None and other.day.start != known.deed.day.start:
                known.events[event] = None


def _sentence(scene: Scene, span: tuple[int, int], found: Sequence[Found], known: _Known) -> list[Expression]:
    """The expressions of one sentence; what it names is known afterwards."""
    inside = _inside(scene, found)
    settled = []
    for item in found:
        meaning = item.meaning
        if item.told is not None:
            meaning = _told(scene, item, inside, known)
        elif item.clock is not None:
            meaning = _clock(scene, item, inside, known)
        elif meaning is not None and meaning.start is None:
            meaning = _minutes_ago(scene, item, known.entries) or meaning
        if meaning:
            is_length = item.told is not None and item.told.length > 0 and meaning.start is None
            end = item.start + item.told.length if is_length and item.told else item.end
            settled.append(Expression(item.start, end, meaning))
    _learn(scene, span, inside, known)
    return settled


def settle(scene: Scene, found: Sequence[Found]) -> list[Expression]:
    """Give clock times and "the next day" the day that their sentence, or what was told before it, names.

    Args:
        scene: the text and the day it was published.
        found: its expressions in text order, without overlaps.
    """
    settled: list[Expression] = []
    known, paragraphs = _Known(entries=find_entries(scene.text)), paragraph_bounds(scene.text)
    at = paragraph = 0
    for low, high in pairwise(sentence_bounds(scene.text)):
        first = at
        while at < len(found) and found[at].start < high:
            at += 1
        if at == first:
            known.earlier = known.deed = None
            continue
        number = number_of(paragraphs, found[first].start)
        if number != paragraph:
            known.paragraph, paragraph = None, number
        settled += _sentence(scene, (low, high), found[first:at], known)
    return settled
