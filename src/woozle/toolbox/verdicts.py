"""Decisions as a set: which of them a later one says otherwise of, and how one is told among reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from woozle.model.decisions import Decision
from woozle.model.values import Reason

#: How the reasons of a decision begin, and of what it changed.
DECIDED, ALONE = "a person decided: ", "the program alone "
#: Verdicts that hold their subjects together.
TOGETHER = ("same", "accept")


class Union:
    """Disjoint sets of strings; the smallest member names a set, so that the order of joining does not matter."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """The name of a key's set."""
        while (up := self._parent.setdefault(key, key)) != key:
            self._parent[key] = self._parent[up]
            key = self._parent[key]
        return key

    def join(self, keys: Iterable[str]) -> None:
        """Put the sets of some keys together."""
        roots = sorted({self.find(key) for key in keys})
        for root in roots[1:]:
            self._parent[root] = roots[0]


@dataclass
class _Standing:
    """What the decisions looked at so far hold, the latest first."""

    by_subject: dict[frozenset[str], str] = field(default_factory=dict)
    sets: Union = field(default_factory=Union)
    joins: list[Decision] = field(default_factory=list)
    partings: list[tuple[Decision, tuple[str, str]]] = field(default_factory=list)

    def against(self, row: Decision) -> str | None:
        """A later decision that this one cannot stand beside."""
        same = self.by_subject.get(frozenset(row.keys))
        if same is not None:
            return same
        roots = self._roots(together(row))
        parting = next((one.id for one, pair in self.partings if self._roots(pair) <= roots), None)
        return parting or next((held for pair in apart(row) if (held := self._held(pair, roots)) is not None), None)

    def _roots(self, keys: Iterable[str]) -> set[str]:
        return {self.sets.find(key) for key in keys}

    def _held(self, pair: tuple[str, str], roots: set[str]) -> str | None:
        """A decision that holds two keys together, perhaps through what is to be held together with one of them."""
        found = self._roots(pair)
        if len(found) > 1 and not found <= roots:
            return None
        return next(row.id for row in self.joins if self.sets.find(together(row)[0]) in found)

    def take(self, row: Decision) -> None:
        self.by_subject[frozenset(row.keys)] = row.id
        if together(row):
            self.sets.join(together(row))
            self.joins.append(row)
        self.partings += [(row, pair) for pair in apart(row)]


def together(row: Decision) -> tuple[str, ...]:
    """The keys that a decision holds together."""
    if row.verdict in TOGETHER and len(row.keys) > 1:
        return row.keys
    return row.keys[1:] if row.verdict == "split" else ()


def apart(row: Decision) -> list[tuple[str, str]]:
    """The pairs of keys that a decision holds apart."""
    if row.verdict == "different":
        return list(combinations(row.keys, 2))
    return [(row.keys[0], row.keys[1])] if row.verdict == "split" else []


def is_followed(row: Decision, homes: Mapping[str, str | None]) -> bool:
    """Whether groups are as a decision says.

    Args:
        row: of two verdicts or more that hold together or apart; others are always followed.
        homes: the group of each key.
    """
    whole = {homes[key] for key in together(row)}
    is_one = len(whole) < 2 and None not in whole
    return is_one and all(homes[one] != homes[other] for one, other in apart(row))


def superseded(rows: Sequence[Decision]) -> Mapping[str, str]:
    """For each decision that no longer holds, a later one that says otherwise.

    The latest is heard first. What it holds together, or apart, no earlier one can change; one on exactly the same
    subject replaces the earlier one whatever both say. A copy is not held together with anything: its two documents
    are one subject.

    Args:
        rows: decisions of one kind in the order of the journal, without undone ones.
    """
    standing, found = _Standing(), dict[str, str]()
    for row in reversed(rows):
        plain = row if row.kind != "copy" else _single(row)
        later = standing.against(plain)
        if later is not None:
            found[row.id] = later
        else:
            standing.take(plain)
    return found


def _single(row: Decision) -> Decision:
    return replace(row, keys=(" ".join(sorted(row.keys)),))


def reason_of(row: Decision) -> Reason:
    """How a decision stands among the reasons of what follows from it."""
    words = f": {row.why}" if row.why else ""
    return Reason(f"{DECIDED}{row.verdict}", f"{row.who}, {row.at[:10]}{words}", 1.0)


def was_in(row_id: str) -> Reason:
    """Where something stood before people were heard."""
    return Reason(f"{ALONE}had it in", row_id, 0.0)


def of_people(reasons: Iterable[Reason]) -> list[Reason]:
    """The reasons that speak of decisions."""
    return [one for one in reasons if one.feature.startswith((DECIDED, ALONE))]
