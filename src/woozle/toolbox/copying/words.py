"""Words of a text, folded for comparison (case, accents, apostrophes, hidden marks), each with its offsets."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

#: Marks that stand inside a word and say nothing: combining accents, soft hyphens, zero-width signs.
_HIDDEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+|\w[\w{_HIDDEN}]*(?:'\w[\w{_HIDDEN}]*)*")
_DROP = re.compile(rf"[{_HIDDEN}']")
_APOSTROPHES = frozenset("‘’‚‛′`´ʼʻ＇")
#: What may stand between two words of one sentence; a full stop, a question mark or a line break may not.
ENDS = frozenset(".!?…\n\r\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in order: folded forms, and half-open offsets in code points of the text as given."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)


@lru_cache(maxsize=2**12)
def fold(char: str) -> str:
    """One character for one: its base letter in small; an apostrophe for its kin."""
    if char in _APOSTROPHES:
        return "'"
    base = unicodedata.normalize("NFKD", char)[0].lower()
    return base if len(base) == 1 else char


def is_hidden(char: str) -> bool:
    """Whether a folded character stands inside words and says nothing."""
    return char != "'" and bool(_DROP.match(char))


def fold_text(text: str) -> str:
    """The text in small letters without accents, of the same length, so that offsets hold."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate({ord(char): fold(char) for char in set(text)})


def _bare(words: Iterable[str]) -> list[str]:
    """Folded words without the marks inside them."""
    return [word if word.isalnum() else _DROP.sub("", word) for word in words]


def folded(words: Sequence[str]) -> list[str]:
    """Words of texts as they are compared: the same as `words_of` makes of them."""
    return _bare(fold_text("\n".join(words)).split("\n")) if words else []


def words_of(text: str) -> Words:
    """The words of a text. "don't" is one word, without its apostrophe; so is "6.5", with its point."""
    small = fold_text(text)
    spans = [match.span() for match in _WORD.finditer(small)]
    found = _bare(small[start:end] for start, end in spans)
    return Words(tuple(found), tuple(span[0] for span in spans), tuple(span[1] for span in spans))
