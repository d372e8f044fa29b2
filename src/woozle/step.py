"""The contract of a step: what it reads and writes, and the verbs it may ask of an engine.

A step is a value. It is registered by standing in ``pipeline.py``; importing a step does nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

#: Rows by table name, as a map step gets and gives them.
Batch = Mapping[str, Sequence[Any]]


def by_document(rows: Sequence[Any]) -> dict[str, list[Any]]:
    """Rows of a batch by the document they belong to; a document without rows has an empty list."""
    table: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        table[row.document_id].append(row)
    return table


@dataclass(frozen=True, slots=True)
class MapStep:
    """A pure function on one batch: the rows of some captures in, the rows made of them out.

    The rows that come out must not depend on what else is in the batch: any cut of the work gives the same record.

    Attributes:
        name: one word, also the prefix of its problems table.
        version: raised whenever the same input would give other rows.
        reads: names of the tables it gets, each with the rows that belong to the batch's captures.
        writes: name of each table it makes, and its row class. ``<name>_problems`` may always be written.
        settings: a frozen dataclass of plain values; defaults written out in ``woozle.toml`` under ``[name]``.
        function: ``function(batch, settings) -> batch``, at module level.
        is_risky: run in a killable worker even for one document, because a hostile input may hang or abort it.
    """

    name: str
    version: int
    reads: tuple[str, ...]
    writes: Mapping[str, type[Any]]
    settings: Any
    function: Callable[[Any, Any], Batch]
    is_risky: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[A]):
    """A handle on rows of one class that an engine holds, as Parquet files."""

    row: type[A]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lasting(Generic[A, B]):
    """A function of rows whose results are worth keeping from run to run: it takes long, and hangs on little.

    An engine may look up what it made of the same rows, of a group or one by one; it may as well ask it again.
    """

    function: Callable[[Sequence[A]], Iterable[B]]

    def __call__(self, rows: Sequence[A]) -> Iterable[B]:
        """What the function makes of rows."""
        function: Any = self.function  # through Any: mypy takes a function in a frozen field for a method
        made: Iterable[B] = function(rows)
        return made


class Engine(Protocol):
    """The verbs of set work. Each gives rows of the named class, in no promised order."""

    def sql(self, query: str, row: type[B], **tables: Table[Any]) -> Table[B]:
        """Run one SELECT over the named tables; columns are matched to the fields of `row` by name and cast."""

    def map(self, table: Table[A], function: Callable[[Sequence[A]], Iterable[B]], row: type[B]) -> Table[B]:
        """Apply a module-level function (or a `functools.partial` of one) to batches of rows, cut anyhow."""

    def map_groups(
        self,
        table: Table[A],
        keys: tuple[str, ...],
        function: Callable[[Sequence[A]], Iterable[B]],
        row: type[B],
        *,
        order: tuple[str, ...],
    ) -> Table[B]:
        """Apply a function to each group of rows with equal `keys`, sorted by `order`; no keys = one group of all."""

    def union(self, row: type[A], *tables: Table[A]) -> Table[A]:
        """The rows of several tables of one class."""

    def rows(self, row: type[A], rows: Iterable[A]) -> Table[A]:
        """A table made of given rows; for small things only."""

    def keep(self, table: Table[A]) -> Table[A]:
        """Write the rows to disk now, so that they are not computed twice."""

    def count(self, table: Table[Any]) -> int:
        """Number of rows."""


@dataclass(frozen=True, slots=True)
class SetStep:
    """Work over whole tables: SQL and pure functions, written against an engine's verbs.

    ``function(engine, tables, settings)`` gets one `Table` for each name in `reads` and gives one for each in `writes`.
    The rows must not depend on the order of rows, on the number of workers, or on the engine.
    """

    name: str
    version: int
    reads: tuple[str, ...]
    writes: Mapping[str, type[Any]]
    settings: Any
    function: Callable[[Engine, Mapping[str, Table[Any]], Any], Mapping[str, Table[Any]]]


Step = MapStep | SetStep
