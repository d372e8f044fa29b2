"""The verbs of set work on one machine: DuckDB for SQL, this process or a pool of processes for functions."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb
import pyarrow as pa

from woozle.engines.pool import Pool
from woozle.errors import ContractBroken
from woozle.model.arrow import from_arrow, schema
from woozle.step import Table
from woozle.toolbox.parquet import read_rows, read_table, write_rows, write_table

A = TypeVar("A")
B = TypeVar("B")

#: Rows a batch, and the number of rows from which a pool is worth its start (about a second a worker).
BATCH = 512
POOL_FROM = 20_000
#: Seconds after which a batch of set work is taken for hung. Set work reads no hostile bytes, so this is generous.
LIMIT_S = 3600.0


def _listed(function: Callable[[Sequence[A]], Iterable[B]], rows: Sequence[A]) -> list[B]:
    return list(function(rows))


class LocalEngine:
    """One step's work: every verb writes its rows at once into the step's scratch folder."""

    def __init__(self, scratch: Path, *, workers: int, megabytes: int) -> None:
        self._scratch, self._workers, self._megabytes = scratch, workers, megabytes
        self._number = itertools.count()
        self._pool: Pool | None = None

    def close(self) -> None:
        """Stop the workers, if any were started."""
        if self._pool:
            self._pool.close()
            self._pool = None

    def _next(self) -> Path:
        return self._scratch / f"{next(self._number):05d}.parquet"

    def sql(self, query: str, row: type[B], **tables: Table[Any]) -> Table[B]:
        """Run one SELECT; see `step.Engine`.

        Raises:
            ContractBroken: the query fails, or does not give the fields of `row`.
        """
        with duckdb.connect(":memory:", config={"threads": self._workers}) as connection:
            connection.execute(f"SET memory_limit = '{self._megabytes}MB'")
            connection.execute("SET temp_directory = ?", [str(self._scratch / "spill")])
            for name, table in tables.items():
                # A relation, not read_parquet over a list: an empty table of no files has a schema too.
                connection.register(name, read_table(table.row, table.paths))
            try:
                found: Any = connection.sql(query).to_arrow_table()
                wanted = schema(cast(Any, row))
                return self._write(row, found.select(wanted.names).cast(wanted))
            except (duckdb.Error, pa.ArrowInvalid, KeyError) as error:
                raise ContractBroken(f"a query for {row.__name__} rows failed: {error}\n{query}") from error

    def _write(self, row: type[B], table: pa.Table) -> Table[B]:
        path = self._next()
        write_table(path, table)
        return Table(row, (str(path),))

    def map(self, table: Table[A], function: Callable[[Sequence[A]], Iterable[B]], row: type[B]) -> Table[B]:
        """Apply a function to batches of rows; see `step.Engine`."""
        rows = read_rows(table.row, table.paths)
        batches = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
        return self.rows(row, self._each(batches, function, len(rows)))

    def _each(
        self, batches: Sequence[Sequence[A]], function: Callable[[Sequence[A]], Iterable[B]], size: int
    ) -> Iterator[B]:
        if size < POOL_FROM or self._workers < 2:
            for batch in batches:
                yield from function(batch)
            return
        self._pool = self._pool or Pool(self._workers, self._megabytes)
        for ended in self._pool.each(batches, partial(_listed, function), limit_s=lambda _: LIMIT_S):
            if ended.error or ended.death:
                raise ContractBroken(f"set work failed: {ended.death or ended.error!r}") from ended.error
            yield from ended.value

    def map_groups(
        self,
        table: Table[A],
        keys: tuple[str, ...],
        function: Callable[[Sequence[A]], Iterable[B]],
        row: type[B],
        *,
        order: tuple[str, ...],
    ) -> Table[B]:
        """Apply a function to each group of rows; see `step.Engine`. Nulls of a key are one group, first."""
        rows = from_arrow(table.row, _sorted(read_table(table.row, table.paths), (*keys, *order)))
        if not keys:
            return self.rows(row, self._each([rows] if rows else [], function, len(rows)))
        groups = itertools.groupby(rows, key=lambda item: tuple(getattr(item, key) for key in keys))
        return self.rows(row, self._each([list(group) for _, group in groups], function, len(rows)))

    def union(self, row: type[A], *tables: Table[A]) -> Table[A]:
        """The rows of several tables; see `step.Engine`."""
        return Table(row, tuple(path for table in tables for path in table.paths))

    def rows(self, row: type[A], rows: Iterable[A]) -> Table[A]:
        """A table of given rows; see `step.Engine`."""
        path = self._next()
        write_rows(path, row, rows)
        return Table(row, (str(path),))

    def keep(self, table: Table[A]) -> Table[A]:
        """Rows are written at every verb here, so there is nothing left to do; see `step.Engine`."""
        return table

    def count(self, table: Table[Any]) -> int:
        """Number of rows; see `step.Engine`."""
        return cast(int, read_table(table.row, table.paths).num_rows)


def _sorted(table: pa.Table, by: Sequence[str]) -> pa.Table:
    """Sorted by columns, nulls first; strings by code point."""
    if not by or not table.num_rows:
        return table
    return table.sort_by([(name, "ascending", "at_start") for name in by])
