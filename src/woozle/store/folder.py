"""The case folder: where its parts stand, how it is made, and the lock that keeps two writers apart."""

import fcntl
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

import tomlkit

from woozle.config import CASE_FORMAT
from woozle.errors import CaseError, CaseLocked, CaseReadOnly, UsageError
from woozle.store.captures import Captures
from woozle.store.journal import Journal
from woozle.store.settings import read_settings
from woozle.store.tables import Tables
from woozle.toolbox.files import write_whole

SETTINGS = "woozle.toml"


class Folder:
    """Paths of one case. Opening one reads nothing but ``woozle.toml``."""

    def __init__(self, path: Path) -> None:
        """Open a case that exists.

        Raises:
            CaseError: there is none, or it has another layout.
        """
        self.path = path
        if not (path / SETTINGS).is_file():
            raise CaseError(f"{path} is no case: it has no {SETTINGS}. Make one with: woozle init {path}")
        self.captures = Captures(path / "captures")
        self.tables = Tables(path / "tables")
        self.journal = Journal(path / "journal.jsonl")
        found = self._document().get("case", {}).get("format")
        if found != CASE_FORMAT:
            raise CaseError(f"{path} has case format {found!r}, and this Woozle reads {CASE_FORMAT}")

    def _document(self) -> tomlkit.TOMLDocument:
        try:
            return tomlkit.parse(self.settings_text())
        except tomlkit.exceptions.ParseError as error:
            raise UsageError(f"{self.path / SETTINGS} is not TOML: {error}") from error

    def settings_text(self) -> str:
        """The text of ``woozle.toml``.

        Raises:
            CaseError: it cannot be read.
        """
        try:
            return (self.path / SETTINGS).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CaseError(f"{self.path / SETTINGS} cannot be read: {error}") from error

    def set(self, section: str, key: str, value: Any, defaults: Mapping[str, Any]) -> None:
        """Change one setting and leave the rest of the file, comments too, as it is.

        Raises:
            UsageError: there is no such setting, or the value is of a wrong type; nothing is written.
        """
        document = self._document()
        table = document.setdefault(section, tomlkit.table())
        table[key] = value
        text = tomlkit.dumps(document)
        read_settings(text, defaults)
        write_whole(self.path / SETTINGS, text.encode("utf-8"))


def create(path: Path, defaults: Mapping[str, Any]) -> Folder:
    """Make a case folder with every setting written out.

    Raises:
        CaseError: there is a case already, or something else of that name, or the folder cannot be made.
    """
    if (path / SETTINGS).exists():
        raise CaseError(f"{path} is a case already")
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CaseError(f"{path} exists and is no empty folder: choose another name")
    document = tomlkit.document()
    document.add(
        tomlkit.comment("Settings of this case. Change one and run again: only what follows from it is remade.")
    )
    document["case"] = {"format": CASE_FORMAT}
    for section, default in defaults.items():
        if asdict(default):
            document[section] = asdict(default)
    try:
        (path / "captures").mkdir(parents=True, exist_ok=True)
        write_whole(path / SETTINGS, tomlkit.dumps(document).encode("utf-8"))
    except OSError as error:
        raise CaseError(f"the case {path} cannot be made: {error}") from error
    return Folder(path)


class Lock:
    """One writer at a time. The system lets go of it when the process ends, however it ends."""

    def __init__(self, path: Path, name: str = "lock", done: str = "locked") -> None:
        """A lock that is not taken yet.

        Args:
            path: the case.
            name: the lock's file; locks of other names do not keep each other out.
            done: what the other process has done to the case, for the message.
        """
        self._path, self._done = path / name, done
        self._handle: int | None = None

    def __enter__(self) -> "Lock":
        """Take the lock.

        Raises:
            CaseLocked: another process holds it.
            CaseReadOnly: the folder cannot be written.
        """
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise CaseReadOnly(f"{self._path.parent} can be read but not written: {error.strerror}") from error
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(self._handle, 32).decode("ascii", "replace").strip() or "unknown"
            os.close(self._handle)
            raise CaseLocked(
                f"{self._path.parent} is {self._done} by process {holder}; try again when it is done"
            ) from error
        os.ftruncate(self._handle, 0)
        os.write(self._handle, f"{os.getpid()}\n".encode("ascii"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
