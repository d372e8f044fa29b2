"""How much a shared stretch proves: narrative words in long runs prove copying, quoted words only a common source.

The weights were read off reports that were written apart about one event, and off single sentences set into other
reports (`docs/decisions/0004-copies.md`): names, titles and phrases of a few words recur in both; runs of a dozen
plain words, and whole sentences, recur in copies only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.toolbox.copying.align import Block, Stretch
from woozle.toolbox.copying.marked import Marked

#: A run of fewer same words proves nothing; a longer one proves its words less RUN_COST.
LEAST_RUN = 3
RUN_COST = 2.0
#: What a name or figure in a run counts, beside 1 for a plain word: both reporters had to write it down.
NAME_WEIGHT = 0.6
#: What each narrative word between two runs takes away.
GAP_COST = 0.2
#: The share of a quotation that must be shared for it to be the same quotation without marks in the other text,
#: and how near to its end the shared words must come.
SAME_QUOTE = 0.5
QUOTE_END = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a stretch shows.

    Attributes:
        proof: weight of narrative words in runs, at its best part.
        sentence: the same, of its best run that is a whole sentence on both sides.
        narrative: same words outside of quotations.
        quoted: blocks of same words inside quotations.
    """

    proof: float
    sentence: float
    narrative: int
    quoted: tuple[Block, ...]


def shared_quotes(stretches: Iterable[Stretch], left: Marked, right: Marked) -> tuple[frozenset[int], frozenset[int]]:
    """Quotations of the left and of the right text that the other text repeats, with marks or without.

    At least SAME_QUOTE of the words must be shared, and one of its ends: words from the middle of somebody's quotation
    may be a report that was set into it.
    """
    stretches = list(stretches)
    lefts = {block.left + at for stretch in stretches for block in stretch.blocks for at in range(block.size)}
    rights = {block.right + at for stretch in stretches for block in stretch.blocks for at in range(block.size)}
    return _repeated(left, lefts), _repeated(right, rights)


def _repeated(marked: Marked, shared: set[int]) -> frozenset[int]:
    places: dict[int, list[bool]] = defaultdict(list)
    for at, quote in enumerate(marked.quotes):
        if quote:
            places[quote].append(at in shared)
    return frozenset(
        quote
        for quote, hits in places.items()
        if sum(hits) >= SAME_QUOTE * len(hits) and any(hits[:QUOTE_END] + hits[-QUOTE_END:])
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked texts, and which quotations they share."""

    left: Marked
    right: Marked
    left_quotes: frozenset[int]
    right_quotes: frozenset[int]

    def is_quoted(self, left: int, right: int) -> bool:
        """Whether a same word is quoted in both texts, or in one that the other repeats without marks."""
        one, other = self.left.quotes[left], self.right.quotes[right]
        return bool(one and other) or one in self.left_quotes or other in self.right_quotes

    def parts(self, block: Block) -> list[tuple[bool, Block]]:
        """A block cut where quotation begins or ends: (is quoted, part)."""
        found: list[tuple[bool, Block]] = []
        for at in range(block.size):
            is_quoted = self.is_quoted(block.left + at, block.right + at)
            if found and found[-1][0] == is_quoted:
                last = found[-1][1]
                found[-1] = (is_quoted, Block(last.left, last.right, last.size + 1))
            else:
                found.append((is_quoted, Block(block.left + at, block.right + at, 1)))
        return found


def pair_of(stretches: Sequence[Stretch], left: Marked, right: Marked) -> Pair:
    """The pair of texts that `stretches` were found in."""
    return Pair(left, right, *shared_quotes(stretches, left, right))


def _weight(pair: Pair, part: Block) -> float:
    names = sum(pair.left.names[part.left + at] and pair.right.names[part.right + at] for at in range(part.size))
    return part.size - (1.0 - NAME_WEIGHT) * names


def _is_sentence(pair: Pair, part: Block) -> bool:
    """Whether a run holds a whole sentence on both sides."""
    ends = (part.left + part.size, part.right + part.size)
    starts_one = pair.left.openings[part.left] and pair.right.openings[part.right]
    left_ends = ends[0] == len(pair.left.words) or pair.left.openings[ends[0]]
    return starts_one and left_ends and (ends[1] == len(pair.right.words) or pair.right.openings[ends[1]])


def _gap(pair: Pair, before: Block, part: Block) -> int:
    """Narrative words between two parts, of the side that has more."""
    left = pair.left.quotes[before.left + before.size : part.left]
    right = pair.right.quotes[before.right + before.size : part.right]
    return max(left.count(0), right.count(0))


def weigh(stretch: Stretch, pair: Pair) -> Evidence:
    """What a stretch of a pair shows."""
    parts = [part for block in stretch.blocks for part in pair.parts(block)]
    narrative = [part for is_quoted, part in parts if not is_quoted]
    best = running = sentence = 0.0
    before: Block | None = None
    for part in narrative:
        if part.size < LEAST_RUN:
            continue
        gain = max(0.0, _weight(pair, part) - RUN_COST)
        running = max(0.0, running - (GAP_COST * _gap(pair, before, part) if before else 0.0)) + gain
        best, before = max(best, running), part
        if gain > sentence and _is_sentence(pair, part):
            sentence = gain
    n_narrative = sum(part.size for part in narrative)
    return Evidence(best, sentence, n_narrative, tuple(part for is_quoted, part in parts if is_quoted))
