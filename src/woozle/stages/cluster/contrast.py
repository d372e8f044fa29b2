"""Says whether two statements of one matter cannot be one claim, and whether that is a conflict worth telling."""

from dataclasses import dataclass

from woozle.stages.cluster.figures import clash_of_figures, clash_of_times
from woozle.stages.cluster.sides import Pair
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
#: Per cent of their words that both share, before it is told that one denies what the other says.
_LEAST_MUTUAL = 45
#: Weight of the words around, in hundredths, that stands for a shared word.
_LIKE_PLACE = 100


def contrast(row: Pair, likeness: int, *, is_copy: bool) -> Contrast:
    """What keeps two statements apart.

    Args:
        row: the two statements.
        likeness: thousandths, before any doubt is taken off.
        is_copy: both are the same part of one passage: then only figures can differ.
    """
    if _is_one_strength(row) and clash_of_figures(row.left_figures, row.right_figures):
        return Contrast("figure", STRENGTHS)
    return _of_one_matter(row, likeness, is_copy=is_copy) if likeness >= CLASH_FROM else _NONE


def _of_one_matter(row: Pair, likeness: int, *, is_copy: bool) -> Contrast:
    if not is_copy and row.left_retracts != row.right_retracts:
        return _told("retraction", likeness, is_plain=_n_telling(row) >= 1)
    if clash_of_figures(row.left_figures, row.right_figures):
        is_strict = clash_of_figures(row.left_figures, row.right_figures, is_strict=True)
        is_one_matter = _n_telling(row) + (row.shared_near + row.shared_around >= _LIKE_PLACE) >= 2
        return _told("figure", likeness, is_plain=is_copy or (is_strict and is_one_matter))
    if is_copy:
        return _NONE
    if row.left_denied != row.right_denied:
        # Words told as denied belong to the claim they deny, if they fit it; else the two claims are in conflict.
        told = likeness >= _TOLD_FROM["denied"] and _n_telling(row) >= 2
        return Contrast(None, "denial" if told else None)
    if row.left_negated != row.right_negated:
        return _told("denial", likeness, is_plain=_n_telling(row) >= 2 and row.mutual >= _LEAST_MUTUAL)
    if clash_of_times(row.left_times, row.right_times):
        return _told("time", likeness, is_plain=_n_telling(row) >= 2 and row.mutual >= _LEAST_MUTUAL)
    return _NONE


def _is_one_strength(row: Pair) -> bool:
    """Whether both say how strong one body is, in whatever measure."""
    return any(word[0] == STRENGTH for word in row.shared_words)


def _told(kind: str, likeness: int, *, is_plain: bool) -> Contrast:
    return Contrast(kind, kind if is_plain and likeness >= _TOLD_FROM[kind] else None)


def _n_telling(row: Pair) -> int:
    """Number of words and names that both have; figures and a negation are none."""
    return sum(word != NEGATED and word[0] not in "#~$" for word in row.shared_words)
