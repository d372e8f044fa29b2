"""Finds the phrase that calls a body by what it is: its noun, what stands before it, and what may follow it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from woozle.stages.annotate.bodynouns import (
    ALONE,
    HOLDERS,
    HOMES,
    LOOSE,
    MAYBE,
    NOT_OF,
    OF_ONLY,
    OF_WHAT,
    OTHER,
    PRESENT,
    RIGHTS,
    SAME,
    SMALL,
    SPEAKING,
    STATE,
    TYPES,
    WITH,
    is_past,
    is_plain,
    is_verb,
)
from woozle.toolbox.names import THINGS
from woozle.toolbox.nlp import Name
from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lexicon.lands import PLACES
from woozle.toolbox.nlp.lexicon.openers import CALENDAR, SAYING
from woozle.toolbox.nlp.lexicon.titles import CROWDS, ROLES
from woozle.toolbox.nlp.lines import Line, is_opening
from woozle.toolbox.nlp.parts import is_people

#: Words before a body's noun that are looked at, a name counted once.
_LONGEST = 4
#: Words of what a ministry is for: "the ministry of public works".
_MOST_OF = 3
_OWNS = frozenset(("'s", "'"))
#: Marks that end a phrase.
SEAMS = frozenset('. , ; : ! ? ( ) [ ] " “ ” „ « » ‘ – — - -- … ... | • * > ·'.split())
#: Kinds of names that are part of what a body is called: "Granmouth police".
_WITHIN = frozenset(("place", "group", "other"))
#: The last words of all nouns of bodies: no other word needs to be looked at.
NOUNS = ALONE | LOOSE | frozenset(WITH) | frozenset(written.split()[-1] for written in SAME)
#: Tags of words that may stand behind a body.
_BEHIND = frozenset(("VERB", "AUX", "ADV", "ADP"))


@dataclass(frozen=True, slots=True)
class Noun:
    """What a body is, and the words [first, last) that say so. ``is_sure``: they mean a body wherever they stand."""

    what: str
    first: int
    last: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words [first, last) that call a body, what they tell of it, and how it is brought in.

    Attributes:
        marks: small words that tell it from other bodies of the noun: "national".
        lands: likewise, peoples, places and owners: "astmarian".
        way: the, a, owned ("Velanoa's navy"), or bare.
        edge: the word before all that; -1 where a sentence begins.
        owner: the first word of the land that owns it, or None.
    """

    first: int
    last: int
    marks: frozenset[str]
    lands: frozenset[str]
    way: str
    edge: int
    owner: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence. ``names``: for each word the name it stands in; ``places``: words of places of the whole text."""

    line: Line
    names: Sequence[Name | None]
    places: frozenset[str]

    def low(self, at: int) -> str:
        """A word in small letters with a straight apostrophe; empty outside."""
        return self.line.low[at].replace("’", "'") if 0 <= at < len(self.line.low) else ""

    def name(self, at: int) -> Name | None:
        """The name that a word stands in."""
        return self.names[at] if 0 <= at < len(self.names) else None

    def start_of(self, at: int) -> int:
        """The first word of the name that a word stands in, or the word itself."""
        name = self.name(at)
        while name is not None and self.name(at - 1) is name:
            at -= 1
        return at

    def is_lone(self, at: int) -> bool:
        """Whether a word stands in no name of several words."""
        name, token = self.name(at), self.line.tokens[at]
        return name is None or (name.start, name.end) == (token.start, token.end)

    def is_capital(self, at: int) -> bool:
        """Whether a word has a capital that says something."""
        word = self.line.words[at] if at < len(self.line.words) else "."
        return word[0].isupper() and not self.line.is_loud and not is_opening(self.line, at)

    def is_land(self, at: int) -> bool:
        """Whether a word is a people's adjective or a place, or may be one by its capital."""
        low = self.low(at)
        if low in TYPES or not self.line.words[at][0].isupper():
            return False
        return low in self.places or low in PLACES or is_people(low) or (low not in COMMON and not self.line.is_loud)

    def is_edge(self, at: int) -> bool:
        """Whether a word before a noun stands outside of its phrase."""
        low, word = self.low(at), self.line.words[at]
        if low in TYPES:
            return False
        if low in SMALL or word in CALENDAR or not word[0].isalpha():
            return True
        is_verb_form = is_past(low) or (low in PRESENT and low not in MAYBE)
        return is_verb_form and self.low(at - 1) not in ("the", "newly")


def noun_at(words: Words, at: int) -> Noun | None:
    """What body the word at `at` is the noun of."""
    low, before = words.low(at), words.low(at - 1)
    what = SAME.get(low, low)
    is_plain_before = at > 0 and words.name(at - 1) is None
    if is_plain_before and f"{before} {low}" in SAME:
        return Noun(SAME[f"{before} {low}"], at - 1, at + 1, True)
    if what == "office" and before in _OWNS and words.low(at - 2) in HOLDERS and words.name(at - 2) is None:
        return Noun(f"{words.low(at - 2)}'s office", at - 2, at + 1, True)
    if is_plain_before and before in WITH.get(what, ()):
        return Noun(f"{before} {what}", at - 1, at + 1, True)
    if what in ALONE:
        return Noun(what, at, at + 1, True)
    return Noun(what, at, at + 1, what in SPEAKING and words.low(at + 1) in SAYING) if what in LOOSE else None


