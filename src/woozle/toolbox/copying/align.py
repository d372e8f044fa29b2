"""Alignment of two word lists: exact runs as seeds, chained over small gaps, the gaps filled word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from woozle.toolbox.copying.prints import gram_codes
from woozle.toolbox.copying.split import Hashes, Numbers

#: Words of a seed. Three find a text in which every third word was changed; two find every "of the".
SEED = 3
#: A seed that stands in more places than this on one side is a phrase of the language and seeds nothing.
COMMON = 6
#: A run alone of fewer words is a scrap: it proves nothing, but a quotation may consist of several.
LEAST = 5
#: The widest gap in words that a chain bridges, and what a word of gap costs, in same words.
GAP = 40
GAP_COST = 0.12
SHIFT_COST = 0.12
#: How many runs back a chain looks for its last link.
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Block:
    """Words that are the same on both sides: `size` words from `left` and from `right`."""

    left: int
    right: int
    size: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks in order on both sides, taken for one shared stretch."""

    blocks: tuple[Block, ...]

    @property
    def left(self) -> tuple[int, int]:
        """Words covered on the left, half-open."""
        return self.blocks[0].left, self.blocks[-1].left + self.blocks[-1].size

    @property
    def right(self) -> tuple[int, int]:
        """Words covered on the right, half-open."""
        return self.blocks[0].right, self.blocks[-1].right + self.blocks[-1].size

    @property
    def n_same(self) -> int:
        """Words that are the same."""
        return sum([block.size for block in self.blocks])


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The words of a text by their hashes, and its seeds.

    Attributes:
        codes: the hash of each word.
        grams: the hash of each SEED words in a row.
        counts: in how many places of the text each of them stands.
        order: the places sorted by hash, equal ones by place; `ordered`: the hashes in that order.
    """

    codes: Hashes
    grams: Hashes
    counts: Numbers
    order: Numbers
    ordered: Hashes

    def __len__(self) -> int:
        return len(self.codes)


def seeds(codes: Hashes) -> Seeds:
    """The seeds of a text."""
    grams = gram_codes(codes, SEED)
    order = grams.argsort(kind="stable")
    ordered = grams[order]
    edges = (ordered[1:] != ordered[:-1]).nonzero()[0]
    sizes = np.empty(len(edges) + 1, np.int64)
    sizes[:-1], sizes[-1] = edges + 1, len(ordered)
    sizes[1:] -= sizes[:-1].copy()
    counts = np.empty(len(grams), np.int64)
    counts[order] = sizes.repeat(sizes)
    return Seeds(codes, grams, counts, order, ordered)


#: A run: first word on the left, on the right, and how many words.
Run = tuple[int, int, int]


def runs_of(left: Seeds, right: Seeds) -> list[Run]:
    """Maximal exact runs of at least SEED words, sorted."""
    if not len(left.grams) or not len(right.grams):
        return []
    at = left.ordered.searchsorted(right.grams)
    met = left.ordered.take(at, mode="clip") == right.grams
    rights = (met & (right.counts <= COMMON)).nonzero()[0]
    at = at[rights]
    n_left = left.counts[left.order[at]]
    if len(n_left) and n_left.max() > 1:
        is_few = n_left <= COMMON
        rights, at, n_left = rights[is_few], at[is_few], n_left[is_few]
        number = np.arange(n_left.sum()) - (n_left.cumsum() - n_left).repeat(n_left)
        rights, at = rights.repeat(n_left), at.repeat(n_left) + number
    return _runs(left.order[at], rights)


def _runs(lefts: Numbers, rights: Numbers) -> list[Run]:
    """Runs of seeds that stand at these words of both texts."""
    if not len(lefts):
        return []
    # By diagonal, on it by place: the seeds of a run are then neighbours.
    order = ((lefts - rights) * (int(rights.max()) + 1) + rights).argsort()
    lefts, rights = lefts[order], rights[order]
    breaks = ((lefts[1:] - lefts[:-1] != 1) | (rights[1:] - rights[:-1] != 1)).nonzero()[0].tolist()
    firsts = [0, *(at + 1 for at in breaks)]
    ends = [*firsts[1:], len(lefts)]
    runs = zip(lefts[firsts].tolist(), rights[firsts].tolist(), firsts, ends, strict=True)
    return sorted((left, right, end - first + SEED - 1) for left, right, first, end in runs)


def _links(runs: Sequence[Run]) -> tuple[list[float], list[int]]:
    """For each run what the best chain that ends in it is worth, and the run before it in that chain, or -1."""
    best: list[float] = []
    back: list[int] = []
    longest = 0
    for at, (left, right, size) in enumerate(runs):
        value, link = float(size), -1
        for before in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
            left_before, right_before, size_before = runs[before]
            if left - left_before > longest + GAP:
                break  # runs come sorted by their left side: none further back reaches this one
            gap, other = left - left_before - size_before, right - right_before - size_before
            overlap = -min(gap, other, 0)
            wide = max(gap, other)
            if left <= left_before or right <= right_before or overlap >= size or wide > GAP:
                continue
            worth = best[before] + (size - overlap - GAP_COST * max(wide, 0) - SHIFT_COST * abs(gap - other))
            if worth > value:
                value, link = worth, before
        best.append(value)
        back.append(link)
        longest = max(longest, size)
    return best, back


def chains_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs grouped into chains, the best first; every run is in one chain."""
    best, back = _links(runs)
    used: set[int] = set()
    chains = []
    for _, end in sorted((-value, at) for at, value in enumerate(best)):
        chain: list[Run] = []
        at = end
        while at >= 0 and at not in used:
            used.add(at)
            chain.append(runs[at])
            at = back[at]
        if chain:
            chains.append(chain[::-1])
    return chains


