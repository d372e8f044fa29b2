"""Answers to SQL: the tables of a case's record, asked by a person, and the rows as lines of text."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from types import TracebackType
from typing import Any

from woozle.engines.asking import Asking
from woozle.errors import UsageError
from woozle.model.tables import RECORD_TABLES
from woozle.store.book import Book
from woozle.toolbox.cells import cell

#: How an answer can be written.
FORMS = ("table", "csv", "json")
#: A cell of a drawn table is cut behind so many characters.
WIDEST = 60
#: So many rows tell how wide the columns of a drawn table are; those after them are drawn as wide.
MEASURED = 1_000


class Answer:
    """Columns and rows of one answer; rows come as they are read, once."""

    def __init__(self, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        self.columns = tuple(columns)
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows, values in the order of the columns; nested ones as dicts and lists."""
        return self._rows

    def lines(self, form: str) -> Iterator[str]:
        """The answer in lines: ``table`` for people, ``csv`` as exports write it, ``json`` with one object a row.

        Raises:
            UsageError: no such form.
        """
        if form not in FORMS:
            raise UsageError(f"{form} is no form of an answer; there are {', '.join(FORMS)}")
        return {"table": self._drawn, "csv": self._csv, "json": self._json}[form]()

    def _json(self) -> Iterator[str]:
        for row in self._rows:
            yield json.dumps(dict(zip(self.columns, row, strict=True)), ensure_ascii=False)

    def _csv(self) -> Iterator[str]:
        for row in chain([self.columns], self._rows):
            held = io.StringIO()
            # Cells with the characters of the line's end are quoted, so both are named here.
            csv.writer(held, lineterminator="\r\n").writerow([cell(value) for value in row])
            yield held.getvalue().removesuffix("\r\n")

    def _drawn(self) -> Iterator[str]:
        first = [[_shown(value) for value in row] for row in islice(self._rows, MEASURED)]
        head = [_shown(name) for name in self.columns]
        widths = [max(map(_width, column)) for column in zip(head, *first, strict=True)]
        yield _line(head, widths)
        yield "  ".join("-" * width for width in widths)
        for row in chain(first, ([_shown(value) for value in row] for row in self._rows)):
            yield _line(row, widths)


class Tables:
    """The tables of a record, open for SQL; nothing can be written through it, and no file be reached."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._asking = Asking(RECORD_TABLES, book.iterate)

    def __enter__(self) -> "Tables":
        """Itself; it is closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the record."""
        self.close()

    def ask(self, query: str) -> Answer:
        """The answer to one query in DuckDB's SQL; read it before asking again.

        Raises:
            UsageError: it is no query, or several, or would change something, or fails.
        """
        return Answer(*self._asking.ask(query))

    def close(self) -> None:
        """Let go of the record."""
        self._asking.close()
        self._book.close()


def _shown(value: Any) -> str:
    """A value in one short line."""
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    return "" if value is None else text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text + " " * max(0, width - _width(text)) for text, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
