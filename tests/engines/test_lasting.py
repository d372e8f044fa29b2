"""Results that last: the rows are the same with and without them, and what was asked once is not asked again."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.support.verbs import Row, Sum, doubled, expected, rows, summed
from woozle.engines import local
from woozle.engines.batches import MADE_OF, Work
from woozle.engines.lasting import Results, with_hashes
from woozle.engines.local import LocalEngine
from woozle.model.arrow import to_arrow
from woozle.step import Lasting
from woozle.toolbox.parquet import read_rows

ASKED: list[str] = []


@pytest.fixture(autouse=True)
def asked() -> list[str]:
    ASKED.clear()
    return ASKED


def noted(some: Sequence[Row]) -> Iterable[Sum]:
    """The sum of a group, and nothing for those of one key."""
    ASKED.extend(row.id for row in some)
    return summed(some) if some[0].key != "c" else ()


def told(some: Sequence[Row], *, times: int) -> Iterable[Row]:
    ASKED.extend(row.id for row in some)
    return (Row(row.id * times, row.key, row.spans) for row in some)


def engine(folder: Path, name: str, step: str = "sums-1") -> LocalEngine:
    made = LocalEngine(folder / name, workers=1, megabytes=500)
    made.results = Results(folder / "lasting", step)
    return made


def sums(verbs: LocalEngine, given: Sequence[Row]) -> set[Sum]:
    made = verbs.map_groups(verbs.rows(Row, given), ("key",), Lasting(noted), Sum, order=("id",))
    found = read_rows(Sum, made.paths)
    assert len(set(found)) == len(found) == verbs.count(made)
    return set(found)


def wanted(given: Sequence[Row]) -> set[Sum]:
    return {row for row in expected(given) if row.key != "c"}


def test_only_groups_that_are_not_known_are_asked(tmp_path: Path, asked: list[str]) -> None:
    given = rows(200)
    assert sums(engine(tmp_path, "1"), given) == wanted(given)
    assert sorted(asked) == [row.id for row in given]
    asked.clear()
    # A group that gave nothing is known, too.
    assert sums(engine(tmp_path, "2"), given) == wanted(given)
    assert asked == []
    more = [*given, Row("90000", "b", ())]
    assert sums(engine(tmp_path, "3"), more) == wanted(more)
    assert sorted(asked) == [row.id for row in more if row.key == "b"]
    asked.clear()
    assert sums(engine(tmp_path, "4"), more[40:]) == wanted(more[40:])
    assert len(asked) == 161


def test_rows_are_asked_one_by_one(tmp_path: Path, asked: list[str]) -> None:
    given = rows(90)
    for name, some in (("1", given[:60]), ("2", given)):
        verbs = engine(tmp_path, name)
        made = verbs.map(verbs.rows(Row, some), Lasting(partial(told, times=2)), Row)
        assert sorted(read_rows(Row, made.paths), key=repr) == sorted(doubled(some), key=repr)
    assert sorted(asked) == [row.id for row in given]
    verbs = engine(tmp_path, "3")
    made = verbs.map(verbs.rows(Row, given[:5]), Lasting(partial(told, times=3)), Row)
    assert {row.id for row in read_rows(Row, made.paths)} == {row.id * 3 for row in given[:5]}


def test_rows_that_are_the_same_are_all_there(tmp_path: Path) -> None:
    given = [*rows(5), *rows(5)]
    verbs = engine(tmp_path, "1")
    made = verbs.map(verbs.rows(Row, given), Lasting(doubled), Row)
    assert sorted(read_rows(Row, made.paths), key=repr) == sorted(doubled(given), key=repr)


def test_workers_make_the_same_of_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "POOL_FROM_S", 0.0)
    for name, given in (("1", rows(900)), ("2", rows(1700))):
        verbs = LocalEngine(tmp_path / name, workers=2, megabytes=2000)
        verbs.results = Results(tmp_path / "lasting", "sums-1")
        try:
            table = verbs.rows(Row, given)
            made = verbs.map_groups(table, ("id",), Lasting(doubled), Row, order=("key",))
            assert sorted(read_rows(Row, made.paths), key=repr) == sorted(doubled(given), key=repr)
        finally:
            verbs.close()


@pytest.mark.parametrize("damage", [b"", b"PAR1 and nothing else PAR1"])
def test_damaged_results_are_made_again(tmp_path: Path, asked: list[str], damage: bytes) -> None:
    given = rows(30)
    sums(engine(tmp_path, "1"), given)
    (path,) = (tmp_path / "lasting").iterdir()
    path.write_bytes(damage)
    asked.clear()
    assert sums(engine(tmp_path, "2"), given) == wanted(given)
    assert len(asked) == 30


def test_another_version_of_a_step_asks_anew_and_drops_what_it_had(tmp_path: Path, asked: list[str]) -> None:
    given = rows(30)
    sums(engine(tmp_path, "1"), given)
    other = engine(tmp_path, "2", "sums_of_sums-1")
    sums(other, given)
    asked.clear()
    later = engine(tmp_path, "3", "sums-2")
    assert sums(later, given) == wanted(given)
    assert len(asked) == 30
    assert later.results is not None
    later.results.forget_others()
    names = {path.name.rpartition("-")[0] for path in (tmp_path / "lasting").iterdir()}
    assert names == {"sums-2", "sums_of_sums-1"}


def test_the_hash_of_a_group_hangs_on_nothing_around_it() -> None:
    given = sorted(rows(400), key=lambda row: (row.key or "", row.id))
    work = Work(summed, Row, Sum, ("key",))
    found: dict[str | None, set[bytes]] = {}
    for before in range(1, 17):
        rest = [row for row in given if row.key][: 300 - before]
        table = with_hashes(to_arrow(Row, [Row("x" * before, None, ())] * before + rest), work)
        assert table is not None
        for row, digest in zip(table.column("key").to_pylist(), table.column(MADE_OF).to_pylist(), strict=True):
            found.setdefault(row, set()).add(digest)
    assert [len(found[key]) for key in ("a", "b", "c")] == [1, 1, 1]
    assert len(set.union(*(found[key] for key in ("a", "b", "c")))) == 3
