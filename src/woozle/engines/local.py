"""The verbs of set work on one machine: DuckDB for SQL, this process or a pool of processes for functions."""

import contextlib
import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb
import pyarrow as pa

from woozle.engines.batches import Work, cut, cut_groups, done, done_packed, packed, unpacked
from woozle.engines.pool import Pool
from woozle.errors import ContractBroken
from woozle.model.arrow import from_arrow, schema, to_arrow
from woozle.step import Table
from woozle.toolbox.parquet import count_rows, read_table, write_tables

A = TypeVar("A")
B = TypeVar("B")

#: The number of rows from which a pool is worth its start (about a second a worker).
POOL_FROM = 20_000
#: Rows that are sorted into groups at once; those of a larger table are put into parts on the disk first.
PART = 1_000_000
#: Rows that a query hands over at once.
FETCHED = 20_000
#: Seconds after which a batch of set work is taken for hung. Set work reads no hostile bytes, so this is generous.
LIMIT_S = 3600.0


class LocalEngine:
    """One step's work: every verb writes its rows at once into the step's scratch folder."""

    def __init__(self, scratch: Path, *, workers: int, megabytes: int) -> None:
        self._scratch, self._workers, self._megabytes = scratch, workers, megabytes
        self._number = itertools.count()
        self._pool: Pool | None = None
        self._database: duckdb.DuckDBPyConnection | None = None

    def close(self) -> None:
        """Stop the workers and close the database, if any were started."""
        if self._pool:
            self._pool.close()
            self._pool = None
        if self._database:
            self._database.close()
            self._database = None

    def _next(self) -> Path:
        return self._scratch / f"{next(self._number):05d}.parquet"

    def sql(self, query: str, row: type[B], **tables: Table[Any]) -> Table[B]:
        """Run one SELECT; see `step.Engine`.

        Raises:
            ContractBroken: the query fails, or does not give the fields of `row`.
        """
        with self._showing(tables) as connection:
            wanted = schema(cast(Any, row))
            try:
                found: Any = connection.sql(query).to_arrow_reader(FETCHED)
                # The empty table first: columns that are missing are told of a query without rows too.
                pieces = itertools.chain([found.schema.empty_table()], (pa.Table.from_batches([one]) for one in found))
                return self._write(row, (piece.select(wanted.names).cast(wanted) for piece in pieces))
            except (duckdb.Error, pa.ArrowInvalid, KeyError) as error:
                raise ContractBroken(f"a query for {row.__name__} rows failed: {error}\n{query}") from error

    @contextlib.contextmanager
    def _showing(self, tables: Mapping[str, Table[Any]]) -> Iterator[duckdb.DuckDBPyConnection]:
        """A database with these tables and no others. It stays open from query to query: to open one takes 30 ms."""
        connection = self._database = self._database or self._connected()
        try:
            for name, table in tables.items():
                _show(connection, name, table)
            yield connection
        finally:
            for name in tables:
                connection.execute(f'DROP VIEW IF EXISTS "{name}"')

    def _connected(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(":memory:", config={"threads": self._workers})
        connection.execute(f"SET memory_limit = '{self._megabytes}MB'")
        connection.execute("SET temp_directory = ?", [str(self._scratch / "spill")])
        return connection

    def _write(self, row: type[B], tables: Iterable[pa.Table]) -> Table[B]:
        path = self._next()
        write_tables(path, schema(cast(Any, row)), tables)
        return Table(row, (str(path),))

    def map(self, table: Table[A], function: Callable[[Sequence[A]], Iterable[B]], row: type[B]) -> Table[B]:
        """Apply a function to batches of rows; see `step.Engine`."""
        return self._work(cut(table.row, table.paths), Work(function, table.row, row, None), self.count(table))

    def _work(self, batches: Iterable[pa.Table], work: Work, size: int) -> Table[Any]:
        if size < POOL_FROM or self._workers < 2:
            return self._write(work.made, (done(work, batch) for batch in batches))
        return self._write(work.made, self._in_pool(batches, work))

    def _in_pool(self, batches: Iterable[pa.Table], work: Work) -> Iterator[pa.Table]:
        self._pool = self._pool or Pool(self._workers, self._megabytes)
        for ended in self._pool.each(map(packed, batches), partial(done_packed, work), limit_s=lambda _: LIMIT_S):
            if ended.error or ended.death:
                raise ContractBroken(f"set work failed: {ended.death or ended.error!r}") from ended.error
            yield unpacked(ended.value)

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
        size, work = self.count(table), Work(function, table.row, row, keys)
        if not keys:
            whole = _sorted(read_table(table.row, table.paths), order)
            return self.rows(row, function(from_arrow(table.row, whole)) if size else ())
        parts = self._parts(table, keys, size)
        batches = (batch for part in parts for batch in cut_groups(_sorted(part, (*keys, *order)), keys))
        return self._work(batches, work, size)

    def _parts(self, table: Table[Any], keys: Sequence[str], size: int) -> Iterator[pa.Table]:
        """The rows of a table in parts that fit into memory, each group whole in one of them."""
        n_parts = -(-size // PART)
        if n_parts < 2:
            yield read_table(table.row, table.paths)
            return
        folder = self._next().with_suffix("")
        with self._showing({"whole": table}) as connection:
            named = ", ".join(f'"{key}"' for key in keys)
            connection.execute(
                f"COPY (SELECT *, hash({named}) % {n_parts} AS part_number FROM whole) TO '{folder}' "
                "(FORMAT parquet, PARTITION_BY (part_number), COMPRESSION zstd)"
            )
        for part in sorted(folder.iterdir()):
            yield read_table(table.row, sorted(part.glob("*.parquet")))
        shutil.rmtree(folder)

    def union(self, row: type[A], *tables: Table[A]) -> Table[A]:
        """The rows of several tables; see `step.Engine`."""
        return Table(row, tuple(path for table in tables for path in table.paths))

    def rows(self, row: type[A], rows: Iterable[A]) -> Table[A]:
        """A table of given rows; see `step.Engine`."""
        rest = iter(rows)
        return self._write(row, (to_arrow(row, some) for some in iter(lambda: list(islice(rest, FETCHED)), [])))

    def keep(self, table: Table[A]) -> Table[A]:
        """Rows are written at every verb here, so there is nothing left to do; see `step.Engine`."""
        return table

    def count(self, table: Table[Any]) -> int:
        """Number of rows; see `step.Engine`."""
        return count_rows(table.paths)


def _show(connection: duckdb.DuckDBPyConnection, name: str, table: Table[Any]) -> None:
    """Let a query read a table under its name."""
    if table.paths:
        names = [f'"{column}"' for column in schema(cast(Any, table.row)).names]
        connection.read_parquet(list(table.paths)).select(*names).create_view(name)
    else:
        connection.register(name, schema(cast(Any, table.row)).empty_table())


def _sorted(table: pa.Table, by: Sequence[str]) -> pa.Table:
    """Sorted by columns, nulls first; strings by code point."""
    if not by or not table.num_rows:
        return table
    return table.sort_by([(name, "ascending", "at_start") for name in by])
