"""Which of the reports that a report shares words with are its direct parents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from woozle.model.ids import row_id
from woozle.model.records import Derivation
from woozle.model.values import Reason
from woozle.stages.copies.rows import Outside, Tie

#: A parent that gives nothing beyond what another parent gives, this share of it, is no direct one.
_WITHIN = 0.75
#: Shares of a child from two parents, apart from each other, that make it a merged one.
_APART = 0.12


def _words(tie: Tie) -> set[int]:
    return {at for part in tie.shared for at in range(part.start, part.end)}


def _is_better(one: Tie, other: Tie, ties: set[tuple[str, str]]) -> bool:
    """Whether `one` is the more direct parent: it was made from the other, or is credited, or has more of the words."""
    if (other.left_id, one.left_id) in ties:
        return True
    if (one.left_id, other.left_id) in ties:
        return False
    return (one.is_credited, one.score, one.left_id) > (other.is_credited, other.score, other.left_id)


def _direct(ties: Sequence[Tie], known: set[tuple[str, str]]) -> list[Tie]:
    words = {tie.left_id: _words(tie) for tie in ties}
    kept = []
    for tie in ties:
        own = words[tie.left_id]
        is_shadowed = any(
            other is not tie
            and len(own & words[other.left_id]) >= _WITHIN * len(own)
            and (len(words[other.left_id] & own) < _WITHIN * len(words[other.left_id]) or _is_better(other, tie, known))
            for other in ties
        )
        if not is_shadowed:
            kept.append(tie)
    return kept


def _is_merged(tie: Tie, others: Sequence[Tie]) -> bool:
    size = max(1, sum(part.end - part.start for part in tie.shared))
    whole = size / max(tie.score, 0.001)
    for other in others:
        if other is not tie and tie.kind != "quotation" and other.kind != "quotation":
            both = _words(tie) & _words(other)
            if len(_words(other) - both) >= _APART * whole and len(_words(tie) - both) >= _APART * whole:
                return True
    return False


def derivations_of(ties: Sequence[Tie]) -> Iterable[Derivation]:
    """The derivations of a pile, the direct parents only.

    Args:
        ties: of all pairs, in any order.
    """
    children: dict[str, list[Tie]] = defaultdict(list)
    for tie in sorted(ties, key=lambda tie: (tie.left_id, tie.right_id)):
        if tie.kind:
            children[tie.right_id].append(tie)
    known = {(tie.left_id, tie.right_id) for tie in ties if tie.kind and tie.direction != "unknown"}
    for child in sorted(children):
        direct = _direct(children[child], known)
        for tie in direct:
            kind = "merged" if _is_merged(tie, direct) else tie.kind
            key = row_id("derivation", child, tie.left_id)
            yield Derivation(
                key, child, tie.left_id, None, kind, tie.direction, tie.is_credited, tie.score, tie.reasons
            )


def outside_of(rows: Sequence[Outside]) -> Iterable[Derivation]:
    """Derivations from reports outside of the pile, one for each document and outlet that it credits."""
    for row in sorted(
        {(row.document_id, row.name): row for row in rows}.values(), key=lambda r: (r.document_id, r.name)
    ):
        reason = Reason("credit", f"the report says “{row.words}”; no report of that outlet is in the pile", 0.5)
        key = row_id("derivation", row.document_id, "external", row.name)
        yield Derivation(key, row.document_id, None, row.name, "quotation", "likely", True, 0.5, (reason,))
