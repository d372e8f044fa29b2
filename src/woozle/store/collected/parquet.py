"""Parquet files of others: one record a row, read in small batches, only the columns that are needed."""

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from woozle.model.values import Spot
from woozle.store.collected.records import Limits, Record, at, choose, placed, record_of, too_large
from woozle.store.collected.streams import Damaged

#: About so many unpacked bytes are held at once.
HELD = 2**26
#: Rows are read at most so many at a time.
ROWS = 1024
#: A row group whose mean row is so many times the limit of a record is not even unpacked.
FAR = 16


def read_parquet(path: str, columns: Mapping[str, str], limits: Limits) -> Iterator[Record]:
    """The records of a file, numbered by row.

    Raises:
        OSError: it cannot be read.
    """
    try:
        schema = pq.read_schema(path)
        names = schema.names
        chosen = choose(names, columns)
        tops = sorted({name if name in names else name.split(".")[0] for name in chosen.values()})
        fault = _fault(names, chosen, tops)
        if fault:
            yield Record(None, fault=fault)
            return
        # Repeated values stay where they are once: a row is unpacked when it is its turn.
        flat = [name for name in tops if _is_text(schema.field(name).type)]
        file = pq.ParquetFile(path, read_dictionary=flat, buffer_size=2**20)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        yield Record(None, fault=("damaged", f"not read, it is no whole Parquet file: {_said(error)}"))
        return
    with file:
        first = 1
        for at_group in range(file.metadata.num_row_groups):
            yield from _group(file, at_group, (first, chosen, tops), limits)
            first += file.metadata.row_group(at_group).num_rows


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_binary(kind))


def _fault(names: list[str], chosen: Mapping[str, str], tops: list[str]) -> tuple[str, str] | None:
    has = f"it has {', '.join(names)[:300]}"
    missing = [name for name in tops if name not in names]
    if missing:
        return "columns", f"not read, it has no column {', '.join(missing)}; {has}"
    if not {"html", "text"} & set(chosen):
        return "columns", f"not read, no column of text is known; {has}. Say which: --columns text=NAME"
    return None


def _group(
    file: pq.ParquetFile, at_group: int, what: tuple[int, Mapping[str, str], list[str]], limits: Limits
) -> Iterator[Record]:
    first, chosen, tops = what
    group, number = file.metadata.row_group(at_group), first
    end, n_all = first + group.num_rows, max(1, file.metadata.num_rows)
    sizes = (group.column(at) for at in range(group.num_columns))
    size = sum(one.total_uncompressed_size for one in sizes if one.path_in_schema.split(".")[0] in tops)
    mean = max(1, size // max(1, group.num_rows))
    try:
        if mean > FAR * limits.record_bytes:
            raise pa.ArrowInvalid(f"a row has {mean / 2**20:,.0f} MB on the average")
        n_rows = max(1, min(ROWS, HELD // mean))
        for batch in file.iter_batches(n_rows, row_groups=[at_group], columns=tops):
            for row in range(batch.num_rows):
                record = _record(number, batch, (row, chosen, limits), 100 * number // n_all)
                yield placed(record, number - 1 if size <= HELD else None, 0, chosen)
                number += 1
    except (pa.ArrowException, OSError, UnicodeError) as error:
        message = f"not read, and {end - number - 1:,} rows behind it neither: {_said(error)}"
        yield Record(number, fault=("damaged", message), read=100 * end // n_all)


def row_at(path: str, where: Spot, columns: Mapping[str, str]) -> Record:
    """The record of one row, as `columns` name it. The rows around it are kept in memory for the next one.

    Raises:
        Damaged: the file is no whole Parquet file, or has no such column or row.
        OSError: it cannot be read.
    """
    seen = os.stat(path)
    try:
        metadata, first = pq.read_metadata(path), 0
        for at_group in range(metadata.num_row_groups):
            n_rows = metadata.row_group(at_group).num_rows
            if where.at < first + n_rows:
                rows = _rows_of(path, (seen.st_size, seen.st_mtime_ns), at_group, where.column)
                batch = rows.slice(where.at - first, 1).combine_chunks().to_batches()[0]
                return _record(0, batch, (0, columns, Limits(where.length)), 0)
            first += n_rows
    except (pa.ArrowException, LookupError) as error:
        raise Damaged(_said(error)) from error
    raise Damaged(f"it has {first:,} rows")


@lru_cache(maxsize=1)
def _rows_of(path: str, _: tuple[int, int], at_group: int, column: str) -> pa.Table:
    """One column of a row group; the file's size and time tell it from what stood there before."""
    schema = pq.read_schema(path)
    top = column if column in schema.names else column.split(".", maxsplit=1)[0]
    flat = [top] if top in schema.names and _is_text(schema.field(top).type) else []
    with pq.ParquetFile(path, read_dictionary=flat) as file:
        return file.read_row_group(at_group, columns=[top])


def _record(number: int, batch: pa.RecordBatch, what: tuple[int, Mapping[str, str], Limits], read: int) -> Record:
    row, chosen, limits = what
    values: dict[str, Any] = {}
    for name in batch.schema.names:
        size, value = _value(batch.column(name)[row], limits.record_bytes)
        if size > limits.record_bytes:
            return Record(number, fault=too_large(size, limits), read=read)
        values[name] = value
    return record_of(number, {held: at(values, name) for held, name in chosen.items()}, limits, read)


def _value(scalar: Any, most: int) -> tuple[int, Any]:
    """Bytes of a value, and the value where it is not larger than `most`; texts come as their bytes."""
    if isinstance(scalar, pa.DictionaryScalar):
        scalar = scalar.value if scalar.is_valid else None
    if scalar is None or not scalar.is_valid:
        return 0, None
    if not hasattr(scalar, "as_buffer"):
        return 0, scalar.as_py()
    buffer = scalar.as_buffer()
    return buffer.size, (buffer.to_pybytes() if buffer.size <= most else None)


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
