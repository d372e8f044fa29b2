"""What keeps two tellings from being of one happening: kind, time, place, those it befell, how far it went."""

from datetime import date

from woozle.toolbox.happen.ontology import KINDS
from woozle.toolbox.happen.telling import Telling, named

#: Kinds that may be another word for any of their family.
_LOOSE = frozenset(("attack", "killing"))
#: Kinds that may be each other.
_CLOSE = frozenset(
    (
        frozenset(("bombing", "suicide_bombing")),
        frozenset(("protest", "riot")),
        frozenset(("armed_clash", "shelling")),
        frozenset(("bombing", "air_strike")),
        frozenset(("shelling", "air_strike")),
        frozenset(("bombing", "arson")),
    )
)


def kinds_fit(left: str, right: str) -> bool:
    """Whether two kinds may be words for one happening."""
    if left == right:
        return True
    if KINDS[left].family != KINDS[right].family:
        return False
    return left in _LOOSE or right in _LOOSE or frozenset((left, right)) in _CLOSE


def times_meet(left: Telling, right: Telling) -> bool | None:
    """Whether both may be of one time; None where either is unknown."""
    if left.start is None or right.start is None or left.end is None or right.end is None:
        return None
    return left.start < right.end and right.start < left.end


def places_meet(left: Telling, right: Telling) -> bool | None:
    """Whether both name a place in common, or one the area that the other lies in; None where either names none."""
    if not left.places or not right.places:
        return None
    if not (set(left.places).isdisjoint(right.inside) and set(right.places).isdisjoint(left.inside)):
        return True
    return any(_is_within(one, other) for one in left.places for other in right.places)


def _is_within(one: str, other: str) -> bool:
    """Whether one name of a place holds the other whole: "kort harbour" and "kort"."""
    left, right = set(one.split()), set(other.split())
    return left <= right or right <= left


def stages_fit(left: str, right: str) -> bool:
    """Whether one happening may be told of in both stages: a threat or an attempt is none that was carried out."""
    return left == right or "denied" in (left, right)


def targets_clash(left: Telling, right: Telling) -> bool:
    """Whether both name whom it befell, and nobody in common."""
    one, other = named(left.targets), named(right.targets)
    return bool(one) and bool(other) and one.isdisjoint(other)


#: Days after which a report no longer tells of a happening as news: what it gives no time for is of these days.
_NEWS_DAYS = 60


def _is_past(one: Telling) -> bool:
    """Whether a telling is of something long before its report."""
    if one.end is None or one.day is None:
        return False
    return (date.fromisoformat(one.day) - date.fromisoformat(one.end[:10])).days > _NEWS_DAYS


def _is_same_past(left: Telling, right: Telling) -> bool:
    """Whether of two tellings, one of long ago and one undated, the undated one may be of long ago as well."""
    undated = right if right.start is None else left
    is_free = undated.start is None and (undated.is_back or undated.is_vague)
    return is_free or bool(named(left.targets) & named(right.targets))


def _is_harm_of(part: Telling, whole: Telling) -> bool:
    """Whether one only tells whom a mishap befell: "19 were injured", and the other "the plant blew up"."""
    is_harm = part.is_effect and part.kind in _LOOSE and not part.actors
    return is_harm and KINDS[whole.kind].family in ("accident", "disaster")


def veto(left: Telling, right: Telling) -> str | None:
    """Why two tellings can't be of one happening; None where nothing speaks against it."""
    if not kinds_fit(left.kind, right.kind) and not _is_harm_of(left, right) and not _is_harm_of(right, left):
        return "kind"
    if not stages_fit(left.stage, right.stage):
        return "stage"
    if times_meet(left, right) is False or (_is_past(left) != _is_past(right) and not _is_same_past(left, right)):
        return "time"
    if places_meet(left, right) is False:
        return "place"
    return "target" if targets_clash(left, right) else None
