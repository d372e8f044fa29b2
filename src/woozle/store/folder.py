"""The case folder: where its parts stand, how it is made, and the lock that keeps two writers apart."""

import fcntl
import os
import time
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import tomlkit

from woozle.config import CASE_FORMAT
from woozle.errors import CaseError, CaseLocked, CaseReadOnly, UsageError
from woozle.model.runs import Held
from woozle.store.captures import Captures
from woozle.store.journal import Journal
from woozle.store.settings import read_settings
from woozle.store.tables import Tables
from woozle.toolbox.files import write_whole

SETTINGS = "woozle.toml"
#: The file that whoever writes to a case holds locked.
LOCK = "lock"
#: So often is a lock tried for that others only look at.
_TRIES, _PAUSE_S = 1_000, 0.001


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

    def __init__(self, path: Path, name: str = LOCK, done: str = "locked", *, act: str = "") -> None:
        """A lock that is not taken yet.

        Args:
            path: the case.
            name: the lock's file; locks of other names do not keep each other out.
            done: what the other process has done to the case, for the message.
            act: what it is taken for, such as ``run``: one word, which others may read.
        """
        self._path, self._done, self._act = path / name, done, act
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
        if not _taken(self._handle):
            holder, _ = _holder(self._handle)
            os.close(self._handle)
            raise CaseLocked(f"{self._path.parent} is {self._done} by process {holder}; try again when it is done")
        os.ftruncate(self._handle, 0)
        os.write(self._handle, f"{os.getpid()} {self._act}\n".encode("ascii"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def held(path: Path, name: str = LOCK) -> Held | None:
    """What a case is locked for at this moment; None where it is not, or where that cannot be known."""
    try:
        handle = os.open(path / name, os.O_RDONLY)
    except OSError:
        return None
    try:
        # To ask is to share the lock for a moment; who wants it alone meanwhile tries again (`_taken`).
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        at = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
        return Held(_holder(handle)[1], f"{at:%Y-%m-%dT%H:%M:%SZ}")
    finally:
        os.close(handle)
    return None


def _holder(handle: int) -> tuple[str, str]:
    """The number of the process that took a lock last, and what for."""
    number, _, act = os.pread(handle, 64, 0).decode("ascii", "replace").strip().partition(" ")
    return number or "unknown", act


def _taken(handle: int) -> bool:
    """Take a lock for oneself; whether that could be done.

    Who only asks shares the lock for some microseconds: then it can be shared with them, and is tried again soon.
    """
    for _ in range(_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return False
            fcntl.flock(handle, fcntl.LOCK_UN)
            time.sleep(_PAUSE_S)
        else:
            return True
    return False
