"""The book: the record as people read it, one SQLite file, built aside and then made the live one.

``books/<generation>.sqlite`` holds the tables of the record, a full-text index and the counts; the small file
``book`` names the live one. A book is never written again once it is live, and never renamed over another.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from woozle.errors import CaseError, IntegrityError
from woozle.model.ids import row_id
from woozle.model.records import Claim, Document
from woozle.model.tables import BOOK_TABLES, RECORD_TABLES
from woozle.store.choosing import Wanted, bare_name, question
from woozle.store.questions import statements, worded
from woozle.store.rows import columns, create, from_values, to_values
from woozle.toolbox.files import aside, settle, write_whole
from woozle.toolbox.looks import weight

R = TypeVar("R")

_TABLE_OF = {row: table for table, row in RECORD_TABLES.items()}


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A row that holds the words searched for; ``text`` is a short stretch around them, the words in ``[ ]``."""

    kind: str
    id: str
    document_id: str | None
    text: str


def build(folder: Path, generation: str, tables: Mapping[str, Iterable[Any]], facts: Mapping[str, Any]) -> None:
    """Write the book of a generation and make it the live one; older books go.

    Args:
        folder: the case.
        generation: names the book; the same generation has the same rows.
        tables: rows by name of table, of the record or of `BOOK_TABLES`; a table that is left out is empty.
        facts: plain values that are kept with the book (versions, settings).

    Raises:
        OSError, sqlite3.OperationalError: the disk is full, or the folder cannot be written.
        IntegrityError: two rows of one table have one id.
    """
    path = folder / "books" / f"{generation}.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        part = aside(path)
        part.unlink(missing_ok=True)
        _write(part, tables, facts)
        settle(path)
    write_whole(folder / "book", f"{generation}\n".encode("ascii"))
    for old in path.parent.glob("*.sqlite*"):
        # Who still reads an old book keeps it open: on POSIX the file lives until the last reader is gone.
        if old != path:
            old.unlink(missing_ok=True)


