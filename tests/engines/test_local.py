"""The verbs on one machine: however a table is cut, put into parts or shared out, the rows are the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from woozle.engines import local
from woozle.engines.batches import BATCH, cut_groups
from woozle.engines.local import LocalEngine
from woozle.errors import ContractBroken
from woozle.model.arrow import to_arrow
from woozle.model.values import Span
from woozle.toolbox.parquet import read_rows


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


def engine(folder: Path, workers: int = 1) -> LocalEngine:
    return LocalEngine(folder, workers=workers, megabytes=2000)


def expected(given: Sequence[Row]) -> set[Sum]:
    groups: dict[str | None, list[str]] = {}
    for row in given:
        groups.setdefault(row.key, []).append(row.id)
    return {Sum(key, tuple(sorted(ids))) for key, ids in groups.items()}


def test_groups_are_whole_and_sorted_in_parts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = rows(1700)
    for part in (10_000, 300):
        monkeypatch.setattr(local, "PART", part)
        verbs = engine(tmp_path / str(part))
        table = verbs.union(Row, *(verbs.rows(Row, given[at : at + 500]) for at in range(0, 1700, 500)))
        made = verbs.map_groups(table, ("key",), summed, Sum, order=("id",))
        assert set(read_rows(Sum, made.paths)) == expected(given)
        assert verbs.count(made) == 5


def test_workers_make_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "POOL_FROM", 100)
    given, verbs = rows(1700), engine(tmp_path, workers=2)
    try:
        table = verbs.rows(Row, given)
        assert list(read_rows(Row, verbs.map(table, doubled, Row).paths)) == list(doubled(given))
        made = verbs.map_groups(table, ("key",), summed, Sum, order=("id",))
    finally:
        verbs.close()
    assert set(read_rows(Sum, made.paths)) == expected(given)


def test_slices_hold_whole_groups() -> None:
    given = sorted(rows(3 * BATCH), key=lambda row: (row.key or "", row.id))
    table = to_arrow(Row, given)
    slices = [piece.column("key").to_pylist() for piece in cut_groups(table, ("key",))]
    assert [key for keys in slices for key in keys] == [row.key for row in given]
    assert all(not set(one) & set(other) for at, one in enumerate(slices) for other in slices[:at])
    assert list(cut_groups(table.slice(0, 0), ("key",))) == []


def test_nothing_makes_nothing(tmp_path: Path) -> None:
    verbs = engine(tmp_path)
    empty = verbs.union(Row)
    assert verbs.count(empty) == 0
    for made in (
        verbs.map(empty, doubled, Row),
        verbs.map_groups(empty, ("key",), summed, Sum, order=("id",)),
        verbs.map_groups(empty, (), summed, Sum, order=("id",)),
        verbs.sql("SELECT * FROM given", Row, given=empty),
    ):
        assert verbs.count(made) == 0


def test_a_query_that_lacks_a_field_is_told_even_without_rows(tmp_path: Path) -> None:
    verbs = engine(tmp_path)
    with pytest.raises(ContractBroken, match="Row rows failed"):
        verbs.sql("SELECT id FROM given WHERE false", Row, given=verbs.rows(Row, rows(3)))
