"""Which tellings of one report are of one happening: in text order, each joins the one before that it fits."""

from collections.abc import Sequence

from woozle.toolbox.happen.telling import Telling, named
from woozle.toolbox.happen.vetoes import places_meet, veto

#: Sentences over which a telling without marks of its own still belongs to what was told before.
_NEAR = 2


def _has_tie(one: Telling, other: Telling) -> bool:
    """Whether something beside the kind speaks for one happening."""
    if not set(one.targets).isdisjoint(other.targets):
        return True
    if places_meet(one, other) and one.kind == other.kind:
        return True
    return abs(one.sentence - other.sentence) <= _NEAR


def _is_other_fight(one: Telling, other: Telling) -> bool:
    """Whether a clash and another deed stand apart: armies fight all day, and not every murder is of their fight."""
    is_one = (one.kind == "armed_clash") != (other.kind == "armed_clash")
    return is_one and abs(one.sentence - other.sentence) > 1


def _fits(group: Sequence[Telling], new: Telling) -> bool:
    """Whether a telling may be of a group's happening: no member speaks against it, and one for it."""
    if any(veto(member, new) or _is_other_fight(member, new) for member in group):
        return False
    if new.is_back or new.is_vague or new.is_effect:
        return any(_has_tie(member, new) for member in group) or new.is_back
    is_plain = not new.places and new.start is None and not named(new.targets)
    return is_plain or any(_has_tie(member, new) for member in group)


def is_to_come(one: Telling) -> bool:
    """Whether its time lies behind the day of the report: it is announced, and has not happened."""
    return one.start is not None and one.day is not None and one.start[:10] > one.day


def is_particular(one: Telling) -> bool:
    """Whether a telling says anything by which its happening could be told from another of its kind."""
    return bool(one.places or one.start or one.figures or named(one.targets) or named(one.actors))


def _is_told_again(group: Sequence[Telling]) -> bool:
    """Whether several tellings come back to one deed with whom it befell: "the murder of the priests", twice."""
    exact = [each for each in group if not each.is_vague and each.targets]
    return len(exact) > 1


def _is_coded(group: Sequence[Telling]) -> bool:
    """Whether tellings say enough of a deed to make an event of it.

    "The attack" that hit nobody the report names needs both a day and a place: without them it is any attack.
    """
    if not any(map(is_particular, group)):
        return _is_told_again(group)
    is_empty = all(each.kind == "attack" and not each.targets and not each.figures for each in group)
    return not is_empty or (any(each.places for each in group) and any(each.start for each in group))


def within_report(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of one report by happening, in text order.

    Those that tell of no one happening join one that they fit, and else stand for one only where day and place make
    it one; denials stand for none; an effect that joins none is a happening of its own.
    """
    groups: list[list[Telling]] = []
    for new in sorted(tellings, key=lambda each: (each.at, each.id)):
        if is_to_come(new):
            continue
        home = next((group for group in reversed(groups) if _fits(group, new)), None)
        if home is not None:
            home.append(new)
        elif new.stage != "denied" and (not new.is_vague or (new.places and new.start)):
            groups.append([new])
    return [group for group in groups if _is_coded(group)]
