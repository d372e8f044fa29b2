"""Scores two statements: do they say the same thing, and if they speak of one matter, can both be true?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.stages.cluster.contrast import contrast, is_sure
from woozle.stages.cluster.odds import LEAST_CONTENT, odds_of
from woozle.stages.cluster.sides import Pair, held
from woozle.stages.cluster.statements import Statement


@dataclass(frozen=True, slots=True)
class Link:
    """How two statements belong together.

    Attributes:
        one: the number of the first, in the order of ids (see `Placed`).
        other: the number of the second, which is larger.
        score: hundredths of log-odds that they say the same; 0 is even.
        is_copy: both are the same words of one shared passage.
        clash: why they can not be one claim although they speak of one matter: a kind of conflict, or None.
        conflict: the kind of conflict to tell the reader of, if they end up in two claims; or None.
        against: ``left`` where the first denies the other or takes it back, ``right`` where the second does; or empty.
        because: one word for what decided.
        words: what both have, for the reader.
    """

    one: int
    other: int
    score: int
    is_copy: bool
    clash: str | None
    conflict: str | None
    against: str
    because: str
    words: str


@dataclass(frozen=True, slots=True)
class Alone:
    """A statement (``id``) by itself: its text, and by what it is ranked, the earliest first."""

    id: str
    words: str
    order: str


@dataclass(frozen=True, slots=True)
class Likened:
    """How two wordings belong together that met in one way; see `Candidate` for how, and `Link` for what."""

    left_wording: int
    right_wording: int
    overlap: int
    passage: str | None
    is_kin: bool
    is_one_report: bool
    meaning: int | None
    score: int
    is_copy: bool
    clash: str | None
    conflict: str | None
    against: str
    because: str
    words: str


def alone(rows: Sequence[Statement]) -> Iterable[Alone]:
    """One row for every statement, so that those without a link are grouped too; earlier reports rank first."""
    for row in rows:
        order = f"{row.day or '9999'} {row.document_id} {row.start:09d}"
        yield Alone(row.id, " ".join(row.text.split()), order)


def liken(rows: Sequence[Pair]) -> Iterable[Likened]:
    """Those pairs that have enough in common to be one claim or to clash."""
    return (found for row in rows if (found := _liken(row)) is not None)


#: Log-odds, in hundredths, below which a pair is not worth keeping; of a copy at least; and what is as good as even.
_FLOOR = -400
COPY = 300
_EVEN = 500


def _liken(row: Pair) -> Likened | None:
    likeness = _likeness(row)
    is_copy = _is_copy(row, likeness)
    odds = odds_of(row)
    found = contrast(row, _alike(likeness, odds), is_copy=is_copy)
    conflict = found.conflict if found.conflict is None or is_copy or is_sure(row, found.conflict, odds) else None
    score = max(odds, COPY) if is_copy else odds
    words = " ".join(word for word in row.shared_words if word.isalpha())
    if score < _FLOOR and conflict is None:
        return None
    return Likened(
        row.left_wording,
        row.right_wording,
        row.overlap,
        row.passage,
        row.is_kin,
        row.is_one_report,
        row.meaning,
        score,
        is_copy and found.clash is None,
        found.clash,
        conflict,
        _against(row),
        "passage" if is_copy else "words" if words else "meaning",
        words,
    )


def _alike(likeness: int, odds: int) -> int:
    """Thousandths: how surely two statements speak of one matter, by their words or by all that is known."""
    return min(1000, max(likeness, _EVEN + odds))


def _against(row: Pair) -> str:
    left, right = ((row.left_denied, row.left_retracts), (row.right_denied, row.right_retracts))
    return "" if left == right else "left" if any(left) else "right"


def _likeness(row: Pair) -> int:
    """Thousandths: shared weight against the shorter statement, and against both."""
    small, large = sorted((row.left_total, row.right_total))
    # Two statements of two common words each are not the same for having both: little content never fills the measure.
    shared = 100 * row.shared + NEAR * row.shared_near
    contained = shared / max(small, LEAST_CONTENT)
    mutual = 2 * shared / max(small + large, 2 * LEAST_CONTENT)
    likeness = min(1000, round(10 * (0.5 * min(contained, 100) + 0.5 * min(mutual, 100))))
    return min(1000, likeness + _bonus(row))


#: What a word counts in per cent where it stands around one of the two.
NEAR = 50


#: One report was made from the other; one voice; one figure of one thing; one time of day.
KIN, SAME_VOICE, SAME_FIGURE, SAME_HOUR = 180, 120, 120, 100


def _bonus(row: Pair) -> int:
    """Thousandths: what makes a middling likeness more believable."""
    bonus = KIN if row.is_kin else 0
    if row.is_one_voice:
        bonus += SAME_VOICE
    if not held(row.left_figures).isdisjoint(held(row.right_figures)):
        bonus += SAME_FIGURE
    return bonus + (SAME_HOUR if any(one[0] == "~" for one in row.shared_words) else 0)


def _is_copy(row: Pair, likeness: int) -> bool:
    """Whether both are the same part of one passage. Of reworded passages the words need not agree."""
    if row.overlap <= 0 or row.is_one_report:
        return False
    if row.passage == "paraphrase":
        return row.overlap >= 600 or (row.overlap >= 400 and likeness >= 300)
    return row.overlap >= 700 or likeness >= 450
