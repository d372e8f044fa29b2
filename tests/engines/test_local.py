"""The verbs on one machine: however a table is cut, put into parts or shared out, the rows are the same."""

from pathlib import Path

import pytest

from tests.support.verbs import Row, Sum, doubled, expected, rows, summed
from woozle.engines import local
from woozle.engines.batches import BATCH, cut_groups
from woozle.engines.local import LocalEngine
from woozle.model.arrow import to_arrow
from woozle.toolbox.parquet import read_rows


def engine(folder: Path, workers: int = 1) -> LocalEngine:
    return LocalEngine(folder, workers=workers, megabytes=2000)


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
