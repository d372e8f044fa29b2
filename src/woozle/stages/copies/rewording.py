"""Passages told again in other words: aligned word by word, in order, and of one meaning sentence by sentence.

Reporters who were at one event tell the same facts, and many of the same names. What they do not do is tell them in the
same order, word for word the like, without a name or figure of their own. That order is what proves rewording; that the
sentences mean the same must be so too, but proves nothing (`docs/decisions/0010-sentence-model.md`).
"""

import math
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from woozle.model.values import Reason
from woozle.stages.copies.direction import are_near
from woozle.stages.copies.pairs import Report, Shared
from woozle.stages.copies.retelling import sentences_of
from woozle.toolbox.copying.alike import enough_terms
from woozle.toolbox.copying.marked import Marked
from woozle.toolbox.copying.reworded import Run, Worded, best_run, costs, whole, without, worded
from woozle.toolbox.meaning.encoder import Vector, likeness
from woozle.toolbox.meaning.words import WordVectors, load_words

#: A stretch is reworded if its score, in hundredths of a word, is above what texts of these lengths come to by chance
#: (Karlin and Altschul 1990: the logarithm of the product of the lengths). Of 150 pairs of reports written apart the
#: nearest has -320.
PROOF = 0
#: The same where the stretch is a good part of the shorter text; of reports written apart the nearest has -340.
PROOF_LARGE = -250
LARGE = 0.35
#: The fewest words of such a stretch that nobody is quoted for, in each text.
LEAST_RUN = 25
#: Two texts are one reworded from end to end if they lose no more than this a word, in hundredths.
WHOLE = -4
LEAST_WHOLE, MOST_WHOLE = 12, 150
#: The longer text has no more than so many times the words of the shorter, to be the same as a whole.
LONGER = 2.0
#: How alike in meaning the sentences must be, in thousandths. Texts about different things have 390 at most.
MEANING = 500
#: Reports further apart in days do not tell of one event, as far as dates are known.
DAYS = 60
#: The fewest names, figures and rare words in common, and their share of what the poorer text has. Of reports on
#: different matters nine in ten have less; of those on one event none. Texts of up to SHORT words need none.
COMMON, COMMON_SHARE, SHORT = 3, 0.15, 100
#: With how many others a report is aligned, so that hundreds of reports on one event take no more time each than ten.
ALIGNED = 12
#: Stretches of one pair.
_MOST_RUNS = 6
#: Texts whose words and sentences are kept.
_KEPT = 512


#: For each word of a text whether something holds.
_Words = tuple[bool, ...]


