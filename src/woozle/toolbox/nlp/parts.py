"""Takes titles, openers and peoples' adjectives off a stretch of capitals, and leaves the names in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lexicon.given import GIVEN
from woozle.toolbox.nlp.lexicon.heads import (
    BODY_HEADS,
    OTHER_HEADS,
    OUTLET_HEADS,
    OUTLET_OPENERS,
    PLACE_HEADS,
    PLACE_OPENERS,
    VESSELS,
)
from woozle.toolbox.nlp.lexicon.known import OTHERS
from woozle.toolbox.nlp.lexicon.lands import PEOPLE_ENDINGS, PEOPLES, PLACES
from woozle.toolbox.nlp.lexicon.openers import OPENERS, SAYING
from woozle.toolbox.nlp.lexicon.titles import CROWDS, MODIFIERS, ROLES, TITLES, WEAK_TITLES
from woozle.toolbox.nlp.lines import Line, is_known, is_opening

#: Heads that tell a body, an outlet or a place, so that a title before them belongs to the name: "General Hospital".
_HEADS = BODY_HEADS | OUTLET_HEADS | PLACE_HEADS | OTHER_HEADS
_QUOTES = frozenset(('"', "“", "”", "‘", "’", "'", "«", "»"))
_JOINS = frozenset(("&", "and", "of", "for", "'", "’"))
_FRAME = TITLES | MODIFIERS
_OFFICES = (TITLES | CROWDS) - BODY_HEADS - OUTLET_HEADS
_NOBODY = TITLES | ROLES | MODIFIERS | CROWDS
#: A title hardly stands before more words of a name than this.
_LONGEST_PERSON = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A name's place in a line, half-open. ``has_title``: a title stood before it. ``is_vessel``: its "Lady" belongs
    to a ship's name.
    """

    first: int
    last: int
    has_title: bool
    is_vessel: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of the whole text in small letters: with a capital ``inside`` a sentence, and written ``small``."""

    inside: frozenset[str]
    small: frozenset[str]


def is_people(low: str) -> bool:
    """Whether a word is the adjective of a people, listed or by its ending."""
    return low in PEOPLES or (len(low) > 5 and low.endswith(PEOPLE_ENDINGS) and low not in PLACES and low not in GIVEN)


def _has_head(line: Line, first: int, last: int) -> bool:
    """Whether a stretch of several words ends in, or is built on, a word that tells what it names."""
    return last - first > 1 and line.low[last - 1] in _HEADS and line.low[last - 1] not in TITLES


def _is_only_opener(line: Line, at: int, last: int, seen: Seen) -> bool:
    """Whether the word at `at`, which opens a sentence, has its capital for that reason only."""
    word, low = line.words[at], line.low[at]
    if word in OPENERS or low in CROWDS:
        return True
    if is_known(low) or low in _FRAME or low in seen.inside or low in PEOPLES:
        return False
    if last - at == 1:
        return low in COMMON or low in ROLES
    is_before_name = line.words[at + 1][0].isupper() and line.low[at + 1] not in COMMON
    if is_before_name and (low in GIVEN or low in OUTLET_OPENERS or low in PLACE_OPENERS):
        return False
    return (low in COMMON or low in seen.small or low.endswith(("ing", "ly"))) and not _has_head(line, at, last)


def _is_borne_out(line: Line, first: int, last: int, seen: Seen) -> bool:
    """Whether a single word that opens a sentence is a name: known, seen elsewhere, possessing, speaking."""
    low, word = line.low[first], line.words[first]
    if _word_before(line, first) in VESSELS:
        return True
    if low in seen.inside or is_known(low) or low in GIVEN or (low in PEOPLES and low.endswith("s")):
        return True
    if low in COMMON or low in _NOBODY or low in seen.small:
        return False
    after = line.low[last] if last < len(line.low) else ""
    is_owner = after in ("'s", "’s") and last + 1 < len(line.low) and line.low[last + 1][0].isalpha()
    return (
        after in SAYING
        or is_owner
        or (word.isupper() and 1 < len(word) < 7 and not line.is_loud)
        or (after == ":" and word.isupper())
    )


def _skip_openers(line: Line, first: int, last: int, seen: Seen) -> int:
    begin = first
    while first < last and (_is_only_opener(line, first, last, seen) or (first > begin and line.low[first] in _JOINS)):
        first += 1
    return first


def _titles_end(line: Line, first: int, last: int) -> int:
    """The place behind the last title of a stretch, where a person's name begins; `first` where no title stands."""
    if _has_head(line, first, last) and line.low[first] not in ("mr", "mrs", "ms", "dr", "gen", "col", "sen", "rep"):
        return first
    found = first
    for at in range(first, last):
        if line.low[at] in TITLES and (at == first or line.low[at] not in WEAK_TITLES or line.low[at - 1] in _FRAME):
            is_saint = line.low[at] in ("saint", "st") and at + 1 < last
            found = found if is_saint else at + 1
        elif found > first and line.low[at] not in MODIFIERS:
            break
    return found if last - found <= _LONGEST_PERSON else first


