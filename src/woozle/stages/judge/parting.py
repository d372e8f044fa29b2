"""Parts groups anew by what people decided: held together, held apart, and all others where they fit best.

Only groups that a decision speaks of are looked at. Groups that hold two members which are the same become one; a
group that holds two which differ is parted, and each other member goes with the side it is nearest to.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from woozle.model.decisions import Decision
from woozle.toolbox.verdicts import Union, apart, together

#: For each item those it is near to, with how near, in whole numbers of any sign: only their order counts.
Near = Mapping[str, Sequence[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Parted:
    """One group as decided: its items, sorted, and the decisions that speak of it, in the order of the journal."""

    items: tuple[str, ...]
    decisions: tuple[Decision, ...]


def about(decisions: Iterable[Decision], item_of: Mapping[str, str]) -> list[Decision]:
    """The decisions with items for keys, in the order of the journal; one of which a key is gone says nothing.

    Args:
        decisions: in force, of one kind.
        item_of: the item that a key leads to; keys that are gone are missing.
    """
    found = []
    for row in sorted(decisions, key=lambda row: row.number):
        if all(key in item_of for key in row.keys):
            # A subject that is its own key stays so: it was no group that was shown, but a single row.
            pairs = zip(_shown(row), row.keys, strict=True)
            subjects = tuple(item_of[key] if subject == key else subject for subject, key in pairs)
            found.append(replace(row, subject_ids=subjects, keys=tuple(item_of[key] for key in row.keys)))
    return found


def _shown(row: Decision) -> Sequence[str]:
    """The subject that each key stands for; one subject with many keys is that of all of them."""
    return row.subject_ids if len(row.subject_ids) == len(row.keys) else row.subject_ids[:1] * len(row.keys)


def part(home: Mapping[str, str], decisions: Sequence[Decision], near: Near) -> list[Parted]:
    """The groups as decided, by their first item. The outcome does not depend on the order of the items.

    Args:
        home: the group of each item as the program proposes it; all items of every group that a decision speaks of.
        decisions: from `about`.
        near: which items fit together; it decides where those go of whom nobody spoke.
    """
    groups, units = Union(), Union()
    for row in decisions:
        groups.join(home[item] for item in together(row))
        units.join(together(row))
    members: dict[str, list[str]] = defaultdict(list)
    for item in sorted(home):
        members[groups.find(home[item])].append(item)
    made: list[Parted] = []
    for name in sorted(members):
        here = set(members[name])
        own = [row for row in decisions if not here.isdisjoint(row.keys)]
        for items in _sides(here, _Rules(own, units), home, near):
            made.append(Parted(tuple(sorted(items)), tuple(row for row in own if not items.isdisjoint(row.keys))))
    return sorted(made, key=lambda one: one.items)


class _Rules:
    """What decisions say of one group. A unit is what they hold together; ``loud`` ones draw others to their side.

    What was taken out of a group by name goes alone: whoever names statements one by one means these and no others.
    """

    def __init__(self, decisions: Sequence[Decision], units: Union) -> None:
        self.units = units
        self.apart: set[tuple[str, str]] = set()
        self.order: list[str] = []
        self.loud: set[str] = set()
        for row in decisions:
            for pair in apart(row):
                one, other = (units.find(item) for item in pair)
                self.order += [root for root in (one, other) if root not in self.order]
                self.apart |= {(one, other), (other, one)}
                self.loud |= {one} if row.verdict == "split" else {one, other}

    def fits(self, unit: str, side: Iterable[str]) -> bool:
        """Whether a unit may stand on a side with others."""
        return all((unit, other) not in self.apart for other in side)


def _sides(items: Collection[str], rules: _Rules, home: Mapping[str, str], near: Near) -> list[set[str]]:
    """One group as one side or several; the first holds what the earliest decision names first."""
    units: dict[str, list[str]] = defaultdict(list)
    for item in sorted(items):
        units[rules.units.find(item)].append(item)
    heads = [root for root in rules.order if root in units and any((root, other) in rules.apart for other in units)]
    if not heads:
        return [set(items)]
    sides: list[list[str]] = []
    for head in heads:
        at = next((k for k, side in enumerate(sides) if rules.fits(head, side)), len(sides))
        if at == len(sides):
            sides.append([])
        sides[at].append(head)
    made = [{item for head in side for item in units[head]} for side in sides]
    loud = [{item for head in side if head in rules.loud for item in units[head]} for side in sides]
    _grow(made, loud, [units[root] for root in sorted(units) if root not in heads], (home, near))
    return made


def _grow(
    sides: list[set[str]], loud: Sequence[set[str]], rest: Sequence[Sequence[str]], how: tuple[Mapping[str, str], Near]
) -> None:
    """Give every other unit to the side it is nearest to, the nearest first; what is near to none stays at home."""
    home, near = how
    first = [{home[item] for item in side} for side in loud]
    unit_of = {item: number for number, unit in enumerate(rest) for item in unit}
    open_ = set(range(len(rest)))
    queue = [
        (-score, at, other) for at, side in enumerate(loud) for item in side for other, score in near.get(item, ())
    ]
    heapq.heapify(queue)
    while queue:
        _, at, item = heapq.heappop(queue)
        number = unit_of.get(item)
        if number is None or number not in open_:
            continue
        open_.discard(number)
        sides[at].update(rest[number])
        for one in rest[number]:
            for other, score in near.get(one, ()):
                heapq.heappush(queue, (-score, at, other))
    heard = next((k for k, known in enumerate(first) if known), 0)
    for number in sorted(open_):
        homes = {home[item] for item in rest[number]}
        at = next((k for k, known in enumerate(first) if known & homes), heard)
        sides[at].update(rest[number])
