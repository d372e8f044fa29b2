"""CSV: one file a table and one of coded events, nested cells as JSON, no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from woozle.errors import IntegrityError
from woozle.export.coded import COLUMNS, coded_rows
from woozle.export.record import Record
from woozle.model.arrow import plain
from woozle.model.tables import RECORD_TABLES
from woozle.toolbox.cells import cell

#: The events once more, with the column names of ACLED and UCDP.
CODED = "events_coded.csv"


def write_csv(record: Record, folder: Path, *, bom: bool = False) -> dict[str, int]:
    """Write ``<table>.csv`` for every table, empty ones too, and `CODED`; returns the number of rows by file name.

    Args:
        record: what is written.
        folder: where to.
        bom: start each file with a byte order mark, without which Excel takes UTF-8 for another encoding.

    Raises:
        IntegrityError: a number is not finite, which JSON cannot say.
        OSError: the disk is full, or the folder cannot be written.
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    n_rows = {}
    for table, row_class in RECORD_TABLES.items():
        header = [f.name for f in fields(row_class)]
        n_rows[f"{table}.csv"] = _write(
            folder / f"{table}.csv", encoding, header, map(_cells, record.iterate(row_class))
        )
    coded = ([cell(row[name]) for name in COLUMNS] for row in coded_rows(record))
    n_rows[CODED] = _write(folder / CODED, encoding, COLUMNS, coded)
    return n_rows


def _write(path: Path, encoding: str, header: Sequence[str], rows: Iterable[list[str]]) -> int:
    """Write one file; returns the number of its rows."""
    n = 0
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            n += 1
    return n


def _cells(row: Any) -> list[str]:
    try:
        return [cell(value) for value in plain(row).values()]
    except ValueError as error:
        raise IntegrityError(f"row {row.id} cannot be written: {error}; please report this") from error
