"""Drift: what a claim lost or gained from one report to the report made from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from typing import TypeVar

from woozle.model.ids import row_id
from woozle.model.records import Drift
from woozle.stages.origins.evidence import Case, Voiced
from woozle.stages.origins.said import Said
from woozle.stages.origins.tracing import Taken
from woozle.toolbox.link.words import content_words

Edge = TypeVar("Edge", float, str)

_HEDGED = frozenset({"reported", "unverified", "rumoured", "doubted"})


def drifts_of(case: Case, steps: Mapping[str, Taken]) -> Iterable[Drift]:
    """The drifts along every step back from one report to another, by assertion."""
    by_id = {row.said.id: row for row in case.members}
    for row in case.members:
        taken = steps.get(row.said.id)
        if taken is None or taken.way in ("itself", "house"):
            continue
        parent = by_id[taken.parent_id]
        for kind, before, after in _changes(parent, row):
            yield Drift(
                row_id("drift", parent.said.id, row.said.id, kind),
                case.claim_id,
                parent.said.id,
                row.said.id,
                kind,
                before,
                after,
            )


def _changes(parent: Voiced, child: Voiced) -> Iterable[tuple[str, str, str]]:
    was, now = parent.said, child.said
    if was.stance in _HEDGED and now.stance not in _HEDGED:
        yield "hedge_dropped", was.stance, now.stance
    elif was.stance not in _HEDGED and now.stance in _HEDGED:
        yield "hedge_added", was.stance, now.stance
    if was.is_attributed and not now.is_attributed:
        yield "source_dropped", was.source, ""
    elif was.is_attributed and now.is_attributed and _is_other_source(parent, child):
        yield "source_changed", was.source, now.source
    yield from changes_of(parent.said, child.said)


def changes_of(was: Said, now: Said) -> Iterable[tuple[str, str, str]]:
    """(kind, before, after) of figures, times and places of two statements of one matter of which none meet."""
    for kind, before, after, is_changed in (
        ("figure_changed", was.figures, now.figures, _is_apart(was.amounts, now.amounts, _amount)),
        ("time_changed", was.times, now.times, _is_apart(was.spells, now.spells, _spell)),
        ("place_changed", was.places, now.places, True),
    ):
        if before and after and is_changed and not _meet(before, after):
            yield kind, ", ".join(before), ", ".join(after)


def _is_other_source(parent: Voiced, child: Voiced) -> bool:
    """Whether the report now names somebody else: two names that differ, or one unnamed source made into others."""
    if parent.said.entity_id and child.said.entity_id:
        return parent.voice != child.voice
    if parent.said.entity_id or child.said.entity_id:
        return False
    return not set(content_words(parent.said.source)) & set(content_words(child.said.source))


def _meet(before: Iterable[str], after: Iterable[str]) -> bool:
    left, right = ({" ".join(text.casefold().split()) for text in texts} for texts in (before, after))
    return bool(left & right) or any(one in other or other in one for one in left for other in right)


def _is_apart(before: Sequence[str], after: Sequence[str], read: Callable[[str], tuple[Edge, Edge]]) -> bool:
    """Whether both have a value and none of the one meets any of the other."""
    ours, theirs = [read(text) for text in before], [read(text) for text in after]
    if not ours or not theirs:
        return False
    return not any(low <= upper and lower <= high for low, high in ours for lower, upper in theirs)


def _amount(text: str) -> tuple[float, float]:
    low, _, high = text.partition("|")
    return float(low) if low else -inf, float(high) if high else inf


def _spell(text: str) -> tuple[str, str]:
    """Instants of one form sort as text."""
    start, _, end = text.partition("|")
    return start, end
