"""Finds for each assertion of a claim the assertion it was taken from, in the order in which evidence is worth most.

(1) Its words lie in a passage of an earlier report. (2) Its report was made from another report that says the same, and
names no other source. (3) It credits an outlet whose report is in the pile. (4) The same report puts the same down to
somebody elsewhere. (5) Another paper of the same house said it before. (6) Its source is a pronoun that stands for
nobody in its report, and the same outlet said it before and named somebody.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

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
    """A claim's assertions by id, and the steps back that were found before."""

    by_id: Mapping[str, Voiced]
    steps: Mapping[str, Taken]


Rule = Callable[[Case, Voiced, Known], Taken | None]


def trace(case: Case) -> dict[str, Taken]:
    """The step back of every assertion that has one. Steps never run in a circle."""
    found: dict[str, Taken] = {}
    known = Known({row.said.id: row for row in case.members}, found)
    for row in case.members:
        taken = next((taken for rule in _RULES if (taken := rule(case, row, known)) is not None), None)
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


def _by_words(case: Case, row: Voiced, known: Known) -> Taken | None:
    partners = {
        (pair.right_id if pair.left_id == row.said.id else pair.left_id): pair.passage
        for pair in case.words
        if row.said.id in (pair.left_id, pair.right_id)
    }
    others = [known.by_id[key] for key in partners if key in known.by_id]
    earlier = [other for other in others if _is_after(case, row, other)]
    best = _first(earlier, row, known)
    if best is None:
        return None
    if partners[best.said.id] == "quotation":
        return Taken(best.said.id, "words", "it quotes the same words as", best.outlet)
    return Taken(best.said.id, "words", "its words lie in a passage shared with an earlier report by", best.outlet)


def _by_descent(case: Case, row: Voiced, known: Known) -> Taken | None:
    parents = [
        other
        for other in case.members
        if (descent := case.descents.get((row.said.document_id, other.said.document_id))) is not None
        and (descent.direction != "unknown" or row.order > other.order)
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


def _by_carrier(case: Case, row: Voiced, known: Known) -> Taken | None:
    named = (row.said.name, row.body)
    names = {*row.said.carriers, *(folded(name) for name in named if name)}
    others = [
        other
        for other in case.members
        if other.said.document_id != row.said.document_id
        and _is_among(folded(other.said.outlet or ""), names)
        and _is_after(case, row, other)
    ]
    best = _first(others, row, known)
    return None if best is None else Taken(best.said.id, "credit", "it credits", best.outlet)


def _is_among(outlet: str, names: set[str]) -> bool:
    """Whether an outlet is named, in full or by the beginning of its name: "Orvia One" for its English service."""
    return outlet in names or any(" " in name and outlet.startswith(name + " ") for name in names)


def _by_own_words(case: Case, row: Voiced, known: Known) -> Taken | None:
    if row.said.is_first_hand or (row.said.is_attributed and not row.said.is_headline):
        return None
    # A headline says in a word whom the report below names: "Kestrava: none captured", "Monitor raises toll".
    named = [
        other
        for other in case.of_document(row.said.document_id)
        if other.said.is_attributed and not other.said.is_headline
    ]
    best = _first(named, row, known)
    if best is None:
        return None
    return Taken(best.said.id, "itself", "elsewhere the same report says whom it has this from:", best.said.source)


def _by_house(case: Case, row: Voiced, known: Known) -> Taken | None:
    if row.said.is_attributed or row.said.is_first_hand:
        return None
    others = [other for other in case.members if other.said.house == row.said.house and other.order < row.order]
    best = _first(others, row, known)
    return None if best is None else Taken(best.said.id, "house", "it belongs to the same house as", best.outlet)


def _by_earlier_report(case: Case, row: Voiced, known: Known) -> Taken | None:
    """An outlet that comes back to what it told takes its readers to know whom "his claim" means."""
    if row.said.entity_id is not None or row.said.is_first_hand or not is_pronoun(row.said.source):
        return None
    others = [
        other
        for other in case.members
        if other.said.outlet
        and other.said.outlet == row.said.outlet
        and other.said.document_id != row.said.document_id
        and other.said.entity_id is not None
        and _is_after(case, row, other)
    ]
    best = _first(others, row, known)
    why = "it says only a pronoun, and somebody is named in an earlier report by"
    return None if best is None else Taken(best.said.id, "house", why, best.outlet)


_RULES: tuple[Rule, ...] = (_by_words, _by_descent, _by_carrier, _by_own_words, _by_house, _by_earlier_report)
