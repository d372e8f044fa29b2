"""One body of tests for every engine: the rows of a verb are the same, however they are cut and whoever makes them."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.spark import marks
from tests.support.verbs import Row, Sum, broken, doubled, expected, rows, summed
from woozle.engines import local
from woozle.engines.batches import BATCH, Work, streamed
from woozle.engines.place import LocalPlace
from woozle.errors import ContractBroken
from woozle.model.arrow import from_arrow, to_arrow
from woozle.step import Table
from woozle.toolbox.parquet import read_rows

SPARK = [pytest.param(("spark", parts), id=f"spark in {parts}", marks=marks) for parts in (1, 7)]


@pytest.fixture(params=[pytest.param(("local", 1), id="local"), pytest.param(("local", 2), id="pool"), *SPARK])
def verbs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    name, number = request.param
    if name == "spark":
        place = request.getfixturevalue("spark_place")
        place.cut_into(number)
    else:
        place = LocalPlace(number, 2000)
        monkeypatch.setattr(local, "POOL_FROM_S", 0.0)
    engine = place.engine(tmp_path / "scratch")
    yield engine
    engine.close()
    if name == "local":
        place.close()


def found(verbs: Any, table: Table[Any]) -> list[Any]:
    """The rows of a table by their words."""
    made = read_rows(table.row, verbs.keep(table).paths)
    assert len(made) == verbs.count(table)
    return sorted(made, key=repr)


def ordered(some: Sequence[Any]) -> list[Any]:
    return sorted(some, key=repr)


def given(verbs: Any, size: int = 1700) -> Table[Row]:
    return verbs.union(Row, *(verbs.rows(Row, rows(size)[at : at + 500]) for at in range(0, size, 500)))


def test_rows_are_kept_as_they_are(verbs: Any) -> None:
    assert found(verbs, given(verbs)) == ordered(rows(1700))


def test_a_function_maps_every_row_once(verbs: Any) -> None:
    assert found(verbs, verbs.map(given(verbs), doubled, Row)) == ordered(list(doubled(rows(1700))))


def test_groups_are_whole_and_in_order(verbs: Any) -> None:
    made = verbs.map_groups(given(verbs), ("key",), summed, Sum, order=("id",))
    assert set(found(verbs, made)) == expected(rows(1700))
    (whole,) = found(verbs, verbs.map_groups(given(verbs), (), summed, Sum, order=("key", "id")))
    keyed = sorted(rows(1700), key=lambda row: (row.key is not None, row.key or "", row.id))
    assert whole.ids == tuple(row.id for row in keyed)


def test_queries_join_rank_and_unnest(verbs: Any) -> None:
    """What the queries of steps use: rows as values, lists side by side, words that are names, nothing that is null."""
    few, table = rows(20), verbs.rows(Row, rows(20))
    ranked = verbs.sql(
        """
        WITH held AS (SELECT r.id AS id, unnest(r.spans) AS span, unnest(r.spans) AS other FROM given r),
        placed AS MATERIALIZED (
          SELECT id, key, row_number() OVER (PARTITION BY key ORDER BY key DESC, id DESC) AS place FROM given
        )
        SELECT p.id AS id, max(h.span.text) AS key, NULL AS spans FROM placed p JOIN held h ON h.id = p.id
        WHERE p.place <= 2 AND h.span.start = h.other.start AND p.key IS DISTINCT FROM 'a' GROUP BY p.id
        """,
        Row,
        given=table,
    )
    last: dict[str | None, list[Row]] = {}
    for row in reversed(few):
        last.setdefault(row.key, []).append(row)
    wanted = [Row(row.id, "x", ()) for key, some in last.items() if key != "a" for row in some[:2] if row.spans]
    assert found(verbs, ranked) == ordered(wanted)
    others = verbs.sql("SELECT l.* FROM given l ANTI JOIN ranked r USING (id)", Row, given=table, ranked=ranked)
    assert found(verbs, others) == ordered([row for row in few if row.id not in {one.id for one in wanted}])


def test_a_plan_is_read_before_and_after_it_is_kept(verbs: Any) -> None:
    none = verbs.sql("SELECT g.* FROM given g WHERE g.key IS NULL", Row, given=given(verbs))
    both = verbs.union(Row, none, verbs.rows(Row, rows(3)))
    wanted = ordered([*(row for row in rows(1700) if row.key is None), *rows(3)])
    assert found(verbs, both) == wanted
    verbs.keep(none)
    assert found(verbs, verbs.sql("SELECT * FROM both_of_them", Row, both_of_them=both)) == wanted
    assert found(verbs, verbs.map(none, doubled, Row)) == ordered(list(doubled([r for r in rows(1700) if not r.key])))


def test_nothing_makes_nothing(verbs: Any) -> None:
    empty = verbs.union(Row)
    for made in (
        empty,
        verbs.map(empty, doubled, Row),
        verbs.map_groups(empty, ("key",), summed, Sum, order=("id",)),
        verbs.map_groups(empty, (), summed, Sum, order=("id",)),
        verbs.sql("SELECT * FROM given", Row, given=empty),
    ):
        assert found(verbs, made) == []


def test_a_query_that_lacks_a_field_is_told_even_without_rows(verbs: Any) -> None:
    with pytest.raises(ContractBroken, match="Row rows failed"):
        verbs.sql("SELECT id FROM given WHERE false", Row, given=verbs.rows(Row, rows(3)))


def test_a_function_that_fails_is_told(verbs: Any) -> None:
    with pytest.raises((ContractBroken, ValueError), match="no such row: 00000"):
        verbs.map(given(verbs, 1), broken, Row)


def test_groups_that_lie_across_batches_are_whole() -> None:
    some = sorted(rows(3 * BATCH), key=lambda row: (row.key is not None, row.key or "", row.id))
    for size, keys in itertools.product((1, 7, BATCH, 5000), (("key",), ())):
        batches = to_arrow(Row, some).to_batches(max_chunksize=size)
        made = [from_arrow(Sum, table) for table in map(_table, streamed(Work(summed, Row, Sum, keys), batches))]
        sums = [one for rows_of in made for one in rows_of]
        assert len(sums) == (5 if keys else 1)
        assert sums == (sorted(expected(some), key=lambda one: one.key or "") if keys else sums)
        assert [key for one in sums for key in one.ids] == [row.id for row in some]


def _table(batch: Any) -> Any:
    import pyarrow as pa

    return pa.Table.from_batches([batch])
