"""Words as vectors of whole numbers: how far one may stand for another, and how rare a word is in the language."""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.meaning.encoder import SentenceModel, load_model

#: Length of a word's vector. Products of two stay below 2^24, so float32 adds them up without an error, in any order.
_LENGTH = 127
#: Words whose vectors are kept.
_KEPT = 1 << 14
#: Vocabularies of this kind are sorted by how often a piece is met; a word behind this place, or of several pieces, is
#: rare: one in ten words of news, names apart.
_RARE = 6000

Likenesses = NDArray[np.int32]


class WordVectors:
    """The static vectors of words, made of the table of word pieces; nothing is run."""

    def __init__(self, model: SentenceModel) -> None:
        self.model = model
        self._of = lru_cache(_KEPT)(self._look)

    def _look(self, word: str) -> tuple[NDArray[np.int8], bool]:
        numbers = [piece.number for piece in self.model.vocabulary.pieces_of(word)]
        if not numbers:
            return np.zeros(self.model.pieces.shape[1], np.int8), False
        rows = self.model.pieces[numbers].astype(np.float64) * self.model.scales[numbers][:, None]
        whole = rows.sum(0)
        made = np.rint(whole * (_LENGTH / max(np.sqrt((whole * whole).sum()), 1e-9))).astype(np.int8)
        return made, len(numbers) > 1 or numbers[0] > _RARE

    def is_rare(self, word: str) -> bool:
        """Whether a word is seldom met, whatever the text is about."""
        return self._of(word)[1]

    def rows_of(self, words: Sequence[str]) -> NDArray[np.int8]:
        """The vectors of words, a row each."""
        return np.stack([self._of(word)[0] for word in words])


def likeness_of_words(one: NDArray[np.int8], other: NDArray[np.int8]) -> Likenesses:
    """Cosines in hundredths of each row of `one` with each of `other`."""
    products = one.astype(np.float32) @ other.astype(np.float32).T
    products *= np.float32(100 / _LENGTH**2)
    rounded: Likenesses = np.rint(products).astype(np.int32)
    return rounded


@cache
def load_words() -> WordVectors:
    """The words of the shipped model, one object a process, read when they are first asked for."""
    return WordVectors(load_model())
