"""Groups linked statements into claims. Nothing chains: two groups become one only where they fit on the whole."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from woozle.model.ids import row_id
from woozle.stages.cluster.pairs import Link


@dataclass(frozen=True, slots=True)
class Grouped:
    """A statement (``id``) in its claim, and how it came in; ``score``: thousandths of being sure."""

    id: str
    claim_id: str
    score: int
    because: str
    words: str


Pairs = Mapping[tuple[str, str], Link]

#: Hundredths of log-odds between two statements that nothing brought together.
ABSENT = -400


def group(links: Sequence[Link], *, least_mean: int) -> Iterable[Grouped]:
    """Claims of one connected part of the links, or of all.

    Copies come together first and then count as one, so that many copies of one report do not outvote the rest. Then
    the two groups that fit best are joined, and so on, as long as nothing in them clashes. How well two groups fit is
    the mean, over all units of both, of the best link that each has with the other group: one statement may be put so
    differently from another of its claim that only a third is near to both. (Between average linkage, Sokal and
    Michener 1958, and single linkage; of two sets of points, Dubuisson and Jain 1994.)

    Args:
        links: each pair once, and one row for every statement of its own, whose ``words`` are its text.
        least_mean: hundredths of log-odds that two groups must reach in that mean.
    """
    order = {row.left_id: (row.order, row.left_id) for row in links if row.left_id == row.right_id}
    pairs = {(row.left_id, row.right_id): row for row in links if row.left_id != row.right_id}
    units = _copies(sorted(order), pairs)
    text = {row.left_id: row.words for row in links if row.left_id == row.right_id}
    homes = _average(units, _without_copies(pairs, units, order, text), least_mean)
    return _grouped({node: homes[unit] for node, unit in units.items()}, pairs, order)


def _copies(nodes: Sequence[str], pairs: Pairs) -> dict[str, str]:
    """The unit of each statement, named by its smallest: copies of one statement, of which none clash."""
    home = {node: node for node in nodes}
    members = {node: [node] for node in nodes}
    against: dict[str, set[str]] = defaultdict(set)
    for (left, right), row in pairs.items():
        if row.clash is not None:
            against[left].add(right)
            against[right].add(left)
    for row in sorted((row for row in pairs.values() if row.is_copy), key=_best_first):
        one, other = sorted((home[row.left_id], home[row.right_id]))
        if one != other and other not in against[one]:
            for node in members[other]:
                home[node] = one
            members[one] += members.pop(other)
            for enemy in against.pop(other, ()):
                against[enemy].discard(other)
                against[enemy].add(one)
                against[one].add(enemy)
    return home


def _best_first(row: Link) -> tuple[int, str, str]:
    return (-row.score, row.left_id, row.right_id)


def _without_copies(
    pairs: Pairs, units: Mapping[str, str], order: Mapping[str, tuple[str, str]], text: Mapping[str, str]
) -> Pairs:
    """Links without those of pure copies: the same words again must bring no claims together and keep none apart."""
    first: dict[tuple[str, str], str] = {}
    for node in sorted(units, key=lambda name: order[name]):
        first.setdefault((units[node], text[node]), node)
    kept = set(first.values())
    return {key: row for key, row in pairs.items() if key[0] in kept and key[1] in kept}


class _Links:
    """What groups of units have in common, and clashes.

    ``best``: of two groups, for each unit of the first that has a link with the other, how far its best one is above
    `ABSENT`.
    """

    def __init__(self, units: Mapping[str, str], pairs: Pairs) -> None:
        self.size = dict.fromkeys(units.values(), 1)
        self.best: dict[str, dict[str, dict[str, int]]] = {unit: {} for unit in self.size}
        self.clashes: dict[str, set[str]] = {unit: set() for unit in self.size}
        for (left, right), row in pairs.items():
            one, other = units[left], units[right]
            if one == other:
                continue
            if row.clash is not None:
                self.clashes[one].add(other)
                self.clashes[other].add(one)
            for here, there in ((one, other), (other, one)):
                known = self.best[here].setdefault(there, {})
                known[here] = max(known.get(here, 0), row.score - ABSENT)

    def mean(self, one: str, other: str) -> int:
        """Ten-thousandths of log-odds: what the best link of each unit with the other group is worth on average."""
        above = sum(self.best[one][other].values()) + sum(self.best[other][one].values())
        return 100 * ABSENT + 100 * above // (self.size[one] + self.size[other])

    def join(self, one: str, other: str) -> list[str]:
        """Put `other` into `one`; gives the groups that both together have links with."""
        ours, theirs = self.best[one], self.best.pop(other)
        del ours[other], theirs[one]
        for name, reached in theirs.items():
            ours[name] = ours.get(name, {}) | reached
            facing = self.best[name]
            gone, kept = facing.pop(other), facing.setdefault(one, {})
            for unit, value in gone.items():
                kept[unit] = max(kept.get(unit, 0), value)
        for name in self.clashes.pop(other):
            self.clashes[name].discard(other)
            self.clashes[name].add(one)
            self.clashes[one].add(name)
        self.size[one] += self.size.pop(other)
        return list(ours)


class _Queue:
    """Pairs of groups that may be joined, the best first.

    A row holds the sizes of both: groups only grow, so it is out of date once a size is another.
    """

    def __init__(self, links: _Links, least_mean: int) -> None:
        self.links, self.least = links, 100 * least_mean
        self.heap: list[tuple[int, str, str, int, int]] = []

    def offer(self, one: str, other: str) -> None:
        one, other = min(one, other), max(one, other)
        if other not in self.links.clashes[one] and (mean := self.links.mean(one, other)) >= self.least:
            heapq.heappush(self.heap, (-mean, one, other, self.links.size[one], self.links.size[other]))

    def take(self) -> tuple[str, str] | None:
        """The two groups that fit best, None if none fit."""
        while self.heap:
            _, one, other, left, right = heapq.heappop(self.heap)
            if (self.links.size.get(one), self.links.size.get(other)) == (left, right):
                return one, other
        return None


def _average(units: Mapping[str, str], pairs: Pairs, least_mean: int) -> dict[str, str]:
    """The group of each unit, named by its smallest unit."""
    links = _Links(units, pairs)
    members = {unit: [unit] for unit in links.size}
    queue = _Queue(links, least_mean)
    for unit, known in links.best.items():
        for other in known:
            if unit < other:
                queue.offer(unit, other)
    while (found := queue.take()) is not None:
        one, other = found
        members[one] += members.pop(other)
        for name in links.join(one, other):
            queue.offer(one, name)
    return {unit: name for name, some in members.items() for unit in some}


def _grouped(home: Mapping[str, str], pairs: Pairs, order: Mapping[str, tuple[str, str]]) -> Iterable[Grouped]:
    """The members of each claim. A claim is named by its earliest statement, so a later report does not rename it."""
    by_claim: dict[str, list[str]] = defaultdict(list)
    for node, name in home.items():
        by_claim[name].append(node)
    best = _best(home, pairs)
    found = []
    for members in by_claim.values():
        claim_id = row_id("claim", min(members, key=lambda node: order[node]))
        for node in members:
            score, because, words = best.get(node, (1000, "alone", ""))
            found.append(Grouped(node, claim_id, score, because, words))
    return sorted(found, key=lambda row: (row.claim_id, row.id))


def likelihood(score: int) -> int:
    """Thousandths, for hundredths of log-odds."""
    return round(1000 / (1 + exp(-score / 100)))


def _best(home: Mapping[str, str], pairs: Pairs) -> dict[str, tuple[int, str, str]]:
    """For each statement that is not alone its best link inside its claim: thousandths, why, words."""
    best: dict[str, tuple[int, str, str]] = {}
    inside = (row for row in pairs.values() if row.clash is None and home[row.left_id] == home[row.right_id])
    for row in sorted(inside, key=_best_first):
        for node in (row.left_id, row.right_id):
            if node not in best:
                best[node] = (likelihood(row.score), row.because, row.words)
    return best
