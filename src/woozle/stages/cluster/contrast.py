"""Says whether two statements of one matter cannot be one claim, and whether that is a conflict worth telling."""

from dataclasses import dataclass

from woozle.stages.cluster.figures import figure
from woozle.stages.cluster.sides import Pair, held, listed
from woozle.stages.cluster.statements import NEGATED
from woozle.stages.cluster.strengths import STRENGTH, STRENGTHS


@dataclass(frozen=True, slots=True)
class Contrast:
    """``clash``: they can not be one claim. ``conflict``: they contradict each other, and plainly enough to say so.

    Both are kinds of conflict, or `STRENGTHS`. Keeping two statements apart asks for less than telling a reader that
    one of them must be wrong.
    """

    clash: str | None
    conflict: str | None


_NONE = Contrast(None, None)
#: Likeness in thousandths from which two statements speak of one matter, so that what differs keeps them apart.
CLASH_FROM = 330
#: Likeness from which a difference is told as a conflict, by kind. Figures of one named thing need the least.
_TOLD_FROM = {"figure": 380, "denial": 560, "time": 620, "retraction": 380, "denied": 430}
#: Likeness in meaning, in thousandths, from which the same is told, by kind; and how many per cent of their words
#: two statements must share where one says no.
_MEANS_FROM = {"figure": 380, "denial": 460, "denied": 460}
_LEAST_SHARED = 25
#: Per cent of their words that both share, before it is told that one denies what the other says.
_LEAST_MUTUAL = 45
#: Log-odds, in hundredths, from which two statements that contradict each other are of one matter, by kind.
_LIKELY = {"figure": -300, "denied": -150, "denial": -200}
#: Common words and names, and per cent of all words, from which they are whatever their odds.
_TELLING, _SAME_WORDS = 3, 60
#: Per cent of their words that two must share where it is not said what one of the figures counts.
_OPEN_MUTUAL = 20
#: Likeness in meaning, in thousandths, from which a retraction speaks of what the other says.
_LIKE_MEANING = 140
#: Weight of the words around, in hundredths, that stands for a shared word.
_LIKE_PLACE = 100


def contrast(row: Pair, likeness: int, *, is_copy: bool) -> Contrast:
    """What keeps two statements apart.

    Args:
        row: the two statements.
        likeness: thousandths, before any doubt is taken off.
        is_copy: both are the same part of one passage: then only figures can differ.
    """
    if _is_alike_in_all(row):
        return _NONE
    if row.figures.is_clash and _is_one_strength(row):
        return Contrast("figure", STRENGTHS)
    if not is_copy and (kind := _by_meaning(row)) is not None:
        return Contrast(None if row.left_denied != row.right_denied else kind, kind)
    found = _of_one_matter(row, likeness, is_copy=is_copy) if likeness >= CLASH_FROM else _NONE
    is_apart = found.clash is None and not is_copy and row.figures.are_plainly_other_fates
    # The missing are not the dead: no claim, and no conflict either.
    return Contrast("figure", found.conflict) if is_apart else found


def is_sure(row: Pair, kind: str, odds: int) -> bool:
    """Whether two statements are so likely of one matter that a reader is told of what they contradict each other in.

    Args:
        row: the two statements.
        kind: how they contradict each other.
        odds: hundredths of log-odds that they would say the same, with what keeps them apart held against them.
    """
    has_much = _n_telling(row) >= _TELLING or row.mutual >= _SAME_WORDS
    if kind == "figure":
        is_plain = row.figures.is_plain_clash
        return odds >= _LIKELY["figure"] and (is_plain or row.mutual >= _OPEN_MUTUAL)
    if kind == "denial" and row.left_denied != row.right_denied:
        return odds >= _LIKELY["denied"] or has_much
    return kind != "denial" or (odds >= _LIKELY["denial"] and has_much)


def _is_alike_in_all(row: Pair) -> bool:
    """Whether nothing can differ: figures and times on one side at most, the same nos, doubts and retractions."""
    has_both = (row.left_figures and row.right_figures) or (row.left_times and row.right_times)
    return not has_both and (row.left_negated, row.left_denied, row.left_retracts) == (
        row.right_negated,
        row.right_denied,
        row.right_retracts,
    )


def _by_meaning(row: Pair) -> str | None:
    """The conflict of two statements that mean much the same but for a figure or a no, whatever their words."""
    meaning = row.meaning or 0
    if not _n_telling(row) or row.left_retracts != row.right_retracts or not _may_be_of_one(row):
        return None
    if meaning >= _MEANS_FROM["figure"] and row.figures.is_clash:
        return "figure" if row.figures.is_likely_clash else None
    if row.left_denied != row.right_denied:
        return "denial" if row.left_negated == row.right_negated and meaning >= _MEANS_FROM["denied"] else None
    is_like = meaning >= _MEANS_FROM["denial"] and row.mutual >= _LEAST_SHARED and _n_telling(row) >= 2
    return "denial" if is_like and row.left_negated != row.right_negated else None


def _of_one_matter(row: Pair, likeness: int, *, is_copy: bool) -> Contrast:
    if not is_copy and row.left_retracts != row.right_retracts:
        return _told("retraction", likeness, is_plain=_n_telling(row) >= 1 and _is_taken_back(row))
    if row.figures.is_clash:
        is_plain = row.figures.is_plain_clash
        is_one_matter = _n_telling(row) + (row.shared_near + row.shared_around >= _LIKE_PLACE) >= 2
        return _told("figure", likeness, is_plain=is_copy or (is_plain and is_one_matter and _may_be_of_one(row)))
    if is_copy:
        return _NONE
    if row.left_denied != row.right_denied:
        # Words told as denied belong to the claim they deny, if they fit it; else the two claims are in conflict.
        told = likeness >= _TOLD_FROM["denied"] and _n_telling(row) >= 2
        return Contrast(None, "denial" if told else None)
    if row.left_negated != row.right_negated:
        return _told("denial", likeness, is_plain=_n_telling(row) >= 2 and row.mutual >= _LEAST_MUTUAL)
    if row.is_clash_of_times:
        return _told("time", likeness, is_plain=_n_telling(row) >= 2 and row.mutual >= _LEAST_MUTUAL)
    return _NONE


def _may_be_of_one(row: Pair) -> bool:
    """Whether two statements may be about the same: if both name somebody or some place, then one in common."""
    ours, theirs = ({word for word in held(text) if word[0] == "@"} for text in (row.left_words, row.right_words))
    return not ours or not theirs or bool(ours & theirs)


def _is_one_strength(row: Pair) -> bool:
    """Whether both say how strong one body is, in whatever measure."""
    return any(word[0] == STRENGTH for word in row.shared_words)


def _is_taken_back(row: Pair) -> bool:
    """Whether what one takes back may be what the other says: one of its figures, where it has any."""
    ours, theirs = (
        {(one.low, one.high) for one in map(figure, listed(some))} for some in (row.left_figures, row.right_figures)
    )
    if ours and theirs:
        return bool(ours & theirs)
    return row.meaning is None or row.meaning >= _LIKE_MEANING


def _told(kind: str, likeness: int, *, is_plain: bool) -> Contrast:
    return Contrast(kind, kind if is_plain and likeness >= _TOLD_FROM[kind] else None)


def _n_telling(row: Pair) -> int:
    """Number of words and names that both have; figures and a negation are none."""
    return sum(word != NEGATED and word[0] not in "#~$" for word in row.shared_words)
