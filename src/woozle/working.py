"""What changes a case, and what rests on its settings. It brings all steps along, which reading a record can spare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from woozle import run as running
from woozle.adding import Adding
from woozle.answers import Added, RunReport, Status, unread_of
from woozle.config import VERSION
from woozle.engines.place import On
from woozle.errors import Interrupted, UsageError
from woozle.judging import Judging
from woozle.making import DEFAULTS, make, plain_settings, planned, unmade
from woozle.model.decisions import Decision
from woozle.model.records import Claim, Document, Problem
from woozle.pipeline import STEPS
from woozle.run import Event
from woozle.store.book import open_live, open_record
from woozle.store.collected.records import checked_columns
from woozle.store.folder import SETTINGS, Folder, Lock, create
from woozle.store.settings import read_settings


class Working:
    """The work on one case; see `Case` for what is meant and raised."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._settings = read_settings(folder.settings_text(), DEFAULTS)

    @staticmethod
    def create(path: Path) -> None:
        """Make a case folder with every setting written out."""
        create(path, DEFAULTS).journal.append({"at": running.now(), "act": "init", "woozle": VERSION})

    @property
    def judging(self) -> Judging:
        """The decisions of the case."""
        return Judging(self._folder, self._settings)

    def add(
        self,
        inputs: Sequence[str],
        columns: Mapping[str, str],
        progress: Callable[[Event], None],
        *,
        keep: bool | None,
    ) -> Added:
        """Keep the bytes of inputs."""
        named = checked_columns(columns)
        with Lock(self._folder.path, act="add"):
            return Adding(self._folder, self._settings["add"], named, progress, keep=keep).add(inputs)

    def run(
        self,
        progress: Callable[[Event], None],
        workers: int | None,
        *,
        engine: str,
        master: str | None,
        about: str | None,
    ) -> RunReport:
        """Make what is missing of the record."""
        began, on = running.seconds(), On(workers or running.cores(), engine, master)
        with Lock(self._folder.path, act="run"):
            before = open_live(self._folder.path)
            # Beside a record of another part nothing can be told to be new.
            old = (before.count(Document) if before.about == about else None) if before else 0
            try:
                made, is_changed = make(self._folder, self._settings, on=on, progress=progress, about=about)
            except KeyboardInterrupt as error:
                raise Interrupted(f"stopped; nothing is lost: woozle run {self._folder.path} goes on") from error
        book = open_record(self._folder.path)
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

    def settings(self) -> dict[str, dict[str, Any]]:
        """Every setting by section."""
        return plain_settings(self._settings)

    def setting_origins(self) -> dict[str, str]:
        """Where each setting comes from."""
        flat = {(part, key): value for part, values in self.settings().items() for key, value in values.items()}
        return {
            f"{part}.{key}": "default" if value == getattr(DEFAULTS[part], key) else SETTINGS
            for (part, key), value in flat.items()
        }

    def set(self, key: str, value: Any) -> None:
        """Change one setting."""
        section, _, name = key.partition(".")
        if section not in DEFAULTS or name not in asdict(DEFAULTS[section]):
            known = ", ".join(f"{part}.{field}" for part, values in self.settings().items() for field in values)
            raise UsageError(f"{key} is no setting; there are {known}")
        with Lock(self._folder.path, act="set"):
            self._folder.set(section, name, value, DEFAULTS)
            self._folder.journal.append({"at": running.now(), "act": "set", "setting": key, "value": value})
        self._settings = read_settings(self._folder.settings_text(), DEFAULTS)

    def status(self) -> Status:
        """What the case holds."""
        captures, refused = self._folder.captures.all(), self._folder.captures.refused()
        left_in = self._folder.captures.left_in()
        book = open_live(self._folder.path)
        asked = planned(self._folder, self._settings, book.about if book else None)
        stale = [one.step.name for one in unmade(self._folder, asked.steps)]
        return Status(
            str(self._folder.path),
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
            tuple(left_in),
            tuple(path for path, is_there in left_in.items() if not is_there),
        )
