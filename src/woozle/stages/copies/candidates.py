"""Which pairs of texts are worth comparing word by word. The same rule as sql/pairs.sql.

Two texts are compared if they share two rare prints, or one that stands in a run of RUN words which are the same in
both; of LONE_RUN words, where no other text has the print. A print that many texts have counts half as much, the run
must be longer, and each of those texts is compared with the first few of them only. One print alone proves nothing:
five small words in a row come together by chance, the more often the larger the pile, and phrases of the trade stand
everywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.copying.prints import AROUND, GRAM, SEVERAL, Prints, once
from woozle.toolbox.copying.split import Bools, Numbers

#: Words of a run that brings together by one print: of a rare print, of one that two texts have, and of one that many
#: have. Where eight words are the same a print is shared, so no rare run of that length is missed; stock sentences have
#: a dozen.
RUN, LONE_RUN, COMMON_RUN = 8, 7, 13
#: What a rare print counts, a common one, and how much two texts must share without such a run.
RARE, COMMON, ENOUGH = 2, 1, 4
#: Pairs that did not share enough in one part are looked at so many at a time in all of them.
AT_ONCE = 4_000_000
#: A pair is the number of its first text times this, and the number of the other.
_PAIR = 2**32


def pairs_by_prints(parts: Iterable[Prints], *, cap: int, hubs: int) -> Numbers:
    """Pairs of text numbers as rows, smaller number first, sorted.

    Args:
        parts: the prints of texts that are numbered in the order in which they come first; equal hashes in one part.
        cap: a print in more texts than this is common: each of them is compared with a few only.
        hubs: with how many; the first.
    """
    none = np.zeros(0, np.int64)
    strong, weak, points = [none], list[Numbers](), list[NDArray[np.uint8]]()
    for part in parts:
        keys, n_holders, n_run = _meetings(once(_repeated(part)), cap, hubs)
        is_rare = n_holders <= cap
        run = np.where(n_holders == 2, LONE_RUN, np.where(is_rare, RUN, COMMON_RUN))
        strong.append(np.unique(keys[n_run >= run]))
        met, sums = _summed(keys, np.where(is_rare, RARE, COMMON))
        is_enough = sums >= ENOUGH
        strong.append(met[is_enough])
        weak.append(met[~is_enough])
        points.append(sums[~is_enough].astype(np.uint8))
    found = np.unique(np.concatenate([*strong, *_together(weak, points)]))
    return np.stack([found // _PAIR, found % _PAIR], axis=1)


def _together(weak: Sequence[Numbers], points: Sequence[NDArray[np.uint8]]) -> Iterator[Numbers]:
    """The pairs that have enough in all parts together, a range of pairs at a time; each part is sorted."""
    largest = max(weak, key=len, default=np.zeros(0, np.int64))
    n_ranges = 1 + sum(map(len, weak)) // AT_ONCE
    # Hashes are spread evenly, so what cuts one part into equal ranges cuts the others too.
    inner = largest[np.arange(1, n_ranges) * len(largest) // n_ranges].tolist()
    for low, high in pairwise([0, *inner, np.iinfo(np.int64).max]):
        bounds = [slice(*keys.searchsorted([low, high]).tolist()) for keys in weak]
        if bounds:
            keys = np.concatenate([one[rows] for one, rows in zip(weak, bounds, strict=True)])
            sums = np.concatenate([one[rows] for one, rows in zip(points, bounds, strict=True)])
            met, total = _summed(keys, sums.astype(np.int64))
            yield met[total >= ENOUGH]


def _summed(keys: Numbers, points: Numbers) -> tuple[Numbers, Numbers]:
    """Each key once, sorted, and the sum of its points."""
    order = np.argsort(keys)
    keys, points = keys[order], points[order]
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    return keys[firsts], np.add.reduceat(points, firsts) if len(firsts) else points


def _repeated(prints: Prints) -> Prints:
    """Prints whose hash comes again."""
    order = np.argsort(prints.hashes)
    hashes = prints.hashes[order]
    is_same = np.zeros(len(hashes) + 1, np.bool_)
    is_same[1:-1] = hashes[1:] == hashes[:-1]
    return prints.at(order[is_same[1:] | is_same[:-1]])


def _meetings(prints: Prints, cap: int, hubs: int) -> tuple[Numbers, Numbers, NDArray[np.uint8]]:
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
    keys = prints.texts[left].astype(np.int64) * _PAIR + prints.texts[right]
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
