"""Groups linked statements into claims. Nothing chains: a group joins another only where they fit on the whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.stages.cluster.pairs import Link


@dataclass(frozen=True, slots=True)
class Grouped:
    """A statement (``id``) in its claim, and how it came in."""

    id: str
    claim_id: str
    score: int
    because: str
    words: str


Pairs = Mapping[tuple[str, str], Link]


def _key(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)


class _Groups:
    """Disjoint groups of units; a unit is a bundle of copies, which count once."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self.home: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.units: dict[str, list[list[str]]] = {}
        self.why: dict[str, tuple[int, str, str]] = {}

    def add(self, node: str) -> None:
        self.home[node], self.members[node], self.units[node] = node, [node], [[node]]
        self.why[node] = (1000, "alone", "")

    def clashes(self, one: str, other: str) -> bool:
        """Whether two members of the groups cannot be one claim."""
        return any(
            (found := self.pairs.get(_key(a, b))) is not None and found.clash is not None
            for a in self.members[one]
            for b in self.members[other]
        )

    def fit(self, one: str, other: str) -> float:
        """Mean over the units of both of the best link between two units; units without a link count as 0."""
        best = [
            max((self.pairs[key].score for a in left for b in right if (key := _key(a, b)) in self.pairs), default=0)
            for left in self.units[one]
            for right in self.units[other]
        ]
        return sum(best) / len(best)

    def merge(self, one: str, other: str, found: Link, *, as_unit: bool) -> None:
        """Put two groups together under the smaller name."""
        keep, drop = min(one, other), max(one, other)
        for node in self.members[drop]:
            self.home[node] = keep
        self.members[keep] += self.members.pop(drop)
        units = self.units.pop(drop)
        if as_unit:
            self.units[keep] = [[node for unit in (*self.units[keep], *units) for node in unit]]
        else:
            self.units[keep] += units
        for node in (found.left_id, found.right_id):
            if self.why[node][1] == "alone":
                self.why[node] = (found.score, found.because, found.words)


def group(links: Sequence[Link], *, least: int, least_mean: int) -> Iterable[Grouped]:
    """Claims of one connected part of the links, or of all.

    Copies come together first and then count as one, so that many copies of one report do not outvote the rest. Then
    the best pairs first, each only where the two groups fit on the whole and nothing in them clashes.

    Args:
        links: each pair once, and one row for every statement of its own.
        least: thousandths from which a pair may bring two groups together.
        least_mean: thousandths that the links between two groups must reach on average.
    """
    order = {row.left_id: (row.order, row.left_id) for row in links if row.left_id == row.right_id}
    pairs = {(row.left_id, row.right_id): row for row in links if row.left_id != row.right_id}
    groups = _Groups(pairs)
    for node in sorted(order):
        groups.add(node)
    ranked = sorted(pairs.values(), key=lambda row: (-row.score, row.left_id, row.right_id))
    for row in ranked:
        if row.is_copy:
            _try(groups, row, as_unit=True)
    for row in ranked:
        if not row.is_copy and row.clash is None and row.score >= least:
            one, other = groups.home[row.left_id], groups.home[row.right_id]
            if one != other and groups.fit(one, other) >= least_mean:
                _try(groups, row, as_unit=False)
    return _grouped(groups, order)


def _try(groups: _Groups, row: Link, *, as_unit: bool) -> None:
    one, other = groups.home[row.left_id], groups.home[row.right_id]
    if one != other and not groups.clashes(one, other):
        groups.merge(one, other, row, as_unit=as_unit)


def _grouped(groups: _Groups, order: Mapping[str, tuple[str, str]]) -> Iterable[Grouped]:
    """The members of each claim. A claim is named by its earliest statement, so a later report does not rename it."""
    by_claim: dict[str, list[str]] = defaultdict(list)
    for members in groups.members.values():
        first = min(members, key=lambda node: order[node])
        by_claim[row_id("claim", first)] += members
    for claim_id in sorted(by_claim):
        for node in sorted(by_claim[claim_id]):
            score, because, words = groups.why[node]
            yield Grouped(node, claim_id, score, because, words)
