"""CSV: one file a table, nested cells as JSON, and no cell that a spreadsheet would run as a formula."""

import csv
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError
from woozle.export.record import Record
from woozle.model.arrow import plain
from woozle.model.tables import RECORD_TABLES

#: A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"; the wide forms work in Excel too).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: Any) -> str:
    """A plain value as the text of a cell: nothing for None, JSON for lists and mappings, ``'`` before a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def write_csv(record: Record, folder: Path, *, bom: bool = False) -> dict[str, int]:
    """Write ``<table>.csv`` for every table, empty ones too; returns the number of rows by file name.

    Args:
        record: what is written.
        folder: where to.
        bom: start each file with a byte order mark, without which Excel takes UTF-8 for another encoding.

    Raises:
        IntegrityError: a number is not finite, which JSON cannot say.
        OSError: the disk is full, or the folder cannot be written.
    """
    n_rows = {}
    for table, row_class in RECORD_TABLES.items():
        name = f"{table}.csv"
        n_rows[name] = 0
        with (folder / name).open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(f.name for f in fields(row_class))
            for row in record.iterate(row_class):
                writer.writerow(_cells(row))
                n_rows[name] += 1
    return n_rows


def _cells(row: Any) -> list[str]:
    try:
        return [cell(value) for value in plain(row).values()]
    except ValueError as error:
        raise IntegrityError(f"row {row.id} cannot be written: {error}; please report this") from error
