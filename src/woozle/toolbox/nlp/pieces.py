"""Cuts a word into the pieces of a WordPiece vocabulary (Wu et al. 2016), lower-cased and without accents."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

#: Pieces of one word; what a longer word holds beyond them is not looked at.
MOST = 6
#: Characters of a word that are looked at.
_LONGEST = 60
#: Words whose pieces are kept.
_KEPT = 1 << 16
#: Marks that the vocabulary has in one style only.
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-"})


def fold(word: str) -> str:
    """A word as the vocabulary writes it."""
    folded = word[:_LONGEST].translate(_FOLDED).lower()
    if folded.isascii():
        return folded
    return "".join(letter for letter in unicodedata.normalize("NFD", folded) if unicodedata.category(letter) != "Mn")


class WordPieces:
    """A vocabulary; greedy, longest piece first."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers["[UNK]"]
        self.of = lru_cache(_KEPT)(self._of)

    def number(self, piece: str) -> int:
        """The number of a special piece such as ``[CLS]``.

        Raises:
            KeyError: the vocabulary does not hold it.
        """
        return self._numbers[piece]

    @staticmethod
    def _piece(folded: str, at: int, end: int) -> str:
        return ("##" if at else "") + folded[at:end]

    def _of(self, word: str) -> tuple[int, ...]:
        folded = fold(word)
        out: list[int] = []
        at = 0
        while at < len(folded) and len(out) < MOST:
            ends = (end for end in range(len(folded), at, -1) if self._piece(folded, at, end) in self._numbers)
            end = next(ends, at)
            if end == at:
                break
            out.append(self._numbers[self._piece(folded, at, end)])
            at = end
        return tuple(out) or (self._unknown,)
