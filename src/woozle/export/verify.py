"""Verification: does every span, hash, reference and count of a record, or every file of an export, still hold?

Written from the data model alone: nothing here asks the code that made the rows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError, UsageError
from woozle.export.conclusions import Conclusions
from woozle.export.decided import Decided
from woozle.export.evidence import document_faults, row_faults
from woozle.export.manifest import MANIFEST, file_sha256, read_manifest
from woozle.export.record import Record
from woozle.export.references import reference_faults
from woozle.model.decisions import Decision
from woozle.model.records import Document
from woozle.model.tables import RECORD_TABLES


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at (rows of a record, or files of an export), and one sentence for each thing that is wrong."""

    n_checked: int
    faults: tuple[str, ...]


def verify(
    record: Record, read_capture: Callable[[str], bytes], journal: Sequence[Decision] | None = None
) -> Verification:
    """Check a record against itself and against the bytes of its captures.

    Every span says what the document says there; every character of a document leads back to bytes that say it; every
    capture has the hash it is named by; every id that is named exists and no two rows share one; counts of reports,
    outlets, occasions and voices are those of the assertions and origins; ranges and intervals are in order; decisions
    that stand name what exists, and the record follows them.

    Args:
        record: what is checked.
        read_capture: the bytes of a capture by its id; may raise `IntegrityError`.
        journal: all that the journal says was decided; None where there is none to compare with.
    """
    texts: dict[str, str] = {}
    faults: list[str] = []
    for document in record.iterate(Document):
        texts[document.id] = document.text
        faults += document_faults(document, _content(document, read_capture, faults))
    ids: dict[str, set[str]] = {table: set() for table in RECORD_TABLES}
    for table, row_class in RECORD_TABLES.items():
        for row in record.iterate(row_class):
            faults += [f"{table} {row.id}: two rows have this id"] if row.id in ids[table] else []
            ids[table].add(row.id)
    conclusions, decided, n_checked = Conclusions(), Decided(), 0
    for table, row_class in RECORD_TABLES.items():
        for row in record.iterate(row_class):
            n_checked += 1
            conclusions.note(row)
            decided.note(row)
            found = (*row_faults(row, texts), *reference_faults(row, ids))
            faults += (f"{table} {row.id}: {fault}" for fault in found)
    return Verification(n_checked, (*faults, *conclusions.faults(), *decided.faults(ids, journal)))


def _content(document: Document, read_capture: Callable[[str], bytes], faults: list[str]) -> bytes | None:
    """The bytes of a document's capture; None, and a fault more, where they are gone."""
    try:
        return read_capture(document.capture_sha256)
    except IntegrityError as error:
        faults.append(f"documents {document.id}: {error}")
        return None


def verify_export(folder: Path) -> Verification:
    """Compare every file of an export with its manifest.

    Raises:
        UsageError: the folder holds no export.
        OSError: the folder cannot be read.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise UsageError(f"{folder} holds no export: it has no {MANIFEST} written by Woozle")
    files: Mapping[str, Any] = manifest["files"]
    strange = sorted(path.name for path in folder.iterdir() if path.name not in files and path.name != MANIFEST)
    faults = [fault for name in files for fault in _file_faults(folder, name, files[name])]
    return Verification(len(files), (*faults, *(f"{name} is no part of the export" for name in strange)))


def _file_faults(folder: Path, name: str, expected: Any) -> Iterator[str]:
    if Path(name).name != name or not isinstance(expected, dict):
        yield f"{MANIFEST} names {name!r}, which is no file of an export"
        return
    try:
        found = file_sha256(folder / name)
    except OSError as error:
        yield f"{name} cannot be read: {error.strerror}"
        return
    if found != expected.get("sha256"):
        yield f"{name} was changed: its SHA-256 is {found}, and the manifest says {expected.get('sha256')}"
