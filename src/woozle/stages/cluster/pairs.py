"""Scores two statements: do they say the same thing, and if they speak of one matter, can both be true?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from woozle.stages.cluster.figures import clash_of_figures, clash_of_times
from woozle.stages.cluster.statements import NEGATED


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements side by side, the one with the smaller id left; see `Statement` for the fields.

    ``shared``: weight of the words that both have, in hundredths; ``shared_near``: of words that one has and that stand
    around the other; ``overlap``: per thousand, how far both take up the same part of a passage.
    """

    left_id: str
    right_id: str
    left_document: str
    right_document: str
    left_day: str | None
    right_day: str | None
    left_words: tuple[str, ...]
    right_words: tuple[str, ...]
    left_figures: tuple[str, ...]
    right_figures: tuple[str, ...]
    left_times: tuple[str, ...]
    right_times: tuple[str, ...]
    left_negated: bool
    right_negated: bool
    left_denied: bool
    right_denied: bool
    left_voice: str | None
    right_voice: str | None
    left_total: int
    right_total: int
    shared: int
    shared_near: int
    overlap: int
    passage: str | None
    is_kin: bool


@dataclass(frozen=True, slots=True)
class Link:
    """How two statements belong together.

    Attributes:
        left_id: the smaller id.
        right_id: the larger id; equal to `left_id` in the row that every statement has of its own.
        score: thousandths; from `ClusterSettings.least` on they may be one claim.
        is_copy: both are the same words of one shared passage.
        clash: why they can not be one claim although they speak of one matter: a kind of conflict, or None.
        because: one word for what decided.
        words: what both have, for the reader.
        order: rank of the statement in the row of its own, else empty.
    """

    left_id: str
    right_id: str
    score: int
    is_copy: bool
    clash: str | None
    because: str
    words: str
    order: str


def link(rows: Sequence[Pair]) -> Iterable[Link]:
    """Links of pairs that have enough in common to be one claim or to clash."""
    return (found for row in rows if (found := _link(row)) is not None)


#: Words that two statements share at least, negations aside: "nobody knows" and "nobody came" are not alike.
_LEAST_SHARED = 2
#: Thousandths below which a pair is not worth keeping.
_FLOOR = 250


def _link(row: Pair) -> Link | None:
    likeness = _likeness(row)
    is_copy = _is_copy(row, likeness)
    clash = _clash(row, likeness, is_copy=is_copy)
    score = max(likeness, 950) if is_copy else likeness
    both = sorted(set(row.left_words) & set(row.right_words))
    # Figures of one matter are in common too, though they differ.
    n_shared = len([word for word in both if word != NEGATED]) + (clash == "figure")
    if score < _FLOOR or (not is_copy and n_shared < _LEAST_SHARED):
        return None
    because = "passage" if is_copy else "words"
    words = " ".join(word for word in both if word.isalpha())
    return Link(row.left_id, row.right_id, score, is_copy and clash is None, clash, because, words, "")


def _likeness(row: Pair) -> int:
    """Thousandths: shared weight against the shorter statement, and against both."""
    small, large = sorted((row.left_total, row.right_total))
    # Two statements of two common words each are not the same for having both: little content never fills the measure.
    shared = 100 * row.shared + 40 * row.shared_near
    contained = shared / max(small, LEAST_CONTENT)
    mutual = 2 * shared / max(small + large, 2 * LEAST_CONTENT)
    likeness = min(1000, round(10 * (0.5 * min(contained, 100) + 0.5 * min(mutual, 100))))
    return min(1000, likeness + sum(bonus for bonus, _ in _bonuses(row)))


#: Weight that a statement should have before a full match counts as full, in hundredths.
LEAST_CONTENT = 200


def _bonuses(row: Pair) -> Iterator[tuple[int, str]]:
    """(thousandths, why): what makes a middling likeness more believable."""
    if row.is_kin:
        yield 120, "one report was made from the other"
    if row.left_voice is not None and row.left_voice == row.right_voice:
        yield 60, "the same voice"
    if set(row.left_figures) & set(row.right_figures):
        yield 60, "the same figure of the same thing"
    if any(one.startswith("~") for one in set(row.left_words) & set(row.right_words)):
        yield 100, "the same time of day"


def _is_copy(row: Pair, likeness: int) -> bool:
    """Whether both are the same part of one passage. Of reworded passages the words need not agree."""
    if row.overlap <= 0 or row.left_document == row.right_document:
        return False
    if row.passage == "paraphrase":
        return row.overlap >= 600 or (row.overlap >= 400 and likeness >= 300)
    return row.overlap >= 700 or likeness >= 450


def _clash(row: Pair, likeness: int, *, is_copy: bool) -> str | None:
    """The kind of conflict that two statements of one matter make, or None."""
    if likeness < CLASH_FROM:
        return None
    if not is_copy and row.left_negated != row.right_negated and not (row.left_denied or row.right_denied):
        return "denial"
    if clash_of_figures(row.left_figures, row.right_figures):
        return "figure"
    if not is_copy and clash_of_times(row.left_times, row.right_times):
        return "time"
    return None


#: Likeness in thousandths from which two statements speak of one matter, so that what differs is a clash.
CLASH_FROM = 330


def days_between(left: str | None, right: str | None) -> int | None:
    """Days from one ISO day to another, without sign; None where one is not known."""
    if left is None or right is None:
        return None
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
