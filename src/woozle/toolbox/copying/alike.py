"""Pairs of texts that share several rare terms: the rule of sql/rare.sql and sql/alike.sql of copies, in memory.

There a term in a quarter of a small pile is not rare; here it is, since there may be nothing but one event in it.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.copying.split import Hashes, Split
from woozle.toolbox.copying.terms import terms_of
from woozle.toolbox.copying.words import folded

Numbers = NDArray[np.int64]
_LOW = 2**32 - 1
#: A word that was not met before.
_NEW = -2


class Terms:
    """The rare terms of a pile's texts as numbers, text by text.

    Args:
        cap: a term in more texts brings none together. In a small pile few are: then most pairs are looked at.
    """

    def __init__(self, cap: int) -> None:
        self._cap = cap
        self._numbers: dict[str, int] = {}
        self._codes = np.zeros(0, np.uint64)
        self._of_code = np.zeros(0, np.int64)
        self._counts = np.zeros(0, np.int64)
        self._sizes = [np.zeros(0, np.int64)]
        self._keys = [np.zeros(0, np.int64)]
        self._n_texts = 0

    def add(self, texts: Sequence[str], split: Split) -> None:
        """Take in the next texts and their words."""
        codes = _distinct(split.codes)
        place = codes.searchsorted(split.codes)
        numbers = self._known(codes)
        new = np.flatnonzero(numbers == _NEW)
        if len(new):
            numbers[new] = self._meet(codes[new], _some_words(texts, split, place, new))
        numbers = numbers[place]
        of_word = np.repeat(np.arange(len(texts)), np.diff(split.bounds))[numbers >= 0]
        keys = _distinct((of_word << 32) | numbers[numbers >= 0])
        of_key, terms = keys >> 32, keys & _LOW
        self._sizes.append(np.bincount(of_key, minlength=len(texts)))
        self._counts = np.append(self._counts, np.zeros(len(self._numbers) - len(self._counts), np.int64))
        self._counts += np.bincount(terms, minlength=len(self._counts))
        # What is in too many texts already is of no use later: what is kept grows with the rare terms only.
        self._keys.append((terms << 32 | (of_key + self._n_texts))[self._counts[terms] <= self._cap])
        self._n_texts += len(texts)

    def _known(self, codes: Hashes) -> Numbers:
        """The numbers of the terms of words: -1 for a word that is none, _NEW for one that was not met."""
        if not len(self._codes):
            return np.full(len(codes), _NEW, np.int64)
        at = self._codes.searchsorted(codes)
        return np.where(self._codes.take(at, mode="clip") == codes, self._of_code.take(at, mode="clip"), _NEW)

    def _meet(self, codes: Hashes, words: Sequence[str]) -> list[int]:
        """Number the terms of words that were not met before; their codes are sorted."""
        found = [self._numbers.setdefault(term, len(self._numbers)) if term else -1 for term in terms_of(words)]
        at = self._codes.searchsorted(codes)
        self._codes, self._of_code = np.insert(self._codes, at, codes), np.insert(self._of_code, at, found)
        return found

    def pairs(self, *, alike: int, least: int) -> list[tuple[int, int]]:
        """Pairs of texts by number, the smaller first, sorted: for each the few others that share most rare terms.

        Args:
            alike: how many others.
            least: the fewest terms they share; of short texts an eighth of what the shorter has, but two.
        """
        left, right, shared = self._enough(np.concatenate(self._keys), least)
        both_ways = np.concatenate([left, right]), np.concatenate([right, left]), np.concatenate([shared, shared])
        kept = (_places(*both_ways) < alike).reshape(2, -1).any(0)
        return sorted(zip(left[kept].tolist(), right[kept].tolist(), strict=True))

    def of_last(self, *, alike: int, least: int) -> list[tuple[int, int]]:
        """Pairs of the text that was added last with the few others that share most rare terms."""
        keys = np.concatenate(self._keys)
        self._keys = [keys]
        last = self._n_texts - 1
        own = keys[keys & _LOW == last] >> 32
        left, right, shared = self._enough(keys[np.isin(keys >> 32, own)], least)
        is_own = right == last
        left, right, shared = left[is_own], right[is_own], shared[is_own]
        kept = _places(right, left, shared) < alike
        return sorted(zip(left[kept].tolist(), right[kept].tolist(), strict=True))

    def _enough(self, keys: Numbers, least: int) -> tuple[Numbers, Numbers, Numbers]:
        """Pairs that share enough terms: their left texts, their right ones, and how many they share."""
        sizes = np.concatenate(self._sizes)
        pairs, shared = self._shared(keys)
        left, right = pairs >> 32, pairs & _LOW
        kept = shared >= enough_terms(np.minimum(sizes[left], sizes[right]), least)
        return left[kept], right[kept], shared[kept]

    def _shared(self, keys: Numbers) -> tuple[Numbers, Numbers]:
        """Pairs of texts as one number each, and how many rare terms they share; keys hold whole terms."""
        n_holders = self._counts[keys >> 32]
        keys = np.sort(keys[(n_holders > 1) & (n_holders <= self._cap)])
        texts, n_holders = keys & _LOW, self._counts[keys >> 32]
        found = [np.zeros(0, np.int64)]
        for size in np.unique(n_holders).tolist():
            groups = texts[n_holders == size].reshape(-1, size)
            found += [(groups[:, one] << 32) | groups[:, other] for one, other in combinations(range(size), 2)]
        return np.unique(np.concatenate(found), return_counts=True)


def enough_terms(sizes: NDArray[Any] | int, least: int) -> Any:
    """How many rare terms texts must share that have so many at least: of short ones an eighth, but two."""
    return np.minimum(least, np.maximum(2, sizes // 8))


def _distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Each value once, sorted; numpy's own way by a table is several times slower at these sizes."""
    values = np.sort(values)
    found: NDArray[Any] = values[np.append(True, values[1:] != values[:-1])[: len(values)]]
    return found


def _some_words(texts: Sequence[str], split: Split, place: Numbers, wanted: Numbers) -> list[str]:
    """For each of some places among the distinct words a folded word that stands for it."""
    first = np.empty(int(place.max()) + 1, np.int64)
    first[place[::-1]] = np.arange(len(place))[::-1]
    words = first[wanted]
    of = (np.searchsorted(split.bounds, words, "right") - 1).tolist()
    starts, ends = split.starts[words].tolist(), split.ends[words].tolist()
    return folded([texts[at][start:end] for at, start, end in zip(of, starts, ends, strict=True)])


def _places(of: Numbers, others: Numbers, shared: Numbers) -> Numbers:
    """The place of each pair among those of its text in `of`: the most shared terms first."""
    order = np.lexsort((others, -shared, of))
    ranked = of[order]
    places = np.empty(len(of), np.int64)
    places[order] = np.arange(len(of)) - np.searchsorted(ranked, ranked)
    return places
