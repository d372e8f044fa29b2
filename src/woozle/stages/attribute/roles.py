"""What a text says of its named ones: "the engineer Dana Weil", "Josun Ferrow, deckhand, 23", "Kort is the mayor"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from woozle.model.records import Mention
from woozle.stages.attribute.grammar import BE, PREPOSITIONS, RELATIVES, is_number
from woozle.stages.attribute.view import View
from woozle.toolbox.names import BODIES
from woozle.toolbox.nlp.lexicon.titles import ROLES, TITLES

ARTICLES = frozenset("the a an this that its his her their our".split())
_ENDS_ROLE = PREPOSITIONS | RELATIVES | frozenset((",", "and", "or", "whose"))
#: Words of a role before a name, and of an apposition behind one, at most.
_LONGEST = 6
_AGED = re.compile(r"(?:\d+|[a-z]+)-year-old")
_PARENTS = frozenset("mother father grandmother grandfather".split())
_SAID = frozenset("said says told added announced confirmed stated wrote explained declared reported".split())
#: Titles as they are cut short.
_SHORT = {
    **{"dr": "doctor", "prof": "professor", "gov": "governor", "sen": "senator", "sgt": "sergeant", "capt": "captain"},
    **{"gen": "general", "col": "colonel", "lt": "lieutenant", "rev": "reverend", "rep": "representative"},
}
#: Words that stand beside a role and are none.
_NO_ROLE = frozenset("former late then now new old acting outgoing deputy local said says told and".split())
_WOMEN = frozenset(
    "ms mrs miss madam lady dame queen princess duchess baroness sister mother grandmother aunt wife widow daughter "
    "spokeswoman chairwoman congresswoman councilwoman policewoman saleswoman businesswoman actress girl "
    "woman".split()
)
_MEN = frozenset(
    "mr sir lord king prince duke baron brother father grandfather uncle husband widower son spokesman chairman "
    "congressman councilman policeman fisherman businessman actor boy man imam rabbi".split()
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is what in a text, by ids of local entities.

    Attributes:
        by_word: whom each word for a role stands beside.
        words: the words that stand beside each.
        women: of whom a title or a role says that she is a woman.
        men: likewise.
    """

    by_word: Mapping[str, set[str]]
    words: Mapping[str, set[str]]
    women: frozenset[str]
    men: frozenset[str]

    def of(self, words: Sequence[str]) -> str | None:
        """The only one whom a role fits: its last word, and of several the one that all its words fit."""
        found = self.by_word.get(words[-1], set())
        if len(found) > 1:
            found = {each for each in found if set(words) <= self.words[each]}
        return next(iter(found)) if len(found) == 1 else None


def role_words(lows: Sequence[str]) -> Sequence[str] | None:
    """The words of a role without its article, up to what says whose it is; None where it is no role alone."""
    start = 1 if lows[0] in ("the", "this") else 0
    words = list(takewhile(lambda low: low not in _ENDS_ROLE, lows[start:]))
    is_bare = start == 0 and len(words) == len(lows) <= 2
    if not words or len(words) > _LONGEST - 2 or not (start or is_bare):
        return None
    return words if all(word[0].isalnum() for word in words) else None


def is_epithet(lows: Sequence[str]) -> bool:
    """Whether words mean somebody spoken of before: "the 54-year-old", "the mother of four"."""
    if lows[0] != "the" or len(lows) < 2:
        return False
    if _AGED.fullmatch(lows[-1]) and len(lows) == 2:
        return True
    return lows[1] in _PARENTS and len(lows) == 4 and lows[2] == "of" and is_number(lows[3])


def read_roles(view: View, names: Sequence[Mention]) -> Roles:
    """The roles of everybody whom a text names.

    Args:
        view: the text.
        names: its mentions of persons, bodies and the rest, in text order, each with its local entity.
    """
    by_word: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.entity_id is None or (name.kind != "person" and name.kind not in BODIES):
            continue
        for role in _roles_of(view, name):
            by_word[role].add(name.entity_id)
            words[name.entity_id].add(role)
    women = frozenset(each for each, roles in words.items() if roles & _WOMEN and not roles & _MEN)
    men = frozenset(each for each, roles in words.items() if roles & _MEN and not roles & _WOMEN)
    return Roles(by_word, words, women, men)


def _roles_of(view: View, name: Mention) -> Iterator[str]:
    """Words for what a named one is: before the name, in an apposition behind it, or a body's last word."""
    first, last = view.number_at(name.span.start), view.number_at(name.span.end - 1)
    yield from _before(view, first)
    yield from _behind(view, last + 1)
    if name.kind in BODIES:
        yield name.span.text.split()[-1].lower()


def _before(view: View, first: int) -> Iterator[str]:
    """Roles before a name: "Mayor Kort", "the state engineer Weil", "the mayor of Kort Bay, Ilse Kort"."""
    ranks = list(takewhile(lambda at: view.lows[at].rstrip(".") in TITLES, range(first - 1, max(-1, first - 3), -1)))
    is_apposed = first - len(ranks) > 1 and view.lows[first - len(ranks) - 1] == ","
    if is_apposed:  # "the spokesman of the ministry, Colonel Thune"
        yield from (_SHORT.get(view.lows[at].rstrip("."), view.lows[at]) for at in ranks)
        first -= len(ranks)
    start = first - 1 - is_apposed
    reach = _LONGEST * (1 + is_apposed)
    found: list[str] = []
    for at in range(start, max(-1, start - reach), -1):
        low = _SHORT.get(view.lows[at].rstrip("."), view.lows[at].rstrip("."))
        is_inside = at > 0 and view.lows[at - 1] in PREPOSITIONS
        if low in ARTICLES and not is_inside:
            if not is_apposed and not PREPOSITIONS.isdisjoint(found):
                return  # "the spokesman of the ministry": no role of the ministry
            yield from takewhile(lambda word: word not in _ENDS_ROLE, reversed(found))
            return
        if not low.replace("-", "").isalpha() or low == "and":
            break
        found.append(low)
    nearest = found[: _LONGEST // 2]
    if not is_apposed and nearest and (nearest[0] in ROLES or view.is_capital(start)):
        yield from takewhile(lambda word: word not in _ENDS_ROLE and word not in _NO_ROLE, nearest)


def _behind(view: View, at: int) -> Iterator[str]:
    """Roles behind a name: ", the mayor", ", deckhand, 23,", ", 61, a chemist,", "is a nurse"."""
    lows = view.lows[at : at + _LONGEST + 4]
    if len(lows) > 3 and lows[0] == "," and is_number(lows[1]) and lows[2] == ",":
        lows = lows[2:]
    if len(lows) > 2 and (lows[0] == "," or lows[0] in BE) and lows[1] in ("the", "a", "an"):
        said = takewhile(lambda low: low.replace("-", "").isalpha() and low not in _ENDS_ROLE, lows[2:])
        if lows[0] == "," and any(low in _SAID for low in said):
            return  # "… at Linden Hill, the government spokesman said": who says so, and no role of the hill
        yield from takewhile(lambda low: low.isalpha() and low not in _ENDS_ROLE, lows[2:])
    elif len(lows) > 2 and lows[0] == ",":
        words = list(takewhile(lambda low: low.isalpha() and low not in _ENDS_ROLE, lows[1:]))
        is_closed = len(words) + 1 < len(lows) and lows[len(words) + 1] == ","
        if words and len(words) <= 3 and is_closed and view.text[view.starts[at + 1]].islower():
            yield from words
