"""Which happenings of different reports are one: by time, place, those concerned and kind, never by words alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from woozle.toolbox.happen.ontology import KINDS
from woozle.toolbox.happen.telling import Telling, named
from woozle.toolbox.happen.vetoes import places_meet, times_meet, veto

#: Days between two reports of which one gives no time, so that both may still speak of one happening.
NEAR_DAYS = 4
#: Longest time, in days, that says by itself when something was.
_SHORT = 3
#: A figure from here on is seldom that of two happenings of one kind in one week.
_MANY = 11


def days_between(left: Telling, right: Telling) -> int | None:
    """Days between the two reports; None where either is undated."""
    if left.day is None or right.day is None:
        return None
    return abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)


def _days(one: Telling) -> int | None:
    """Days that the time of a telling takes up; None where it has none."""
    if one.start is None or one.end is None:
        return None
    return max(1, (date.fromisoformat(one.end[:10]) - date.fromisoformat(one.start[:10])).days)


def keys_of(one: Telling) -> tuple[str, ...]:
    """Keys of which two tellings of one happening share one: family with place and day, or with whom it befell."""
    family = KINDS[one.kind].family
    keys = {f"{family}|{key}" for key in (*named(one.targets), *_telling_figures(one))}
    if one.start is not None and (_days(one) or 0) <= _SHORT:
        keys |= {f"{family}|{key}|{one.start[:10]}" for key in (*one.places, *one.targets)}
    return tuple(sorted(keys | {f"{family}|{place}|" for place in one.places}))


def _telling_figures(one: Telling) -> frozenset[str]:
    """Exact figures of those who came to harm that few happenings share: "34 detained", and neither 3 nor "dozens"."""
    parts = {figure: figure.split("|") for figure in one.figures}
    return frozenset(
        figure for figure, (_, low, high) in parts.items() if low == high and low != "None" and float(low) >= _MANY
    )


def likeness(left: Telling, right: Telling) -> int:
    """How much speaks for one happening, in points; 0 where something speaks against it or too little for it.

    Time and place together are enough for one kind; else those whom it befell must be the same too.
    """
    if veto(left, right) is not None:
        return 0
    when, where = times_meet(left, right), places_meet(left, right)
    is_short = all((_days(one) or 0) <= _SHORT for one in (left, right))
    gap = days_between(left, right)
    whom = bool(named(left.targets) & named(right.targets))
    hurt = bool(set(left.targets) & set(right.targets)) or bool(set(left.figures) & set(right.figures))
    counted = bool(_telling_figures(left) & _telling_figures(right))
    doer = 3 if named(left.actors) & named(right.actors) else bool(set(left.actors) & set(right.actors))
    points = 3 * bool(when and is_short) + 3 * bool(where) + 3 * whom + 2 * (hurt and not whom) + doer
    points += 3 * counted
    points += left.kind == right.kind
    is_near = when is True or (gap is not None and gap <= NEAR_DAYS)
    return points if is_near and points >= 6 else 0


class _Groups:
    """Disjoint groups of happenings, and which of them can never be one: groups only grow, so a veto stays."""

    def __init__(self, order: Sequence[str], tellings: Mapping[str, Telling]) -> None:
        self.rank = {key: at for at, key in enumerate(order)}
        self.home = {key: key for key in order}
        self.members = {key: [key] for key in order}
        # A veto asks nothing of who tells it and where: many tellings of one happening are one to it.
        self.told = {key: {_bare(tellings[key])} for key in order}
        self.apart: dict[str, set[str]] = {key: set() for key in order}

    def join(self, left: str, right: str) -> None:
        """Put the groups of two happenings together, if nothing in them speaks against it."""
        one, other = sorted((self.home[left], self.home[right]), key=self.rank.__getitem__)
        if one == other or other in self.apart[one]:
            return
        if any(veto(a, b) for a in self.told[one] for b in self.told[other]):
            self.apart[one].add(other)
            self.apart[other].add(one)
            return
        for key in self.members[other]:
            self.home[key] = one
        self.members[one] += self.members.pop(other)
        self.told[one] |= self.told.pop(other)
        for third in self.apart.pop(other):
            self.apart[third].discard(other)
            self.apart[third].add(one)
            self.apart[one].add(third)


def _bare(one: Telling) -> Telling:
    return replace(one, id="", document_id="", sentence=0, at=0, actors=(), figures=())


def together(
    order: Sequence[str], tellings: Mapping[str, Telling], links: Mapping[tuple[str, str], int]
) -> list[list[str]]:
    """The happenings by event: the best links first, each only where nothing in the two groups speaks against it.

    Args:
        order: ids, in the order in which they name a group.
        tellings: by id.
        links: points of pairs of ids, the smaller id first.
    """
    groups = _Groups(order, tellings)
    rank = groups.rank
    for left, right in sorted(links, key=lambda pair: (-links[pair], rank[pair[0]], rank[pair[1]])):
        groups.join(left, right)
    return [sorted(group, key=rank.__getitem__) for group in groups.members.values()]