def _write(path: Path, tables: Mapping[str, Iterable[Any]], facts: Mapping[str, Any]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # Nobody reads this file before it is whole, so a crash costs a rebuild and no journal is needed.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table, row in {**RECORD_TABLES, **BOOK_TABLES}.items():
            connection.execute(create(table, row))
            marks = ", ".join("?" * len(columns(row)))
            connection.executemany(
                f'INSERT INTO "{table}" VALUES ({marks})',
                (to_values(item) for item in tables.get(table, ())),
            )
        _index(connection)
        connection.execute("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)")
        values = [(name, json.dumps(value, ensure_ascii=False, sort_keys=True)) for name, value in facts.items()]
        connection.executemany("INSERT INTO facts VALUES (?, ?)", sorted(values))
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise IntegrityError(f"the record cannot be built: {error}; please report this") from error
    finally:
        connection.close()


def _index(connection: sqlite3.Connection) -> None:
    """The full-text index and the indexes that pages use, made after the rows: that is three times as fast."""
    for table in ("mentions", "attributions", "assertions", "times", "places", "quantities"):
        connection.execute(f'CREATE INDEX "{table}_document" ON "{table}" ("document_id")')
    connection.execute('CREATE INDEX "assertions_claim" ON "assertions" ("claim_id", "document_id")')
    connection.execute('CREATE INDEX "origins_claim" ON "origins" ("claim_id")')
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5 "
        "(kind UNINDEXED, id UNINDEXED, document_id UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.create_function("look_weight", 4, weight, deterministic=True)
    connection.create_function("question_id", 2, _question_id, deterministic=True)
    for statement in (*statements("tables"), *statements("review_tables")):
        connection.execute(statement)


def _question_id(ask: str, subject: str) -> str:
    """What a question is called in addresses: the same for the same question, whatever else the record holds."""
    return row_id("question", ask, subject).removeprefix("b2:")[:16]


class Book:
    """A reader of the live book, or of none; reads only, so it works on a read-only disk too."""

    def __init__(self, path: Path) -> None:
        """Open a book.

        Raises:
            CaseError: it cannot be opened or is damaged.
        """
        self.path = path
        try:
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._facts = dict(self._connection.execute("SELECT name, value FROM facts"))
        except sqlite3.Error as error:
            raise CaseError(f"the book {path} cannot be read ({error}): delete it and run the case again") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def generation(self) -> str:
        """The generation that the book was built for."""
        return self.path.stem

    def fact(self, name: str) -> Any:
        """A plain value kept with the book; None if there is none of that name."""
        return json.loads(self._facts[name]) if name in self._facts else None

    @property
    def about(self) -> str | None:
        """The words that the book is narrowed to; None where it holds all of the pile."""
        return cast(str | None, self.fact("about"))

    @property
    def n_outside(self) -> int:
        """Reports of the pile that it leaves out for that."""
        return self.fact("outside") or 0

    def rows(self, row: type[R]) -> Sequence[R]:
        """All rows of a record class, by id."""
        return list(self.iterate(row))

    def where(self, row: type[R], name: str, value: str) -> Sequence[R]:
        """The rows of a record class that have a value, by id; quick where the field is indexed."""
        known = {field for field, _ in columns(row)}
        if name not in known:
            raise ValueError(f"{row.__name__} has no {name}")
        found = self._connection.execute(f'SELECT * FROM "{_TABLE_OF[row]}" WHERE "{name}" = ? ORDER BY id', (value,))
        return [from_values(row, values) for values in found]

    def iterate(self, row: type[R]) -> Iterator[R]:
        """All rows of a record class, by id, one at a time."""
        for values in self._connection.execute(f'SELECT * FROM "{_TABLE_OF[row]}" ORDER BY id'):
            yield from_values(row, values)

    def get(self, row: type[R], row_id: str) -> R | None:
        """The row with an id, or None."""
        query = f'SELECT * FROM "{_TABLE_OF[row]}" WHERE id = ?'
        values = self._connection.execute(query, (row_id,)).fetchone()
        return None if values is None else from_values(row, values)

    def find(self, prefix: str) -> list[Any]:
        """Rows of any table whose id begins with `prefix`, with or without the tag before the colon."""
        found: list[Any] = []
        starts = [prefix] if ":" in prefix else [f"b2:{prefix}"]
        for table, row in RECORD_TABLES.items():
            for start in starts:
                query = f'SELECT * FROM "{table}" WHERE id >= ? AND id < ? ORDER BY id LIMIT 20'
                values = self._connection.execute(query, (start, start + "\U0010ffff")).fetchall()
                found += [from_values(row, item) for item in values]
        return found

    def many(self, row: type[R], ids: Iterable[str]) -> list[R]:
        """The rows that have one of some ids, by id; ids of no row are left out."""
        query = f'SELECT * FROM "{_TABLE_OF[row]}" WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id'
        return [from_values(row, values) for values in self._found(query, (json.dumps(sorted(set(ids))),))]

    def ask(self, question: str, **values: Any) -> list[tuple[Any, ...]]:
        """The answer to a question of ``store/questions``, as plain values.

        Args:
            question: the name of its file.
            values: what stands for its ``:names``; lists become JSON arrays.

        Raises:
            CaseError: the book was made by another Woozle and lacks what is asked for.
        """
        given = {name: json.dumps(list(v)) if isinstance(v, list | tuple) else v for name, v in values.items()}
        return self._found(worded(question, values), given)

    def _found(self, query: str, given: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows of a query.

        Raises:
            CaseError: the book was made by another Woozle, or is damaged.
        """
        try:
            return self._connection.execute(query, given).fetchall()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "no such" in str(error):
                what = f"the book {self.path} was made by another Woozle ({error}): run the case again"
                raise CaseError(what) from error
            if "malformed" not in str(error) and "not a database" not in str(error):
                raise
            what = f"the book {self.path} is damaged ({error}): delete the folder books, and run the case again"
            raise CaseError(what) from error

    def read(self, row: type[R], question: str, **values: Any) -> list[R]:
        """The answer to a question that selects whole rows of a record class."""
        return [from_values(row, found) for found in self.ask(question, **values)]

    def count(self, row: type[Any]) -> int:
        """Number of rows of a record class."""
        query = f'SELECT count(*) FROM "{_TABLE_OF[row]}"'
        return cast(int, self._connection.execute(query).fetchone()[0])

    def claims(self, wanted: Wanted, limit: int | None = None) -> Sequence[Claim]:
        """The claims that are wanted, those in most reports first.

        Raises:
            UsageError: a date that is none, dates in a wrong order, or a name of nothing.
        """
        asked = question(wanted)
        # A name is folded once, however many reports it stands in.
        self._connection.create_function("bare_name", 1, cache(bare_name), deterministic=True)
        order = "c.reports DESC, c.outlets DESC, c.id"
        query = f"SELECT c.* FROM claims c WHERE {asked.condition} ORDER BY {order} LIMIT :limit"
        found = self._connection.execute(query, {**asked.values, "limit": -1 if limit is None else limit})
        return [from_values(Claim, values) for values in found]

    def search(self, words: str, limit: int = 20) -> Sequence[SearchHit]:
        """Claims and reports that hold all the words, best first; the words are plain text, not a query language."""
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not quoted:
            return []
        query = (
            "SELECT kind, id, document_id, snippet(search, 3, '[', ']', ' … ', 24) FROM search "
            "WHERE search MATCH ? ORDER BY rank, id LIMIT ?"
        )
        return [SearchHit(*values) for values in self._connection.execute(query, (quoted, limit))]


def live(folder: Path) -> str | None:
    """The generation of a case's live book; None before the first run."""
    pointer = folder / "book"
    return pointer.read_text("ascii").strip() if pointer.exists() else None


def open_live(folder: Path) -> Book | None:
    """A reader of the live book; None before the first run, or where the book was deleted.

    Raises:
        CaseError: the book is damaged.
    """
    generation = live(folder)
    path = folder / "books" / f"{generation}.sqlite"
    return Book(path) if generation and path.exists() else None


#: A run may replace the book between reading its name and opening it; so often is it tried again.
_TRIES = 3


def open_record(folder: Path) -> Book:
    """A reader of the live book of a case that was run.

    Raises:
        CaseError: nothing was run yet, or the book is damaged.
    """
    for left in reversed(range(_TRIES)):
        try:
            book = open_live(folder)
        except CaseError:
            if not left:
                raise
            continue
        if book is not None:
            return book
    raise CaseError(f"{folder} has no record yet: woozle run {folder}")


__all__ = ["Book", "Claim", "Document", "SearchHit", "build", "live", "open_live", "open_record"]
