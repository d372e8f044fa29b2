"""Which happenings of different reports are one: by time, place, those concerned and kind, never by words alone."""

from collections.abc import Mapping, Sequence
from datetime import date

from woozle.toolbox.happen.ontology import KINDS
from woozle.toolbox.happen.telling import Telling, named
from woozle.toolbox.happen.vetoes import places_meet, times_meet, veto

#: Days between two reports of which one gives no time, so that both may still speak of one happening.
NEAR_DAYS = 4
#: Longest time, in days, that says by itself when something was.
_SHORT = 3


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
    keys = {f"{family}|{key}" for key in named(one.targets)}
    if one.start is not None and (_days(one) or 0) <= _SHORT:
        keys |= {f"{family}|{key}|{one.start[:10]}" for key in (*one.places, *one.targets)}
    return tuple(sorted(keys | {f"{family}|{place}|" for place in one.places}))


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
    doer = 3 if named(left.actors) & named(right.actors) else bool(set(left.actors) & set(right.actors))
    points = 3 * bool(when and is_short) + 3 * bool(where) + 3 * whom + 2 * (hurt and not whom) + doer
    points += left.kind == right.kind
    is_near = when is True or (gap is not None and gap <= NEAR_DAYS)
    return points if is_near and points >= 6 else 0


def together(
    order: Sequence[str], tellings: Mapping[str, Telling], links: Mapping[tuple[str, str], int]
) -> list[list[str]]:
    """The happenings by event: the best links first, each only where nothing in the two groups speaks against it.

    Args:
        order: ids, in the order in which they name a group.
        tellings: by id.
        links: points of pairs of ids, the smaller id first.
    """
    home = {key: key for key in order}
    members = {key: [key] for key in order}
    rank = {key: at for at, key in enumerate(order)}
    for left, right in sorted(links, key=lambda pair: (-links[pair], rank[pair[0]], rank[pair[1]])):
        one, other = sorted((home[left], home[right]), key=lambda key: rank[key])
        if one == other or any(veto(tellings[a], tellings[b]) for a in members[one] for b in members[other]):
            continue
        for key in members[other]:
            home[key] = one
        members[one] += members.pop(other)
    return [sorted(group, key=lambda key: rank[key]) for group in members.values()]
