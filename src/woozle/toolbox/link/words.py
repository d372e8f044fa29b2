"""Content words of a statement, folded so that forms and plain synonyms of one word meet."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from woozle.toolbox.link.lexicon import EMPTY, GROUPS, IRREGULAR, PHRASES

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
#: Endings of a light stemmer, longest first, with what must be left and what stands instead.
_ENDINGS = (
    ("ations", 4, "ate"), ("ation", 4, "ate"), ("iness", 3, "y"), ("ments", 4, ""), ("ment", 4, ""), ("ings", 3, ""),
    ("ies", 2, "y"), ("ied", 2, "y"), ("ing", 3, ""), ("ness", 4, ""), ("ily", 3, "y"), ("ed", 3, ""), ("ly", 4, ""),
    ("s", 3, ""),
)  # fmt: skip


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).removesuffix("'s")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending; forms of one word give one stem, which need not be a word itself."""
    word = _plain(word)
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not word.isalpha() or word.endswith(("ss", "us", "is")):
        return word
    for ending, least, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)] + instead
            word = word if instead else _DOUBLED.sub(r"\1", word)
            break
    # "seizing", "seized" and "seize", "shipping" and "ship".
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


#: Stem → the stem that stands for its group of near synonyms.
_CONCEPTS: Mapping[str, str] = MappingProxyType(
    {stem(word): stem(group.split()[0]) for group in GROUPS for word in group.split()}
)


def concept(word: str) -> str:
    """The stem of a word, or of the word that stands for it and its synonyms."""
    root = stem(word)
    return _CONCEPTS.get(root, root)


def words_in(text: str) -> list[str]:
    """The words of a text as they stand, in order."""
    return _WORD.findall(text)


_PHRASES = tuple((re.compile(rf"(?i)\b(?:{phrase})\b"), word) for phrase, word in PHRASES)
#: Found where any of them is, in small letters: telling letters apart by case alone makes a search three times as slow.
_PHRASE = re.compile(rf"\b(?:{'|'.join(f'(?:{phrase})' for phrase, _ in PHRASES)})\b")


@lru_cache(maxsize=20_000)
def content_words(text: str) -> tuple[str, ...]:
    """Concepts of the words that carry content, each once, sorted."""
    if _PHRASE.search(text.lower()):
        for phrase, instead in _PHRASES:
            text = phrase.sub(instead, text)
    return tuple(sorted({meant for word in words_in(text) if (meant := _content(word)) is not None}))


@lru_cache(maxsize=50_000)
def _content(word: str) -> str | None:
    """The concept of a word; None for one that carries no content."""
    plain = _plain(word)
    return None if plain in EMPTY or len(plain) < 2 or plain.isdigit() else concept(word)


_AUX = (
    r"(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|need"
    r"|ought|know|knows|knew|see|saw|heard|found|left|made|there)"
)
#: "Not only", "not the only": more is so, and not less.
_NOT_ONLY = r"(?!\s(?:the\s)?(?:only|just|merely|simply)\b)"
#: A negation that turns the whole statement: of its subject, or of its verb. "Boats came in without lights" and
#: "24, not 26" say what they say all the same. In small letters.
_NEGATED = re.compile(
    r"^\W*(?:and\s|but\s|that\s)?(?:nobody|no[\s-]one|none|nothing|neither|never|no|not\s(?:a|an|one|any|even|all))\b"
    rf"|\b(?:{_AUX}\s(?:(?:ever|yet|also|still|\w+ly)\s)?(?:not{_NOT_ONLY}|never|nobody|nothing|no|none|neither)\b"
    r"|cannot\b|never\b(?!\sfar)|denie[sd]\b(?!\sfrom)|not\strue\b|(?:untrue|false|impossible)\b)"
    rf"|n['’]t\b{_NOT_ONLY}"
)


def is_negated(text: str) -> bool:
    """Whether a text says that something is not so: "nobody was hurt", "had never been cut"."""
    return _NEGATED.search(text.lower()) is not None


def shared(left: Iterable[str], right: Iterable[str]) -> tuple[str, ...]:
    """What both have, sorted."""
    return tuple(sorted(set(left) & set(right)))
