"""What a name names, as far as one place in a text tells: by its own words and by what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.toolbox.nlp.lexicon.given import GIVEN
from woozle.toolbox.nlp.lexicon.heads import (
    BODY_HEADS,
    OTHER_HEADS,
    OTHER_OPENERS,
    OUTLET_HEADS,
    OUTLET_OPENERS,
    PLACE_HEADS,
    PLACE_OPENERS,
    VESSELS,
    WEAK_OUTLET_HEADS,
)
from woozle.toolbox.nlp.lexicon.known import BODIES, OTHERS, OUTLETS
from woozle.toolbox.nlp.lexicon.lands import PEOPLES, PLACES
from woozle.toolbox.nlp.lexicon.openers import SAYING
from woozle.toolbox.nlp.lexicon.titles import MODIFIERS, ROLES, TITLES

_PLACE_PREPOSITIONS = frozenset(
    "in at near from around outside across toward towards into through throughout off".split()
)
_ALIAS = re.compile(
    r"(?:call ?sign|nom de guerre(?: is)?|nicknamed|known (?:only )?as|calls? (?:him|her)self|alias|codenamed)$"
)
_REGIONS = frozenset("region province district city border airport peninsula village".split())
_KNOWN = ((OUTLETS, "outlet"), (BODIES, "organisation"), (PLACES, "place"), (PEOPLES, "group"), (OTHERS, "other"))
_ACRONYM = re.compile(r"[A-Z][A-Z0-9.&-]{1,6}s?$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A kind and how strongly one place speaks for it; ``is_alias``: a call sign or nickname."""

    kind: str
    weight: float
    is_alias: bool = False


def head_of(words: Sequence[str]) -> str:
    """The word that says what a name names: the last, or the last before "of" and "for"."""
    low = [word.lower() for word in words]
    for at, word in enumerate(low):
        if word in ("of", "for") and at and low[at - 1] in BODY_HEADS | PLACE_HEADS | OTHER_HEADS:
            return low[at - 1]
    return low[-1]


def own_signs(words: Sequence[str]) -> list[Sign]:
    """What the words of a name say."""
    joined = " ".join(words).casefold()
    signs = [Sign(kind, 4.0) for known, kind in _KNOWN if joined in known]
    return [*signs, *(_one_word(words[0]) if len(words) == 1 else _several(words, is_known=bool(signs)))]


def _one_word(word: str) -> list[Sign]:
    signs = [Sign("organisation", 1.0)] if _ACRONYM.match(word) and word.upper() == word else []
    return [*signs, Sign("person", 0.6)] if word.lower() in GIVEN else signs


def _several(words: Sequence[str], *, is_known: bool) -> list[Sign]:
    head, first = head_of(words), words[0].lower()
    tests = (
        (head in OUTLET_HEADS, Sign("outlet", 1.5 if head in WEAK_OUTLET_HEADS else 3.0)),
        (first in OUTLET_OPENERS, Sign("outlet", 2.0)),
        (head in BODY_HEADS, Sign("organisation", 3.0)),
        (head in PLACE_HEADS or (first in PLACE_OPENERS and head not in BODY_HEADS), Sign("place", 2.5)),
        (head in OTHER_HEADS or first in OTHER_OPENERS, Sign("other", 2.6)),
        (first in GIVEN, Sign("person", 2.4 if len(words) < 4 else 1.0)),
    )
    signs = [sign for is_so, sign in tests if is_so]
    is_plain = not signs and not is_known and len(words) in (2, 3)
    return [Sign("person", 0.8)] if is_plain else signs


def titled(words: Sequence[str]) -> int:
    """How many words at a name's beginning are titles: "Deputy Prime Minister Ivan Petrov" has three."""
    if head_of(words) in BODY_HEADS | OUTLET_HEADS | PLACE_HEADS and head_of(words) not in TITLES:
        return 0
    low = [word.lower().rstrip(".") for word in words]
    last = 0
    for at, word in enumerate(low):
        if word in TITLES:
            last = at + 1
        elif word not in MODIFIERS:
            break
    return last


def near_signs(before: Sequence[str], after: Sequence[str], n_words: int) -> list[Sign]:
    """What stands around a name says.

    Args:
        before: up to five words before it, in small letters, nearest last.
        after: up to four words behind it, nearest first.
        n_words: of the name.
    """
    last = before[-1] if before else ""
    left = " ".join(before)
    if _ALIAS.search(left) or _ALIAS.search(left.removesuffix(" the")):
        return [Sign("person", 5.0, True)]
    tests = (
        (last.rstrip(".") in ROLES or last.rstrip(".") in TITLES, Sign("person", 2.5)),
        (last in ("told", "tells") or left.endswith(("told the", "tells the")), Sign("outlet", 0.4)),
        (last in _PLACE_PREPOSITIONS, Sign("place", 1.6 if n_words < 3 else 0.6)),
        (last in ("to", "of", "on", "for"), Sign("place", 0.3)),
        (last in VESSELS or left.endswith(("ferry the", "aboard the", "ship the")), Sign("other", 2.4)),
        (last in SAYING, Sign("person", 0.5)),
    )
    return [*(sign for is_so, sign in tests if is_so), *_behind(after)]


def _behind(after: Sequence[str]) -> list[Sign]:
    one, two, three = (*after[:3], "", "", "")[:3]
    is_described = one == "," and (two == "who" or (two in ("a", "the") and three in ROLES))
    tests = (
        (one in SAYING, Sign("person", 0.5)),
        (one in ("'s", "’s") and two[:1].isalpha(), Sign("place", 0.4)),
        (one == "," and two.isdigit() and len(two) < 3, Sign("person", 2.5)),
        (is_described, Sign("person", 1.5)),
        (one in _REGIONS, Sign("place", 2.0)),
    )
    return [sign for is_so, sign in tests if is_so]