def _in_order(chain: Sequence[Run]) -> list[Run]:
    """The runs of a chain without the words that two of them share."""
    if len(chain) == 1:
        return list(chain)
    kept = [chain[0]]
    for left, right, size in chain[1:]:
        last = kept[-1]
        overlap = max(last[0] + last[2] - left, last[1] + last[2] - right, 0)
        kept.append((left + overlap, right + overlap, size - overlap))
    return kept


def fill(left: Sequence[object], right: Sequence[object]) -> list[tuple[int, int]]:
    """Pairs of positions of a longest common subsequence; for short lists, it takes their product in time."""
    if not set(left) & set(right):
        return []
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(len(right) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if left[i] == right[j] else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _filled(chain: Sequence[Run], left: Hashes, right: Hashes) -> list[Run]:
    """A chain with the same words in its gaps; runs that touch are one."""
    parts = [chain[0]]
    for run in chain[1:]:
        i, j = parts[-1][0] + parts[-1][2], parts[-1][1] + parts[-1][2]
        if i < run[0] and j < run[1]:
            pairs = fill(left[i : run[0]].tolist(), right[j : run[1]].tolist())
            parts += [(i + a, j + b, 1) for a, b in pairs]
        parts.append(run)
    merged = [parts[0]]
    for part in parts[1:]:
        last = merged[-1]
        if part[0] == last[0] + last[2] and part[1] == last[1] + last[2]:
            merged[-1] = (last[0], last[1], last[2] + part[2])
        else:
            merged.append(part)
    return merged


def _is_repeat(chain: Sequence[Run], left: bytearray, right: bytearray) -> bool:
    """Whether better chains hold most of these words on both sides: a phrase that a text uses twice."""
    size = n_left = n_right = 0
    for at, other, length in chain:
        size += length
        n_left += left.count(1, at, at + length)
        n_right += right.count(1, other, other + length)
    return 2 * n_left > size and 2 * n_right > size


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two texts share.

    Attributes:
        stretches: the best first; they may meet on one side (a text used twice).
        scraps: runs that stand alone and are shorter than LEAST words.
        same: for each word of the left text, and of the right one, 1 if a stretch or scrap holds it, else 0.
    """

    stretches: tuple[Stretch, ...]
    scraps: tuple[Run, ...]
    same: tuple[bytearray, bytearray]

    @property
    def n_same(self) -> int:
        """Words that are the same, those of a text used twice counted twice."""
        return sum(stretch.n_same for stretch in self.stretches) + sum(run[2] for run in self.scraps)


def align(left: Seeds, right: Seeds) -> Alignment:
    """What two texts share."""
    lefts, rights = bytearray(len(left)), bytearray(len(right))
    stretches, scraps = [], []
    for chain in chains_of(runs_of(left, right)):
        if _is_repeat(chain, lefts, rights):
            continue
        if len(chain) == 1 and chain[0][2] < LEAST:
            scraps.append(chain[0])
            parts = chain
        else:
            parts = _filled(_in_order(chain), left.codes, right.codes)
            stretches.append(Stretch(tuple(Block(*run) for run in parts)))
        for at, other, size in parts:
            lefts[at : at + size] = rights[other : other + size] = b"\1" * size
    return Alignment(tuple(stretches), tuple(scraps), (lefts, rights))
