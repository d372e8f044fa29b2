"""Pairs of texts that share several rare terms: the rule of sql/rare.sql and sql/alike.sql of copies, in memory.

There a term in a quarter of a small pile is not rare; here it is, since there may be nothing but one event in it.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.copying.terms import terms_of

Numbers = NDArray[np.int64]


class Terms:
    """The terms of a pile's texts as numbers, text by text."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._of_word: dict[str, int] = {}
        self._texts: list[Numbers] = []

    def add(self, words: Sequence[str]) -> None:
        """Take in the folded words of the next text."""
        known, distinct = self._of_word, set(words)
        new = sorted(distinct - known.keys())
        for word, term in zip(new, terms_of(new), strict=True):
            known[word] = self._numbers.setdefault(term, len(self._numbers)) if term else -1
        own = {known[word] for word in distinct}
        own.discard(-1)
        self._texts.append(np.fromiter(own, np.int64, len(own)))

    def pairs(self, *, cap: int, alike: int, least: int) -> list[tuple[int, int]]:
        """Pairs of texts by number, the smaller first, sorted: for each the few others that share most rare terms.

        Args:
            cap: a term in more texts brings none together. In a small pile few are: then most pairs are looked at.
            alike: how many others.
            least: the fewest terms they share; of short texts an eighth of what the shorter has, but two.
        """
        sizes = np.array([len(own) for own in self._texts], np.int64)
        if len(sizes) < 2:
            return []
        pairs, shared = self._shared(cap)
        left, right = pairs // len(sizes), pairs % len(sizes)
        needed = np.minimum(least, np.maximum(2, np.minimum(sizes[left], sizes[right]) // 8))
        left, right, shared = (column[shared >= needed] for column in (left, right, shared))
        both_ways = np.concatenate([left, right]), np.concatenate([right, left]), np.concatenate([shared, shared])
        kept = (_places(*both_ways) < alike).reshape(2, -1).any(0)
        return sorted(zip(left[kept].tolist(), right[kept].tolist(), strict=True))

    def _shared(self, cap: int) -> tuple[Numbers, Numbers]:
        """Pairs of texts as one number each, and how many rare terms they share."""
        n_texts = len(self._texts)
        terms = np.concatenate(self._texts)
        texts = np.repeat(np.arange(n_texts), [len(own) for own in self._texts])
        counts = np.bincount(terms, minlength=len(self._numbers))
        n_holders = counts[terms]
        kept = (n_holders > 1) & (n_holders <= cap)
        order = np.lexsort((texts[kept], terms[kept]))
        texts, n_holders = texts[kept][order], n_holders[kept][order]
        found = [np.zeros(0, np.int64)]
        for size in np.unique(n_holders).tolist():
            groups = texts[n_holders == size].reshape(-1, size)
            found += [groups[:, one] * n_texts + groups[:, other] for one, other in combinations(range(size), 2)]
        return np.unique(np.concatenate(found), return_counts=True)


def _places(of: Numbers, others: Numbers, shared: Numbers) -> Numbers:
    """The place of each pair among those of its text in `of`: the most shared terms first."""
    order = np.lexsort((others, -shared, of))
    ranked = of[order]
    places = np.empty(len(of), np.int64)
    places[order] = np.arange(len(of)) - np.searchsorted(ranked, ranked)
    return places
