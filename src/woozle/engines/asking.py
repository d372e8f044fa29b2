"""SQL that a person writes, over tables that only this process holds: nothing can be written, no file be reached."""

import contextlib
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, cast

import duckdb
import pyarrow as pa

from woozle.errors import UsageError
from woozle.model.arrow import schema, to_arrow

#: Rows that are loaded, and handed over, at once.
AT_ONCE = 10_000
#: What may be asked; everything else changes something, if only a setting.
ALLOWED = ("SELECT", "EXPLAIN")
#: DuckDB reads files, fetches extensions and looks into Python's variables, unless it is told not to as it starts.
LOCKED = {
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_WORD = re.compile(r"\w+")
#: Functions that name a table by a text, which may be put together only while the query runs.
_NAMING = frozenset({"query", "query_table"})


class Asking:
    """Tables by name, each loaded when a query first names it. They are copies: no query can harm what they came of."""

    def __init__(self, classes: Mapping[str, type[Any]], rows: Callable[[type[Any]], Iterable[Any]]) -> None:
        """Show the tables, still empty.

        Args:
            classes: the record class of each table.
            rows: gives the rows of a class.
        """
        self._classes, self._rows = classes, rows
        self._waiting = set(classes)
        self._connection = duckdb.connect(":memory:", config={**LOCKED})
        for table, row in classes.items():
            self._put(f'CREATE TABLE "{table}" AS SELECT * FROM shown', schema(cast(Any, row)).empty_table())
        self._connection.execute("SET lock_configuration = true")

    def close(self) -> None:
        """Let go of the tables."""
        self._connection.close()

    def ask(self, query: str) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
        """The names of the columns of one query's answer, and its rows as plain values; read them before asking again.

        Raises:
            UsageError: it is no query, or several, or would change something, or fails.
        """
        self._take_back()
        with _plainly():
            self._check(query)
            self._load({word.lower() for word in _WORD.findall(query)})
            # WITH can hide a change of the copies (an INSERT); it is taken back with its transaction.
            self._connection.execute("BEGIN TRANSACTION")
            asked = self._connection.execute(query)
            columns = tuple(str(one[0]) for one in asked.description or ())
            return columns, self._fetched(asked.fetchmany(AT_ONCE))

    def _fetched(self, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        while rows:
            yield from (tuple(_plain(value) for value in row) for row in rows)
            with _plainly():
                rows = self._connection.fetchmany(AT_ONCE)
        self._take_back()

    def _take_back(self) -> None:
        with contextlib.suppress(duckdb.TransactionException):  # there is none
            self._connection.execute("ROLLBACK")

    def _check(self, query: str) -> None:
        if not query.isascii() and re.search("[\ud800-\udfff]", query):
            raise UsageError("the query holds bytes that are no text in UTF-8")
        statements = self._connection.extract_statements(query)
        if len(statements) != 1:
            raise UsageError(f"one query is expected, and {len(statements)} came")
        kind = statements[0].type.name
        if kind not in ALLOWED:
            word = kind.replace("_", " ")
            raise UsageError(f"{word} is not allowed: the record is only read here (SELECT, DESCRIBE, SHOW, EXPLAIN)")

    def _load(self, words: set[str]) -> None:
        for table in sorted(self._waiting if words & _NAMING else self._waiting & words):
            row = self._classes[table]
            rows = iter(self._rows(row))
            while batch := list(islice(rows, AT_ONCE)):
                self._put(f'INSERT INTO "{table}" SELECT * FROM shown', to_arrow(row, batch))
            self._waiting.discard(table)

    def _put(self, statement: str, shown: pa.Table) -> None:
        self._connection.register("shown", shown)
        try:
            self._connection.execute(statement)
        finally:
            self._connection.unregister("shown")


@contextlib.contextmanager
def _plainly() -> Iterator[None]:
    """What DuckDB says, in one line and without the drawing of where; Ctrl-C goes on as it is."""
    try:
        yield
    except duckdb.InterruptException:
        raise
    except duckdb.OutOfMemoryException as error:
        raise UsageError("the answer needs more memory than there is: ask for less, or put a LIMIT to it") from error
    except (duckdb.Error, RuntimeError) as error:
        said = " ".join(line for line in str(error).partition("\n\nLINE ")[0].splitlines() if line.strip())
        raise UsageError(f"the query failed: {said[:500]}") from error


def _plain(value: Any) -> Any:
    """A value that JSON can say: what it cannot say (a date, an infinite number, bytes) as text."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
