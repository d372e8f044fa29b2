"""What a name names, as the words around one place of it tell."""

from collections.abc import Iterator
from itertools import takewhile

from woozle.toolbox.nlp.clues import Clue
from woozle.toolbox.nlp.lexicon.beside import (
    ARTICLES,
    AT,
    BUILT,
    DISTANCES,
    IN,
    JOINING,
    MEASURES,
    MEMBERS,
    NEWSROOM,
    NO_DESCRIPTION,
    OFFICES,
    OVER,
    POSTING,
    PRINTING,
    STATE,
)
from woozle.toolbox.nlp.lexicon.heads import BODY_NOUNS, OUTLET_HEADS, OUTLET_NOUNS, PLACE_NOUNS, VESSELS
from woozle.toolbox.nlp.lexicon.lands import PLACES
from woozle.toolbox.nlp.lexicon.openers import SAYING
from woozle.toolbox.nlp.lexicon.titles import ROLES
from woozle.toolbox.nlp.lines import Line

_QUOTES = frozenset(('"', "“", "‘", "'", "«", "”", "’", "»"))
_WHO = frozenset(("who", "whose"))
#: Nouns in small letters that own the article before a name.
_OWNERS = PLACE_NOUNS | BODY_NOUNS | OUTLET_NOUNS | STATE | MEMBERS | BUILT
#: A description behind a comma is read so far.
_REACH = 7
#: Words of an office behind the name of its state, at most.
_OFFICE = 4
#: Words of the name of what somebody is head of, at most.
_OF_WHERE = 5


def _noun_before(line: Line, first: int) -> str:
    """The noun before a name in small letters, over an opening quotation mark; of "the town of" it is the town."""
    at = first - 1
    while at >= 0 and line.words[at] in _QUOTES:
        at -= 1
    if at > 0 and line.low[at] == "of":
        return line.low[at - 1] if line.low[at - 1] in PLACE_NOUNS else ""
    return line.low[at] if at >= 0 and line.words[at][0].islower() else ""


def _noun(line: Line, first: int) -> Iterator[Clue]:
    noun, last = _noun_before(line, first), line.low[first - 1]
    is_aboard = last in ("the", *_QUOTES) and first > 1 and line.low[first - 2] in VESSELS
    tests = (
        (noun in ROLES and noun not in OUTLET_NOUNS, ("person", 2.6)),
        (noun in OUTLET_NOUNS, ("outlet", 3.0)),
        (noun in BODY_NOUNS, ("organisation", 1.8)),
        (noun in PLACE_NOUNS and noun not in OUTLET_NOUNS, ("place", 2.4)),
        (noun in VESSELS or is_aboard, ("other", 4.0)),
    )
    return (clue for is_so, clue in tests if is_so)


def _apposed(line: Line, first: int, last: int) -> Iterator[Clue]:
    """A role before the comma in front of a name: "the receptionist, Ada Finn, was", "the mayor of Orle, Ada Finn,"."""
    is_closed = last >= len(line.words) or line.words[last] in (",", ".", ";", ")", *_QUOTES)
    if first > 1 and line.words[first - 1] == "," and is_closed:
        at = first - 2
        while at > 0 and first - at <= _OF_WHERE and line.words[at][0].isupper():
            at -= 1
        at -= line.low[at] == "the"
        is_of = at > 0 and line.low[at] in ("of", "for") and line.low[at - 1] in ROLES
        if line.low[first - 2] in ROLES or is_of:
            yield "person", 2.6


def _preposition(line: Line, first: int, n_words: int) -> Clue | None:
    """The clue of the small word before a name; the first that fits counts."""
    last, before = line.low[first - 1], line.low[first - 2] if first > 1 else ""
    is_short = n_words < 3
    tests: tuple[tuple[bool, Clue], ...] = (
        (last in IN, ("place", 1.6 if is_short else 0.5)),
        (last in AT, ("place", 1.0 if is_short else 0.3)),
        (last == "on" and before in POSTING, ("organisation", 1.0)),
        (last == "on" and before != "", ("place", 0.7)),
        (last == "of" and before in MEASURES, ("place", 1.6)),
        (last in ("to", "of", "on", "for"), ("place", 0.3)),
        (last in ("told", "tells"), ("outlet", 0.5)),
        (last == "by", ("person", 0.4)),
        (last in SAYING, ("person", 0.6)),
    )
    return next((clue for is_so, clue in tests if is_so), None)


def _is_attribute(line: Line, last: int) -> bool:
    """Whether a noun follows in small letters, which then owns the article: "the Kort post"."""
    after = line.words[last] if last < len(line.words) else ""
    return after in _OWNERS


