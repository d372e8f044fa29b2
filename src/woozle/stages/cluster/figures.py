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


def _is_same_matter(left: Figure, right: Figure) -> bool:
    """Whether two figures count the same: by what befell the counted, by what is counted, or by a shared unit."""
    if left.unit != right.unit:
        return False
    if left.role or right.role:
        return left.role == right.role
    if left.counted and right.counted:
        return left.counted == right.counted
    return True


def _is_disjoint(left: Figure, right: Figure) -> bool:
    return left.high < right.low or right.high < left.low


def clash_of_figures(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether some figure of one matter differs and none agrees."""
    pairs = [(one, other) for one in map(figure, left) for other in map(figure, right) if _is_same_matter(one, other)]
    return bool(pairs) and all(_is_disjoint(one, other) for one, other in pairs)


def clash_of_times(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether every time of one lies outside every time of the other. ISO instants of one form sort as text."""
    pairs = [(one.split("|"), other.split("|")) for one in left for other in right]
    return bool(pairs) and all(a_end <= b_start or b_end <= a_start for (a_start, a_end), (b_start, b_end) in pairs)
