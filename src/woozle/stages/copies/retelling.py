"""Telling in other words: what the words near a credit share with another report, and sentences told again.

Common words prove nothing here; all weights come from terms that few reports of the pile have. Without a credit only
a report that has nothing of its own and keeps the order of the other is called a retelling.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from woozle.toolbox.copying.marked import Marked
from woozle.toolbox.copying.terms import terms_of

#: Sentences shorter than this go with the one before: datelines, "Mr.", bylines.
_LEAST_SENTENCE = 5


@dataclass(frozen=True)
class Told:
    """A report by its terms.

    Attributes:
        marked: its words.
        weights: what each rare term of the report weighs; terms not in it weigh nothing.
        known: what its terms weigh that are not too common, the rare ones among them; in a small pile the very matter
            of the story stands in too many reports to be rare.
    """

    marked: Marked
    weights: Mapping[str, float]
    known: Mapping[str, float]

    # Made when they are asked for: of most pairs the weights alone say that the one is not told after the other.

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """For each word its term, "" for words that say nothing."""
        return tuple(terms_of(self.marked.words.folded))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Word ranges, half-open, in order."""
        return sentences_of(self.marked)

    def sentence_at(self, word: int) -> int:
        """Number of the sentence that a word stands in; the first one for what stands before."""
        return max(0, bisect_right(self.sentences, word, key=lambda words: words[0]) - 1)


def weight_of(n_documents: int, n_pile: int) -> float:
    """What a term weighs that stands in `n_documents` of a pile: inverse document frequency, smoothed."""
    return max(0.0, math.log((n_pile + 1) / (n_documents + 0.5)))


def is_rare(n_documents: int, n_pile: int) -> bool:
    """Whether a term is rare that stands in `n_documents` of a pile; the same rule as sql/rare.sql."""
    return n_documents <= 3 or 4 * n_documents <= n_pile


def sentences_of(marked: Marked) -> tuple[tuple[int, int], ...]:
    """Word ranges of sentences, half-open, in order; very short ones go with the one before."""
    starts = [0] if marked.openings else []
    for at, is_opening in enumerate(marked.openings):
        if is_opening and at - starts[-1] >= _LEAST_SENTENCE:
            starts.append(at)
    return tuple(zip(starts, [*starts[1:], len(marked.openings)], strict=True)) if starts else ()


def told(marked: Marked, counts: Mapping[str, int], n_pile: int) -> Told:
    """A report by its terms, with the number of documents that have each."""
    known = {term: weight_of(count, n_pile) for term, count in counts.items()}
    weights = {term: weight for term, weight in known.items() if is_rare(counts[term], n_pile)}
    return Told(marked, weights, known)


def common_weight(some: Iterable[str], other: Told) -> tuple[float, int]:
    """(weight, number) of the rare terms of `some` that the other report has."""
    shared = {term for term in some if term in other.weights}
    return math.fsum(other.weights[term] for term in sorted(shared)), len(shared)


def share_of(child: Told, parent: Told) -> float:
    """Share of the child's rare terms, by weight, that the parent has."""
    whole = math.fsum(child.weights[term] for term in sorted(child.weights))
    return common_weight(child.weights, parent)[0] / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Retold:
    """A sentence of a child and the parent's sentence it is told after: word ranges, and how alike they are, 0 to 1."""

    child: tuple[int, int]
    parent: tuple[int, int]
    weight: float
    score: float
    n_shared: int


def retold_sentences(child: Told, parent: Told) -> list[Retold]:
    """For each sentence of the child the parent's with which it shares most, where that is two terms or more."""
    found = []
    sentences = [(span, {term for term in parent.terms[span[0] : span[1]] if term}) for span in parent.sentences]
    for span in child.sentences:
        own = {term for term in child.terms[span[0] : span[1]] if term in child.weights}
        best = max(
            (_likeness(span, own, other, terms, child.weights) for other, terms in sentences),
            key=lambda retold: (retold.weight, retold.score, -retold.parent[0]),
            default=None,
        )
        if best and best.n_shared >= 2:
            found.append(best)
    return found


def _likeness(
    span: tuple[int, int], own: set[str], other: tuple[int, int], terms: set[str], weights: Mapping[str, float]
) -> Retold:
    shared = own & terms
    weight = math.fsum(weights[term] for term in sorted(shared))
    whole = math.fsum(weights[term] for term in sorted(own))
    return Retold(span, other, weight, round(weight / whole, 4) if whole else 0.0, len(shared))


def in_order(values: Sequence[int]) -> float:
    """Share of the longest run of values that only rises, of all values; 1 for none."""
    best: list[int] = []
    for at, value in enumerate(values):
        best.append(1 + max((best[before] for before in range(at) if values[before] < value), default=0))
    return max(best, default=1) / max(1, len(values))
