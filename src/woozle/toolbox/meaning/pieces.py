"""Cuts a text into the pieces of an uncased BERT vocabulary (Devlin et al. 2019), each with its exact offsets.

The same numbers as the tokenizer that the sentence model learned with: small letters, no accents, every mark and every
Chinese character by itself, then the longest piece first. `toolbox.nlp.pieces` folds more and cuts words short; the
trained engine learned with that one.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

#: Letters of a word that is looked up; a longer one is unknown as a whole, as it was in training.
_LONGEST = 100
#: Words whose pieces are kept.
_KEPT = 1 << 15
#: Blocks of Chinese characters: unified ideographs, their extensions, and compatibility forms.
_CHINESE = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
_SPACE, _NOTHING, _ALONE, _LETTER = range(4)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: its number in the vocabulary and where it stands, half-open, in code points."""

    number: int
    start: int
    end: int


def _is_mark(char: str) -> bool:
    """Whether a character is punctuation; every ASCII sign that is no letter or figure counts, also "$" and "^"."""
    return (char.isascii() and char.isprintable() and not char.isalnum()) or unicodedata.category(char)[0] == "P"


@lru_cache(_KEPT)
def _read(char: str) -> tuple[int, str]:
    """What a character is, and how the vocabulary writes it."""
    category = unicodedata.category(char)
    if char in "\t\n\r" or category in ("Zs", "Zl", "Zp"):
        return _SPACE, ""
    if char == "\ufffd" or category[0] == "C":
        return _NOTHING, ""
    bare = "".join(part for part in unicodedata.normalize("NFD", char) if unicodedata.category(part) != "Mn").lower()
    if not bare:
        return _NOTHING, ""
    code = ord(char)
    is_alone = _is_mark(char) or any(first <= code <= last for first, last in _CHINESE)
    return (_ALONE if is_alone else _LETTER), bare


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Folded words and single marks, and for each of their letters the place of the character it came from."""
    letters: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        kind, bare = _read(char)
        if kind in (_SPACE, _ALONE) and letters:
            yield "".join(letters), places
            letters, places = [], []
        if kind == _ALONE:
            yield bare, [at] * len(bare)
        elif kind == _LETTER:
            letters.append(bare)
            places += [at] * len(bare)
    if letters:
        yield "".join(letters), places


class Vocabulary:
    """The pieces of a model by number.

    Attributes:
        begin: number of the mark that stands before a text.
        end: number of the mark behind it.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._unknown = self._numbers["[UNK]"]
        self.begin, self.end = self._numbers["[CLS]"], self._numbers["[SEP]"]
        self._of = lru_cache(_KEPT)(self._cut)

    def pieces_of(self, text: str) -> list[Piece]:
        """The pieces of a text in order, without the marks at its ends."""
        return [
            Piece(number, places[first], places[last - 1] + 1)
            for word, places in _words(text)
            for number, first, last in self._of(word)
        ]

    def _cut(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Number and letters of each piece of a folded word."""
        out: list[tuple[int, int, int]] = []
        at = 0
        while at < len(word) <= _LONGEST:
            ends = range(len(word), at, -1)
            end = next((end for end in ends if ("##" if at else "") + word[at:end] in self._numbers), at)
            if end == at:
                break
            out.append((self._numbers[("##" if at else "") + word[at:end]], at, end))
            at = end
        return tuple(out) if at == len(word) else ((self._unknown, 0, len(word)),)
