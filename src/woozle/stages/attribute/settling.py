"""Settles drafts against each other: doubles go, rows inside a content become nested, disclaimers reach back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.view import Range, View

_DISCLAIMED = re.compile(
    r"(?:could|can|did|was|were|has|have|had)(?:\s?n[o']t|not|n['’]t)?\s(?:\w+\s){0,4}?(?:verif\w+|confirm\w+|corroborat\w+)|"
    r"(?:un(?:verified|confirmed|corroborated))|no (?:evidence|proof|confirmation) (?:for|of|has|was)|"
    r"without (?:offering |providing |giving |showing )?(?:any )?(?:evidence|proof)|(?:proof|evidence) of (?:that"
    r"|this|it) is lacking|"
    r"brought no proof|not (?:been )?independently",
    re.I,
)
_NEGATIVE = re.compile(r"\b(?:not|n['’]t|un\w+|no|without|lacking|cannot|unable)\b|n['’]t\b", re.I)
#: Sentences before a disclaimer that it reaches.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft and the number of the draft it is nested in, -1 for none."""

    draft: Draft
    parent: int


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _overlap(one: Sequence[Range], other: Sequence[Range]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _is_double(draft: Draft, other: Draft) -> bool:
    """Whether two drafts are one statement told twice: nearly the same content, or one cue."""
    if draft.cue and draft.cue == other.cue:
        return True
    shared = _overlap(draft.content, other.content)
    if shared < 0.8 * max(_size(draft), _size(other)):
        return False
    return draft.source == other.source or draft.source is None or other.source is None


def _rank(draft: Draft) -> tuple[object, ...]:
    """Better drafts first: with a source, of speech, with more content."""
    return (draft.source is None, not draft.is_speech, -_size(draft), draft.content)


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Each statement once, in text order."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        near = (other for other in kept if abs(other.flow - draft.flow) <= 1)
        if not any(_is_double(draft, other) for other in near):
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.flow, draft.content, draft.cue or (0, 0)))


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether a draft lies, cue and content, in another's content."""
    if inner.cue is None or outer is inner:
        return False
    pieces = (*inner.content, inner.cue)
    return all(any(o[0] <= p[0] and p[1] <= o[1] for o in outer.content) for p in pieces)


def nested(drafts: Sequence[Draft]) -> list[Settled]:
    """Drafts with their parents: the smallest draft whose content holds them.

    Thoughts and wishes of which somebody tells are part of the telling, no voices of their own.
    """
    drafts = [draft for draft in drafts if draft.is_voice or not any(_holds(other, draft) for other in drafts)]
    found = []
    for draft in drafts:
        outers = [at for at, other in enumerate(drafts) if abs(other.flow - draft.flow) <= 3 and _holds(other, draft)]
        found.append(Settled(draft, min(outers, key=lambda at: (_size(drafts[at]), at)) if outers else -1))
    return found


def with_disclaimers(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts that a disclaimer in their sentence, or in one of the next two, calls unverified."""
    disclaimed = {
        number
        for number, flow in enumerate(view.flows)
        if (found := _DISCLAIMED.search(view.slice((flow.first, flow.last)))) and _NEGATIVE.search(found[0])
    }
    out = []
    for draft in drafts:
        reach = range(draft.flow, draft.flow + _REACH + 1)
        first = next((number for number in reach if number in disclaimed), None)
        is_reached = first is not None and (first == draft.flow or not _speaks_between(drafts, draft, first))
        is_claim = draft.act == "assert" and draft.stance in ("plain", "reported")
        out.append(replace(draft, stance="unverified") if is_claim and is_reached else draft)
    return out


def _speaks_between(drafts: Sequence[Draft], draft: Draft, until: int) -> bool:
    """Whether somebody else speaks between a draft and a disclaimer, who may be meant instead."""
    return any(
        draft.flow < other.flow < until
        and other.source is not None
        and draft.source is not None
        and other.source != draft.source
        and other.verb != draft.verb
        for other in drafts
    )
