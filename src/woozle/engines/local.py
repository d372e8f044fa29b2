"""The verbs of set work on one machine: DuckDB for SQL, this process or a pool of processes for functions."""

import contextlib
import itertools
import json
import math
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb
import pyarrow as pa

from woozle.engines.batches import (
    BATCH,
    HANDED,
    MADE_OF,
    Pace,
    Share,
    Work,
    cut,
    cut_groups,
    done,
    hand,
    in_order,
    slices,
    work_on,
)
from woozle.engines.lasting import Results, read_known, rows_of, unknown, with_hashes
from woozle.engines.pool import Pool
from woozle.errors import ContractBroken, EngineFailed
from woozle.model.arrow import from_arrow, schema, to_arrow
from woozle.step import Lasting, Table
from woozle.toolbox.parquet import (
    EMPTY,
    columns_without,
    count_bytes,
    count_rows,
    groups_of,
    read_as,
    read_table,
    write_scratch,
    write_table,
)

A = TypeVar("A")
B = TypeVar("B")

#: Seconds of work from which a pool is worth its start (about a second a worker).
POOL_FROM_S = 4.0
#: Rows of the two batches by which work is measured; the first one also loads what the work needs.
TRIED = (64, 256)
#: Seconds that a batch is to take: short enough that no worker waits long for the last one.
BATCH_S = 0.3
#: Rows of a table from which workers take their share out of files by themselves.
LARGE = 400_000
#: Rows of such a share.
PART = 100_000
#: Of the memory that a run may take, what queries may, and what rows may that are sorted; sorting takes it twice more.
_QUERIES, _ROWS = 1 / 2, 1 / 8
#: Bytes in memory for one byte of a file before it is packed; four to six were measured for the parts of documents.
_GROWS = 5
#: Rows that a query hands over at once.
FETCHED = 20_000
#: Seconds after which a batch of set work is taken for hung. Set work reads no hostile bytes, so this is generous.
LIMIT_S = 3600.0
_DEATH = (
    "rows that belong together were not worked on: {why}. A worker may take {megabytes:,} MB; where the machine has "
    "more, set [run] megabytes_a_worker to more and run again: it goes on where it was"
)


