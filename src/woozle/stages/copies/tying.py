"""Two reports in, one tie out: their passages, which came first, and what kind of copy the later one is."""

from collections.abc import Iterable, Sequence

from woozle.model.values import Reason
from woozle.stages.copies.direction import by_dates, direction_of
from woozle.stages.copies.pairs import Report, Shared, passage, shared_passages, swapped
from woozle.stages.copies.rows import Member, Tie, WordRange
from woozle.toolbox.copying.marked import mark
from woozle.toolbox.copying.outlets import credits_of

#: Share of both texts that a verbatim copy shares, and of the child alone for a trimmed one.
_ALL = 0.9
_MOST = 0.8
#: Share of equal words in the passages of a copy that kept the wording.
_KEPT = 0.94


def report_of(member: Member) -> Report:
    """A member as the pair functions see it."""
    return Report(
        member.document_id,
        member.outlet,
        member.publisher_group,
        member.published,
        mark(member.text),
        frozenset(member.stock),
    )


def _ranges(shared: Iterable[Shared], kinds: frozenset[str]) -> list[tuple[int, int]]:
    return sorted(item.right for item in shared if item.kind in kinds)


def _covered(ranges: Sequence[tuple[int, int]]) -> int:
    covered, at = 0, 0
    for start, end in ranges:
        covered += max(0, end - max(start, at))
        at = max(at, end)
    return covered


_COPIED = frozenset(("verbatim", "edited", "paraphrase"))
_ANY = _COPIED | {"quotation"}


def _kind(shared: Sequence[Shared], parent: Report, child: Report) -> tuple[str, float]:
    """What the child took, and which share of its words."""
    copied = [item for item in shared if item.kind in _COPIED]
    if not copied:
        quoted = _ranges(shared, frozenset(("quotation",)))
        return ("quotation" if quoted else ""), _covered(quoted) / max(1, len(child.marked.words))
    of_child = _covered(_ranges(shared, _ANY)) / max(1, len(child.marked.words))
    of_parent = _covered(_ranges([swapped(item) for item in shared], _ANY)) / max(1, len(parent.marked.words))
    same = sum(item.n_same for item in copied)
    words = sum(item.right[1] - item.right[0] + item.left[1] - item.left[0] for item in copied) / 2
    is_kept = same >= _KEPT * words
    if is_kept and of_child >= _ALL and of_parent >= _ALL:
        return "verbatim", of_child
    return ("trimmed" if is_kept and of_child >= _MOST and of_parent < _ALL else "edited"), of_child


def _is_derived(kind: str, parent: Report, child: Report, *, is_credited: bool) -> bool:
    """Shared quotations alone show a derivation only where the child says so, or came out days later."""
    if kind != "quotation":
        return bool(kind)
    return is_credited or by_dates(parent.published, child.published) is True


def tie(left: Report, right: Report) -> Tie | None:
    """What connects two reports; None where they share nothing."""
    shared = shared_passages(left, right)
    if not shared:
        return None
    direction = direction_of(left, right, shared)
    if direction.is_left_first is False:
        left, right, shared = right, left, tuple(swapped(item) for item in shared)
    kind, share = _kind(shared, left, right)
    is_credited = bool(left.outlet and credits_of(right.marked.text, left.outlet, right.outlet))
    if not _is_derived(kind, left, right, is_credited=is_credited):
        kind = ""
    says = Reason("share", f"{share:.0%} of the later report's words stand in the earlier one", round(share, 4))
    return Tie(
        left.document_id,
        right.document_id,
        tuple(passage(item, left, right) for item in shared),
        kind,
        direction.certainty,
        is_credited,
        round(share, 4),
        tuple(WordRange(*words) for words in _ranges(shared, _ANY)),
        (says, *direction.reasons),
    )


def ties_of(members: Sequence[Member]) -> Iterable[Tie]:
    """The ties of a group: its first member with each of the others."""
    first, *others = members
    one = report_of(first)
    for other in others:
        found = tie(one, report_of(other))
        if found:
            yield found
