"""Tables of stages: ``tables/<table>/<generation>/<key>.parquet``, each file whole or not there.

A file's key names what it was made of: a chunk of captures, or ``all``. A step has made a chunk when each of its
tables has the chunk's file.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from woozle.model.ids import row_id
from woozle.model.records import Capture
from woozle.toolbox.parquet import read_rows, write_rows

#: Generation of the table of captures: it is no step's work, so nothing but this layout could make it another.
SOURCE = "source-2"


def chunk_key(captures: Iterable[Capture]) -> str:
    """The name of a chunk: a hash of its captures and their inputs, in any order."""
    parts = sorted((capture.id, capture.inputs, str(capture.told or "")) for capture in captures)
    return row_id("chunk", *(part for whole in parts for part in whole)).removeprefix("b2:")


class Tables:
    """The folder ``tables/``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, table: str, generation: str, key: str) -> Path:
        """Where a table's file of one generation and key stands."""
        return self.folder / table / generation / f"{key}.parquet"

    def has(self, tables: Iterable[str], generation: str, key: str) -> bool:
        """Whether a step has made a chunk: the file of each of its tables is there, for somebody may delete one."""
        return all(self.path(table, generation, key).exists() for table in tables)

    def chunks(self) -> dict[str, tuple[Capture, ...]]:
        """The chunks on disk by key. Where a crash left a chunk beside its own parts, the parts win."""
        folder = self.folder / "captures" / SOURCE
        found = [(path.stem, tuple(read_rows(Capture, [path]))) for path in sorted(folder.glob("[!.]*.parquet"))]
        covered: set[str] = set()
        kept: dict[str, tuple[Capture, ...]] = {}
        for key, captures in sorted(found, key=lambda item: (len(item[1]), item[0])):
            ids = {capture.id for capture in captures}
            if not ids & covered:
                kept[key] = captures
                covered |= ids
        return kept

    def write_chunk(self, captures: Iterable[Capture]) -> str:
        """Write a chunk's list of captures; returns its key.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        rows = sorted(captures, key=lambda capture: capture.id)
        key = chunk_key(rows)
        write_rows(self.path("captures", SOURCE, key), Capture, rows)
        return key

    def drop_chunk(self, key: str) -> None:
        """Forget a chunk: its list first, so that no half of it is taken for whole."""
        self.path("captures", SOURCE, key).unlink(missing_ok=True)
        for path in self.folder.glob(f"*/*/{key}.parquet"):
            path.unlink(missing_ok=True)

    def prune(self, keep: dict[str, str]) -> None:
        """Delete every generation but the one named for each table, and the scratch folder."""
        for generation in self.folder.glob("*/*"):
            if generation.is_dir() and keep.get(generation.parent.name) != generation.name:
                shutil.rmtree(generation, ignore_errors=True)
        shutil.rmtree(self.folder / "scratch", ignore_errors=True)
