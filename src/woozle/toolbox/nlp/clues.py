"""What a name names, as its own words tell."""

import re
from collections.abc import Sequence
from functools import lru_cache

from woozle.toolbox.nlp.lexicon.given import GIVEN
from woozle.toolbox.nlp.lexicon.heads import (
    BODY_HEADS,
    OTHER_HEADS,
    OTHER_OPENERS,
    OUTLET_HEADS,
    OUTLET_OPENERS,
    PLACE_HEADS,
    PLACE_OPENERS,
    UNITS,
    WEAK_OUTLET_HEADS,
)
from woozle.toolbox.nlp.lexicon.known import BODIES, OTHERS, OUTLETS
from woozle.toolbox.nlp.lexicon.lands import PEOPLES, PLACES
from woozle.toolbox.nlp.lexicon.openers import OPENERS

#: A kind, and how strongly something speaks for it; below nought it speaks against it.
Clue = tuple[str, float]

_KNOWN = ((OUTLETS, "outlet"), (BODIES, "organisation"), (PLACES, "place"), (OTHERS, "other"))
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}[a-z]?|[A-Z]{2,5}[-/][A-Z]{1,5}")
_INITIAL = re.compile(r"[A-Z]\.?")
_PLACE_ENDINGS = tuple(
    (
        "stan burg burgh grad ville shire mouth haven abad pur ovka ivka sk borough bridge dorf heim stadt fjord wick "
        "chester minster hafen polis land town port"
    ).split()
)
_PARTICLES = frozenset("de van von bin ibn al el der den della da di du ben bint".split())
#: Words inside the names of papers, which make "Post" and "Star" sure.
_PAPER = frozenset("evening morning daily sunday weekly news financial".split())
_AGENCIES = frozenset("agency service network corporation association group trust company".split())
_LINKS = frozenset(("of", "for", "on"))
_HEADS = BODY_HEADS | PLACE_HEADS | OTHER_HEADS | PLACE_OPENERS


def head_of(low: Sequence[str]) -> str:
    """The word that says what a name names: the last, or the last before "of", "for" and "on"."""
    for at, word in enumerate(low):
        if at and word in _LINKS and low[at - 1] in _HEADS:
            return low[at - 1]
    return low[-1]


def _one(word: str, low: str) -> list[Clue]:
    clues: list[Clue] = []
    if _ACRONYM.fullmatch(word) and len(word) > 1:
        clues.append(("organisation", 1.5))
    if any(letter.isdigit() for letter in low):
        clues += [("organisation", 0.9), ("place", -1.5), ("person", -1.0)]
    if low in GIVEN:
        clues.append(("person", 1.0))
    elif low.endswith(_PLACE_ENDINGS) and len(low) > 5:
        clues.append(("place", 0.7))
    if low.startswith(("al-", "o'", "o’")) or (low.startswith("mc") and word[2:3].isupper()):
        clues.append(("person", 0.8))
    if low in PEOPLES or (low.endswith("s") and low[:-1] in PEOPLES):
        clues.append(("group", 2.0))
    return clues


def _is_person_shaped(words: Sequence[str], low: Sequence[str]) -> bool:
    """Whether an initial or a particle stands inside a name that begins with a capital."""
    return any(_INITIAL.fullmatch(word) for word in words[:-1]) or any(word in _PARTICLES for word in low[1:-1])


def _heads(low: Sequence[str], softening: float) -> list[Clue]:
    head, first = head_of(low), low[0]
    is_linked = head != low[-1]
    is_agency = low[-1] in _AGENCIES and low[-2] in ("news", "press", "wire", "broadcasting")
    is_paper = any(word in _PAPER for word in low[:-1])
    outlet = 1.3 if head in WEAK_OUTLET_HEADS and not is_paper else 3.0
    tests = (
        (head in OUTLET_HEADS and not is_linked, ("outlet", outlet * softening)),
        (first in OUTLET_OPENERS, ("outlet", 2.5)),
        (is_agency, ("outlet", 4.0)),
        (head in BODY_HEADS or (head in UNITS and head not in PLACE_HEADS), ("organisation", 3.0 * softening)),
        (head in PLACE_HEADS or (is_linked and head in PLACE_OPENERS), ("place", 2.6 * softening)),
        (
            first in PLACE_OPENERS and not is_linked and head not in BODY_HEADS | OUTLET_HEADS,
            ("place", 2.2 * softening),
        ),
        (head in OTHER_HEADS, ("other", 2.6 * softening)),
        (first in OTHER_OPENERS, ("other", 3.0)),
        ("&" in low, ("organisation", 1.5)),
    )
    return [clue for is_so, clue in tests if is_so]


def _several(words: Sequence[str], low: Sequence[str]) -> list[Clue]:
    is_given = low[0] in GIVEN
    is_named = (is_given or _is_person_shaped(words, low)) and len(low) < 5
    # "Gordon Brook" is a man, though "Brook" ends the names of many places.
    clues = _heads(low, 0.45 if is_given and len(low) == 2 else 1.0)
    if any(word in OPENERS for word in words[1:]):
        # "Stop Making It Worse": small words with capitals stand in titles of works and in slogans.
        clues.append(("other", 2.5))
    if is_named:
        clues.append(("person", 2.6))
    elif not clues:
        clues.append(("person", 1.2) if len(low) < 4 and "of" not in low else ("organisation", 0.8))
    if words[0] == "The":
        clues += [("outlet", 1.0), ("organisation", 0.5), ("person", -3.0)]
    return clues


@lru_cache(maxsize=4096)
def own_clues(words: tuple[str, ...]) -> tuple[Clue, ...]:
    """What the words of a name say of it.

    Args:
        words: as written, without titles.
    """
    low = [word.casefold() for word in words]
    bare = low[1:] if low[0] == "the" and len(low) > 1 else low
    known = next((kind for names, kind in _KNOWN if " ".join(low) in names or " ".join(bare) in names), None)
    if known:
        return ((known, 4.0),)
    if len(bare) > 1:
        return tuple(_several(words, bare))
    clues = _one(words[-1], bare[0])
    return tuple([*clues, ("outlet", 2.0), ("person", -3.0)] if len(low) > 1 else clues)
