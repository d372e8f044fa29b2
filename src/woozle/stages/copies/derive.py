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
_COPIES = ("verbatim", "trimmed", "edited")


def _words(tie: Tie) -> set[int]:
    return {at for item in tie.shared for at in range(item.start, item.end)}


def _nearest(ties: Sequence[Tie]) -> list[Tie]:
    """Copied parents, the one that explains most first; one whose words nearer parents have too is a forebear."""
    kept: list[Tie] = []
    explained: set[int] = set()
    for tie in sorted(ties, key=lambda tie: (-len(_words(tie)), not tie.is_credited, tie.left_id)):
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


def parents_of(ties: Sequence[Tie]) -> list[Tie]:
    """The ties of one child, which is the right side of all, to its direct parents."""
    copied = _nearest([tie for tie in ties if tie.kind in _COPIES])
    taken = {tie.left_outlet for tie in copied}
    credited = [tie for tie in _credited([tie for tie in ties if tie.credit]) if tie.credit not in taken]
    found = copied + credited
    if not found:
        retold = [tie for tie in ties if tie.kind == "paraphrase" and not tie.credit]
        found = sorted(retold, key=lambda tie: (-tie.score, tie.left_id))[:1]
    large = [tie for tie in found if tie.kind != "quotation" and tie.score >= MERGED]
    if len(large) < 2:
        return found
    return [replace(tie, kind="merged") if tie in large else tie for tie in found]


def derivation(tie: Tie) -> Derivation:
    """The row of a tie to a direct parent."""
    row = row_id("derivation", tie.right_id, tie.left_id, None)
    return Derivation(
        row, tie.right_id, tie.left_id, None, tie.kind, tie.direction, tie.is_credited, tie.score, tie.reasons
    )
