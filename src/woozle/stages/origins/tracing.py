"""Finds for each assertion of a claim the assertion it was taken from, in the order in which evidence is worth most.

(1) Its words lie in a passage of an earlier report. (2) Its report was made from another report that says the same, and
names no other source. (3) It credits an outlet whose report is in the pile. (4) The same report puts the same down to
somebody elsewhere. (5) Another paper of the same house said it before. (6) Its source is a pronoun that stands for
nobody in its report, and the same outlet said it before and named somebody.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from woozle.stages.origins.evidence import Case, Voiced
from woozle.stages.origins.said import folded
from woozle.stages.origins.unnamed import is_pronoun


@dataclass(frozen=True, slots=True)
class Taken:
    """An assertion was taken from another; ``why`` is a plain sentence without a full stop, ``value`` its object."""

    parent_id: str
    way: str
    why: str
    value: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule looks up, so that none goes through all assertions of a claim, and the steps back found before.

    Attributes:
        case: the claim.
        by_id: its assertions.
        of: the same by what they have in common: ``document``, ``outlet``, ``house``, and ``folded`` outlet.
        outlets: folded, sorted.
        partners: assertions that take up the same part of a passage, with the kind of the passage, by assertion.
        parents: documents from which one was made, by that one.
        steps: found before.
    """

    case: Case
    by_id: Mapping[str, Voiced]
    of: Mapping[tuple[str, str | None], Sequence[Voiced]]
    outlets: Sequence[str]
    partners: Mapping[str, Mapping[str, str]]
    parents: Mapping[str, Sequence[str]]
    steps: Mapping[str, Taken]

    def having(self, what: str, value: str | None) -> Sequence[Voiced]:
        """The claim's assertions that have something in common."""
        return self.of.get((what, value), ())


def _known(case: Case, steps: Mapping[str, Taken]) -> Known:
    of: dict[tuple[str, str | None], list[Voiced]] = defaultdict(list)
    for row in case.members:
        said = row.said
        shared = (("document", said.document_id), ("outlet", said.outlet), ("house", said.house))
        for key in (*shared, ("folded", folded(said.outlet or ""))):
            of[key].append(row)
    partners: dict[str, dict[str, str]] = defaultdict(dict)
    for pair in case.words:
        partners[pair.left_id][pair.right_id] = pair.passage
        partners[pair.right_id][pair.left_id] = pair.passage
    parents: dict[str, list[str]] = defaultdict(list)
    for child, parent in case.descents:
        parents[child].append(parent)
    outlets = sorted(value or "" for what, value in of if what == "folded")
    return Known(case, {row.said.id: row for row in case.members}, of, outlets, partners, parents, steps)


Rule = Callable[[Voiced, Known], Taken | None]


def trace(case: Case) -> dict[str, Taken]:
    """The step back of every assertion that has one. Steps never run in a circle."""
    found: dict[str, Taken] = {}
    known = _known(case, found)
    for row in case.members:
        taken = next((taken for rule in _RULES if (taken := rule(row, known)) is not None), None)
        if taken is not None:
            found[row.said.id] = taken
    return found


def root_of(assertion_id: str, steps: Mapping[str, Taken]) -> str:
    """The assertion at which the steps back end."""
    while assertion_id in steps:
        assertion_id = steps[assertion_id].parent_id
    return assertion_id


def _is_after(case: Case, row: Voiced, other: Voiced) -> bool:
    """Whether `row` came after `other`: the direction between their reports decides, else the days, else the ids."""
    child, parent = row.said.document_id, other.said.document_id
    for key, answer in (((child, parent), True), ((parent, child), False)):
        descent = case.descents.get(key)
        if descent is not None and descent.direction != "unknown":
            return answer
    return row.order > other.order


def _first(rows: Iterable[Voiced], like: Voiced, known: Known) -> Voiced | None:
    """The best source not taken from `like` itself: of its polarity and voice if possible, the earliest."""
    fitting = [
        row
        for row in rows
        if row.said.is_denied == like.said.is_denied and root_of(row.said.id, known.steps) != like.said.id
    ]
    return min(fitting, key=lambda row: (row.voice != like.voice, not row.said.is_attributed, row.order), default=None)


