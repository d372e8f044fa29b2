"""How much a shared stretch proves: narrative words in long runs prove copying, quoted words only a common source.

The weights were read off reports that were written apart about one event, and off single sentences set into other
reports (`docs/decisions/0004-copies-and-retellings.md`): names, titles and phrases of a few words recur in both; runs
of a dozen plain words, and whole sentences, recur in copies only.
"""

from dataclasses import dataclass
from itertools import groupby
from operator import and_

from woozle.toolbox.copying.align import Alignment, Block, Stretch
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


#: What a word of a pair is: told, quoted, or in a quotation that the other text repeats, with marks or without.
_TOLD, _QUOTED, _REPEATED = b"\0", b"\1", b"\2"


def _states(marked: Marked, same: bytearray) -> bytes:
    """What each word is. A quotation is repeated if SAME_QUOTE of its words are, and one of its ends: words from the
    middle of somebody's quotation may be a report that was set into it.
    """
    found = bytearray(len(marked))
    for first, behind in marked.ranges:
        hits = same[first:behind]
        is_repeated = sum(hits) >= SAME_QUOTE * len(hits) and any(hits[:QUOTE_END] + hits[-QUOTE_END:])
        found[first:behind] = (_REPEATED if is_repeated else _QUOTED) * (behind - first)
    return bytes(found)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked texts, and what each of their words is."""

    left: Marked
    right: Marked
    left_states: bytes
    right_states: bytes

    def parts(self, block: Block) -> list[tuple[bool, Block]]:
        """A block cut where quotation begins or ends: (is quoted, part).

        A same word is quoted if it is in both texts, or in one that the other repeats without marks.
        """
        lefts = self.left_states[block.left : block.left + block.size]
        rights = self.right_states[block.right : block.right + block.size]
        if not lefts.strip(_TOLD) and not rights.strip(_TOLD):
            return [(False, block)]
        flags = [one + other >= 2 for one, other in zip(lefts, rights, strict=True)]
        found, first = [], 0
        for is_quoted, group in groupby(flags):
            size = len(list(group))
            found.append((is_quoted, Block(block.left + first, block.right + first, size)))
            first += size
        return found


def pair_of(alignment: Alignment, left: Marked, right: Marked) -> Pair:
    """The pair of texts that were aligned."""
    return Pair(left, right, _states(left, alignment.same[0]), _states(right, alignment.same[1]))


def narrative_of(alignment: Alignment, pair: Pair) -> int:
    """Same words outside of quotations."""
    blocks = [block for stretch in alignment.stretches for block in stretch.blocks]
    blocks += [Block(*run) for run in alignment.scraps]
    return sum(part.size for block in blocks for is_quoted, part in pair.parts(block) if not is_quoted)


def _weight(pair: Pair, part: Block) -> float:
    lefts = pair.left.names[part.left : part.left + part.size]
    names: int = sum(map(and_, lefts, pair.right.names[part.right : part.right + part.size]))
    return part.size - (1.0 - NAME_WEIGHT) * names


def _is_sentence(pair: Pair, part: Block) -> bool:
    """Whether a run holds a whole sentence on both sides."""
    ends = (part.left + part.size, part.right + part.size)
    starts_one = pair.left.openings[part.left] and pair.right.openings[part.right]
    left_ends = ends[0] == len(pair.left) or pair.left.openings[ends[0]]
    return bool(starts_one and left_ends) and bool(ends[1] == len(pair.right) or pair.right.openings[ends[1]])


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