class LocalEngine:
    """One step's work: every verb writes its rows at once into the step's scratch folder."""

    def __init__(
        self,
        scratch: Path,
        *,
        workers: int,
        megabytes: int,
        together: int | None = None,
        pool: Callable[[], Pool] | None = None,
    ) -> None:
        """Start nothing yet.

        Args:
            scratch: where rows go; made when it is needed.
            workers: processes, and threads of a query.
            megabytes: memory that a worker may take.
            together: megabytes that all of it may take; by default what lets queries take as much as a worker.
            pool: gives workers that others started; without it this engine starts its own.
        """
        self._scratch, self._workers, self._megabytes = scratch, workers, megabytes
        self._together = together or round(megabytes / _QUERIES)
        self._for_queries = round(self._together * _QUERIES)
        self._number = itertools.count()
        self._pool: Pool | None = None
        self._lent = pool
        #: What the step's functions made in earlier runs, where somebody keeps it.
        self.results: Results | None = None
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
            EngineFailed: the query needs more memory than it may take.
            ContractBroken: the query fails, or does not give the fields of `row`.
        """
        with self._showing(tables) as connection:
            wanted = schema(cast(Any, row))
            try:
                found: Any = connection.sql(query).to_arrow_reader(FETCHED)
                # The empty table first: columns that are missing are told of a query without rows too.
                pieces = itertools.chain([found.schema.empty_table()], (pa.Table.from_batches([one]) for one in found))
                return self._write(row, (piece.select(wanted.names).cast(wanted) for piece in pieces))
            except duckdb.OutOfMemoryException as error:
                raise self._too_little(f"a query for {row.__name__} rows") from error
            except (duckdb.Error, pa.ArrowInvalid, KeyError) as error:
                raise ContractBroken(f"a query for {row.__name__} rows failed: {error}\n{query}") from error

    def _too_little(self, what: str) -> EngineFailed:
        return EngineFailed(
            f"{what} needs more memory than the {self._for_queries:,} MB that it may take: set [run] percent_of_memory "
            "higher, or work on a machine with more memory"
        )

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
        connection.execute(f"SET memory_limit = '{self._for_queries}MB'")
        # Rows are promised in no order, and to keep one takes memory.
        connection.execute("SET preserve_insertion_order = false")
        connection.execute("SET temp_directory = ?", [str(self._scratch / "spill")])
        return connection

    def _write(self, row: type[B], tables: Iterable[pa.Table], wanted: pa.Schema | None = None) -> Table[B]:
        path = self._next()
        write_scratch(path, wanted or schema(cast(Any, row)), tables)
        return Table(row, (str(path),))

    def map(self, table: Table[A], function: Callable[[Sequence[A]], Iterable[B]], row: type[B]) -> Table[B]:
        """Apply a function to batches of rows; see `step.Engine`."""
        work, pace = Work(function, table.row, row, None), Pace()
        if (found := self._from_results(table, work, ())) is not None:
            return found
        if self.count(table) > LARGE and self._workers > 1:
            return self._in_pool(
                work, (), (Share((path,), at, str(self._next())) for path, at in groups_of(table.paths))
            )
        return self._work(cut(table.row, table.paths, pace), work, pace, self.count(table))

    def _work(self, batches: Iterator[pa.Table], work: Work, pace: Pace, size: int) -> Table[Any]:
        """Do some of it here to see how long it takes, and the rest in the pool if that is worth its start."""
        tried, rest, each = list[pa.Table](), size, 0.0
        for pace.rows in TRIED:
            batch = next(batches, None)
            if batch is None:
                break
            began = time.perf_counter()
            tried.append(done(work, batch))
            rest, each = rest - batch.num_rows, (time.perf_counter() - began) / batch.num_rows
        pace.rows = max(TRIED[0], min(BATCH, round(BATCH_S / max(each, 1e-9))))
        if self._workers < 2 or rest * each <= POOL_FROM_S:
            rest_done = (done(work, batch) for batch in batches)
            return self._write(work.made, itertools.chain(tried, rest_done), work.schema)
        made = self._write(work.made, tried, work.schema)
        return self.union(work.made, made, self._in_pool(work, (), map(self._share, batches)))

    def _share(self, batch: pa.Table) -> Share:
        path = self._next().with_suffix(HANDED)
        hand(path, batch)
        return Share((str(path),), None, str(self._next()))

    def _workers_of(self) -> Pool:
        if self._lent:
            return self._lent()
        self._pool = self._pool or Pool(self._workers, self._megabytes)
        return self._pool

    def _in_pool(self, work: Work, order: tuple[str, ...], shares: Iterable[Share]) -> Table[Any]:
        paths = []
        for ended in self._workers_of().each(shares, partial(work_on, work, order), limit_s=lambda _: LIMIT_S):
            if isinstance(ended.error, OSError):
                raise ended.error
            if ended.death:
                raise EngineFailed(_DEATH.format(why=ended.death, megabytes=self._megabytes))
            if ended.error:
                raise ContractBroken(f"set work failed: {ended.error!r}") from ended.error
            paths.append(ended.job.out)
        return Table(work.made, tuple(paths))

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
        size, work, pace = self.count(table), Work(function, table.row, row, keys), Pace()
        if (found := self._from_results(table, work, order)) is not None:
            return found
        if not keys:
            whole = in_order(read_table(table.row, table.paths), order)
            return self.rows(row, function(from_arrow(table.row, whole)) if size else ())
        parts, folder = [table.paths], self._next().with_suffix("")
        if size > LARGE or self._is_too_much(table):
            parts = self._cut_into(folder, table, keys, size)
        try:
            if len(parts) > 1 and self._workers > 1:
                return self._in_pool(work, order, (Share(part, None, str(self._next())) for part in parts))
            return self._work(self._batches(parts, order, work, pace), work, pace, size)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _from_results(self, table: Table[Any], work: Work, order: tuple[str, ...]) -> Table[Any] | None:
        """What a function makes of groups, of which it is asked only those that no earlier run had.

        None where results do not last: nobody keeps them, or the table is large, or two groups are the same.
        """
        if self.results is None or not isinstance(work.function, Lasting) or work.keys == ():
            return None
        if self.count(table) > LARGE or self._is_too_much(table):
            return None
        whole = in_order(read_table(table.row, table.paths), (*(work.keys or ()), *order))
        rows = with_hashes(whole, work)
        if rows is None:
            return None
        path = self.results.path(work, order)
        known = read_known(path, work, rows.column(MADE_OF))
        new, asked, pace = unknown(rows, known), replace(work, is_tagged=True), Pace()
        pieces = cut_groups(new, work.keys, pace) if work.keys else slices(new, pace)
        made = self._work(pieces, asked, pace, new.num_rows)
        results = pa.concat_tables([known, read_as(asked.schema, made.paths)])
        if new.num_rows:
            write_table(path, results)
        return self._write(work.made, [rows_of(results, work.made)])

    @staticmethod
    def _batches(
        parts: Iterable[tuple[str, ...]], order: tuple[str, ...], work: Work, pace: Pace
    ) -> Iterator[pa.Table]:
        keys = work.keys or ()
        for part in parts:
            yield from cut_groups(in_order(read_table(work.given, part), (*keys, *order)), keys, pace)

    def _is_too_much(self, table: Table[Any]) -> bool:
        return self._n_bytes(table) > self._together * _ROWS * 2**20

    @staticmethod
    def _n_bytes(table: Table[Any]) -> int:
        """About as many bytes as the rows take in memory."""
        return _GROWS * count_bytes(table.paths)

    def _cut_into(self, folder: Path, table: Table[Any], keys: Sequence[str], size: int) -> list[tuple[str, ...]]:
        """The rows of a table in files of parts that fit into memory, each group whole in one of them."""
        most = self._together * _ROWS * 2**20 / self._workers
        n_parts = max(2, -(-size // PART), math.ceil(self._n_bytes(table) / most))
        by = ", ".join(f'"{key}"' for key in keys)
        # Where rows of many kinds are one table most columns of a file are empty; a query would hold them all.
        alike: dict[frozenset[str], list[str]] = {}
        for path in table.paths:
            alike.setdefault(columns_without(path).difference(keys), []).append(path)
        for number, (left_out, paths) in enumerate(alike.items()):
            some = Table(table.row, tuple(paths))
            self._cut_files(folder / str(number), some, f"hash({by}) % {n_parts}", left_out)
        parts: dict[str, list[str]] = {}
        for made in sorted(folder.glob("*/*/*.parquet")):
            parts.setdefault(made.parent.name, []).append(str(made))
        return [tuple(part) for _, part in sorted(parts.items())]

    def _cut_files(self, folder: Path, table: Table[Any], part: str, left_out: frozenset[str]) -> None:
        """The rows of a table in a folder for each part, without some columns, which are empty."""
        names = ", ".join(f'"{name}"' for name in schema(cast(Any, table.row)).names if name not in left_out)
        to, said = (str(one).replace("'", "''") for one in (folder, json.dumps(sorted(left_out))))
        folder.mkdir(parents=True)
        with self._showing({}) as connection:
            try:
                connection.read_parquet(list(table.paths)).create_view("whole", replace=True)
                connection.execute(
                    f"COPY (SELECT {names}, {part} AS part_number FROM whole) TO '{to}' (FORMAT parquet, "
                    f"PARTITION_BY (part_number), COMPRESSION zstd, KV_METADATA {{\"{EMPTY}\": '{said}'}})"
                )
            except duckdb.OutOfMemoryException as error:
                raise self._too_little(f"putting {table.row.__name__} rows into groups") from error
            finally:
                connection.execute("DROP VIEW IF EXISTS whole")

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
