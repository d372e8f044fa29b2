"""Sentences as the name rules see them: their words, which are capitals, and whether the whole line is a headline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from woozle.model.values import Token
from woozle.toolbox.nlp.engine import ParsedSentence
from woozle.toolbox.nlp.lexicon.common import COMMON
from woozle.toolbox.nlp.lexicon.known import BODIES, OUTLETS
from woozle.toolbox.nlp.lexicon.lands import PLACES
from woozle.toolbox.nlp.lexicon.openers import CALENDAR, OPENERS

#: Marks behind which a capital says nothing, because a sentence or a quotation begins.
OPENING = frozenset(('"', "“", "‘", ":", "'", "«", "„", "(", "[", "-", "–", "—", "--", "•", "*", ">", "|", "·"))
_NUMBERING = frozenset(("No.", "Nos.", "Vol.", "Vols.", "Fig.", "Figs.", "Art.", "Sec.", "Ch.", "Para."))
_LINKS = frozenset(("-", "–", "—", "--"))
_PREFIXES = ("al-", "el-", "as-", "ash-", "ad-", "an-", "ar-", "at-", "az-", "ul-", "d'", "d’", "l'", "l’", "bin-")
#: Second parts of words with a hyphen that make an adjective of a name: "Kort-based".
_ADJECTIVES = (
    "ed",
    "style",
    "wide",
    "like",
    "born",
    "run",
    "made",
    "owned",
    "era",
    "old",
    "bound",
    "free",
    "ing",
    "speaking",
)
#: From so many blanks on, two words stand in two columns.
_COLUMN = 3
_GAP = re.compile(rf"\t|[^\S\n\r]{{{_COLUMN}}}")
#: Words of which it is kept whether they may be part of a name.
_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: words, the same in small letters without a closing full stop, and tokens.

    ``is_loud``: in capitals or in Title Case throughout, so that a capital tells no name. ``gaps``: places of words
    that a wide space or a tab parts from the word before.
    """

    words: tuple[str, ...]
    low: tuple[str, ...]
    tokens: tuple[Token, ...]
    is_loud: bool
    gaps: frozenset[int]


def is_known(low: str) -> bool:
    """Whether a name in small letters is in one of the lists of places, bodies and outlets."""
    return low in PLACES or low in BODIES or low in OUTLETS


def _is_adjective(word: str) -> bool:
    """Whether a word with a hyphen is an adjective made of a name, such as "UN-backed"."""
    tail = word.replace("‐", "-").replace("‑", "-").rpartition("-")[2]
    return tail != word and tail[:1].islower() and (tail.endswith(_ADJECTIVES) or tail in COMMON)


@lru_cache(_KEPT)
def is_capital(word: str) -> bool:
    """Whether a word may be part of a name by its shape; letters of scripts without capitals count as capitals."""
    first = word[0]
    if not first.isalpha() or word == "I" or word in CALENDAR or word in _NUMBERING:
        return False
    if first.islower():
        return word.startswith(_PREFIXES) and any(letter.isupper() for letter in word)
    return not _is_adjective(word)


def is_emphasis(word: str, low: str, small: frozenset[str]) -> bool:
    """Whether a word stands in capitals for stress, as in "NOT": a plain word that the text also writes small."""
    if not (word.isupper() and len(word) > 1) or is_known(low):
        return False
    return low in COMMON or low in small or word.title() in OPENERS


def _is_loud(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    if not long:
        return False
    if all(word.isupper() for word in words if word.isalpha() and len(word) > 1):
        return len(words) > 1
    if len(long) < 3 or words[-1] in (".", "!", "?", "”", '"') or _is_listing(words):
        return False
    return sum(word[0].isupper() for word in long) >= 0.85 * len(long)


def _is_listing(words: Sequence[str]) -> bool:
    """Whether a line is "Label: Some Name", or names between commas: its capitals are no headline's."""
    if len(words) < 8 and len(words) > 2 and words[1] == ":":
        return True
    size = len(words) / (1 + words.count(","))
    return words.count(",") > 1 and size < 4.5


def make_line(text: str, sentence: ParsedSentence) -> Line:
    """The line of a sentence."""
    tokens = sentence.tokens
    words = tuple(text[token.start : token.end] for token in tokens)
    low = tuple(word.casefold().rstrip(".") or word for word in words)
    has_gap = _GAP.search(text, sentence.start, sentence.end)
    return Line(words, low, tokens, _is_loud(words), frozenset(_gaps(text, tokens)) if has_gap else frozenset())


def _gaps(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """The places of words that a wide space parts from the word before."""
    for at in range(1, len(tokens)):
        before, start = tokens[at - 1].end, tokens[at].start
        if start - before > 1 and _is_wide(text[before : min(start, before + 40)]):
            yield at


def _is_wide(gap: str) -> bool:
    return "\t" in gap or (len(gap) >= _COLUMN and "\n" not in gap and "\r" not in gap)


def is_opening(line: Line, at: int) -> bool:
    """Whether the word at `at` has its capital, or may have it, because something begins there."""
    if at == 0 or line.words[at - 1] in OPENING:
        return at < 2 or line.words[at - 1] not in ("(", "[", *_LINKS) or _is_dateline(line, at - 1)
    return at == 2 and line.words[1] in (".", ")") and line.words[0].isdigit()


def _is_dateline(line: Line, at: int) -> bool:
    """Whether what stands before the mark at `at` is a dateline: only capitals, figures, brackets and commas."""
    return at <= 12 and all(not word[0].islower() for word in line.words[:at])


def seen(lines: Sequence[Line]) -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand with a capital inside sentences, and words written small; both given in small letters."""
    inside: set[str] = set()
    small: set[str] = set()
    for line in lines:
        for at, word in enumerate(line.words):
            if word[0].islower():
                small.add(line.low[at])
            elif not line.is_loud and word[0].isupper() and not is_opening(line, at):
                inside.add(line.low[at])
    return frozenset(inside), frozenset(small)
