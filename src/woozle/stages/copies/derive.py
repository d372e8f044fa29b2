"""The direct parents of one document: of all that it shares words with, those that nothing nearer explains."""

from collections.abc import Sequence
from dataclasses import replace

from woozle.model.ids import row_id
from woozle.model.records import Derivation
from woozle.stages.copies.rows import Tie

#: A further parent must add so much of what it shares that no nearer parent has.
NEW = 0.2
#: Parents from which a child took at least so much of its words or rare terms make it merged, if there are several.
MERGED = 0.15
#: In how many outlets' reports an old quotation may stand, and one that was spoken to a single outlet.
MOST_OLD, MOST_SAID = 2, 1
_COPIES = ("verbatim", "trimmed", "edited")


def _words(tie: Tie) -> set[int]:
    return {at for item in tie.shared for at in range(item.start, item.end)}


def _nearest(ties: Sequence[Tie]) -> list[Tie]:
    """Copied parents, the one that explains most first; one whose words nearer parents have too is a forebear."""
    kept: list[Tie] = []
    explained: set[int] = set()
    for tie in sorted(ties, key=lambda tie: (-len(_words(tie)), not tie.is_credited, tie.came_out, tie.left_id)):
        words = _words(tie)
        if len(words - explained) > NEW * len(words):
            kept.append(tie)
            explained |= words
    return kept


def _credited(ties: Sequence[Tie]) -> list[Tie]:
    """Of each outlet that is credited the report that tells most of the same."""
    best: dict[str, Tie] = {}
    for tie in sorted(ties, key=lambda tie: (-tie.weight, -tie.score, tie.left_id)):
        best.setdefault(tie.credit, tie)
    return [best[outlet] for outlet in sorted(best)]


def _has(tie: Tie, feature: str) -> bool:
    return any(reason.feature == feature for reason in tie.reasons)


def _is_public(tie: Tie, ties: Sequence[Tie]) -> bool:
    """Whether words stood in several outlets' reports: then nobody can tell where the child has them from."""
    words = _words(tie)
    outlets = {other.left_outlet or other.left_id for other in ties if words & _words(other)}
    return len(outlets) > (MOST_OLD if _has(tie, "old_words") else MOST_SAID)


def _recalled(ties: Sequence[Tie], found: Sequence[Tie]) -> list[Tie]:
    """Quotations without a credit that no other parent has, and the likeliest report of what was said on a day."""
    explained = {at for tie in found for at in _words(tie)}
    outlets = {tie.left_outlet for tie in found}
    kept: list[Tie] = []
    uncredited = [tie for tie in ties if not tie.credit]
    quoting = [tie for tie in uncredited if tie.kind == "quotation" and not _is_public(tie, ties)]
    for tie in sorted(quoting, key=lambda tie: (-len(_words(tie)), -tie.weight, tie.came_out, tie.left_id)):
        words = _words(tie)
        if len(words - explained) > NEW * len(words):
            kept.append(tie)
            explained |= words
            outlets.add(tie.left_outlet)
    told = [tie for tie in uncredited if _has(tie, "said_that_day") and tie.left_outlet not in outlets]
    return kept + sorted(told, key=lambda tie: (-tie.weight, tie.left_id))[:1]


def _is_inherited(tie: Tie, copied: Sequence[Tie]) -> bool:
    """Whether all namings of a parent stand in words that were copied from another: it is a forebear, then."""
    words = {at for other in copied if other is not tie for at in _words(other)}
    return bool(tie.named) and all(words.issuperset(range(named.start, named.end)) for named in tie.named)


def parents_of(ties: Sequence[Tie]) -> list[Tie]:
    """The ties of one child, which is the right side of all, to its direct parents."""
    copied = _nearest([tie for tie in ties if tie.kind in _COPIES or _has(tie, "like_words")])
    taken = {tie.left_outlet for tie in copied}
    own = [tie for tie in ties if tie.credit and tie.kind not in _COPIES and not _is_inherited(tie, copied)]
    credited = [tie for tie in _credited(own) if tie.credit not in taken]
    found = copied + credited
    found += _recalled(ties, found)
    if not found:
        retold = [tie for tie in ties if tie.kind == "paraphrase" and not tie.credit]
        found = sorted(retold, key=lambda tie: (-tie.score, tie.left_id))[:1]
    # A correction that speaks of its outlet's own report puts nothing together.
    large = [tie for tie in found if tie.kind != "quotation" and tie.score >= MERGED and not _has(tie, "own_report")]
    if len(large) < 2:
        return found
    return [replace(tie, kind="merged") if tie in large else tie for tie in found]


def derivation(tie: Tie) -> Derivation:
    """The row of a tie to a direct parent."""
    row = row_id("derivation", tie.right_id, tie.left_id, None)
    return Derivation(
        row, tie.right_id, tie.left_id, None, tie.kind, tie.direction, tie.is_credited, tie.score, tie.reasons
    )
