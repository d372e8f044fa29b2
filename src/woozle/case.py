"""A case: a folder that explains itself, and the façade over everything that can be done with it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from woozle import past
from woozle import run as running
from woozle.answers import Added, By, Judged, RunReport, Status
from woozle.asked import Answer, Tables
from woozle.errors import UsageError
from woozle.export import write_export
from woozle.export.verify import Verification, verify, verify_export
from woozle.model.decisions import Decision
from woozle.model.records import Claim, Entity, Problem
from woozle.report import render
from woozle.review.explain import Explanation, explain
from woozle.run import Event
from woozle.store import folder as folders
from woozle.store.book import Book, open_live, open_record
from woozle.store.choosing import Wanted
from woozle.store.collected.records import NO_COLUMNS
from woozle.store.decisions import read_decisions
from woozle.toolbox.files import write_whole
from woozle.toolbox.shown import Rows
from woozle.watching import Batch, Hands, watch

if TYPE_CHECKING:
    from woozle.working import Working


def _loaded() -> "type[Working]":
    made: type[Working] = import_module("woozle.working").Working
    return made


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
        """
        self.path = Path(path)
        self._folder = folders.Folder(self.path)

    @cached_property
    def _working(self) -> "Working":
        """What needs the steps and their settings: they take a second to load, which looking at a record can spare.

        Raises:
            UsageError: ``woozle.toml`` has mistakes.
        """
        return _loaded()(self._folder)

    @classmethod
    def create(cls, path: str | Path, *, if_not_exists: bool = False) -> "Case":
        """Make a case folder with every setting written out, and open it.

        Raises:
            CaseError: there is a case already (unless `if_not_exists`), or the folder cannot be made.
        """
        if not (if_not_exists and (Path(path) / folders.SETTINGS).exists()):
            _loaded().create(Path(path))
        return cls(path)

    def __repr__(self) -> str:
        return f"Case({str(self.path)!r})"

    # ---- writing

    def add(
        self,
        *inputs: str | Path,
        columns: Mapping[str, str] = NO_COLUMNS,
        keep: bool | None = None,
        progress: Callable[[Event], None] = running.quiet,
    ) -> Added:
        """Keep the bytes of files, of the reports in folders, of what patterns match, and of records of collections.

        Args:
            inputs: paths and patterns.
            columns: names of columns of collections by what they hold: html, text, url, title, published, outlet,
                language. Those that are not named are known by usual names.
            keep: whether records of collections are copied into the case; by default those of Parquet and JSON Lines
                are, and those of archives (WARC) are left there. Records that cannot be found again by themselves
                (packed lines, several that are packed together, very large row groups) are always copied.
            progress: called after each record of a collection.

        Raises:
            UsageError: `columns` names something that no column holds.
            CaseLocked: another process is writing.
            CaseReadOnly: the folder cannot be written.
            OSError: the disk is full.
        """
        return self._working.add([str(item) for item in inputs], columns, progress, keep=keep)

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
        return self._working.run(progress, workers, engine=engine, master=master, about=about)

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
            add=lambda names: self.add(*names, keep=True),
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
        self._working.set(key, value)

    # ---- reading

    def settings(self) -> dict[str, dict[str, Any]]:
        """Every setting by section, as it stands for this case."""
        return self._working.settings()

    def setting_origins(self) -> dict[str, str]:
        """Where each setting, written ``section.key``, comes from: ``default`` or ``woozle.toml``."""
        return self._working.setting_origins()

    def record(self) -> Book:
        """The record as the last run left it.

        Raises:
            CaseError: nothing was run yet.
        """
        return open_record(self.path)

    def status(self) -> Status:
        """What the case holds, and whether its record is up to date."""
        return self._working.status()

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
        book = open_live(self.path)
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
        return self._working.judging.judge([(kind, verdict, ids)], by, is_applied=is_applied)

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
        return self._working.judging.undo(which, by, is_applied=is_applied)

    def decisions(self) -> Rows[Decision]:
        """All that people decided, in the order of the journal; stale as the record that was made last knows it.

        Raises:
            IntegrityError: the journal is damaged.
        """
        return Rows(self._working.judging.decisions())
