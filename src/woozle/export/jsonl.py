"""JSON Lines: one file a table, one row a line, rows by id and keys in the order of the fields."""

import json
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError
from woozle.export.record import Record
from woozle.model.arrow import plain
from woozle.model.tables import RECORD_TABLES


def line(row: Any) -> str:
    """A row as one line of JSON, letters as they are.

    Raises:
        IntegrityError: a number is not finite, which JSON cannot say.
    """
    try:
        return json.dumps(plain(row), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise IntegrityError(f"row {row.id} cannot be written: {error}; please report this") from error


def write_jsonl(record: Record, folder: Path) -> dict[str, int]:
    """Write ``<table>.jsonl`` for every table, empty ones too; returns the number of rows by file name.

    Raises:
        IntegrityError: a row cannot be written.
        OSError: the disk is full, or the folder cannot be written.
    """
    n_rows = {}
    for table, row_class in RECORD_TABLES.items():
        name = f"{table}.jsonl"
        n_rows[name] = 0
        with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
            for row in record.iterate(row_class):
                file.write(line(row) + "\n")
                n_rows[name] += 1
    return n_rows
