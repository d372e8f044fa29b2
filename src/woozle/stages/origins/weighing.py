"""Weighs the voices behind a claim: which are counted, which may be one more, and which lead back to nobody."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from woozle.model.values import Reason
from woozle.stages.origins.evidence import Voiced
from woozle.stages.origins.hearing import Heard
from woozle.stages.origins.sameness import is_loose, may_be
from woozle.stages.origins.unnamed import people_in


@dataclass(frozen=True, slots=True)
class Weighed:
    """A voice on an occasion with how sure it is that it counts, and why; ``people``: how many it is, as told."""

    heard: Heard
    certainty: str
    why: Reason
    people: int = 1


_HEARSAY = frozenset({"rumoured", "reported"})


def weigh(heard: Sequence[Heard]) -> list[Weighed]:
    """The certainty of each origin of a claim.

    Args:
        heard: all origins of the claim, earliest first.
    """
    is_all_denied = all(_is_against(one.root) for one in heard)
    first = [_alone(one, is_all_denied=is_all_denied) for one in heard]
    counted = {one.heard.root.voice: one.heard.root for one in first if one.certainty == "sure"}
    settled: dict[str, Weighed] = {}
    # Whoever is quoted, named or not, stands before an outlet that names nobody.
    for one in sorted(first, key=lambda each: _sort(each.heard.root) == "own"):
        root = one.heard.root
        is_open = one.certainty == "half"
        doubtful = is_open and _is_doubtful(one.heard, counted)
        settled[root.said.id] = Weighed(one.heard, "may", _DOUBT[_sort(root)]) if doubtful else one
        if is_open and not doubtful:
            counted[root.voice] = root
    found = [settled[one.heard.root.said.id] for one in first]
    voices = {one.heard.root.voice for one in found if one.certainty in ("sure", "half")}
    return found if len(voices) < 2 else [_proven(one) for one in found]


#: Thousandths from which a statement is taken to say what its claim says.
_PROVEN = 800


def _proven(one: Weighed) -> Weighed:
    """Of several voices none is sure that has no statement which surely says the same as others of the claim."""
    likely = max(row.likely for row in one.heard.members)
    if one.certainty != "sure" or likely >= _PROVEN:
        return one
    why = Reason(f"{one.why.feature}; its words may mean another matter", one.why.value, likely / 1000)
    return replace(one, certainty="half", why=why)


def _sort(row: Voiced) -> str:
    if row.said.kind == "own_reporting":
        return "own"
    return "vague" if row.said.is_vague else "unnamed"


_DOUBT = {
    "own": Reason("not counted: it names no source and may only repeat what the others say", "", 0.0),
    "vague": Reason("not counted: nobody is described, and it may be one of the others", "", 0.0),
    "unnamed": Reason("not counted: the source is not named and may be one of the others", "", 0.0),
}


def _is_doubtful(heard: Heard, counted: Mapping[str, Voiced]) -> bool:
    """Whether an unproven voice stays out of the count because it may be one that is counted already."""
    root = heard.root
    return is_loose(root) and any(may_be(root, other) for voice, other in counted.items() if voice != root.voice)


def _is_against(row: Voiced) -> bool:
    """Whether an assertion speaks against the claim: told as denied, or called wrong in its own words."""
    return row.said.is_denied or refutes(row.said.text)


def refutes(text: str) -> bool:
    """Whether a statement calls what it speaks of wrong."""
    return _REFUTED.search(text) is not None


#: At the end of a statement, about all of it: "the first figure of 180 was impossible", "that could not be true".
_REFUTED = re.compile(
    r"(?i)\b(?:impossible|untrue|false|wrong|incorrect|nonsense|(?:a|pure)\s(?:lie|invention|fabrication|fairy\stale|myth)"
    r"|made\sup|(?:not|cannot|can't|couldn't|n't)\s(?:be\s)?(?:true|right|correct))\W*$"
)


def _alone(heard: Heard, *, is_all_denied: bool) -> Weighed:
    """The certainty of an origin, looked at without the others."""
    row = heard.root.said
    if _is_against(heard.root) and not is_all_denied:
        return Weighed(heard, "none", Reason("not counted: it is told here as denied", row.source, 0.0))
    if row.stance in _HEARSAY and row.entity_id is None:
        return Weighed(heard, "none", Reason("not counted: hearsay that is traced to nobody", row.source, 0.0))
    if row.kind == "own_reporting":
        if row.is_first_hand:
            return Weighed(heard, "sure", Reason("the outlet’s own people saw or heard it", row.outlet or "", 1.0))
        return Weighed(heard, "half", Reason("the outlet says so in its own name", row.outlet or "", 0.5))
    is_named = row.entity_id is not None or (row.kind in ("organisation", "person") and not row.is_vague)
    if is_named and not is_loose(heard.root):
        return Weighed(heard, "sure", Reason("named as the source", row.name or row.source, 1.0))
    people = people_in(row.source)
    why = "the source is not named" if people == 1 else f"the sources, {people} people, are not named"
    return Weighed(heard, "half", Reason(why, row.source, 0.5), people)
