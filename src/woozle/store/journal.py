"""The journal: what people did and decided, append-only, each line bound to the one before by its hash."""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError

#: The hash before the first line.
START = "0" * 64


def _digest(before: str, body: str) -> str:
    return hashlib.sha256(f"{before}\n{body}".encode("utf-8", "surrogatepass")).hexdigest()


def _body(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


class Journal:
    """``journal.jsonl``: one JSON object a line, ``{"hash", "before", "entry"}``.

    It has a lock of its own, held for the moment of one line: who decides need not wait for a run.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, entry: dict[str, Any]) -> None:
        """Add one entry and flush it to the disk. A line that a crash left half written is cut off first.

        Raises:
            OSError: the disk is full, or the file cannot be written.
            IntegrityError: a whole line does not fit the chain; nothing is written.
        """
        self.amend(lambda _: entry)

    def amend(self, make: Callable[[Sequence[dict[str, Any]]], dict[str, Any] | None]) -> None:
        """Add an entry that hangs on those before it; nobody writes in between.

        Args:
            make: gets all entries and gives the next one, or None where there is nothing to add. What it raises
                passes, and nothing is written.

        Raises:
            OSError, IntegrityError: as in `append`.
        """
        with self.path.open("ab") as file:
            # The system lets go of it when the file is closed, however the process ends.
            fcntl.flock(file, fcntl.LOCK_EX)
            lines = list(self._lines())
            entry = make([entry for _, _, entry in lines])
            if entry is None:
                return
            last, whole = (lines[-1][0], lines[-1][1]) if lines else (START, 0)
            line = json.dumps({"before": last, "hash": _digest(last, _body(entry)), "entry": entry}, ensure_ascii=True)
            file.truncate(whole)
            file.seek(whole)
            file.write(line.encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def entries(self) -> list[dict[str, Any]]:
        """Every entry in order.

        Raises:
            IntegrityError: a line is damaged or does not follow from the one before.
        """
        return [entry for _, _, entry in self._lines()]

    def _lines(self) -> Iterator[tuple[str, int, dict[str, Any]]]:
        """(hash, offset of the line's end, entry) of each whole line, checked as it goes."""
        before, end = START, 0
        content = self.path.read_bytes() if self.path.exists() else b""
        for number, line in enumerate(content.split(b"\n")[:-1], 1):
            end += len(line) + 1
            try:
                row = json.loads(line)
                entry, digest = row["entry"], row["hash"]
                is_sound = row["before"] == before and digest == _digest(before, _body(entry))
            except (ValueError, KeyError, TypeError):
                is_sound = False
            if not is_sound:
                raise IntegrityError(
                    f"{self.path}, line {number} was changed after it was written: keep a copy of the file, "
                    "and restore it from a backup"
                )
            before = digest
            yield digest, end, entry
