"""Which pairs of texts are worth comparing word by word. The same rule as sql/pairs.sql.

Two texts are compared if they share two rare prints, or one that no other text has, or one that stands in a run of RUN
words which are the same in both. A print that many texts have counts half as much, the run must be longer, and each of
those texts is compared with the first few of them only. One print alone proves nothing: five small words in a row come
together by chance, the more often the larger the pile, and phrases of the trade stand everywhere.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.copying.prints import AROUND, GRAM, SEVERAL, Prints, once
from woozle.toolbox.copying.split import Bools, Numbers

#: Words of a run that brings together by one print: of a rare print, and of one that many texts have. Where eight words
#: are the same a print is shared, so no rare run of that length is missed; stock sentences have a dozen.
RUN, COMMON_RUN = 8, 13
#: What a rare print counts, a common one, and how much two texts must share without such a run.
RARE, COMMON, ENOUGH = 2, 1, 4
#: Prints that are joined at once; more are cut by their hashes.
PART = 4_000_000


def pairs_by_prints(prints: Prints, *, cap: int, hubs: int) -> Numbers:
    """Pairs of text numbers as rows, smaller number first, sorted.

    Args:
        prints: of texts that are numbered in the order in which they come first.
        cap: a print in more texts than this is common: each of them is compared with a few only.
        hubs: with how many; the first.
    """
    if not len(prints):
        return np.zeros((0, 2), np.int64)
    width = np.int64(int(prints.texts.max()) + 1)
    strong, weak, points = [], [], []
    for part in _parts(prints):
        keys, n_holders, n_run = _meetings(part, cap, hubs, width)
        is_rare = n_holders <= cap
        strong.append(np.unique(keys[n_run >= np.where(is_rare, RUN, COMMON_RUN)]))
        met, sums = _summed(keys, np.where(n_holders == 2, ENOUGH, np.where(is_rare, RARE, COMMON)))
        weak.append(met)
        points.append(sums)
    met, sums = _summed(np.concatenate(weak), np.concatenate(points))
    found = np.unique(np.concatenate([*strong, met[sums >= ENOUGH]]))
    return np.stack([found // width, found % width], axis=1)


def _summed(keys: Numbers, points: Numbers) -> tuple[Numbers, Numbers]:
    """Each key once, sorted, and the sum of its points."""
    order = np.argsort(keys)
    keys, points = keys[order], points[order]
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    return keys[firsts], np.add.reduceat(points, firsts) if len(firsts) else points


def _parts(prints: Prints) -> Iterator[Prints]:
    """The prints that come again, some hashes at a time; each once a text, sorted by hash and text."""
    n_parts = -(-len(prints) // PART)
    which = (prints.hashes.view(np.uint64) >> np.uint64(40)) % np.uint64(n_parts)
    for part in range(n_parts):
        yield once(_repeated(prints.at(which == part)))


def _repeated(prints: Prints) -> Prints:
    """Prints whose hash comes again."""
    order = np.argsort(prints.hashes)
    hashes = prints.hashes[order]
    is_same = hashes[1:] == hashes[:-1]
    return prints.at(order[np.append(is_same, False) | np.append(False, is_same)])


def _meetings(prints: Prints, cap: int, hubs: int, width: np.int64) -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
    """Two texts and a print: their key, how many texts have the print, and how many words around it are the same."""
    hashes = prints.hashes
    firsts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])
    sizes = np.diff(np.append(firsts, len(hashes)))
    rank = np.arange(len(hashes)) - np.repeat(firsts, sizes)
    n_holders = np.repeat(sizes, sizes)
    n_met = np.where(n_holders <= cap, rank, np.minimum(rank, hubs))
    right = np.repeat(np.arange(len(hashes)), n_met)
    place = np.arange(len(right)) - np.repeat(np.cumsum(n_met) - n_met, n_met)
    left = np.repeat(np.repeat(firsts, sizes), n_met) + place
    keys = prints.texts[left].astype(np.int64) * width + prints.texts[right]
    n_holders = n_holders[right]
    return keys, n_holders, _same_around(prints.around[left], prints.around[right], n_holders <= cap)


def _same_around(left: Numbers, right: Numbers, is_rare: Bools) -> NDArray[np.uint8]:
    """Words of a run that two texts share around a print: GRAM, and up to AROUND on each side.

    Where a text has a rare print in several places, what is around the others is not known: the run may be long there.
    """
    differ = left ^ right
    found = np.full(len(differ), GRAM, np.uint8)
    for side in range(2):
        goes_on = np.ones(len(differ), np.bool_)
        for at in range(AROUND):
            goes_on &= (differ >> (4 * (AROUND * side + at))) & 15 == 0
            found += goes_on
    found[is_rare & (((left | right) & SEVERAL) > 0)] = RUN
    return found