def _before_title(line: Line, first: int, name: int) -> int:
    """Where the title that ends before `name` begins: behind the body or people that it belongs to."""
    at = name
    while at > first and (line.low[at - 1] in _FRAME or line.low[at - 1] in ("of", "for", "the")):
        at -= 1
    return at


def _is_vessel(line: Line, first: int, last: int) -> bool:
    """Whether "Lady", "King" and the like begin a ship's name: "the ferry Lady Orla"."""
    if line.low[first] not in WEAK_TITLES or last - first == 1:
        return False
    if first and last < len(line.words) and line.words[first - 1] in _QUOTES and line.words[last] in _QUOTES:
        return True
    return _word_before(line, first) in {"the", *VESSELS}


def _word_before(line: Line, first: int) -> str:
    """The word before a place, over opening quotation marks; empty where none stands."""
    at = first - 1
    while at >= 0 and line.words[at] in _QUOTES:
        at -= 1
    return line.low[at] if at >= 0 else ""


def _trim_tail(line: Line, first: int, last: int) -> int:
    """The end of a name without the office behind it: "Popular Front Chairman" is no name of three words."""
    while last - first > 1 and line.low[last - 1] in _OFFICES:
        if line.low[first] in GIVEN or line.words[last - 2].endswith(".") or line.low[last - 2] in ("of", "the"):
            break
        last -= 1
    while last - first > 1 and line.low[last - 1] in ("of", "the", "and", "for", "'", "’"):
        last -= 1
    return last


def _is_nobody(line: Line, first: int, last: int, seen: Seen) -> bool:
    """Whether a single word, or a row of offices, names no one."""
    lows = line.low[first:last]
    if all(low in _FRAME or low in ("of", "the") for low in lows):
        return not is_known(" ".join(lows))
    if last - first > 1:
        return False
    low = lows[0]
    if is_known(low):
        return False
    is_office = low in _NOBODY and low not in seen.inside - seen.small
    return is_office or _is_adjective(line, first, last, seen) or low in OTHERS or len(line.words[first]) == 1


def _is_adjective(line: Line, first: int, last: int, seen: Seen) -> bool:
    """Whether a single word is a people's adjective; one that no list knows must stand before a small word."""
    low = line.low[first]
    if low in PEOPLES:
        return not low.endswith("s")
    after = line.words[last] if last < len(line.words) else ""
    is_before_noun = after[:1].islower() and after not in SAYING and not after.endswith("ed")
    # "Lorvan" where the text also names Lorva.
    is_of_land = low.endswith("an") and (low[:-1] in seen.inside or low[:-2] in seen.inside)
    return (is_people(low) or is_of_land) and is_before_noun


def _name(line: Line, first: int, last: int, *, has_title: bool, seen: Seen) -> Iterator[Part]:
    """The part for one name, its adjective of a people taken off before a given name."""
    last = _trim_tail(line, first, last)
    while last - first > 1 and is_people(line.low[first]) and line.low[first + 1] in GIVEN:
        first += 1
    if first < last and not _is_nobody(line, first, last, seen):
        is_ship = not has_title and _is_vessel(line, first, last)
        yield Part(first, last, has_title, is_ship)


def find_parts(line: Line, first: int, last: int, seen: Seen) -> Iterator[Part]:
    """The names inside one stretch of capitals.

    Args:
        line: a sentence.
        first: where the stretch begins.
        last: behind its end.
        seen: what the whole text tells of its words.
    """
    if is_opening(line, first):
        first = _skip_openers(line, first, last, seen)
    elif line.words[first] in ("A", "An") or (line.words[first] == "The" and last - first == 1):
        first += 1
    if first >= last:
        return
    name = first if _is_vessel(line, first, last) else _titles_end(line, first, last)
    if name > first:
        body = _before_title(line, first, name)
        if body > first and not is_people(line.low[body - 1]):
            yield from _name(line, first, body, has_title=False, seen=seen)
        if name < last:
            yield from _name(line, name, last, has_title=True, seen=seen)
        return
    if is_opening(line, first) and last - first == 1 and not _is_borne_out(line, first, last, seen):
        return
    yield from _name(line, first, last, has_title=False, seen=seen)
