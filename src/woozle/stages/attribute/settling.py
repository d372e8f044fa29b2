"""Settles drafts against each other: doubles go, rows inside a content become nested."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.view import View, overlap

#: What sets an outlet against what it passes on.
_DOUBTED = re.compile(
    r"\b(?:falsely|wrongly|incorrectly|mistakenly|erroneously|baseless\w*|debunked|unfounded|untrue|"
    r"without (?:offering |providing |giving |showing |citing )?(?:any )?(?:evidence|proof|basis)|"
    r"(?:is|was|are|were|proved|proven) (?:\w+ )?(?:false|wrong|a lie|a hoax|not true))\b",
    re.I,
)
#: Sentences that a row and what it holds may lie apart.
_SPAN = 3
#: Words beside a row in which its sentence may doubt it.
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft and the number of the draft it is nested in, -1 for none."""

    draft: Draft
    parent: int


def _is_double(draft: Draft, other: Draft) -> bool:
    """Whether two drafts are one statement told twice: nearly the same content, or one cue."""
    if draft.cue and draft.cue == other.cue:
        return True
    shared = overlap(draft.content, other.content)
    if not shared or shared < 0.8 * max(draft.size, other.size):
        return False
    if draft.cue and other.cue and overlap((draft.cue,), (other.cue,)):
        return True
    return draft.source == other.source or draft.source is None or other.source is None


def _is_part_of(draft: Draft, other: Draft) -> bool:
    """Whether a cue is part of a longer one of the same source: "issued" of "issued a warning"."""
    if draft.cue is None or other.cue is None or draft.source != other.source or draft.cue == other.cue:
        return False
    return other.cue[0] <= draft.cue[0] and draft.cue[1] <= other.cue[1]


def _rank(draft: Draft) -> tuple[object, ...]:
    """Better drafts first: with a source, of speech, with more content and a longer cue."""
    cue = draft.cue or (0, 0)
    return (draft.source is None, not draft.is_speech, -draft.size, cue[0] - cue[1], draft.content)


class _Near:
    """Drafts by their sentence, so that a draft meets only its neighbours."""

    def __init__(self, drafts: Sequence[Draft] = ()) -> None:
        self._by_flow: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
        self._count = 0
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        self._by_flow[draft.flow].append((self._count, draft))
        self._count += 1

    def around(self, flow: int, before: int, behind: int) -> Iterator[tuple[int, Draft]]:
        """Numbers and drafts of some sentences before and behind one."""
        for number in range(flow - before, flow + behind + 1):
            yield from self._by_flow.get(number, ())


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Each statement once, in text order."""
    kept = _Near()
    out: list[Draft] = []
    longer = _Near(drafts)
    for draft in sorted(drafts, key=_rank):
        if any(_is_part_of(draft, other) for _, other in longer.around(draft.flow, 0, 0)):
            continue
        if not any(_is_double(draft, other) for _, other in kept.around(draft.flow, 1, 1)):
            kept.add(draft)
            out.append(draft)
    return sorted(out, key=lambda draft: (draft.flow, draft.content, draft.cue or (0, 0)))


def within_sources(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that stands in another's source without what lies behind it.

    "A post from an account that claims to be run by the guild said: “…”": the account claims no more than its clause.
    "A man who says he commands the guards has said the dam held": what is said is the man's, and not once more his who
    commands.
    """
    near = _Near(drafts)
    out = []
    for draft in drafts:
        if any(_says_for(other, draft) for _, other in near.around(draft.flow, 0, 0)):
            continue
        ends = [
            other.source[1]
            for _, other in near.around(draft.flow, 0, 0)
            if other.source and draft.cue and other.cue and overlap((draft.cue,), (other.source,))
            if other is not draft and overlap(draft.content, (other.cue,))
        ]
        end = min(ends, default=None)
        parts = tuple((first, min(last, end)) for first, last in draft.content if first < end) if end else draft.content
        if parts or not draft.content:
            out.append(replace(draft, content=parts) if parts != draft.content else draft)
    return out


def _says_for(other: Draft, draft: Draft) -> bool:
    """Whether a draft only stands in the source of another that says the same."""
    if other is draft or not (other.source and draft.cue) or not overlap((draft.cue,), (other.source,)):
        return False
    return overlap(draft.content, other.content) >= 0.8 * max(draft.size, other.size) > 0


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether a draft lies, cue and content, in another's larger content."""
    if inner.cue is None or outer.size <= inner.size:
        return False
    pieces = (*inner.content, inner.cue)
    return all(any(o[0] <= p[0] and p[1] <= o[1] for o in outer.content) for p in pieces)


