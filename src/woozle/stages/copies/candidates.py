"""Which pairs of documents are worth comparing: those that share a rare print. The same rule as sql/pairs.sql."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from woozle.toolbox.copying.prints import Hasher, winnow
from woozle.toolbox.copying.words import words_of


def prints_of(text: str, hasher: Hasher) -> dict[int, int]:
    """The prints of a text: hash and the first word where it stands."""
    found: dict[int, int] = {}
    for value, at in winnow(hasher.grams(words_of(text).folded)):
        found.setdefault(value, at)
    return found


def pairs_by_prints(prints: Mapping[str, Iterable[int]], *, cap: int, hubs: int) -> list[tuple[str, str]]:
    """Pairs of documents that share a print, smaller id first, sorted.

    Args:
        prints: hashes by document id.
        cap: a print in more documents than this says little: each of them is compared with a few only.
        hubs: with how many; the first by document id.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(prints):
        for value in prints[document]:
            holders[value].append(document)
    pairs: set[tuple[str, str]] = set()
    for documents in holders.values():
        if len(documents) > 1:
            pairs |= set(_pairs(documents, cap, hubs))
    return sorted(pairs)


def _pairs(documents: Sequence[str], cap: int, hubs: int) -> Iterable[tuple[str, str]]:
    ones = documents if len(documents) <= cap else documents[:hubs]
    return ((one, other) for at, one in enumerate(ones) for other in documents[at + 1 :])
