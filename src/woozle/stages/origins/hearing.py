"""Puts the assertions of a claim together by voice and occasion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from woozle.model.values import Reason
from woozle.stages.origins.evidence import Case, Voiced
from woozle.stages.origins.tracing import Taken, root_of
from woozle.toolbox.link.words import content_words


@dataclass(frozen=True, slots=True)
class Heard:
    """One voice on one occasion: the assertion where it is first heard, all that lead back to it, and why.

    ``is_repeat``: the same voice is heard on an earlier occasion already.
    """

    root: Voiced
    members: tuple[Voiced, ...]
    reasons: tuple[Reason, ...]
    is_repeat: bool


def hear(case: Case, steps: Mapping[str, Taken]) -> list[Heard]:
    """The origins of a claim, by their earliest assertion."""
    by_root: dict[str, list[Voiced]] = {}
    for row in case.members:
        by_root.setdefault(root_of(row.said.id, steps), []).append(row)
    by_id = {row.said.id: row for row in case.members}
    roots = sorted((by_id[key] for key in by_root), key=lambda row: row.order)
    groups: list[list[Voiced]] = []
    whys: list[list[Reason]] = []
    for root in roots:
        at = next((k for k, group in enumerate(groups) if _is_same_occasion(root, group)), None)
        if at is None:
            groups.append([root])
            whys.append([])
        else:
            whys[at].append(Reason("the same voice, and no other occasion is told", root.outlet, 0.0))
            groups[at].append(root)
    made = []
    voices: set[str] = set()
    for group, why in zip(groups, whys, strict=True):
        members = sorted((row for root in group for row in by_root[root.said.id]), key=lambda row: row.order)
        reasons = [*_named(group[0]), *why, *_steps(members, steps)]
        made.append(Heard(group[0], tuple(members), tuple(reasons), group[0].voice in voices))
        voices.add(group[0].voice)
    return made


def _named(row: Voiced) -> Iterable[Reason]:
    if row.body is not None:
        yield Reason("speaks for the body", f"{row.body}: “{row.speaks}”", 0.0)


def _steps(members: Sequence[Voiced], steps: Mapping[str, Taken]) -> Iterable[Reason]:
    """One reason for each report that only repeats, each said once."""
    seen = set()
    for row in members:
        taken = steps.get(row.said.id)
        if taken is not None and taken.way != "itself":
            reason = Reason(f"{row.outlet} adds no voice: {taken.why}", taken.value, 0.0)
            if reason not in seen:
                seen.add(reason)
                yield reason


def _is_same_occasion(root: Voiced, group: Sequence[Voiced]) -> bool:
    first = group[0]
    if root.voice != first.voice:
        return False
    if any(root.said.document_id == other.said.document_id or _same_words(root, other) for other in group):
        return True
    days = _days(root.said.day, first.said.day)
    kinds = {root.said.occasion, first.said.occasion} - {"unknown"}
    to = {row.said.addressee for row in (root, first)} - {None}
    return (days is None or days <= 1) and len(kinds) <= 1 and len(to) <= 1


def _same_words(one: Voiced, other: Voiced) -> bool:
    """Whether both quote the same words: most of the shorter, and enough of them to be no accident."""
    if not (one.said.is_quoted and other.said.is_quoted):
        return False
    left, right = set(content_words(one.said.text)), set(content_words(other.said.text))
    return len(left & right) >= 3 and len(left & right) * 10 >= 7 * min(len(left), len(right))


def _days(left: str | None, right: str | None) -> int | None:
    if left is None or right is None:
        return None
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
