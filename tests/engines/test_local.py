"""The verbs on one machine: however a table is cut, put into parts or shared out, the rows are the same."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.support.verbs import Row, Sum, doubled, expected, rows, summed
from woozle.engines import local
from woozle.engines.batches import BATCH, Pace, cut_groups
from woozle.engines.local import LocalEngine
from woozle.errors import EngineFailed
from woozle.model.arrow import schema, to_arrow
from woozle.toolbox.parquet import read_rows


def engine(folder: Path, workers: int = 1) -> LocalEngine:
    return LocalEngine(folder, workers=workers, megabytes=2000)


def test_groups_are_whole_and_sorted_in_parts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = rows(1700)
    for part in (10_000, 300):
        monkeypatch.setattr(local, "LARGE", part)
        monkeypatch.setattr(local, "PART", part)
        verbs = engine(tmp_path / str(part))
        table = verbs.union(Row, *(verbs.rows(Row, given[at : at + 500]) for at in range(0, 1700, 500)))
        made = verbs.map_groups(table, ("key",), summed, Sum, order=("id",))
        assert set(read_rows(Sum, made.paths)) == expected(given)
        assert verbs.count(made) == 5


@pytest.mark.parametrize("large", [100, 10_000])
def test_workers_make_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int) -> None:
    for name, value in {"POOL_FROM_S": 0.0, "LARGE": large, "PART": 300}.items():
        monkeypatch.setattr(local, name, value)
    given, verbs = rows(1700), engine(tmp_path, workers=2)
    try:
        table = verbs.rows(Row, given)
        assert list(read_rows(Row, verbs.map(table, doubled, Row).paths)) == list(doubled(given))
        made = verbs.map_groups(table, ("key",), summed, Sum, order=("id",))
    finally:
        verbs.close()
    assert set(read_rows(Sum, made.paths)) == expected(given)


def greedy(rows: Sequence[Row]) -> Iterable[Row]:
    raise MemoryError


def test_rows_that_do_not_fit_say_which_setting_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"POOL_FROM_S": 0.0, "LARGE": 100, "PART": 300}.items():
        monkeypatch.setattr(local, name, value)
    verbs = engine(tmp_path, workers=2)
    try:
        with pytest.raises(EngineFailed, match=r"needs more memory .* 2,000 MB.* set \[run\] megabytes_a_worker"):
            verbs.map_groups(verbs.rows(Row, rows(1700)), ("key",), greedy, Sum, order=("id",))
    finally:
        verbs.close()


def test_slices_hold_whole_groups() -> None:
    given = sorted(rows(3 * BATCH), key=lambda row: (row.key or "", row.id))
    table = to_arrow(Row, given)
    slices = [piece.column("key").to_pylist() for piece in cut_groups(table, ("key",), Pace())]
    assert [key for keys in slices for key in keys] == [row.key for row in given]
    assert all(not set(one) & set(other) for at, one in enumerate(slices) for other in slices[:at])
    assert list(cut_groups(table.slice(0, 0), ("key",), Pace())) == []


def test_little_memory_makes_more_parts_of_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [Row(f"{at:0200d}", None, ()) for at in range(40_000)]
    seen: list[int] = []
    monkeypatch.setattr(local, "cut_groups", lambda table, *how: seen.append(table.num_rows) or cut_groups(table, *how))
    made = []
    for together in (4000, 40):
        verbs = LocalEngine(tmp_path / str(together), workers=1, megabytes=500, together=together)
        made.append(verbs.map_groups(verbs.rows(Row, given), ("id",), doubled, Row, order=("id",)))
        verbs.close()
    assert seen[0] == 40_000
    assert max(seen[1:]) < 30_000
    first, second = (sorted(read_rows(Row, one.paths), key=lambda row: row.id) for one in made)
    assert first == second
    assert len(first) == 40_000


def test_parts_leave_out_columns_that_hold_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "LARGE", 100)
    monkeypatch.setattr(local, "PART", 300)
    given = [Row(f"{at % 400:03d}", None if at < 900 else "kept", ()) for at in range(1700)]
    columns: set[tuple[str, ...]] = set()

    def looked_at(*given: Any) -> list[tuple[str, ...]]:
        parts = cut(*given)
        columns.update(tuple(pq.read_schema(path).names) for part in parts for path in part)
        return parts

    cut = LocalEngine._cut_into
    monkeypatch.setattr(LocalEngine, "_cut_into", looked_at)
    # A name that ends a word in SQL must not end a path.
    verbs = LocalEngine(tmp_path / "Finn's", workers=1, megabytes=500)
    table = verbs.union(Row, verbs.rows(Row, given[:900]), verbs.rows(Row, given[900:]))
    made = verbs.map_groups(table, ("id",), keyed, Row, order=("key",))
    verbs.close()
    assert sorted(read_rows(Row, made.paths), key=lambda row: row.id) == [
        Row(f"{at:03d}", "None None None kept kept" if at < 100 else "None None kept kept", ()) for at in range(400)
    ]
    assert columns == {("id", "spans"), ("id", "key", "spans")}


def keyed(some: Sequence[Row]) -> Iterable[Row]:
    yield Row(some[0].id, " ".join(str(row.key) for row in some), ())


def test_a_file_that_lacks_a_column_must_say_that_it_holds_nothing(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "spans": pa.array([[]], schema(Row).field("spans").type)}), tmp_path / "a")
    with pytest.raises(KeyError, match="key"):
        read_rows(Row, [tmp_path / "a"])


def test_a_query_that_needs_more_memory_than_it_may_take_says_what_to_do(tmp_path: Path) -> None:
    verbs = LocalEngine(tmp_path, workers=1, megabytes=500, together=40)
    try:
        with pytest.raises(EngineFailed, match=r"more memory than the 20 MB .* percent_of_memory"):
            verbs.sql("SELECT list(i || repeat('x', 900)) AS id, NULL AS key FROM range(200000) r(i)", Row)
    finally:
        verbs.close()
