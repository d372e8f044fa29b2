"""The verbs of set work on Spark, and the work on chunks: the same functions and queries, for any number of workers."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, cast

from pyspark.errors import PySparkException
from pyspark.sql.functions import col
from pyspark.sql.pandas.types import from_arrow_schema
from sqlglot.errors import SqlglotError

from woozle.engines.batches import Work, streamed
from woozle.engines.cluster import Cluster
from woozle.engines.dialect import in_spark
from woozle.engines.pool import AHEAD, Ended
from woozle.engines.tasks import in_pool
from woozle.errors import ContractBroken
from woozle.model.arrow import schema, to_arrow
from woozle.step import Table
from woozle.toolbox.parquet import count_rows, write_tables

A = TypeVar("A")
B = TypeVar("B")
J = TypeVar("J")

#: Rows of given tables that are written at once.
WRITTEN = 20_000


class SparkPlace:
    """A Spark cluster, or this machine as one, which starts when it is first needed."""

    def __init__(self, master: str, folder: Path, *, megabytes: int, settings: Mapping[str, str]) -> None:
        self._master, self._folder, self._megabytes, self._settings = master, folder, megabytes, settings
        self._cluster: Cluster | None = None

    def _started(self) -> Cluster:
        self._cluster = self._cluster or Cluster(self._master, self._folder, self._settings)
        return self._cluster

    @property
    def n_workers(self) -> int:
        """How many chunks are worked on at a time."""
        return self._started().n_slots

    def each(
        self, jobs: Iterable[J], function: Callable[[J], Any], *, limit_s: Callable[[J], float]
    ) -> Iterator[Ended[J]]:
        """Run a function on each job in the cluster; see `pool.Pool.each`.

        Each task starts a process of its own for its jobs, so that one which hangs or dies ends neither worker nor run.
        """
        cluster, rest = self._started(), iter(jobs)
        work = partial(in_pool, function, self._megabytes)
        while some := list(islice(rest, AHEAD * cluster.n_slots)):
            yield from cluster.each([(job, limit_s(job)) for job in some], work, cluster.n_slots)

    def engine(self, scratch: Path, results: object = None) -> "SparkEngine":
        """The verbs of one step. Results of earlier runs are not looked up: workers would have to hand them around."""
        del results
        return SparkEngine(self._started(), scratch)

    def close(self) -> None:
        """End the application."""
        if self._cluster:
            self._cluster.close()
            self._cluster = None


class SparkEngine:
    """One step's work. Functions run at once and their rows are written; queries are run when their rows are needed."""

    def __init__(self, cluster: Cluster, scratch: Path) -> None:
        self._cluster, self._scratch = cluster, scratch
        self._number = itertools.count()
        #: Queries that were not run yet, by the name that stands for their rows among the paths of a table.
        self._plans: dict[str, Any] = {}
        self._kept: dict[tuple[str, ...], Table[Any]] = {}

    def close(self) -> None:
        """There is nothing to stop: the cluster belongs to the run."""

    def _next(self) -> Path:
        return self._scratch / f"{next(self._number):05d}.parquet"

    def sql(self, query: str, row: type[B], **tables: Table[Any]) -> Table[B]:
        """Plan one SELECT; see `step.Engine`.

        Raises:
            ContractBroken: the query is none in Spark's SQL, or does not give the fields of `row`.
        """
        session = self._cluster.session
        try:
            for name, table in tables.items():
                self._frame(table).createOrReplaceTempView(name)
            found = session.sql(in_spark(query))
            wanted = _spark_schema(row)
            frame = found.select(*(col(f"`{field.name}`").cast(field.dataType) for field in wanted))
        except (SqlglotError, PySparkException) as error:
            raise ContractBroken(f"a query for {row.__name__} rows failed: {error}\n{query}") from error
        finally:
            for name in tables:
                session.catalog.dropTempView(name)
        plan = f"plan {next(self._number)}"
        self._plans[plan] = frame
        return Table(row, (plan,))

    def map(self, table: Table[A], function: Callable[[Sequence[A]], Iterable[B]], row: type[B]) -> Table[B]:
        """Apply a function to batches of rows; see `step.Engine`."""
        return self._worked(self._frame(table), Work(function, table.row, row, None))

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
        frame = self._frame(table)
        parted = frame.repartition(*(col(f"`{key}`") for key in keys)) if keys else frame.repartition(1)
        ordered = parted.sortWithinPartitions(*(col(f"`{name}`").asc_nulls_first() for name in (*keys, *order)))
        return self._worked(ordered, Work(function, table.row, row, keys))

    def _worked(self, frame: Any, work: Work) -> Table[Any]:
        made = frame.mapInArrow(partial(streamed, work), _spark_schema(work.made))
        return self._written(work.made, made)

    def _written(self, row: type[B], frame: Any) -> Table[B]:
        folder = self._next()
        self._cluster.do(lambda: frame.write.mode("overwrite").parquet(_address(folder)))
        return Table(row, tuple(str(path) for path in sorted(folder.glob("*.parquet"))))

    def _frame(self, table: Table[Any]) -> Any:
        """The rows of a table as Spark plans them."""
        if table.paths in self._kept:
            return self._frame(self._kept[table.paths])
        files = [_address(Path(path)) for path in table.paths if path not in self._plans]
        frames = [
            self._frame(self._kept[path,]) if (path,) in self._kept else self._plans[path]
            for path in table.paths
            if path in self._plans
        ]
        session, wanted = self._cluster.session, _spark_schema(table.row)
        if files:
            # A case may have any name: one with [ or * is no pattern.
            frames.append(session.read.schema(wanted).option("__globPaths__", "false").parquet(*files))
        whole = frames[0] if frames else session.createDataFrame([], wanted)
        for frame in frames[1:]:
            whole = whole.unionByName(frame)
        return whole

    def union(self, row: type[A], *tables: Table[A]) -> Table[A]:
        """The rows of several tables; see `step.Engine`."""
        return Table(row, tuple(path for table in tables for path in table.paths))

    def rows(self, row: type[A], rows: Iterable[A]) -> Table[A]:
        """A table of given rows; see `step.Engine`."""
        path, rest = self._next(), iter(rows)
        pieces = (to_arrow(row, some) for some in iter(lambda: list(islice(rest, WRITTEN)), []))
        write_tables(path, schema(cast(Any, row)), pieces)
        return Table(row, (str(path),))

    def keep(self, table: Table[A]) -> Table[A]:
        """Run the queries that a table waits for and write their rows; see `step.Engine`."""
        if self._plans.keys().isdisjoint(table.paths):
            return table
        if table.paths not in self._kept:
            self._kept[table.paths] = self._written(table.row, self._frame(table))
        return self._kept[table.paths]

    def count(self, table: Table[Any]) -> int:
        """Number of rows; see `step.Engine`."""
        return count_rows(self.keep(table).paths)


def _spark_schema(row: type[Any]) -> Any:
    return from_arrow_schema(schema(cast(Any, row)))


def _address(path: Path) -> str:
    """A path as Hadoop names it, whatever file system is a cluster's own."""
    return f"file://{path.absolute()}"
