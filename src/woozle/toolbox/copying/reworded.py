"""Aligns two texts word by word where one word may stand for another: what is told again in other words, in order.

Smith and Waterman's local alignment (1981) over words. A word gains what its partner is like it; each word passed over
costs, and a name or figure that the other text does not have costs much more: who rewords a report adds none of his
own, and who was there himself brings some. All scores are whole hundredths of a word.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.copying.marked import Marked
from woozle.toolbox.copying.terms import terms_of
from woozle.toolbox.meaning.words import WordVectors, likeness_of_words
from woozle.toolbox.numbers.words import ONES

#: What the same word gains, the same stem, and at most another word; words less alike than LEAST_LIKE gain nothing.
SAME, SAME_STEM, OTHER, LEAST_LIKE = 100, 95, 80, 25
#: What each word costs, on each side: texts about one thing have every third word in common by chance.
GAP = 15
#: What a name or figure costs beside that which only one of the texts has. Of 0.5 to 3 words tried.
OWN = 300
_NEVER = 1 << 20

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Worded:
    """A text by its words.

    Attributes:
        words: folded.
        keys: stems; numbers below a hundred as figures, so that "nine" is 9.
        names: whether the word is a name or figure.
        rare: keys of names, figures and rare words.
        places: for each word its row in `rows`.
        rows: vectors of the words, each once.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]
    names: NDArray[np.bool_]
    rare: frozenset[str]
    places: NDArray[np.int64]
    rows: NDArray[np.int8]


def worded(marked: Marked, vectors: WordVectors) -> Worded:
    """A marked text by its words."""
    words = marked.words.folded
    terms = terms_of(words)
    keys = tuple(str(ONES.get(word, term or word)) for word, term in zip(words, terms, strict=True))
    names = np.array(
        [
            is_name and (bool(term) or marked.text[start].isdigit())
            for is_name, term, start in zip(marked.names, terms, marked.words.starts, strict=True)
        ],
        bool,
    )
    rare = frozenset(
        key
        for key, word, term, is_name in zip(keys, words, terms, names, strict=True)
        if is_name or (term and vectors.is_rare(word))
    )
    numbers: dict[str, int] = {}
    places = np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64)
    return Worded(words, keys, names, rare, places, vectors.rows_of(list(numbers)))


@dataclass(frozen=True, slots=True)
class Costs:
    """What it gives to pair word i of one text with word j of the other, and what it costs to pass over either."""

    gains: Numbers
    pairing: Numbers
    left: Numbers
    right: Numbers


def _numbered(one: Collection[str], other: Collection[str]) -> tuple[Numbers, Numbers]:
    numbers: dict[str, int] = {}
    left = np.array([numbers.setdefault(word, len(numbers)) for word in one], np.int32)
    return left, np.array([numbers.setdefault(word, len(numbers)) for word in other], np.int32)


def _gains(one: Worded, other: Worded) -> Numbers:
    likes = likeness_of_words(one.rows, other.rows)
    scaled = np.clip((likes - LEAST_LIKE) * 100 // (100 - LEAST_LIKE), 0, OTHER).astype(np.int32)
    gains: Numbers = scaled[np.ix_(one.places, other.places)]
    gains[one.names[:, None] | other.names[None]] = 0
    for names, gain in (((one.keys, other.keys), SAME_STEM), ((one.words, other.words), SAME)):
        left, right = _numbered(*names)
        gains[left[:, None] == right[None]] = gain
    return gains


def costs(one: Worded, other: Worded, neutral: tuple[Sequence[bool], Sequence[bool]]) -> Costs:
    """The table of an alignment.

    Args:
        one: the left text.
        other: the right one.
        neutral: for both texts which words prove nothing either way, such as quoted ones.
    """
    gains = _gains(one, other)
    sides = []
    for text, rival in ((one, other), (other, one)):
        known = set(rival.keys)
        own = text.names & np.array([key not in known for key in text.keys], bool)
        sides.append((GAP + OWN * own).astype(np.int32))
    left, right = sides
    pairing = gains - left[:, None] - right[None]
    one_held, other_held = (np.array(held, bool) for held in neutral)
    some = one_held[:, None] | other_held[None]
    pairing[some], pairing[one_held[:, None] & other_held[None]] = -GAP, 0
    gains[some] = 0
    left[one_held], right[other_held] = 0, 0
    return Costs(gains, pairing, left, right)


@dataclass(frozen=True, slots=True)
class Run:
    """Words told again: `score` in hundredths of a word; `pairs` of words (left, right) that stand for each other."""

    score: int
    pairs: tuple[tuple[int, int], ...]

    @property
    def left(self) -> tuple[int, int]:
        """Words covered on the left, half-open."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def right(self) -> tuple[int, int]:
        """Words covered on the right, half-open."""
        return self.pairs[0][1], self.pairs[-1][1] + 1


class _Rows:
    """Row after row of a table of best scores.

    A row is kept with the costs of all words of the right text up to each place added: passing over right-hand words is
    then nothing but a running maximum.
    """

    def __init__(self, table: Costs) -> None:
        self.passed = np.concatenate([np.zeros(1, np.int32), np.cumsum(table.right, dtype=np.int32)])
        self._pairing = table.pairing + table.right
        self._left = table.left.tolist()

    def next(self, before: Numbers, at: int, out: Numbers) -> None:
        """Write the row of left word `at` to `out`."""
        np.subtract(before, self._left[at], out=out)
        np.maximum(out[1:], before[:-1] + self._pairing[at], out=out[1:])
        np.maximum.accumulate(out, out=out)


def whole(table: Costs) -> int:
    """The score of one text told again as the other, from end to end."""
    rows, before = _Rows(table), np.zeros(len(table.right) + 1, np.int32)
    for at in range(len(table.left)):
        after = np.empty_like(before)
        rows.next(before, at, after)
        before = after
    return int(before[-1] - rows.passed[-1])


def best_run(table: Costs) -> Run | None:
    """The stretch of both texts with the best score; None where nothing gains anything."""
    rows = _Rows(table)
    scores = np.empty((len(table.left) + 1, len(table.right) + 1), np.int32)
    scores[0] = rows.passed
    for at in range(len(table.left)):
        rows.next(scores[at], at, scores[at + 1])
        np.maximum(scores[at + 1], rows.passed, out=scores[at + 1])
    scores -= rows.passed
    if not scores.any():
        return None
    i, j = (int(at) for at in np.unravel_index(int(scores.argmax()), scores.shape))
    return Run(int(scores[i, j]), _traced(scores, table, (i, j)))


def _traced(scores: Numbers, table: Costs, end: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    i, j = end
    pairs = []
    while i and j and scores[i, j] > 0:
        if scores[i, j] == scores[i - 1, j - 1] + table.pairing[i - 1, j - 1]:
            i, j = i - 1, j - 1
            if table.gains[i, j] > 0:
                pairs.append((i, j))
        elif scores[i, j] == scores[i - 1, j] - table.left[i - 1]:
            i -= 1
        else:
            j -= 1
    return tuple(pairs[::-1])


def without(table: Costs, run: Run) -> Costs:
    """The table for further runs that do not cross this one."""
    pairing, left, right = table.pairing.copy(), table.left.copy(), table.right.copy()
    for cost, (first, last) in ((left, run.left), (right, run.right)):
        cost[first:last] = _NEVER >> 4
    pairing[slice(*run.left)] = pairing[:, slice(*run.right)] = -_NEVER
    return Costs(table.gains, pairing, left, right)
