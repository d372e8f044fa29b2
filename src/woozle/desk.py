"""The desk: a case opened for looking. Every view is of the record that is live at the moment it is asked for."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from woozle.errors import CaseError
from woozle.report.live import pages
from woozle.report.live.query import Query
from woozle.report.live.view import View
from woozle.store.book import Book, live, open_live
from woozle.store.folder import Folder

#: A run may replace the book between reading its name and opening it; so often is it tried again.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address gives: the text in the form asked for, and the state of the record that it is of."""

    text: str
    kind: str
    record: str


class Desk:
    """A case for many readers at a time. Nothing is written, and nothing is kept open between two views."""

    def __init__(self, path: str | Path) -> None:
        """Open a case that exists.

        Raises:
            CaseError: there is none, or it has another layout.
        """
        self.path = Path(path)
        self._folder = Folder(self.path)

    @property
    def name(self) -> str:
        """What the case is called."""
        return self.path.resolve().name.removesuffix(".woozle")

    @contextmanager
    def _book(self) -> Iterator[Book]:
        """The live book, for one view.

        Raises:
            CaseError: nothing was run yet, or the book is damaged.
        """
        for left in reversed(range(_TRIES)):
            try:
                book = open_live(self.path)
                break
            except CaseError:
                if not left:
                    raise
        if book is None:
            raise CaseError(f"{self.path} has no record yet: woozle run {self.path}")
        try:
            yield book
        finally:
            book.close()

    def answer(self, name: str, form: str, values: Mapping[str, str], row: str = "") -> Answer | None:
        """A view in one of its forms; None if there is no such view, row or form.

        Args:
            name: the view.
            form: ``html``, ``json`` or ``csv``.
            values: what the address chooses.
            row: the start of the hash of the row that the view is of; empty for a list.

        Raises:
            UsageError: the address asks for something that there cannot be.
            CaseError: nothing was run yet, or the book is damaged.
        """
        query = Query(f"/{name}/{row}" if row else f"/{name}", {key: value for key, value in values.items() if value})
        with self._book() as book:
            view = pages.view_of(book, name, row, query, self._folder.captures.read)
            if view is None:
                return None
            return self._written(view, form, query, book.generation)

    def _written(self, view: View, form: str, query: Query, record: str) -> Answer | None:
        if form == "json":
            return Answer(pages.as_json(view, query, record), "application/json", record)
        if form == "csv":
            rows = pages.as_csv(view)
            return None if rows is None else Answer(rows, "text/csv; charset=utf-8", record)
        return Answer(self._html(view, query, record), "text/html; charset=utf-8", record)

    def _html(self, view: View, query: Query, record: str) -> str:
        return pages.as_html(view, query, case=self.name, command=self.path.name, generation=record)

    @property
    def record(self) -> str:
        """The state of the record that is live now; empty before the first run."""
        return live(self.path) or ""

    def message(self, title: str, *lines: str, command: str = "", has_way_on: bool = True) -> str:
        """A page that only says something: what is so, what still holds, and a command that helps."""
        content = pages.Message(lines, command, has_way_on)
        return self._html(pages.message(title, content), Query("/", {}), "")

    @staticmethod
    def asset(name: str) -> tuple[bytes, str] | None:
        """A file that pages load, with its kind of content; None if there is none of that name."""
        return pages.asset(name)