def is_last(words: Words, noun: Noun) -> bool:
    """Whether a noun is the last of its phrase: "police said", not "police cars" or "the union leader"."""
    at, line = noun.last, words.line
    low, name = words.low(at), words.name(at)
    if name is not None or not low:
        return name is None or (name.kind in THINGS and not line.is_loud)
    if low == "of":
        what = noun.what.split()[-1]
        return what not in NOT_OF or words.low(at + 1) in OF_ONLY.get(what, ())
    if noun.what in RIGHTS and low in ("to", "over"):
        return False
    word, tag = line.words[at], line.tokens[at].pos
    if low in SMALL or low in _OWNS or word in CALENDAR or word in SEAMS or word[0].isdigit():
        return True
    if word[0].isupper() and not line.is_loud:
        return False
    return tag in _BEHIND if tag else is_verb(low, words.low(at + 1))


def phrase_of(words: Words, noun: Noun) -> Phrase | None:
    """The phrase of a noun; None where words before it make another thing of it, or words behind it mean persons."""
    marks: set[str] = set()
    lands: set[str] = set()
    first, at, left, way = noun.first, noun.first - 1, _LONGEST, "bare"
    while at >= 0 and left:
        way = _way(words, at)
        if way != "on":
            break
        start = words.start_of(at)
        if words.name(at) is not None or words.is_land(at):
            lands |= {words.low(k) for k in range(start, at + 1)}
            first = start
        elif not is_plain(words.low(at)):
            marks.add(SAME.get(words.low(at), words.low(at)))
            first = at
        at, left = start - 1, left - 1
    owner = _owner(words, at, noun) if way == "owned" else None
    if way == "other" or owner == -1:
        return None
    if owner is not None:
        lands |= {words.low(k) for k in range(owner, at)}
    way = "bare" if way == "on" else way
    return _with_of(words, noun, Phrase(first, noun.last, frozenset(marks), frozenset(lands), way, at, owner))


def _way(words: Words, at: int) -> str:
    """What a word before a noun does: the, a, owned and bare end its phrase, other spoils it, on belongs to it."""
    low, name = words.low(at), words.name(at)
    if name is not None:
        return "on" if name.kind in _WITHIN else "other"
    if low in ("the", "this"):
        return "the"
    if low in ("a", "an"):
        return "a"
    if low in _OWNS and (low != "'" or words.low(at - 1).endswith("s")):
        return "owned"
    if low in OTHER:
        return "other"
    return "bare" if words.is_edge(at) else "on"


def _owner(words: Words, at: int, noun: Noun) -> int | None:
    """The first word of a land or head of state that owns a body; None for "the country's navy", -1 for others."""
    low, name = words.low(at - 1), words.name(at - 1)
    if low in HOMES:
        return None
    if name is None:
        return at - 1 if low in words.places else -1
    is_fit = name.kind == "place" or (name.kind == "person" and noun.what in STATE)
    return words.start_of(at - 1) if is_fit else -1


def _with_of(words: Words, noun: Noun, phrase: Phrase) -> Phrase | None:
    """The phrase with what stands behind its "of": "the ministry of defence"; None where that ends in persons."""
    first = phrase.last + 1
    if words.low(phrase.last) != "of":
        return phrase
    end = _place_end(words, noun, first)
    if end > first:
        return replace(phrase, last=end, lands=phrase.lands | {words.low(k) for k in range(phrase.last, end)})
    if noun.what not in OF_WHAT:
        is_one = words.low(first) in OF_ONLY.get(noun.what, ()) and words.is_lone(first)
        return replace(phrase, last=end + 1, marks=phrase.marks | {words.low(first)}) if is_one else phrase
    while end - first < _MOST_OF and _may_be_for(words, end):
        end += 1
    marks = {words.low(k) for k in range(first, end)}
    if marks & (CROWDS | ROLES):
        return None
    return replace(phrase, last=end, marks=phrase.marks | marks) if marks else phrase


def _place_end(words: Words, noun: Noun, first: int) -> int:
    """Where the place ends that a body belongs to, "the government of Velanoa"; `first` where none begins there."""
    end, name = first, words.name(first)
    if name is None:
        return first + 1 if noun.what in STATE and words.is_capital(first) else first
    while name.kind == "place" and words.name(end) is name:
        end += 1
    return end


def _may_be_for(words: Words, at: int) -> bool:
    """Whether a word may say what a ministry is for, or whose it is: "of defence", "of neighbouring Ludrania"."""
    low = words.low(at)
    if not low.isalpha() or not words.is_lone(at) or words.line.words[at] in CALENDAR:
        return False
    return low not in SMALL and not is_verb(low, words.low(at + 1))
