"""Stretches of words that may be one name: capitals, and the small words that join them."""

import re
from collections.abc import Iterator

from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lexicon.given import GIVEN
from woozle.toolbox.nlp.lexicon.heads import (
    BODY_HEADS,
    FOR_HEADS,
    NUMBERED_HEADS,
    OF_HEADS,
    ON_HEADS,
    OTHER_HEADS,
    OUTLET_HEADS,
    OWNERS,
    UNITS,
)
from woozle.toolbox.nlp.lexicon.lands import PEOPLES
from woozle.toolbox.nlp.lexicon.openers import OPENERS
from woozle.toolbox.nlp.lines import Line, is_capital, is_emphasis, is_known

_PARTICLES = frozenset(
    ("de del della der den van von zu di da dos das du la le al el bin ibn ben bint abu ter ten y e und").split()
)
#: Particles that begin a name even where no capital stands before them.
_LEADING = frozenset("van von bin ibn al el de du della di ben abu".split())
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)")
_HEADS = BODY_HEADS | OUTLET_HEADS | OTHER_HEADS
#: Heads of places that an owner may stand before: "Tanners' Lane".
_WAYS = frozenset(
    ("lane street road row square hill quay market green yard bridge point head island wharf gate").split()
)
_LINKS = {"of": OF_HEADS, "for": FOR_HEADS, "on": ON_HEADS}
#: So many words behind a joining word are searched for the head of a body's name.
_REACH = 6


def _is_in(line: Line, at: int, small: frozenset[str]) -> bool:
    """Whether the word at `at` may stand in a name."""
    word = line.words[at]
    if not is_capital(word) or line.is_loud:
        return is_capital(word)
    return not is_emphasis(word, line.low[at], small) or _is_beside_capitals(line, at)


def _is_beside_capitals(line: Line, at: int) -> bool:
    """Whether a word in capitals stands beside another that is no plain word: "BAY ROAD" may name a place."""
    beside = [near for near in (at - 1, at + 1) if 0 <= near < len(line.words) and max(at, near) not in line.gaps]
    return any(_is_shouted_name(line, near) for near in beside)


def _is_shouted_name(line: Line, at: int) -> bool:
    """Whether a word in capitals is no plain word."""
    word = line.words[at]
    return (
        word.isupper() and word.isalpha() and len(word) > 2 and not (line.low[at] in COMMON or word.title() in OPENERS)
    )


def _is_alone(low: str, word: str) -> bool:
    """Whether a word is a name by itself, so that "and" parts it from the next one."""
    return is_known(low) or low in GIVEN or low in PEOPLES or (word.isupper() and len(word) > 1)


def _has_head(line: Line, at: int) -> bool:
    """Whether the capitals from `at` on end in the head of a body's name, over "'" too."""
    end = at
    while end < min(len(line.words), at + _REACH) and (is_capital(line.words[end]) or line.words[end] in ("'", "’")):
        end += 1
    return end - at > 1 and line.low[end - 1] in _HEADS


def _over_owner(line: Line, at: int) -> bool:
    """Whether the apostrophe at `at` belongs to a name, as in "Coal Hauliers' Guild", "People's Party"."""
    owner = line.low[at - 1]
    if line.tokens[at].start != line.tokens[at - 1].end or not is_capital(line.words[at + 1]):
        return False
    if line.words[at] in ("'", "’"):
        return owner.endswith("s") and (_has_head(line, at) or line.low[at + 1] in _HEADS | _WAYS)
    return (owner in OWNERS or owner in COMMON) and (_has_head(line, at + 1) or line.low[at + 1] in _HEADS)


def _over_and(line: Line, first: int, at: int) -> bool:
    """Whether "and" at `at` joins two parts of one name."""
    word, after = line.words[at + 1], line.low[at + 1]
    if not is_capital(word) or _is_alone(after, word):
        return False
    head = next((low for low in line.low[first:at] if low in BODY_HEADS), "")
    if any(low in _LINKS for low in line.low[first:at]) and head:
        return not (at + 2 < len(line.words) and is_capital(line.words[at + 2]))
    left = [low for low in line.low[first:at] if low not in ("'", "’", "the")]
    return len(left) == 1 and not _is_alone(left[0], line.words[first]) and _has_head(line, at + 1)


def _over_link(line: Line, first: int, at: int) -> int:
    """The next capital that "of", "for" or "on" at `at` joins; 0 where none."""
    after = at + 1 + (line.low[at + 1] == "the")
    if after >= len(line.words) or not is_capital(line.words[after]):
        return 0
    if line.low[at - 1] in _LINKS[line.low[at]]:
        return after
    # "Freedom of Russia Legion": the head stands at the end.
    is_one = at - first == 1 and after == at + 1 and not _is_alone(line.low[first], line.words[first])
    return after if is_one and line.low[at] == "of" and _has_head(line, after) else 0


def _goes_on(line: Line, first: int, at: int) -> int:
    """The place of the next capital that the word at `at` joins to the name begun at `first`; 0 where the name ends."""
    low, after = line.low[at], at + 1
    if after >= len(line.words) or at in line.gaps or after in line.gaps:
        return 0
    if low in _LINKS:
        return _over_link(line, first, at)
    if line.words[at] in ("'", "’", "'s", "’s"):
        if line.words[at] in ("'", "’") and line.low[after] == "and" and after + 1 < len(line.words):
            return after + 1 if _over_and(line, first, after) else 0
        return after if _over_owner(line, at) else 0
    if low == "and":
        return after if _over_and(line, first, at) else 0
    if low in _PARTICLES or low == "&":
        while after < len(line.words) and line.words[after] in _PARTICLES:
            after += 1
        return after if after < len(line.words) and is_capital(line.words[after]) else 0
    return 0


def _start(line: Line, at: int) -> int:
    """Where a name really begins whose first capital stands at `at`: at a particle or an ordinal before it."""
    if at and line.words[at - 1] in _LEADING and not (at > 1 and line.words[at - 2][0].isupper()):
        return at - 1
    return at


def _end(line: Line, first: int, small: frozenset[str]) -> int:
    at = first
    while at < len(line.words):
        if at > first and at in line.gaps:
            break
        if _is_in(line, at, small):
            at += 1
            continue
        is_number = at > first and line.words[at].isdigit() and line.low[at - 1] in NUMBERED_HEADS
        after = at + 1 if is_number and len(line.words[at]) < 4 else _goes_on(line, first, at) if at > first else 0
        if not after:
            break
        at = after
    return at


def find_runs(line: Line, small: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of words that may be one name, in order.

    Args:
        line: a sentence.
        small: words that the text also writes in small letters.
    """
    at = 0
    while at < len(line.words):
        if not _is_in(line, at, small):
            at += 1
            continue
        last = _end(line, at, small)
        first = _start(line, at)
        if first and _ORDINAL.fullmatch(line.words[first - 1]) and any(low in UNITS for low in line.low[first:last]):
            first -= 1
        yield first, last
        at = last
