"""Rows and functions for tests of the verbs: a key that may be missing, something nested, sums of groups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.values import Span


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a key that may be missing and something nested."""

    id: str
    key: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """What a group is: its key, and its ids in order."""

    key: str | None
    ids: tuple[str, ...]


def rows(size: int) -> list[Row]:
    keys = [None, "a", "b", "c", "d"]
    return [Row(f"{at:05d}", keys[at * 7 % 5], (Span(at, at + 1, "x"),) * (at % 3)) for at in range(size)]


def summed(some: Sequence[Row]) -> Iterable[Sum]:
    yield Sum(some[0].key, tuple(row.id for row in some))


def doubled(some: Sequence[Row]) -> Iterable[Row]:
    return (Row(row.id * 2, row.key, row.spans) for row in some)


def broken(some: Sequence[Row]) -> Iterable[Row]:
    raise ValueError(f"no such row: {some[0].id}")


def expected(given: Sequence[Row]) -> set[Sum]:
    groups: dict[str | None, list[str]] = {}
    for row in given:
        groups.setdefault(row.key, []).append(row.id)
    return {Sum(key, tuple(sorted(ids))) for key, ids in groups.items()}
