"""From which day words are told: the report's, that of a heading, or that on which quoted words were said."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from woozle.toolbox.text.quotes import find_quotes
from woozle.toolbox.when.found import Expression
from woozle.toolbox.when.sentences import number_of, paragraph_bounds, sentence_bounds

#: What may stand beside the date in a heading: "Update, 3 October", "Tuesday 10 September 2024, 07.40".
_BESIDE = re.compile(r"(?:update[ds]?|correction|corrected|[\s,:;()|•·–—-]|\d{1,2}[.:]\d\d)*", re.IGNORECASE)
_HEADING_REACH = 60
#: How far from a quotation its day may stand, and from the day the word of saying.
_REACH, _NEAR = 240, 120
_SAYING = (
    r"(?:said|says|saying|told|tells|wrote|writes|written|posted|tweeted|announced|declared|stated|added|warned|spoke|speaking"
    r"|addressed|letter|statement|post|message|interview|speech|recording|video|tweet|memo|note|email|order|decree|report)"
)
#: What lies between the saying and its day, on either side; a clause of its own would have a day of its own.
_BETWEEN = r"(?:\s(?!who\b|which\b|that\b|when\b|after\b|before\b|since\b|until\b|by\b|from\b)[\w’'.-]{1,20}){0,6}?"
_SAYS = re.compile(rf"\b{_SAYING}\b", re.IGNORECASE)
_SAID_THEN = re.compile(
    rf"\b{_SAYING}{_BETWEEN},?\s(?:on\s|of\s|dated\s|late\s|early\s|in\s)?(?:the\s)?\Z", re.IGNORECASE
)
_THEN_SAID = re.compile(rf",?{_BETWEEN},?\s{_SAYING}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """text[start:end] is told from this day, because of a heading, or as quoted words."""

    start: int
    end: int
    day: date
    is_heading: bool


def _day(found: Expression) -> date | None:
    start, end = found.meaning.start, found.meaning.end
    is_day = found.meaning.precision == "day" and start is not None and end is not None and (end - start).days == 1
    return start.date() if is_day and start is not None else None


def heading_stretches(text: str, found: Sequence[Expression]) -> list[Stretch]:
    """The parts of a text under a date in a line of its own: each lasts to the next such date.

    Args:
        text: the text.
        found: the days that head parts, in order.
    """
    heads = [(each.start, day) for each in found if (day := _day(each))]
    ends = [*(at for at, _ in heads[1:]), len(text)]
    return [Stretch(at, end, day, is_heading=True) for (at, day), end in zip(heads, ends, strict=False)]


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a date heads what follows: it stands in a line of its own, or with "Update", between empty lines."""
    first = text.rfind("\n", max(0, start - _HEADING_REACH), start) + 1
    last = text.find("\n", end, end + _HEADING_REACH)
    if (first == 0 and start > _HEADING_REACH) or last < 0:
        return False
    beside = text[first:start], text[end:last]
    if not all(_BESIDE.fullmatch(words) for words in beside):
        return False
    return text[max(0, first - 2) : first].strip() == "" and text[last : last + 2].strip() == "" and first > 0


def said_stretches(text: str, found: Sequence[Expression]) -> list[Stretch]:
    """The quotations whose sentence tells on which day they were said; one that follows in the paragraph goes with it.

    Args:
        text: the text.
        found: its expressions, settled, in order.
    """
    starts = [each.start for each in found]
    sentences, paragraphs = sentence_bounds(text), paragraph_bounds(text)
    said: list[Stretch] = []
    last: tuple[int, date] | None = None
    for start, end in [(quote.inner_start, quote.inner_end) for quote in find_quotes(text) if quote.depth == 0]:
        low = max(sentences[number_of(sentences, start)], start - _REACH)
        high = min(sentences[min(number_of(sentences, end) + 1, len(sentences) - 1)], end + _REACH)
        if not (_SAYS.search(text, low, start) or _SAYS.search(text, end, high)):
            beside: Sequence[Expression] = ()
        else:
            beside = [*_within(found, starts, low, start), *_within(found, starts, end, high)]
        days = {day for each in beside if (day := _said_on(text, each, (start, end)))}
        paragraph = number_of(paragraphs, start)
        if len(days) == 1:
            last = (paragraph, days.pop())
        elif not (last and last[0] == paragraph and _is_bare(text[low:start], text[end:high])):
            last = None
        if last and _within(found, starts, start, end):
            said.append(Stretch(start, end, last[1], is_heading=False))
    return said


def _within(found: Sequence[Expression], starts: Sequence[int], low: int, high: int) -> Sequence[Expression]:
    return found[bisect_left(starts, low) : bisect_left(starts, high)]


def _is_bare(before: str, behind: str) -> bool:
    """Whether a quotation is all of its sentence, so that whoever spoke before speaks on."""
    return not before.strip(' "“”') and not behind.strip(' \n"“”.,!?')


def _said_on(text: str, found: Expression, quote: tuple[int, int]) -> date | None:
    """The day of an expression beside a quotation, if it is the day of the saying."""
    day = _day(found)
    if day is None:
        return None
    low = quote[1] if found.start >= quote[1] else 0
    high = quote[0] if found.end <= quote[0] else found.end + _NEAR
    is_said = _SAID_THEN.search(text, max(low, found.start - _NEAR), found.start) or _THEN_SAID.match(
        text, found.end, high
    )
    return day if is_said else None
