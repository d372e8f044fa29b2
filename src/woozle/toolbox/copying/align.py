"""Alignment of two word lists: exact runs as seeds, chained over small gaps, the gaps filled word by word."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

#: Words of a seed. Three find a text in which every third word was changed; two find every "of the".
SEED = 3
#: A seed that stands in more places than this on one side is a phrase of the language and seeds nothing.
COMMON = 6
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
        return sum(block.size for block in self.blocks)


def runs_of(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Maximal exact runs of at least SEED words, sorted."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, gram in enumerate(zip(left, left[1:], left[2:], strict=False)):
        places[gram].append(at)
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    grams = list(zip(right, right[1:], right[2:], strict=False))
    for gram in grams:
        counts[gram] += 1
    open_runs: dict[int, int] = {}
    runs: list[Block] = []
    for at, gram in enumerate(grams):
        met = places.get(gram, ())
        if not met or len(met) > COMMON or counts[gram] > COMMON:
            open_runs = _closed(open_runs, set(), at, runs) if open_runs else open_runs
            continue
        diagonals = {place - at for place in met}
        open_runs = _closed(open_runs, diagonals, at, runs)
        for diagonal in diagonals:
            open_runs.setdefault(diagonal, at)
    _closed(open_runs, set(), len(grams), runs)
    return sorted(runs, key=lambda run: (run.left, run.right))


def _closed(open_runs: dict[int, int], going_on: set[int], at: int, runs: list[Block]) -> dict[int, int]:
    """Write out the runs that end before right-hand gram `at`; the others stay open."""
    kept = {}
    for diagonal, since in open_runs.items():
        if diagonal in going_on:
            kept[diagonal] = since
        else:
            runs.append(Block(since + diagonal, since, at - since + SEED - 1))
    return kept


def _link(before: Block, run: Block) -> float | None:
    """What `run` adds to a chain that ends in `before`; None where they do not follow each other."""
    left, right = run.left - before.left - before.size, run.right - before.right - before.size
    overlap = -min(left, right, 0)
    if run.left <= before.left or run.right <= before.right or overlap >= run.size or max(left, right) > GAP:
        return None
    return run.size - overlap - GAP_COST * max(left, right, 0) - SHIFT_COST * abs(left - right)


def chains_of(runs: Sequence[Block]) -> list[list[Block]]:
    """Runs grouped into chains, the best first; every run is in one chain."""
    best: list[float] = []
    back: list[int] = []
    for at, run in enumerate(runs):
        value, link = float(run.size), -1
        for before in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
            gain = _link(runs[before], run)
            if gain is not None and best[before] + gain > value:
                value, link = best[before] + gain, before
        best.append(value)
        back.append(link)
    used: set[int] = set()
    chains = []
    for end in sorted(range(len(runs)), key=lambda at: (-best[at], at)):
        chain: list[Block] = []
        at = end
        while at >= 0 and at not in used:
            used.add(at)
            chain.append(runs[at])
            at = back[at]
        if chain:
            chains.append(chain[::-1])
    return chains


def _in_order(chain: Sequence[Block]) -> list[Block]:
    """The runs of a chain without the words that two of them share."""
    kept = [chain[0]]
    for run in chain[1:]:
        last = kept[-1]
        overlap = max(last.left + last.size - run.left, last.right + last.size - run.right, 0)
        kept.append(Block(run.left + overlap, run.right + overlap, run.size - overlap))
    return kept


def fill(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of positions of a longest common subsequence; for short lists, it takes their product in time."""
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


def _filled(chain: Sequence[Block], left: Sequence[str], right: Sequence[str]) -> Stretch:
    blocks = [chain[0]]
    for run in chain[1:]:
        i, j = blocks[-1].left + blocks[-1].size, blocks[-1].right + blocks[-1].size
        if i < run.left and j < run.right:
            blocks += [Block(i + a, j + b, 1) for a, b in fill(left[i : run.left], right[j : run.right])]
        blocks.append(run)
    merged = [blocks[0]]
    for block in blocks[1:]:
        last = merged[-1]
        if block.left == last.left + last.size and block.right == last.right + last.size:
            merged[-1] = Block(last.left, last.right, last.size + block.size)
        else:
            merged.append(block)
    return Stretch(tuple(merged))


def _is_repeat(chain: Sequence[Block], left: bytearray, right: bytearray) -> bool:
    """Whether better chains hold most of these words on both sides: a phrase that a text uses twice."""
    size = sum(run.size for run in chain)
    held = [sum(taken[at : at + run.size]) for run in chain for taken, at in ((left, run.left), (right, run.right))]
    return 2 * sum(held[::2]) > size and 2 * sum(held[1::2]) > size


def align(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """Shared stretches of two word lists, the best first; stretches may meet on one side (a text used twice)."""
    lefts, rights = bytearray(len(left)), bytearray(len(right))
    found = []
    for chain in chains_of(runs_of(left, right)):
        if _is_repeat(chain, lefts, rights):
            continue
        found.append(_filled(_in_order(chain), left, right))
        for block in found[-1].blocks:
            lefts[block.left : block.left + block.size] = b"\1" * block.size
            rights[block.right : block.right + block.size] = b"\1" * block.size
    return found
