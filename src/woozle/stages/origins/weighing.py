"""Weighs the voices behind a claim: which are counted, which may be one more, and which lead back to nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from woozle.model.values import Reason
from woozle.stages.origins.evidence import Voiced
from woozle.stages.origins.hearing import Heard
from woozle.stages.origins.unnamed import describes_body, is_definite


@dataclass(frozen=True, slots=True)
class Weighed:
    """A voice on an occasion with how sure it is that it counts, and why."""

    heard: Heard
    certainty: str
    why: Reason


_HEARSAY = frozenset({"rumoured", "reported"})


def weigh(heard: Sequence[Heard]) -> list[Weighed]:
    """The certainty of each origin of a claim.

    Args:
        heard: all origins of the claim, earliest first.
    """
    is_all_denied = all(one.root.said.is_denied for one in heard)
    first = [_alone(one, is_all_denied=is_all_denied) for one in heard]
    counted = {one.heard.root.voice for one in first if one.certainty == "sure"}
    settled: dict[str, Weighed] = {}
    # Whoever is quoted, named or not, stands before an outlet that names nobody.
    for one in sorted(first, key=lambda each: _sort(each.heard.root) == "own"):
        root = one.heard.root
        is_open = one.certainty == "half"
        doubtful = is_open and _is_doubtful(one.heard, root.voice, counted)
        settled[root.said.id] = Weighed(one.heard, "may", _DOUBT[_sort(root)]) if doubtful else one
        if is_open and not doubtful:
            counted.add(root.voice)
    return [settled[one.heard.root.said.id] for one in first]


def _sort(row: Voiced) -> str:
    if row.said.kind == "own_reporting":
        return "own"
    return "vague" if row.said.is_vague else "unnamed"


_DOUBT = {
    "own": Reason("not counted: it names no source and may only repeat what the others say", "", 0.0),
    "vague": Reason("not counted: nobody is described, and it may be one of the others", "", 0.0),
    "unnamed": Reason("not counted: the source is not named and may be one of the others", "", 0.0),
}


def _is_doubtful(heard: Heard, voice: str, counted: set[str]) -> bool:
    """Whether an unproven voice stays out of the count because something else already stands behind the claim."""
    source = heard.root.said.source
    is_loose = _sort(heard.root) != "unnamed" or is_definite(source) or describes_body(source)
    return bool(counted - {voice}) and is_loose


def _alone(heard: Heard, *, is_all_denied: bool) -> Weighed:
    """The certainty of an origin, looked at without the others."""
    row = heard.root.said
    if row.is_denied and not is_all_denied:
        return Weighed(heard, "none", Reason("not counted: it is told here as denied", row.source, 0.0))
    if row.stance in _HEARSAY and row.entity_id is None:
        return Weighed(heard, "none", Reason("not counted: hearsay that is traced to nobody", row.source, 0.0))
    if row.kind == "own_reporting":
        if row.is_first_hand:
            return Weighed(heard, "sure", Reason("the outlet’s own people saw or heard it", row.outlet or "", 1.0))
        return Weighed(heard, "half", Reason("the outlet says so in its own name", row.outlet or "", 0.5))
    if row.entity_id is not None or (row.kind in ("organisation", "person") and not row.is_vague):
        return Weighed(heard, "sure", Reason("named as the source", row.name or row.source, 1.0))
    return Weighed(heard, "half", Reason("the source is not named", row.source, 0.5))