def _by_words(row: Voiced, known: Known) -> Taken | None:
    partners = known.partners.get(row.said.id, {})
    others = [known.by_id[key] for key in partners if key in known.by_id]
    earlier = [other for other in others if _is_after(known.case, row, other)]
    best = _first(earlier, row, known)
    if best is None:
        return None
    if partners[best.said.id] == "quotation":
        return Taken(best.said.id, "words", "it quotes the same words as", best.outlet)
    return Taken(best.said.id, "words", "its words lie in a passage shared with an earlier report by", best.outlet)


def _by_descent(row: Voiced, known: Known) -> Taken | None:
    child = row.said.document_id
    parents = [
        other
        for parent in known.parents.get(child, ())
        for other in known.having("document", parent)
        if known.case.descents[child, parent].direction != "unknown" or row.order > other.order
    ]
    best = _first(parents, row, known)
    if best is None or row.said.is_first_hand or not _could_repeat(row, best):
        return None
    return Taken(best.said.id, "descent", "its report was made from the report of", best.outlet)


def _could_repeat(row: Voiced, parent: Voiced) -> bool:
    """Whether an assertion may only repeat its parent: it names nobody, or nobody else than the parent does."""
    if row.voice == parent.voice or not row.said.is_attributed:
        return True
    if row.said.entity_id is None:
        return True
    return folded(parent.said.outlet or "") in row.said.carriers or folded(row.said.name or "") in (
        parent.said.house,
        folded(parent.said.outlet or ""),
    )


def _by_carrier(row: Voiced, known: Known) -> Taken | None:
    named = (row.said.name, row.body)
    names = {*row.said.carriers, *(folded(name) for name in named if name)}
    others = [
        other
        for outlet in sorted(_named(names, known))
        for other in known.having("folded", outlet)
        if other.said.document_id != row.said.document_id and _is_after(known.case, row, other)
    ]
    best = _first(others, row, known)
    return None if best is None else Taken(best.said.id, "credit", "it credits", best.outlet)


def _named(names: Set[str], known: Known) -> set[str]:
    """Outlets that are named, in full or by the beginning of the name: "Orvia One" for its English service."""
    found = {name for name in names if known.having("folded", name)}
    for start in (name + " " for name in names if " " in name):
        for outlet in islice(known.outlets, bisect_left(known.outlets, start), None):
            if not outlet.startswith(start):
                break
            found.add(outlet)
    return found


def _by_own_words(row: Voiced, known: Known) -> Taken | None:
    if row.said.is_first_hand or (row.said.is_attributed and not row.said.is_headline):
        return None
    # A headline says in a word whom the report below names: "Kestrava: none captured", "Monitor raises toll".
    named = [
        other
        for other in known.having("document", row.said.document_id)
        if other.said.is_attributed and not other.said.is_headline
    ]
    best = _first(named, row, known)
    if best is None:
        return None
    return Taken(best.said.id, "itself", "elsewhere the same report says whom it has this from:", best.said.source)


def _by_house(row: Voiced, known: Known) -> Taken | None:
    if row.said.is_attributed or row.said.is_first_hand:
        return None
    others = [other for other in known.having("house", row.said.house) if other.order < row.order]
    best = _first(others, row, known)
    return None if best is None else Taken(best.said.id, "house", "it belongs to the same house as", best.outlet)


def _by_earlier_report(row: Voiced, known: Known) -> Taken | None:
    """An outlet that comes back to what it told takes its readers to know whom "his claim" means."""
    if row.said.entity_id is not None or row.said.is_first_hand or not is_pronoun(row.said.source):
        return None
    others = [
        other
        for other in known.having("outlet", row.said.outlet)
        if other.said.outlet
        and other.said.document_id != row.said.document_id
        and other.said.entity_id is not None
        and _is_after(known.case, row, other)
    ]
    best = _first(others, row, known)
    why = "it says only a pronoun, and somebody is named in an earlier report by"
    return None if best is None else Taken(best.said.id, "house", why, best.outlet)


_RULES: tuple[Rule, ...] = (_by_words, _by_descent, _by_carrier, _by_own_words, _by_house, _by_earlier_report)
