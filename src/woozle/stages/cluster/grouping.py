"""Groups linked statements into claims. Nothing chains: two groups become one only where they fit on the whole.

Statements are numbers here, in the order of their ids: a large pile has millions of links, and all of one part are in
memory together.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bond:
    """A link as far as grouping needs it, and a row for each statement of its own (``one`` is ``other``).

    Attributes:
        one: the statement with the smaller number.
        other: the other.
        score: hundredths of log-odds that they say the same.
        is_copy: both are the same words of one shared passage.
        is_clash: they can not be one claim.
        place: in the row of its own: a statement's place in the order of statements, the earliest first.
        text: in the row of its own: equal for statements in the same words.
        part: in a large pile the number of the part in which the two are, else 0.
    """

    one: int
    other: int
    score: int
    is_copy: bool
    is_clash: bool
    place: int
    text: int
    part: int


@dataclass(frozen=True, slots=True)
class Homed:
    """A statement and its claim, which is named by its earliest statement: a later report does not rename it."""

    number: int
    claim: int


#: What the units of a group have in common with another group: for each unit that has a link with it, how far its best
#: one is above `ABSENT`. Of a group of one unit, which most are, that one number.
Reach = int | dict[int, int]

#: Hundredths of log-odds between two statements that nothing brought together.
ABSENT = -400


def group(bonds: Sequence[Bond], *, least_mean: int) -> Iterable[Homed]:
    """Claims of one connected part of the links, or of all.

    Copies come together first and then count as one, so that many copies of one report do not outvote the rest. Then
    the two groups that fit best are joined, and so on, as long as nothing in them clashes. How well two groups fit is
    the mean, over all units of both, of the best link that each has with the other group: one statement may be put so
    differently from another of its claim that only a third is near to both. (Between average linkage, Sokal and
    Michener 1958, and single linkage; of two sets of points, Dubuisson and Jain 1994.)

    Args:
        bonds: each pair once, and one row for every statement of its own.
        least_mean: hundredths of log-odds that two groups must reach in that mean.
    """
    own = sorted((row for row in bonds if row.one == row.other), key=lambda row: row.place)
    pairs = [row for row in bonds if row.one != row.other]
    units = _copies(sorted(row.one for row in own), pairs)
    kept = _without_copies(own, units)
    homes = _average(units, (row for row in pairs if row.one in kept and row.other in kept), least_mean)
    claims: dict[int, int] = {}
    for row in own:
        claims.setdefault(homes[units[row.one]], row.one)
    return [Homed(number, claims[homes[unit]]) for number, unit in units.items()]


def _copies(numbers: Sequence[int], pairs: Sequence[Bond]) -> dict[int, int]:
    """The unit of each statement, named by its smallest: copies of one statement, of which none clash."""
    home = {number: number for number in numbers}
    members = {number: [number] for number in numbers}
    against: dict[int, set[int]] = defaultdict(set)
    for row in pairs:
        if row.is_clash:
            against[row.one].add(row.other)
            against[row.other].add(row.one)
    for row in sorted((row for row in pairs if row.is_copy), key=lambda row: (-row.score, row.one, row.other)):
        one, other = sorted((home[row.one], home[row.other]))
        if one != other and other not in against[one]:
            for number in members[other]:
                home[number] = one
            members[one] += members.pop(other)
            for enemy in against.pop(other, ()):
                against[enemy].discard(other)
                against[enemy].add(one)
                against[one].add(enemy)
    return home


def _without_copies(own: Sequence[Bond], units: Mapping[int, int]) -> set[int]:
    """Statements without pure copies: the same words again must bring no claims together and keep none apart."""
    first: dict[tuple[int, int], int] = {}
    for row in own:
        first.setdefault((units[row.one], row.text), row.one)
    return set(first.values())


def _worth(reach: Reach) -> int:
    return reach if isinstance(reach, int) else sum(reach.values())


class _Links:
    """What groups of units have in common, and clashes."""

    def __init__(self, units: Mapping[int, int], pairs: Iterable[Bond]) -> None:
        self.size = dict.fromkeys(units.values(), 1)
        self.best: dict[int, dict[int, Reach]] = {unit: {} for unit in self.size}
        self.clashes: dict[int, set[int]] = defaultdict(set)
        for row in pairs:
            one, other = units[row.one], units[row.other]
            if one == other:
                continue
            if row.is_clash:
                self.clashes[one].add(other)
                self.clashes[other].add(one)
            above = max(0, row.score - ABSENT, _worth(self.best[one].get(other, 0)))
            self.best[one][other] = self.best[other][one] = above

    def mean(self, one: int, other: int) -> int:
        """Ten-thousandths of log-odds: what the best link of each unit with the other group is worth on average."""
        above = _worth(self.best[one][other]) + _worth(self.best[other][one])
        return 100 * ABSENT + 100 * above // (self.size[one] + self.size[other])

    def join(self, one: int, other: int) -> list[int]:
        """Put `other` into `one`; gives the groups that both together have links with."""
        ours, theirs = self.best[one], self.best.pop(other)
        del ours[other], theirs[one]
        # A group that is one unit still has its name.
        for name, reach in ours.items():
            ours[name] = {one: reach} if isinstance(reach, int) else reach
        for name, reach in theirs.items():
            known, more = ours.setdefault(name, {}), {other: reach} if isinstance(reach, int) else reach
            if not isinstance(known, int):
                known.update(more)
            facing = self.best[name]
            facing[one] = _better(facing.pop(other), facing.get(one))
        for name in self.clashes.pop(other, ()):
            self.clashes[name].discard(other)
            self.clashes[name].add(one)
            self.clashes[one].add(name)
        self.size[one] += self.size.pop(other)
        return list(ours)


def _better(new: Reach, known: Reach | None) -> Reach:
    """For each unit of one group the better of what it has in common with two others."""
    if known is None:
        return new
    if isinstance(new, int) or isinstance(known, int):
        return max(_worth(new), _worth(known))
    for unit, value in new.items():
        known[unit] = max(known.get(unit, 0), value)
    return known


class _Queue:
    """Pairs of groups that may be joined, the best first.

    A row holds the sizes of both: groups only grow, so it is out of date once a size is another.
    """

    def __init__(self, links: _Links, least_mean: int) -> None:
        self.links, self.least = links, 100 * least_mean
        self.heap: list[tuple[int, int, int, int, int]] = []

    def offer(self, one: int, other: int) -> None:
        one, other = min(one, other), max(one, other)
        is_apart = other in self.links.clashes.get(one, ())
        if not is_apart and (mean := self.links.mean(one, other)) >= self.least:
            heapq.heappush(self.heap, (-mean, one, other, self.links.size[one], self.links.size[other]))

    def take(self) -> tuple[int, int] | None:
        """The two groups that fit best, None if none fit."""
        while self.heap:
            _, one, other, left, right = heapq.heappop(self.heap)
            if (self.links.size.get(one), self.links.size.get(other)) == (left, right):
                return one, other
        return None


def _average(units: Mapping[int, int], pairs: Iterable[Bond], least_mean: int) -> dict[int, int]:
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
