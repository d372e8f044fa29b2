"""Exports: the record as files that other programs read, written whole or not at all."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from woozle.errors import UsageError
from woozle.export.csv import write_csv
from woozle.export.folder import fill
from woozle.export.jsonl import write_jsonl
from woozle.export.manifest import write_manifest
from woozle.export.record import Record

#: A form writes every table of a record into a folder and gives the number of rows of each file by name.
Writer = Callable[..., Mapping[str, int]]

FORMS: Mapping[str, Writer] = MappingProxyType({"jsonl": write_jsonl, "csv": write_csv})


def write_export(record: Record, form: str, to: Path, **options: Any) -> tuple[Path, ...]:
    """Write a record into a folder, and a manifest with the hash of every file; returns the paths of the files.

    The same record gives the same bytes.

    Args:
        record: what is written.
        form: ``jsonl`` or ``csv``.
        to: the folder; made if it is missing, refused if it holds anything but an earlier export.
        options: for ``csv``: ``bom`` (start each file with a byte order mark, which Excel asks for).

    Raises:
        UsageError: no such form, or the folder holds something else; nothing is changed.
        IntegrityError: a number that cannot be written.
        OSError: the disk is full, or the folder cannot be written.
    """
    if form not in FORMS:
        raise UsageError(f"{form} is no form of export; there are {', '.join(FORMS)}")

    def write(folder: Path) -> None:
        n_rows = FORMS[form](record, folder, **options)
        write_manifest(record, folder, n_rows)

    return fill(to, write)
