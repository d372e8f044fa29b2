"""The desk: a case opened for looking, and for saying what the program cannot know.

Every view is of the record that is live at the moment it is asked for.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from woozle.answers import By, Judged
from woozle.errors import CaseError, CaseReadOnly, UsageError
from woozle.following import Following
from woozle.judging import Judging
from woozle.making import DEFAULTS, plain_settings
from woozle.model.decisions import Decision
from woozle.model.runs import Run
from woozle.report.live import pages
from woozle.report.live.asking import UNSURE, Question, question_of
from woozle.report.live.docket import Carried, Docket
from woozle.report.live.query import Query
from woozle.report.live.review import SIZE
from woozle.report.live.runs import Past
from woozle.report.live.view import View
from woozle.store.book import Book, live, open_record
from woozle.store.folder import Folder, held
from woozle.store.runs import changes, runs
from woozle.store.settings import read_settings


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address gives: the text in the form asked for, and the state of the record that it is of."""

    text: str
    kind: str
    record: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks: the name that a browser keeps, what a form must bring along, an answer that was not recorded."""

    who: str = ""
    token: str = ""
    carried: Carried | None = None


_NOBODY = Visitor()


@dataclass(frozen=True, slots=True)
class Said:
    """An answer to some questions: the verdict, by whom, and the last decision that the person knew of."""

    questions: tuple[str, ...]
    verdict: str
    by: By
    seen: int


class Desk:
    """A case for many readers at a time. Nothing is kept open between two views; only decisions are ever written."""

    def __init__(self, path: str | Path, *, is_read_only: bool = False) -> None:
        """Open a case that exists.

        Args:
            path: the case folder.
            is_read_only: whether nothing may be decided here.

        Raises:
            CaseError: there is none, or it has another layout.
        """
        self.path = Path(path)
        self._folder = Folder(self.path)
        self._is_read_only = is_read_only
        self._judging = Judging(self._folder, {})
        self._known: tuple[object, list[tuple[Decision, bool]]] = (None, [])
        self._following = Following(self.path)

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
        book = open_record(self.path)
        try:
            yield book
        finally:
            book.close()

    def answer(
        self, name: str, form: str, values: Mapping[str, str], row: str = "", visitor: Visitor = _NOBODY
    ) -> Answer | None:
        """A view in one of its forms; None if there is no such view, row or form.

        Args:
            name: the view.
            form: ``html``, ``json`` or ``csv``.
            values: what the address chooses.
            row: the start of the hash of the row that the view is of; empty for a list.
            visitor: who looks.

        Raises:
            UsageError: the address asks for something that there cannot be.
            CaseError: nothing was run yet, or the book is damaged.
            IntegrityError: the journal is damaged.
        """
        query = Query(f"/{name}/{row}" if row else f"/{name}", {key: value for key, value in values.items() if value})
        beside = pages.Beside(self._folder.captures.read, lambda: self._docket(visitor), self._past)
        with self._book() as book:
            view = pages.view_of(book, name, row, query, beside)
            if view is None:
                return None
            return self._written(view, form, query, book)

    def _written(self, view: View, form: str, query: Query, book: Book) -> Answer | None:
        record = book.generation
        around = self._around(record, book.about, book.n_outside)
        if form == "json":
            return Answer(pages.as_json(view, query, around), "application/json", record)
        if form == "csv":
            rows = pages.as_csv(view)
            return None if rows is None else Answer(rows, "text/csv; charset=utf-8", record)
        return Answer(pages.as_html(view, query, around), "text/html; charset=utf-8", record)

    def _around(self, record: str, about: str | None = None, n_outside: int = 0) -> pages.Around:
        return pages.Around(self.name, self.path.name, record, held(self.path), about, n_outside)

    @property
    def record(self) -> str:
        """The state of the record that is live now; empty before the first run."""
        return live(self.path) or ""

    def message(self, title: str, *lines: str, command: str = "", has_way_on: bool = True) -> str:
        """A page that only says something: what is so, what still holds, and a command that helps."""
        content = pages.Message(lines, command, has_way_on)
        return pages.as_html(pages.message(title, content), Query("/", {}), self._around(""))

    @staticmethod
    def asset(name: str) -> tuple[bytes, str] | None:
        """A file that pages load, with its kind of content; None if there is none of that name."""
        return pages.asset(name)

    def _past(self) -> Past:
        """The runs that are remembered, and the settings of the next one."""
        known, fault, following = list[Run](), "", None
        try:
            known = runs(self.path)
        except CaseError as error:
            fault = str(error)
        # Whoever runs the case hears what is wrong with its settings; the record that is shown was made with others.
        with suppress(UsageError, CaseError):
            following = plain_settings(read_settings(self._folder.settings_text(), DEFAULTS))
        return Past(known, partial(changes, self.path), fault, plain_settings(DEFAULTS), following)

    # ---- review

    @property
    def off(self) -> str:
        """Why nothing may be decided here; empty where it may."""
        if self._is_read_only:
            return "these pages were opened for reading only."
        journal = self._folder.journal.path
        if not os.access(self.path, os.W_OK) or (journal.exists() and not os.access(journal, os.W_OK)):
            return "the case cannot be written."
        return ""

    def _docket(self, visitor: Visitor) -> Docket:
        """What was decided, as the visitor sees it; the journal is read again only if it, or the record, changed."""
        try:
            found = os.stat(self._folder.journal.path)
            state: object = (found.st_ino, found.st_size, found.st_mtime_ns, live(self.path))
        except FileNotFoundError:
            state = (live(self.path),)
        known, rows = self._known
        if known != state:
            rows = self._judging.standing()
            self._known = (state, rows)
        run = self._following
        return Docket(rows, visitor.who, self.off, visitor.token, visitor.carried, run.state, run.failure)

    def judge(self, said: Said) -> Judged:
        """Record an answer; it is on the disk when this returns, and the next run makes the record follow it.

        Raises:
            CaseReadOnly: nothing may be decided here.
            UsageError: no such question, or no such answer to it; nothing is recorded.
            CaseError: nothing was run yet.
            OSError: the disk is full.
        """
        self._writable()
        with self._book() as book:
            found = {row.id: row for row in map(question_of, book.ask("review_all"))}
        if not said.questions or len(said.questions) > SIZE:
            raise UsageError(f"tick the rows that are meant, at most {SIZE}" if not said.questions else "too many rows")
        gone = [key for key in said.questions if key not in found]
        if gone:
            raise UsageError("the record was remade since, and this is not asked any more")
        questions = [found[key] for key in dict.fromkeys(said.questions)]
        for one in questions:
            _fits(one, said.verdict)
        whats = [(one.kind, said.verdict, one.ids) for one in questions]
        return self._judging.judge(whats, said.by, is_applied=False, seen=said.seen)

    def undo(self, batch: str, by: By) -> Judged:
        """Take a batch of decisions back.

        Raises:
            CaseReadOnly, OSError: as in `judge`.
            UsageError: there is no such batch, or it was taken back already.
        """
        self._writable()
        return self._judging.undo(batch, by, is_applied=False)

    def follow(self) -> None:
        """Start a run of the case in a process of its own, unless one goes on that was started here.

        Raises:
            CaseReadOnly: nothing may be decided here.
        """
        self._writable()
        self._following.start()

    def _writable(self) -> None:
        if self.off:
            raise CaseReadOnly(self.off)


def _fits(question: Question, verdict: str) -> None:
    known: Sequence[str] = [*(one.verdict for one in question.ask.answers), UNSURE.verdict]
    if verdict not in known:
        raise UsageError(f"choose an answer: {', '.join(known)}")


__all__ = ["Answer", "By", "Carried", "Desk", "Said", "Visitor"]