class _Read:
    """A report as it is aligned; what is not asked for is not made."""

    def __init__(self, report: Report, vectors: WordVectors) -> None:
        self.marked: Marked = report.marked
        self.worded: Worded = worded(report.marked, vectors)
        self.quoted = tuple(map(bool, report.marked.quotes))
        self._model = vectors.model
        self._known: dict[tuple[int, int], Vector] = {}

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Word ranges."""
        return sentences_of(self.marked)

    @cached_property
    def firsts(self) -> list[int]:
        """The first word of each sentence."""
        return [start for start, _ in self.sentences]

    def vector(self, sentences: tuple[int, int]) -> Vector:
        """What sentences [first, behind the last) mean together."""
        if sentences not in self._known:
            words = self.sentences[sentences[0]][0], self.sentences[sentences[1] - 1][1]
            start, end = self.marked.span(words)
            self._known[sentences] = self._model.vector(self.marked.text[start:end])
        return self._known[sentences]


@dataclass(frozen=True, slots=True)
class _Couple:
    """Two reports, and which of their words stand in passages that were found before."""

    left: _Read
    right: _Read
    held: tuple[_Words, _Words]


class Rewording:
    """Finds reworded passages; reads the model when the first pair needs it, and keeps the last texts read."""

    def __init__(self, load: Callable[[], WordVectors] = load_words) -> None:
        self._load = load
        self._kept: OrderedDict[str, _Read] = OrderedDict()

    def passages(self, left: Report, right: Report, shared: Sequence[Shared]) -> tuple[Shared, ...]:
        """What two reports tell alike in other words, in the order of the left one.

        Args:
            left: a report.
            right: another.
            shared: the passages that they have in the same words. Where some were copied, nothing more is looked for.
        """
        if any(item.kind in ("verbatim", "edited") for item in shared) or not (
            left.marked.words and right.marked.words
        ):
            return ()
        if not are_near(left.published, right.published, DAYS):
            return ()
        one, other = self._read(left), self._read(right)
        if not _in_window(one.worded, other.worded):
            return ()
        couple = _Couple(one, other, (_held(left, [i.left for i in shared]), _held(right, [i.right for i in shared])))
        return _as_whole(couple) or _in_parts(couple)

    def _read(self, report: Report) -> _Read:
        key = report.marked.text  # whatever report it is of: an id may mean another text after a change of settings
        if key not in self._kept:
            self._kept[key] = _Read(report, self._load())
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


@lru_cache(maxsize=1)
def shared_rewording() -> Rewording:
    """The one of this process: a report is compared in several groups, and its sentences are read once for all."""
    return Rewording()


def nearest(terms: Collection[str], others: Sequence[Collection[str]], least: int) -> frozenset[int]:
    """The places of the few others with which a report shares most terms: only these are aligned with it.

    Args:
        terms: rare terms of the report.
        others: those of the others.
        least: the fewest they share; of short texts an eighth of what the poorer has, but two. As in `Terms.pairs`.
    """
    own = frozenset(terms)
    shared = [len(own.intersection(other)) for other in others]
    ranked = sorted(
        (at for at, n_shared in enumerate(shared) if n_shared >= enough_terms(min(len(own), len(others[at])), least)),
        key=lambda at: (-shared[at], at),
    )
    return frozenset(ranked[:ALIGNED])


def _in_window(one: Worded, other: Worded) -> bool:
    """Whether two texts may tell of one event: names, figures and rare words in common."""
    if max(len(one.words), len(other.words)) <= SHORT:
        return True
    n_common = len(one.rare & other.rare)
    return n_common >= max(COMMON, COMMON_SHARE * min(len(one.rare), len(other.rare)))


def _held(report: Report, ranges: Sequence[tuple[int, int]]) -> _Words:
    """Words of a report that stand in other passages, or that its outlet prints again and again."""
    held = {at for start, end in ranges for at in range(start, end)} | report.stock
    return tuple(at in held for at in range(len(report.marked)))


def _either(one: _Words, other: _Words) -> _Words:
    return tuple(some or more for some, more in zip(one, other, strict=True))


def _as_whole(couple: _Couple) -> tuple[Shared, ...]:
    """The one text told again as the other, from end to end."""
    counts = [held.count(False) for held in couple.held]
    if min(counts) < LEAST_WHOLE or max(counts) > min(MOST_WHOLE, LONGER * min(counts)):
        return ()
    one, other = couple.left, couple.right
    table = costs(one.worded, other.worded, couple.held)
    if 2 * whole(table) < WHOLE * sum(counts):
        return ()
    run = best_run(table)
    if run is None:
        return ()
    ends = len(one.sentences), len(other.sentences)
    is_short = max(len(one.worded.words), len(other.worded.words)) <= SHORT
    meaning = _meaning(couple, ((0, ends[0], 0, ends[1]),) if is_short else _blocks(couple, run))
    if meaning < MEANING:
        return ()
    reason = Reason("whole_text", "one text tells the other from end to end", 1.0)
    ranges = (0, len(one.worded.words)), (0, len(other.worded.words))
    return (Shared("paraphrase", *ranges, len(run.pairs), (reason, *_reasons(couple, run, meaning))),)


def _in_parts(couple: _Couple) -> tuple[Shared, ...]:
    """Stretches of the one text that the other tells again."""
    one, other = couple.left, couple.right
    neutral = _either(one.quoted, couple.held[0]), _either(other.quoted, couple.held[1])
    counts = [held.count(False) for held in neutral]
    if min(counts) < LEAST_RUN:
        return ()
    chance = round(100 * math.log(counts[0] * counts[1]))
    table, found = costs(one.worded, other.worded, neutral), list[Shared]()
    while len(found) < _MOST_RUNS:
        run = best_run(table)
        if run is None or not _is_proven(run, neutral, counts, chance):
            break
        table = without(table, run)
        meaning = _meaning(couple, _blocks(couple, run))
        if meaning >= MEANING:
            ranges = _rounded(one, run.left), _rounded(other, run.right)
            found.append(Shared("paraphrase", *ranges, len(run.pairs), _reasons(couple, run, meaning)))
    return tuple(sorted(found, key=lambda item: (item.left, item.right)))


def _is_proven(run: Run, neutral: tuple[_Words, _Words], counts: Sequence[int], chance: int) -> bool:
    own = [held[slice(*words)].count(False) for held, words in zip(neutral, (run.left, run.right), strict=True)]
    if min(own) < LEAST_RUN:
        return False
    shorter = 0 if counts[0] <= counts[1] else 1
    is_large = own[shorter] >= LARGE * counts[shorter]
    return run.score - chance >= (PROOF_LARGE if is_large else PROOF)


def _blocks(couple: _Couple, run: Run) -> list[tuple[int, int, int, int]]:
    """Sentences of the left text and those of the right one that tell them again, in order: four numbers, half-open.

    Two words that stand for each other tie their sentences; one pair may be chance.
    """
    one, other = couple.left, couple.right
    ties = Counter((bisect_right(one.firsts, i) - 1, bisect_right(other.firsts, j) - 1) for i, j in run.pairs)
    blocks: list[tuple[int, int, int, int]] = []
    for (left, right), n_pairs in sorted(ties.items()):
        if n_pairs < 2:
            continue
        if blocks and (left < blocks[-1][1] or right < blocks[-1][3]):
            last = blocks[-1]
            blocks[-1] = (last[0], max(last[1], left + 1), last[2], max(last[3], right + 1))
        else:
            blocks.append((left, left + 1, right, right + 1))
    return blocks


def _meaning(couple: _Couple, blocks: Sequence[tuple[int, int, int, int]]) -> int:
    """How alike sentences are in meaning, in thousandths: the mean over the words of the left text."""
    total = weight = 0
    for first, last, other_first, other_last in blocks:
        alike = int(
            likeness([couple.left.vector((first, last))], [couple.right.vector((other_first, other_last))])[0, 0]
        )
        n_words = couple.left.sentences[last - 1][1] - couple.left.sentences[first][0]
        total, weight = total + alike * n_words, weight + n_words
    return total // weight if weight else 0


def _rounded(read: _Read, words: tuple[int, int]) -> tuple[int, int]:
    """A range of words, with the rest of its first and last sentence where it holds half of them or more."""
    first, last = (read.sentences[bisect_right(read.firsts, at) - 1] for at in (words[0], words[1] - 1))
    start = first[0] if 2 * (min(first[1], words[1]) - words[0]) >= first[1] - first[0] else words[0]
    end = last[1] if 2 * (words[1] - max(last[0], words[0])) >= last[1] - last[0] else words[1]
    return start, end


def _reasons(couple: _Couple, run: Run, meaning: int) -> tuple[Reason, ...]:
    one, other = couple.left.worded, couple.right.worded
    n_same = sum(one.keys[i] == other.keys[j] for i, j in run.pairs)
    like = f"{len(run.pairs)} words have their like in the other text, in the same order; {n_same} of them are the same"
    common = sorted({one.words[i] for i, j in run.pairs if one.keys[i] == other.keys[j] and one.keys[i] in one.rare})
    reasons = [Reason("like_words", like, round(run.score / 100, 2))]
    if common:
        reasons.append(
            Reason("rare_words", "rare words, names and figures: " + ", ".join(common[:12]), float(len(common)))
        )
    reasons.append(Reason("meaning", f"the sentences are alike in meaning, {meaning / 10:.0f} of 100", meaning / 1000))
    return tuple(reasons)
