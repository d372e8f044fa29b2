"""Captures: the bytes as they came, named by their SHA-256, beside a small JSON file that says where they came from."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError
from woozle.model.ids import bytes_id, row_id
from woozle.model.records import Capture, Problem
from woozle.model.values import Told
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
    """``captures/``: ``ab/cd…`` holds bytes, ``ab/cd….json`` their inputs, ``refused/`` what had no bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

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
        """Every capture whose bytes and origin are both whole, by id."""
        return sorted(self._scan(), key=lambda capture: capture.id)

    def _scan(self) -> Iterator[Capture]:
        for meta in self.folder.glob("[0-9a-f][0-9a-f]/*.json"):
            if meta.name.startswith(".") or not meta.with_suffix("").exists():
                continue
            fact = json.loads(meta.read_bytes())
            told = fact.get("told", {})
            yield Capture(
                fact["sha256"], fact["size"], tuple(sorted(fact["inputs"])), _merged(map(told.get, sorted(told)))
            )

    def read(self, capture_id: str) -> bytes:
        """The bytes of a capture, unchecked.

        Raises:
            IntegrityError: the file is gone or cannot be read.
        """
        try:
            return self._path(capture_id).read_bytes()
        except OSError as error:
            raise IntegrityError(f"the bytes of capture {capture_id} cannot be read: {error}") from error
