"""Aligns two texts word by word where one word may stand for another: what is told again in other words, in order.

Smith and Waterman's local alignment (1981) over words. A word gains what its partner is like it; each word passed over
costs, and a name or figure that the other text does not have costs much more: who rewords a report adds none of his
own, and who was there himself brings some. All scores are whole hundredths of a word.
"""

from collections.abc import Iterable, Sequence
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
        rare: keys of names, figures and rare words.
        forms: each word once, as a name or figure and otherwise: (word, key, whether it is one).
        places: for each word the place of its form.
        rows: the vectors of the forms.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]
    rare: frozenset[str]
    forms: tuple[tuple[str, str, bool], ...]
    places: NDArray[np.int64]
    rows: NDArray[np.int8]


def worded(marked: Marked, vectors: WordVectors) -> Worded:
    """A marked text by its words."""
    words = marked.words.folded
    terms = terms_of(words)
    keys = tuple(str(ONES.get(word, term or word)) for word, term in zip(words, terms, strict=True))
    names = [
        bool(is_name and (term or marked.text[start].isdigit()))
        for is_name, term, start in zip(marked.names, terms, marked.words.starts, strict=True)
    ]
    rare = frozenset(
        key
        for key, word, term, is_name in zip(keys, words, terms, names, strict=True)
        if is_name or (term and vectors.is_rare(word))
    )
    numbers: dict[tuple[str, str, bool], int] = {}
    places = [numbers.setdefault(form, len(numbers)) for form in zip(words, keys, names, strict=True)]
    forms = tuple(numbers)
    return Worded(words, keys, rare, forms, np.array(places, np.int64), vectors.rows_of([word for word, _, _ in forms]))


@dataclass(frozen=True, slots=True)
class Costs:
    """What it gives to pair words of two texts, and what it costs to pass over them; words left out are not in it.

    Attributes:
        pairing: (left words, right words).
        left: for each left word.
        right: for each right word.
        at_left: the place in the left text of each left word.
        at_right: likewise.
    """

    pairing: Numbers
    left: Numbers
    right: Numbers
    at_left: NDArray[np.int64]
    at_right: NDArray[np.int64]


def _numbered(one: Iterable[str], other: Iterable[str]) -> tuple[Numbers, Numbers]:
    numbers: dict[str, int] = {}
    left = np.array([numbers.setdefault(word, len(numbers)) for word in one], np.int32)
    return left, np.array([numbers.setdefault(word, len(numbers)) for word in other], np.int32)


def _gains(one: Worded, other: Worded) -> Numbers:
    """What each form of one text gains as a partner of each of the other."""
    likes = likeness_of_words(one.rows, other.rows)
    gains: Numbers = np.clip((likes - LEAST_LIKE) * 100 // (100 - LEAST_LIKE), 0, OTHER).astype(np.int32)
    gains[[is_name for _, _, is_name in one.forms]] = 0
    gains[:, [is_name for _, _, is_name in other.forms]] = 0
    words = [word for word, _, _ in one.forms], [word for word, _, _ in other.forms]
    keys = [key for _, key, _ in one.forms], [key for _, key, _ in other.forms]
    for (some, others), gain in ((keys, SAME_STEM), (words, SAME)):
        left, right = _numbered(some, others)
        gains[left[:, None] == right[None]] = gain
    return gains


def _passing(text: Worded, rival: Worded) -> Numbers:
    """What each form of a text costs where it is passed over."""
    known = set(rival.keys)
    return np.array([GAP + OWN * (is_name and key not in known) for _, key, is_name in text.forms], np.int32)


def costs(one: Worded, other: Worded, out: tuple[Sequence[bool], Sequence[bool]]) -> Costs:
    """The table of an alignment.

    Args:
        one: the left text.
        other: the right one.
        out: for both texts which words are left out since they prove nothing either way, such as quoted ones.
    """
    left, right = _passing(one, other), _passing(other, one)
    pairing = _gains(one, other) - left[:, None] - right[None]
    at_left, at_right = (np.flatnonzero(~np.array(held, bool)) for held in out)
    lefts, rights = one.places[at_left], other.places[at_right]
    return Costs(pairing[lefts][:, rights], left[lefts], right[rights], at_left, at_right)


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
            if table.pairing[i, j] > -table.left[i] - table.right[j]:
                pairs.append((int(table.at_left[i]), int(table.at_right[j])))
        elif scores[i, j] == scores[i - 1, j] - table.left[i - 1]:
            i -= 1
        else:
            j -= 1
    return tuple(pairs[::-1])


def without(table: Costs, run: Run) -> Costs:
    """The table for further runs that do not cross this one."""
    pairing, left, right = table.pairing.copy(), table.left.copy(), table.right.copy()
    rows, columns = (
        (places >= first) & (places < last)
        for places, (first, last) in ((table.at_left, run.left), (table.at_right, run.right))
    )
    left[rows] = right[columns] = _NEVER >> 4
    pairing[rows] = -_NEVER
    pairing[:, columns] = -_NEVER
    return Costs(pairing, left, right, table.at_left, table.at_right)
