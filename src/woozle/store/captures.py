"""Captures: the bytes as they came, named by their SHA-256, beside a small JSON file that says where they came from.

Records of collections can be left there; then a row says where they stand (`store/left.py`).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError
from woozle.model.ids import bytes_id, row_id
from woozle.model.records import Capture, Problem
from woozle.model.values import Spot, Told
from woozle.store.collected.spots import Gone, paths_of, read_left
from woozle.store.left import LeftThere
from woozle.toolbox.files import write_whole


def _write_json(path: Path, value: dict[str, Any]) -> None:
    write_whole(path, (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8"))


def _plain(told: Told | None) -> dict[str, str] | None:
    """What is told, without what is not."""
    return {name: value for name, value in asdict(told).items() if value is not None} or None if told else None


def _merged(told: Iterable[dict[str, str]]) -> Told | None:
    """What several records with the same bytes tell: for each thing the first that tells it."""
    whole: dict[str, str] = {}
    for one in told:
        whole = {**one, **whole}
    return Told(**whole) if whole else None


class Captures:
    """``captures/``: ``ab/cd…`` holds bytes, ``ab/cd….json`` their inputs, ``refused/`` what had no bytes.

    ``left`` knows what was left in its collection.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.left = LeftThere(folder / "left")

    def _path(self, capture_id: str) -> Path:
        digest = capture_id.removeprefix("sha256:")
        return self.folder / digest[:2] / digest[2:]

    def _refused_path(self, source: str) -> Path:
        name = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self.folder / "refused" / f"{name}.json"

    def add(self, content: bytes, source: str, added_at: str, told: Told | None = None) -> tuple[str, bool]:
        """Keep bytes that came from a path, a URL or a record of a collection.

        Args:
            content: the bytes.
            source: where they came from.
            added_at: this instant.
            told: what the collection tells about them.

        Returns:
            The capture's id, and whether bytes, input or what is told are new.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        capture_id = bytes_id(content)
        path, meta = self._path(capture_id), self._path(capture_id).with_suffix(".json")
        known: dict[str, Any] = json.loads(meta.read_bytes()) if meta.exists() else {"sha256": capture_id, "inputs": {}}
        self._refused_path(source).unlink(missing_ok=True)
        plain = _plain(told)
        if source in known["inputs"] and known.get("told", {}).get(source) == plain:
            return capture_id, False
        if not path.exists():
            write_whole(path, content)
        known["size"] = len(content)
        known["inputs"].setdefault(source, added_at)
        if plain:
            known.setdefault("told", {})[source] = plain
        elif source in known.get("told", {}):
            del known["told"][source]
        _write_json(meta, known)
        return capture_id, True

    def has(self, capture_id: str) -> bool:
        """Whether the bytes of a capture are here."""
        return self._path(capture_id).exists()

    def refuse(self, source: str, kind: str, message: str) -> Problem:
        """Keep the fact that an input could not be read at all, so that it is not forgotten.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        problem = Problem(row_id("problem", "add", source, kind), source, None, "add", kind, message)
        fact = {"id": problem.id, "input": source, "kind": kind, "message": message}
        _write_json(self._refused_path(source), fact)
        return problem

    def accept(self, source: str) -> None:
        """Forget that an input could not be read: now it can."""
        self._refused_path(source).unlink(missing_ok=True)

    def refused(self) -> list[Problem]:
        """The inputs that could not be read, by id."""
        facts = [json.loads(path.read_bytes()) for path in sorted(self.folder.glob("refused/*.json"))]
        rows = [Problem(f["id"], f["input"], None, "add", f["kind"], f["message"]) for f in facts]
        return sorted(rows, key=lambda row: row.id)

    def all(self) -> list[Capture]:
        """Every capture whose bytes and origin are both known, by id."""
        told_by = self._kept()
        for row in self.left.each():
            told_by.setdefault(row.capture, (row.size, {}))[1][row.source] = _plain(row.told)
        return [
            Capture(capture_id, size, tuple(sorted(told)), _merged(one for _, one in sorted(told.items()) if one))
            for capture_id, (size, told) in sorted(told_by.items())
        ]

    def _kept(self) -> dict[str, tuple[int, dict[str, dict[str, str] | None]]]:
        """Size, and by name what is told, of every capture whose bytes are here."""
        found = {}
        for meta in self.folder.glob("[0-9a-f][0-9a-f]/*.json"):
            if meta.name.startswith(".") or not meta.with_suffix("").exists():
                continue
            fact = json.loads(meta.read_bytes())
            told = fact.get("told", {})
            found[fact["sha256"]] = (fact["size"], {source: told.get(source) for source in fact["inputs"]})
        return found

    def left_in(self) -> dict[str, bool]:
        """The collections in which captures were left, and whether they are there."""
        case = self.folder.parent
        return {path: bool(paths_of(path, beside, case)) for path, beside in self.left.collections()}

    def read(self, capture_id: str, left: Sequence[Spot] | None = None) -> bytes:
        """The bytes of a capture, unchecked; those in a collection are checked, for whoever else may have written it.

        Args:
            capture_id: the capture.
            left: where it was left, if the caller knows.

        Raises:
            IntegrityError: they are gone or cannot be read.
        """
        try:
            return self._path(capture_id).read_bytes()
        except OSError as error:
            spots = self.left.spots([capture_id]).get(capture_id, ()) if left is None else left
            if not spots:
                raise IntegrityError(f"the bytes of capture {capture_id} cannot be read: {error}") from error
        try:
            return read_left(capture_id, spots, self.folder.parent)
        except Gone as gone:
            said = f"capture {capture_id} was left where it was, and {gone}"
            raise IntegrityError(f"{said}: put it back as it was, or add it from where it is now") from gone
