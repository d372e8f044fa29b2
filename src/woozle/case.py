"""A case: a folder that explains itself, and the façade over everything that can be done with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any, Unpack

from woozle import past
from woozle import run as running
from woozle.adding import Adding
from woozle.answers import Added, By, Judged, RunReport, Status, unread_of
from woozle.asked import Answer, Tables
from woozle.config import VERSION
from woozle.engines.place import On
from woozle.errors import CaseError, Interrupted, UsageError
from woozle.export import write_export
from woozle.export.verify import Verification, verify, verify_export
from woozle.judging import Judging
from woozle.making import DEFAULTS, is_made, make, plain_settings, planned
from woozle.model.decisions import Decision
from woozle.model.records import Claim, Document, Entity, Problem
from woozle.pipeline import STEPS
from woozle.report import render
from woozle.review.explain import Explanation, explain
from woozle.run import Event
from woozle.store import folder as folders
from woozle.store.book import Book, open_live
from woozle.store.choosing import Wanted
from woozle.store.collected.records import checked_columns
from woozle.store.decisions import read_decisions
from woozle.store.settings import read_settings
from woozle.toolbox.files import write_whole
from woozle.toolbox.shown import Rows
from woozle.watching import Batch, Hands, watch

#: No column is named.
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


class Case:
    """One case. Many may read it while one writes.

    Example:
        >>> case = woozle.open("border.woozle")
        >>> case.add("inbox"); case.run()
        >>> for claim in case.claims(min_voices=2):
        ...     print(claim.text, claim.voices)
    """

    def __init__(self, path: str | Path) -> None:
        """Open a case that exists.

        Raises:
            CaseError: there is none, or it has another layout.
            UsageError: ``woozle.toml`` has mistakes.
        """
        self.path = Path(path)
        self._folder = folders.Folder(self.path)
        self._settings = read_settings(self._folder.settings_text(), DEFAULTS)

    @classmethod
    def create(cls, path: str | Path, *, if_not_exists: bool = False) -> "Case":
        """Make a case folder with every setting written out, and open it.

        Raises:
            CaseError: there is a case already (unless `if_not_exists`), or the folder cannot be made.
        """
        if not (if_not_exists and (Path(path) / folders.SETTINGS).exists()):
            made = folders.create(Path(path), DEFAULTS)
            made.journal.append({"at": running.now(), "act": "init", "woozle": VERSION})
        return cls(path)

    def __repr__(self) -> str:
        return f"Case({str(self.path)!r})"

    # ---- writing

    def add(
        self,
        *inputs: str | Path,
        columns: Mapping[str, str] = NO_COLUMNS,
        progress: Callable[[Event], None] = running.quiet,
    ) -> Added:
        """Keep the bytes of files, of the reports in folders, of what patterns match, and of records of collections.

        Args:
            inputs: paths and patterns.
            columns: names of columns of collections by what they hold: html, text, url, title, published, outlet,
                language. Those that are not named are known by usual names.
            progress: called after each record of a collection.

        Raises:
            UsageError: `columns` names something that no column holds.
            CaseLocked: another process is writing.
            CaseReadOnly: the folder cannot be written.
            OSError: the disk is full.
        """
        named = checked_columns(columns)
        with folders.Lock(self.path, act="add"):
            return Adding(self._folder, self._settings["add"], named, progress).add(str(item) for item in inputs)

    def run(
        self,
        progress: Callable[[Event], None] = running.quiet,
        workers: int | None = None,
        *,
        engine: str = "local",
        master: str | None = None,
        about: str | None = None,
    ) -> RunReport:
        """Make what is missing of the record, and nothing else.

        Args:
            progress: called after each piece of work.
            workers: processes; by default one a core. The record does not depend on it, nor on the engine.
            engine: ``local``, or ``spark``: with the extra ``woozle[spark]`` and Java, on `master` or this machine.
            master: address of Spark's master.
            about: words. All of the pile is worked on, and the record that people read is of a part: the reports that
                hold all these words, the claims they make, and who else makes these. A run without it makes the whole.

        Raises:
            UsageError, EngineFailed: the engine does not run, or no report holds all the words.
            CaseLocked, CaseReadOnly: another process is writing, or the folder cannot be written.
            Interrupted: the user stopped it; the next run goes on.
            ContractBroken: a step broke its contract; please report it.
            OSError: the disk is full.
        """
        began, on = running.seconds(), On(workers or running.cores(), engine, master)
        with folders.Lock(self.path, act="run"):
            before = self._open()
            # Beside a record of another part nothing can be told to be new.
            old = (before.count(Document) if before.about == about else None) if before else 0
            try:
                made, is_changed = make(self._folder, self._settings, on=on, progress=progress, about=about)
            except KeyboardInterrupt as error:
                raise Interrupted(f"stopped; nothing is lost: woozle run {self.path} goes on") from error
        book = self.record()
        kept = tuple(step.name for step in STEPS if step.name not in made)
        n_documents, unread = book.count(Document), unread_of(self._folder, book)
        changed = tuple(step.name for step in STEPS if step.name in made)
        return RunReport(
            changed,
            kept,
            n_documents,
            0 if old is None else max(0, n_documents - old),
            book.count(Problem),
            unread,
            is_changed,
            running.seconds() - began,
            sum(row.stale for row in book.iterate(Decision)),
            about,
            book.n_outside,
        )

    def watch(
        self, folder: str | Path, *, every: float = 2.0, say: Callable[[str], object] = len, workers: int | None = None
    ) -> Iterator[Batch]:
        """Add and run as files arrive in a folder; gives a batch each time, and never ends by itself.

        Args:
            folder: where reports arrive; files that two looks find unchanged are taken.
            every: seconds from one look to the next.
            say: is told what is waited for.
            workers: as in `run`.

        Raises:
            UsageError: there is no such folder.
            CaseLocked: another process watches the case.
            Interrupted: the user stopped it in the middle of a run; the next one goes on.
            CaseReadOnly, ContractBroken, OSError: as in `run`.
        """
        hands = Hands(
            add=lambda names: self.add(*names),
            run=lambda: self.run(workers=workers),
            is_stale=self._has_to_run,
            pause=lambda: running.wait(every),
            say=say,
        )
        return watch(self.path, str(folder), hands)

    def _has_to_run(self) -> bool:
        status = self.status()
        return bool(status.n_inputs) and not status.is_current

    def set(self, key: str, value: Any) -> None:
        """Change one setting, written ``section.key``; the next run remakes what follows from it.

        Raises:
            UsageError: there is no such setting, or the value is of a wrong type; nothing is changed.
            CaseLocked: another process is writing.
        """
        section, _, name = key.partition(".")
        if section not in DEFAULTS or name not in asdict(DEFAULTS[section]):
            known = ", ".join(f"{part}.{field}" for part, values in self.settings().items() for field in values)
            raise UsageError(f"{key} is no setting; there are {known}")
        with folders.Lock(self.path, act="set"):
            self._folder.set(section, name, value, DEFAULTS)
            self._folder.journal.append({"at": running.now(), "act": "set", "setting": key, "value": value})
        self._settings = read_settings(self._folder.settings_text(), DEFAULTS)

    # ---- reading

    def settings(self) -> dict[str, dict[str, Any]]:
        """Every setting by section, as it stands for this case."""
        return plain_settings(self._settings)

    def setting_origins(self) -> dict[str, str]:
        """Where each setting, written ``section.key``, comes from: ``default`` or ``woozle.toml``."""
        flat = {(part, key): value for part, values in self.settings().items() for key, value in values.items()}
        return {
            f"{part}.{key}": "default" if value == getattr(DEFAULTS[part], key) else folders.SETTINGS
            for (part, key), value in flat.items()
        }

    def _open(self) -> Book | None:
        return open_live(self.path)

    def record(self) -> Book:
        """The record as the last run left it.

        Raises:
            CaseError: nothing was run yet.
        """
        book = self._open()
        if book is None:
            raise CaseError(f"{self.path} has no record yet: woozle run {self.path}")
        return book

    def status(self) -> Status:
        """What the case holds, and whether its record is up to date."""
        captures, refused = self._folder.captures.all(), self._folder.captures.refused()
        book = self._open()
        asked = planned(self._folder, self._settings, book.about if book else None)
        stale = [one.step.name for one in asked.steps if not is_made(self._folder, one)]
        return Status(
            str(self.path),
            len(captures),
            sum(len(capture.inputs) for capture in captures) + len(refused),
            book.count(Document) if book else 0,
            book.count(Claim) if book else 0,
            book.count(Problem) if book else len(refused),
            book is not None and book.generation == asked.book,
            tuple(stale),
            book is not None,
            book.generation if book else None,
            len(asked.decisions),
            sum(row.stale for row in book.iterate(Decision)) if book else 0,
            asked.about,
            book.n_outside if book else 0,
        )

    def claims(self, *, limit: int | None = None, **wanted: Unpack[Wanted]) -> Rows[Claim]:
        """Claims, those in most reports first.

        Args:
            limit: at most so many.
            wanted: ``min_voices``, ``about``, ``voice``, ``outlet``, ``since``, ``until``, ``conflicts``; see `Wanted`.

        Raises:
            UsageError: a date that is none, dates in a wrong order, or a name of nothing.
            CaseError: nothing was run yet.
        """
        return Rows(self.record().claims(wanted, limit))

    def tables(self) -> Tables:
        """The tables of the record, open for SQL; use it in a ``with``.

        Raises:
            CaseError: nothing was run yet.
        """
        return Tables(self.record())

    def sql(self, query: str) -> Answer:
        """The answer to one query in DuckDB's SQL over the tables of the record, which is only read.

        Raises:
            UsageError: it is no query, or several, or would change something, or fails.
            CaseError: nothing was run yet.
        """
        return self.tables().ask(query)

    def explain(self, row_id: str) -> Explanation:
        """Why a row is what it is, down to the spans; `row_id` may be the beginning of an id.

        Raises:
            UsageError: no row, or more than one, has such an id.
            CaseError: nothing was run yet.
        """
        return explain(self.record(), row_id)

    def export(self, form: str, to: str | Path, **options: Any) -> tuple[Path, ...]:
        """Write the record into a folder.

        Args:
            form: ``jsonl`` or ``csv``.
            to: the folder; made if it is missing.
            options: what the form takes.

        Raises:
            UsageError: no such form, or the folder holds something else.
            CaseError: nothing was run yet.
            OSError: the disk is full.
        """
        return write_export(self.record(), form, Path(to), **options)

    def report(self, to: str | Path) -> Path:
        """Write the record as one self-contained HTML file.

        Raises:
            UsageError: `to` is a folder.
            CaseError: nothing was run yet.
            OSError: the disk is full, or the file cannot be written.
        """
        path = Path(to)
        if path.is_dir():
            raise UsageError(f"{to} is a folder: name the file to write, such as {path / 'report.html'}")
        name = self.path.resolve().name.removesuffix(".woozle")
        book = self.record()
        text = render(book, name=name, about=book.about, n_outside=book.n_outside)
        write_whole(path, text.encode("utf-8"))
        return path

    def verify(self) -> Verification:
        """Check every span, hash and count of the record, and the journal's chain.

        Raises:
            CaseError: nothing was run yet.
            IntegrityError: the journal is damaged.
        """
        journal = read_decisions(self._folder.journal.entries())
        return verify(self.record(), self._folder.captures.read, journal)

    @staticmethod
    def verify_export(folder: str | Path) -> Verification:
        """Compare every file of an export with its manifest.

        Raises:
            UsageError: the folder holds no export.
            OSError: the folder cannot be read.
        """
        return verify_export(Path(folder))

    def entities(self) -> Rows[Entity]:
        """Who and what is named.

        Raises:
            CaseError: nothing was run yet.
        """
        return Rows(self.record().rows(Entity))

    def problems(self) -> Rows[Problem]:
        """What was not read, or not read well, and why; before the first run, the inputs that could not be added."""
        book = self._open()
        return Rows(book.rows(Problem) if book else self._folder.captures.refused())

    runs, diff, history = past.runs_of, past.diff_of, past.history_of  # looking back: see `past`

    # ---- judging

    def judge(self, kind: str, verdict: str, *ids: str, by: By | str, is_applied: bool = True) -> Judged:
        """Decide something about rows of the record; nothing that was decided is ever changed or lost.

        Args:
            kind: entity, claim, copy, origin or attribution.
            verdict: same, different, unsure, accept, reject; or ``split``: what the first id names loses the others.
            ids: the rows, or the beginnings of their ids; a copy also as two reports, the child first.
            by: the name of who decides, or that with why and when: ``woozle.By("Mira", "the register says so")``.
            is_applied: whether the record is to follow at once; else a later decision or run sees to it.

        Raises:
            UsageError: no such kind, verdict or row; nothing is decided.
            CaseError: nothing was run yet.
            CaseLocked: another process is writing, and the record is to follow at once.
            CaseReadOnly: the folder cannot be written.
            OSError: the disk is full.
        """
        return Judging(self._folder, self._settings).judge([(kind, verdict, ids)], by, is_applied=is_applied)

    def undo(self, which: str = "last", *, by: By | str, is_applied: bool = True) -> Judged:
        """Take a decision back, and all that was decided in one go with it.

        Args:
            which: ``last``, the number of a decision, or the beginning of its id or of its batch's.
            by: as in `judge`.
            is_applied: as in `judge`.

        Raises:
            UsageError: there is no such decision, or it was undone already.
            CaseLocked, CaseReadOnly, OSError: as in `judge`.
        """
        return Judging(self._folder, self._settings).undo(which, by, is_applied=is_applied)

    def decisions(self) -> Rows[Decision]:
        """All that people decided, in the order of the journal; stale as the record that was made last knows it.

        Raises:
            IntegrityError: the journal is damaged.
        """
        return Rows(Judging(self._folder, self._settings).decisions())
