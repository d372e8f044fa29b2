"""Compares figures and times of two statements: the same, compatible, or such that both cannot hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as `Statement.figures` writes it."""

    role: str
    counted: str
    unit: str
    low: float
    high: float


def figure(text: str) -> Figure:
    """Read ``role|counted|unit|low|high``."""
    role, counted, unit, low, high = text.split("|")
    return Figure(role, counted, unit, float(low) if low else -inf, float(high) if high else inf)


def _is_same_matter(left: Figure, right: Figure, *, is_strict: bool) -> bool:
    """Whether two figures count the same: by what befell the counted, by what is counted, or by a shared unit.

    A figure of which neither is known may count whatever the other counts, unless `is_strict`.
    """
    if left.unit != right.unit:
        return False
    if left.role and right.role:
        return left.role == right.role
    if left.counted and right.counted:
        return left.counted == right.counted
    return not is_strict and (not (left.role or left.counted) or not (right.role or right.counted))


def _is_disjoint(left: Figure, right: Figure) -> bool:
    return left.high < right.low or right.high < left.low


def clash_of_figures(left: Sequence[str], right: Sequence[str], *, is_strict: bool = False) -> bool:
    """Whether some figure of one matter differs and none agrees, be it of whatever.

    Args:
        left: figures of one statement.
        right: figures of the other.
        is_strict: what is counted must be known of both.
    """
    pairs = [(one, other) for one in map(figure, left) for other in map(figure, right)]
    if any((one.low, one.high) == (other.low, other.high) for one, other in pairs):
        return False
    same = [(one, other) for one, other in pairs if _is_same_matter(one, other, is_strict=is_strict)]
    return bool(same) and all(_is_disjoint(one, other) for one, other in same)


def clash_of_times(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both give times of one sort, and none of the one meets one of the other.

    Clock times are compared as such, for the day they belong to is often only inferred; days with days.
    """
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
