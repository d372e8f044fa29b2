"""Scores two statements: do they say the same thing, and if they speak of one matter, can both be true?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from woozle.stages.cluster.contrast import contrast
from woozle.stages.cluster.sides import Pair
from woozle.stages.cluster.statements import NEGATED


@dataclass(frozen=True, slots=True)
class Link:
    """How two statements belong together.

    Attributes:
        left_id: the smaller id.
        right_id: the larger id; equal to `left_id` in the row that every statement has of its own.
        score: thousandths; from `ClusterSettings.least` on they may be one claim.
        is_copy: both are the same words of one shared passage.
        clash: why they can not be one claim although they speak of one matter: a kind of conflict, or None.
        conflict: the kind of conflict to tell the reader of, if they end up in two claims; or None.
        against: the one that denies the other or takes it back; empty where neither does.
        because: one word for what decided.
        words: what both have, for the reader.
        order: rank of the statement in the row of its own, else empty.
    """

    left_id: str
    right_id: str
    score: int
    is_copy: bool
    clash: str | None
    conflict: str | None
    against: str
    because: str
    words: str
    order: str


def link(rows: Sequence[Pair]) -> Iterable[Link]:
    """Links of pairs that have enough in common to be one claim or to clash."""
    return (found for row in rows if (found := _link(row)) is not None)


#: In so many statements that having them in common says nothing: a negation, none, and one.
_SAYS_LITTLE = frozenset((NEGATED, "#0-0", "#1-1"))
#: Words that two statements share at least; a negation is one: "nobody died" and "no dead" share two.
_LEAST_SHARED = 2
#: Thousandths below which a pair is not worth keeping.
_FLOOR = 250


def _link(row: Pair) -> Link | None:
    likeness = _likeness(row)
    is_copy = _is_copy(row, likeness)
    found = contrast(row, likeness, is_copy=is_copy)
    score = max(likeness, 950) if is_copy else likeness - _doubt(row)
    both = row.shared_words
    if (score < _FLOOR or not (is_copy or _has_enough(row, both))) and found.conflict is None:
        return None
    because = "passage" if is_copy else "words"
    words = " ".join(word for word in both if word.isalpha())
    is_same = is_copy and found.clash is None
    return Link(
        row.left_id, row.right_id, score, is_same, found.clash, found.conflict, _against(row), because, words, ""
    )


def _against(row: Pair) -> str:
    left, right = ((row.left_denied, row.left_retracts), (row.right_denied, row.right_retracts))
    return "" if left == right else row.left_id if any(left) else row.right_id


def _has_enough(row: Pair, both: Sequence[str]) -> bool:
    """Whether two statements share more than an accident: two words, or one that tells much in like surroundings."""
    # Names, figures and a negation say of what is spoken, not what is said of it.
    n_telling = sum(word.isalpha() for word in both)
    if len(both) >= _LEAST_SHARED and n_telling and not (NEGATED in both and len(both) == _LEAST_SHARED):
        return True
    is_most = row.mutual >= _MOST
    if len(both) == _LEAST_SHARED and n_telling:
        return is_most
    if row.is_kin and n_telling and row.left_voice == row.right_voice:
        return True
    if len(both) != 1 or both[0] == NEGATED or both[0].startswith("@"):
        return False
    around = row.shared_near + row.shared_around
    if both[0].startswith("#"):
        # "61" where others wrote "sixty-one people are held": few other figures are 61.
        return _is_telling(both[0]) and around >= _LEAST_NEAR
    return is_most and around >= _LEAST_AROUND


#: Per cent of all their words that two statements must share where they share one that tells.
_MOST = 50


def _is_telling(word: str) -> bool:
    """Whether a figure is one that is rarely met by chance."""
    low = word[1:].partition("-")[0]
    return low != "" and float(low) > 12


def _doubt(row: Pair) -> int:
    """Thousandths taken off where two voices speak of whom neither report was made from the other.

    To take two voices for one claim that they do not share invents an independent witness, which harms a reader most;
    to keep them apart only loses one.
    """
    doubt = OTHER_VERB if _says_else(row) else 0
    if row.is_kin or row.left_voice is None or row.right_voice is None or row.left_voice == row.right_voice:
        return doubt
    return doubt + TWO_VOICES + (ONE_REPORT if row.left_document == row.right_document else 0)


def _says_else(row: Pair) -> bool:
    """Whether both have verbs, and no verb of the one stands in the other in whatever form: "held" and "attacked"."""
    left, right = set(row.left_verbs), set(row.right_verbs)
    return bool(left and right) and not (left & set(row.right_words) or right & set(row.left_words))


OTHER_VERB = 100
TWO_VOICES = 130
#: More of the same where one report tells two voices apart itself.
ONE_REPORT = 150
#: Weight of the words around, in hundredths, from which a single shared word may do; less for a telling figure.
_LEAST_AROUND = 150
_LEAST_NEAR = 60


def _likeness(row: Pair) -> int:
    """Thousandths: shared weight against the shorter statement, and against both."""
    small, large = sorted((row.left_total, row.right_total))
    # Two statements of two common words each are not the same for having both: little content never fills the measure.
    shared = 100 * row.shared + NEAR * row.shared_near + AROUND * row.shared_around
    contained = shared / max(small, LEAST_CONTENT)
    mutual = 2 * shared / max(small + large, 2 * LEAST_CONTENT)
    likeness = min(1000, round(10 * (0.5 * min(contained, 100) + 0.5 * min(mutual, 100))))
    return min(1000, likeness + sum(bonus for bonus, _ in _bonuses(row)))


#: What a word counts in per cent where it stands around one of the two, or around both.
NEAR = 50
AROUND = 0
#: Weight that a statement should have before a full match counts as full, in hundredths.
LEAST_CONTENT = 150


KIN = 180
SAME_VOICE = 120
SAME_FIGURE = 120


def _bonuses(row: Pair) -> Iterator[tuple[int, str]]:
    """(thousandths, why): what makes a middling likeness more believable."""
    if row.is_kin:
        yield KIN, "one report was made from the other"
    if row.left_voice is not None and row.left_voice == row.right_voice:
        yield SAME_VOICE, "the same voice"
    if set(row.left_figures) & set(row.right_figures):
        yield SAME_FIGURE, "the same figure of the same thing"
    if any(one.startswith("~") for one in set(row.left_words) & set(row.right_words)):
        yield 100, "the same time of day"


def _is_copy(row: Pair, likeness: int) -> bool:
    """Whether both are the same part of one passage. Of reworded passages the words need not agree."""
    if row.overlap <= 0 or row.left_document == row.right_document:
        return False
    if row.passage == "paraphrase":
        return row.overlap >= 600 or (row.overlap >= 400 and likeness >= 300)
    return row.overlap >= 700 or likeness >= 450
