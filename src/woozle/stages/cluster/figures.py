"""Compares figures and times of two statements: the same, compatible, or such that both cannot hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as `Statement.figures` writes it. ``moment``: as of when a toll is told, a day or instant, or empty."""

    role: str
    counted: str
    unit: str
    low: float
    high: float
    sort: str
    moment: str


#: Before the noun of a figure that counts a part of some others: "three of the dead".
PART = "of "
#: Words for people of whatever kind: "180 people" counts what "212 passengers" counts.
_ANYBODY = frozenset({"person", "human", "soul", "individual", "all"})
#: What stands for a toll of everybody: "26 bodies", "13 dead", "34 people killed".
_TOLL = _ANYBODY | {"", "kill", "body", "dead", "victim", "wound", "injur", "miss", "death", "casualty", "arrest"}
#: Fates whose count only grows while it is being found out, and one that may change either way.
_GROWING = frozenset({"killed", "wounded", "captured", "arrested", "displaced"})
_CHANGING = frozenset({"missing"})
TOLLS = _GROWING | _CHANGING
_HELD = {"captured": "arrested"}


@lru_cache(1 << 14)
def figure(text: str) -> Figure:
    """Read ``role|counted|unit|low|high|sort|moment``."""
    role, counted, unit, low, high, sort, moment = text.split("|")
    return Figure(role, counted, unit, float(low) if low else -inf, float(high) if high else inf, sort, moment)


def _is_same_matter(left: Figure, right: Figure) -> bool:
    """Whether two figures may count the same: by what befell the counted, by what is counted, or by a shared unit.

    A figure of which neither is known may count whatever the other counts.
    """
    if left.unit != right.unit:
        return False
    if left.role and right.role:
        return left.role == right.role
    if left.counted and right.counted:
        return left.counted == right.counted or _are_both_people(left, right)
    return not (left.role or left.counted) or not (right.role or right.counted)


def _is_plainly_one_matter(left: Figure, right: Figure) -> bool:
    """Whether two figures count the same for sure: one fate of one sort of people, or one counted thing."""
    if left.unit != right.unit or not _are_of_one_fate(left, right):
        return False
    if left.role in TOLLS:
        return left.counted == right.counted or {left.counted, right.counted} <= _TOLL
    if left.counted and right.counted:
        return left.counted == right.counted or _are_both_people(left, right)
    return bool(left.role)


def _is_likely_one_matter(left: Figure, right: Figure) -> bool:
    return _are_of_one_fate(left, right) and _is_same_matter(left, right)


def _are_of_one_fate(left: Figure, right: Figure) -> bool:
    """Whether both are of one fate or of none, and neither counts only a part."""
    return left.role == right.role and not any(row.counted.startswith(PART) for row in (left, right))


def _are_both_people(left: Figure, right: Figure) -> bool:
    return left.sort == right.sort == "people" and bool({left.counted, right.counted} & _ANYBODY)


def _is_disjoint(left: Figure, right: Figure) -> bool:
    return left.high < right.low or right.high < left.low


def clash_of_figures(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether some figure of one matter differs and none agrees, be it of whatever.

    Where both say of how many one thing is true ("30 dead, 24 missing"; "13 dead, 24 missing"), each fate is a matter.

    Args:
        left: figures of one statement.
        right: figures of the other.
    """
    if not left or not right:
        return False
    pairs = [(one, other) for one in map(figure, left) for other in map(figure, right)]
    fates = {one.role for one, other in pairs if one.role and one.role == other.role}
    if any(all(_is_disjoint(*pair) for pair in pairs if {pair[0].role, pair[1].role} == {fate}) for fate in fates):
        return True
    if any((one.low, one.high) == (other.low, other.high) for one, other in pairs):
        return False
    same = [(one, other) for one, other in pairs if _is_same_matter(one, other)]
    return bool(same) and all(_is_disjoint(one, other) for one, other in same)


def are_other_fates(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both count those whom something befell, and nothing that the one counts befell any of the other's.

    "Seventeen injured" and "seventeen dead" share a figure but no claim; the captured may be told as arrested.
    """
    if not left or not right:
        return False
    ours, theirs = (
        {_HELD.get(role, role) for role in (figure(text).role for text in some) if role in TOLLS}
        for some in (left, right)
    )
    return bool(ours) and bool(theirs) and not ours & theirs


def are_plainly_other_fates(left: Sequence[str], right: Sequence[str]) -> bool:
    """The same where every figure of both counts such people: "eleven, and 38 injured" may be eleven dead."""
    is_told = all(figure(text).role in TOLLS for text in (*left, *right))
    return is_told and are_other_fates(left, right)


def is_plain_clash(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two figures count the same for sure, do not meet, and the later is no update of the earlier."""
    return _some_clash(left, right, _is_plainly_one_matter)


def is_likely_clash(left: Sequence[str], right: Sequence[str]) -> bool:
    """The same of figures that may count the same, where neither is of a part and both are of one fate or of none."""
    return _some_clash(left, right, _is_likely_one_matter)


def _some_clash(left: Sequence[str], right: Sequence[str], is_one_matter: Callable[[Figure, Figure], bool]) -> bool:
    return any(
        is_one_matter(one, other) and _is_disjoint(one, other) and not _is_update(one, other)
        for one in map(figure, left)
        for other in map(figure, right)
    )


def _is_update(one: Figure, other: Figure) -> bool:
    """Whether a toll is only told as of a later time: it grows while it is found out; the missing turn up."""
    first, last = sorted((one, other), key=lambda row: row.moment)
    is_later = bool(first.moment and last.moment) and not last.moment.startswith(first.moment)
    if not is_later or one.role != other.role:
        return False
    return one.role in _CHANGING or (one.role in _GROWING and first.high < last.low)


def clash_of_times(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both give times of one sort, and none of the one meets one of the other.

    Clock times are compared as such, for the day they belong to is often only inferred; days with days.
    """
    if not left or not right:
        return False
    for is_clock in (True, False):
        ours, theirs = _of_sort(left, is_clock=is_clock), _of_sort(right, is_clock=is_clock)
        if ours and theirs:
            return not any(a < d and c < b for a, b in ours for c, d in theirs)
    return False


def _of_sort(times: Sequence[str], *, is_clock: bool) -> list[tuple[str, str]]:
    """Half-open intervals of one sort; ISO instants and clock times of one form sort as text."""
    found = []
    for start, _, end in (time.partition("|") for time in times):
        if (start[:10] == end[:10]) == is_clock:
            cut = 11 if is_clock else 0
            # A time to the minute may be written as an interval of no length.
            found.append((start[cut:], end[cut:] if end > start else end[cut:] + "~"))
    return found