def _article(line: Line, first: int, n_words: int) -> Iterator[Clue]:
    """An article stands before bodies, things and rivers, hardly before a person or a town."""
    if line.low[first - 1] != "the" or _is_attribute(line, first + n_words):
        return
    yield "person", -2.5
    is_acronym = line.words[first].isupper()
    if n_words == 1 and line.low[first] in OUTLET_HEADS:
        yield "outlet", 1.6
    if first > 1 and n_words == 1 and line.low[first - 2] in OVER and not is_acronym:
        yield "place", 1.4
    elif n_words > 1 or is_acronym:
        yield "organisation", 0.9
        yield "place", -0.4


def _membership(line: Line, first: int) -> Iterator[Clue]:
    at = first - 1 - (line.low[first - 1] == "the")
    if at > 0 and line.low[at] in ("of", "for") and line.low[at - 1] in JOINING:
        yield "organisation", 1.0


def _before(line: Line, first: int, n_words: int) -> Iterator[Clue]:
    yield from _noun(line, first)
    yield from _apposed(line, first, first + n_words)
    preposition = _preposition(line, first, n_words)
    if preposition:
        yield preposition
    yield from _article(line, first, n_words)
    yield from _membership(line, first)


def _owns_office(line: Line, at: int) -> bool:
    """Whether what a name owns is an office of a state: "Velanoa's new defence minister"."""
    ahead = takewhile(str.isalpha, line.low[at : at + _OFFICE])
    return any(low in OFFICES for low in ahead)


def _behind(line: Line, last: int) -> Iterator[Clue]:
    one, two = (*line.low[last : last + 2], "", "")[:2]
    is_small = last < len(line.words) and line.words[last][0].islower()
    is_owner = one in ("'s", "’s")
    tests: tuple[tuple[bool, Clue], ...] = (
        (one in PRINTING, ("outlet", 1.0)),
        (one in SAYING, ("person", 0.6)),
        (one in _WHO, ("person", 1.5)),
        (is_small and one in PLACE_NOUNS, ("place", 1.6)),
        (is_small and one in OUTLET_NOUNS and one != "site", ("outlet", 1.6)),
        (is_small and one in MEMBERS, ("organisation", 1.0)),
        (is_small and one in STATE and one not in PLACE_NOUNS, ("place", 0.8)),
        (is_small and one.endswith("ed") and one not in SAYING, ("person", 0.4)),
        (is_owner and two in NEWSROOM, ("outlet", 1.5)),
        (is_owner and _owns_office(line, last + 1), ("place", 2.4)),
        (is_owner and two in STATE, ("place", 1.3)),
        (is_owner, ("place", 0.2)),
    )
    return (clue for is_so, clue in tests if is_so)


def _aside(line: Line, last: int) -> tuple[str, ...]:
    """The words of a description in commas, brackets or dashes behind a name, up to the next mark."""
    if last + 1 >= len(line.words) or line.words[last] not in (",", "(", "–", "—"):
        return ()
    stop = last + 1
    while stop < min(len(line.words), last + 1 + _REACH) and line.words[stop][0].isalnum():
        stop += 1
    said = line.low[last + 1 : stop]
    return () if said and said[0] in NO_DESCRIPTION else said


def _kind_of_noun(word: str) -> str | None:
    tests = ((ROLES, "person"), (OUTLET_NOUNS, "outlet"), (PLACE_NOUNS, "place"), (BODY_NOUNS, "organisation"))
    return next((kind for nouns, kind in tests if word in nouns), None)


def _described(line: Line, last: int) -> Iterator[Clue]:
    """A description behind a name: "Kort, a town of 900", "Brandt, 41,", "Weil, who"."""
    said = _aside(line, last)
    if not said:
        return
    if said[0] in _WHO:
        yield "person", 1.2
    elif said[0].isdigit() and len(said[0]) < 3 and len(said) == 1:
        yield "person", 2.5
    if (said[0].isdigit() and not DISTANCES.isdisjoint(said)) or said[0] in PLACES or " ".join(said) in PLACES:
        yield "place", 1.5
    kinds = (_kind_of_noun(word) for word in (said if said[0] in ARTICLES else said[:3]))
    kind = next((kind for kind in kinds if kind), None)
    if kind:
        yield kind, 2.0


def around_clues(line: Line, first: int, last: int, *, has_title: bool) -> tuple[Clue, ...]:
    """What stands around the name at half-open [`first`, `last`) says of it; behind a title only what follows.

    Args:
        line: the sentence.
        first: the name's first word.
        last: behind its last.
        has_title: whether a title stands before it.
    """
    before = () if has_title or not first else _before(line, first, last - first)
    return (*before, *_behind(line, last), *_described(line, last))
