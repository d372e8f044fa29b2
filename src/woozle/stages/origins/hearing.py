"""Puts the assertions of a claim together by voice and occasion."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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


@dataclass
class _Group:
    """Roots of one voice on one occasion, with what tells whether another belongs to them."""

    first: Voiced
    roots: list[Voiced] = field(default_factory=list)
    why: list[Reason] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    quoted: set[frozenset[str]] = field(default_factory=set)

    def take(self, root: Voiced) -> None:
        """Take a root in."""
        if self.roots:
            self.why.append(Reason("the same voice, and no other occasion is told", root.outlet, 0.0))
        self.roots.append(root)
        self.documents.add(root.said.document_id)
        if root.said.is_quoted:
            self.quoted.add(frozenset(content_words(root.said.text)))


def hear(case: Case, steps: Mapping[str, Taken]) -> list[Heard]:
    """The origins of a claim, by their earliest assertion."""
    by_root: dict[str, list[Voiced]] = {}
    for row in case.members:
        by_root.setdefault(root_of(row.said.id, steps), []).append(row)
    by_id = {row.said.id: row for row in case.members}
    groups: list[_Group] = []
    by_voice: dict[str, list[_Group]] = defaultdict(list)
    for root in sorted((by_id[key] for key in by_root), key=lambda row: row.order):
        group = next((one for one in by_voice[root.voice] if _is_same_occasion(root, one)), None)
        if group is None:
            group = _Group(root)
            groups.append(group)
            by_voice[root.voice].append(group)
        group.take(root)
    made = []
    for group in groups:
        members = sorted((row for root in group.roots for row in by_root[root.said.id]), key=lambda row: row.order)
        reasons = [*_named(group.first), *group.why, *_steps(members, steps)]
        is_repeat = group is not by_voice[group.first.voice][0]
        made.append(Heard(group.first, tuple(members), tuple(reasons), is_repeat))
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


def _is_same_occasion(root: Voiced, group: _Group) -> bool:
    """Whether a voice is heard where the same voice was heard before."""
    first = group.first
    if root.said.document_id in group.documents or _is_quoted_in(root, group):
        return True
    days = _days(root.said.day, first.said.day)
    kinds = {root.said.occasion, first.said.occasion} - {"unknown"}
    to = {row.said.addressee for row in (root, first)} - {None}
    return (days is None or days <= 1) and len(kinds) <= 1 and len(to) <= 1


def _is_quoted_in(one: Voiced, group: _Group) -> bool:
    """Whether the same words are quoted: most of the shorter, and enough of them to be no accident."""
    if not one.said.is_quoted:
        return False
    left = frozenset(content_words(one.said.text))
    both = ((len(left & right), min(len(left), len(right))) for right in group.quoted)
    return any(shared >= 3 and shared * 10 >= 7 * least for shared, least in both)


def _days(left: str | None, right: str | None) -> int | None:
    if left is None or right is None:
        return None
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