def with_inner(drafts: Sequence[Draft], inner: Sequence[Draft]) -> list[Draft]:
    """The drafts with those found inside quotations that belong to one of them."""
    near = _Near(drafts)
    cues = {draft.cue for draft in drafts}
    inner = [draft for draft in inner if draft.cue not in cues]
    kept = [draft for draft in inner if any(_holds(other, draft) for _, other in near.around(draft.flow, _SPAN, _SPAN))]
    return [*drafts, *kept]


def nested(drafts: Sequence[Draft]) -> list[Settled]:
    """Drafts with their parents: the smallest draft whose content holds them.

    Thoughts and wishes of which somebody tells are part of the telling, no voices of their own. A parent is larger
    than what it holds, or named by it, so that no chain closes.
    """
    near = _Near(drafts)
    drafts = [
        draft
        for draft in drafts
        if draft.is_voice or not any(_holds(other, draft) for _, other in near.around(draft.flow, _SPAN, _SPAN))
    ]
    near = _Near(drafts)
    drafts = [draft for draft in drafts if not _is_setting(near, draft)]
    near = _Near(drafts)
    parents = [_parent(draft, list(near.around(draft.flow, _SPAN, _SPAN))) for draft in drafts]
    return [Settled(draft, _level(near, parents, draft, at)) for at, draft in enumerate(drafts)]


def _is_setting(near: _Near, draft: Draft) -> bool:
    """Whether a view is only where its clause's own subject speaks: "In his testimony, the engineer said …"."""
    if draft.source is None or draft.cue is None or draft.source[1] - draft.source[0] > 1 or len(draft.content) != 1:
        return False
    is_inside = draft.cue[0] < draft.source[0] < draft.cue[1]
    start = draft.content[0][0]
    return is_inside and any(
        other.source is not None and other.source[0] == start and other.is_speech and other is not draft
        for _, other in near.around(draft.flow, 0, 0)
    )


def _parent(draft: Draft, others: Sequence[tuple[int, Draft]]) -> int:
    """The smallest draft that holds another; whoever goes on speaking holds nothing of what is said next."""
    if draft.within:
        return next((at for at, other in others if other.cue == draft.within), -1)
    outers = [(other.size, at) for at, other in others if _holds(other, draft) and not _is_of_source(other, draft)]
    return min(outers)[1] if outers else -1


def _is_of_source(outer: Draft, draft: Draft) -> bool:
    """Whether an outer row is the same voice going on, or stands in the source: "Finn, who claimed to be ill, said"."""
    if outer.source is None or draft.source is None or outer.cue is None:
        return False
    return outer.source == draft.source or overlap((outer.cue,), (draft.source,)) > 0


def _level(near: _Near, parents: Sequence[int], draft: Draft, at: int) -> int:
    """The parent of a draft, or that of another verb of its subject: "He says Finn insists it is safe and denies …"."""
    if parents[at] >= 0 or draft.source is None or draft.cue is None:
        return parents[at]
    same = (
        parents[number]
        for number, other in near.around(draft.flow, 0, 0)
        if other.source == draft.source and other.cue and other.cue < draft.cue and parents[number] >= 0
    )
    return next(same, -1)


def with_doubts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of which the outlet's own words in the same sentence say that they are false or without proof."""
    doubted = {number for number, flow in enumerate(view.flows) if _DOUBTED.search(view.slice((flow.first, flow.last)))}
    out = []
    for draft in drafts:
        is_doubted = draft.act == "assert" and draft.flow in doubted and _DOUBTED.search(_around(view, draft))
        out.append(replace(draft, stance="doubted") if is_doubted else draft)
    return out


def _around(view: View, draft: Draft) -> str:
    """The words of a draft's sentence, near it, that are neither said nor quoted."""
    flow = view.flows[draft.flow]
    said = {word for part in draft.content for word in range(*part)}
    edges = [*(edge for part in draft.content for edge in part), *(draft.cue or ())]
    near = range(max(flow.first, min(edges) - _BESIDE), min(flow.last, max(edges) + _BESIDE))
    return " ".join(view.lows[word] for word in near if word not in said and view.quoted[word] < 0)
