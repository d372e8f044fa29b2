"""Rows of one record class in a Parquet file, whole or not there."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast

import pyarrow as pa
import pyarrow.parquet as pq

from woozle.model.arrow import from_arrow, schema, to_arrow
from woozle.toolbox.files import write_aside

R = TypeVar("R")

#: The entry of a file's metadata that names columns which hold nothing, or are left out for that.
EMPTY = "woozle.empty"
#: Rows of a file that grows are written so many at a time.
ROW_GROUP = 100_000


def write_table(path: Path, table: pa.Table, *, group: int | None = None) -> None:
    """Write an Arrow table; makes the folder.

    Args:
        path: the file.
        table: the rows.
        group: rows that are read together, where they will be read in parts.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    how: Any = {"compression": "zstd", "store_schema": False, "row_group_size": group}
    write_aside(path, lambda part: pq.write_table(table, part, **how))


def write_tables(path: Path, wanted: pa.Schema, tables: Iterable[pa.Table]) -> None:
    """Write Arrow tables one after the other into one file, as they come; makes the folder.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    write_aside(path, lambda part: _write_tables(part, wanted, tables))


def write_scratch(path: Path, wanted: pa.Schema, tables: Iterable[pa.Table]) -> None:
    """The same for a file that nobody needs after this process: it is not made safe against a crash.

    It says which of its columns hold nothing; see `columns_without`.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    empty = set(wanted.names)

    def looked_at() -> Iterator[pa.Table]:
        for table in tables:
            empty.difference_update([name for name in empty if table.column(name).null_count < table.num_rows])
            yield table

    _write_tables(path, wanted, looked_at(), lambda: {EMPTY: json.dumps(sorted(empty))})


def _write_tables(
    path: Path,
    wanted: pa.Schema,
    tables: Iterable[pa.Table],
    described: Callable[[], dict[str, str]] = dict,
) -> None:
    with pq.ParquetWriter(path, wanted, compression="zstd", store_schema=False) as writer:
        held: list[pa.Table] = []
        for table in tables:
            held.append(table)
            # Many small row groups would make the file slow to read.
            if sum(one.num_rows for one in held) >= ROW_GROUP:
                writer.write_table(pa.concat_tables(held))
                held = []
        if held:
            writer.write_table(pa.concat_tables(held))
        if more := described():
            writer.add_key_value_metadata(more)


def columns_without(path: str | Path) -> frozenset[str]:
    """Columns of a file that hold nothing but nulls, as far as the file says so.

    Raises:
        OSError, pyarrow.ArrowInvalid: the file is missing or damaged.
    """
    return _empty(pq.read_metadata(path))


def _empty(metadata: pq.FileMetaData) -> frozenset[str]:
    return frozenset(json.loads((metadata.metadata or {}).get(EMPTY.encode(), b"[]")))


def unpacked_zstd(file: BinaryIO) -> Callable[[int], bytes]:
    """Reads so many bytes of what a file holds that is packed with zstd; raises OSError where it is damaged."""
    read: Callable[[int], bytes] = pa.CompressedInputStream(pa.PythonFile(file, "r"), "zstd").read
    return read


def count_rows(paths: Iterable[str | Path]) -> int:
    """Number of rows in several files.

    Raises:
        OSError, pyarrow.ArrowInvalid: a file is missing or damaged.
    """
    return sum(pq.read_metadata(path).num_rows for path in paths)


def groups_of(paths: Iterable[str]) -> list[tuple[str, int]]:
    """The row groups of several files, each as its file and its number there.

    Raises:
        OSError, pyarrow.ArrowInvalid: a file is missing or damaged.
    """
    return [(path, at) for path in paths for at in range(pq.read_metadata(path).num_row_groups)]


def count_bytes(paths: Iterable[str | Path]) -> int:
    """Bytes of several files before they were packed.

    Raises:
        OSError, pyarrow.ArrowInvalid: a file is missing or damaged.
    """
    read = (pq.read_metadata(path) for path in paths)
    return sum(one.row_group(at).total_byte_size for one in read for at in range(one.num_row_groups))


def write_rows(path: Path, row: type[R], rows: Iterable[R], *, group: int | None = None) -> None:
    """Write rows of one class, in the order given; ``group`` as in `write_table`.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
        pyarrow.ArrowInvalid, pyarrow.ArrowTypeError: a value does not fit its field.
    """
    write_table(path, to_arrow(row, rows), group=group)


def read_table(row: type[Any], paths: Iterable[str | Path]) -> pa.Table:
    """The rows of several files as one Arrow table with the class's own schema.

    Raises:
        OSError, pyarrow.ArrowInvalid: a file is missing or damaged.
    """
    return read_as(schema(cast(Any, row)), paths)


def read_as(wanted: pa.Schema, paths: Iterable[str | Path]) -> pa.Table:
    """The rows of several files as one Arrow table of a schema; other columns are not read.

    Raises:
        OSError, pyarrow.ArrowInvalid, KeyError: a file is missing or damaged, or lacks a column and does not say that
            it would be empty.
    """
    parts = [_read(wanted, pq.ParquetFile(path)) for path in paths]
    return pa.concat_tables(parts) if parts else wanted.empty_table()


def _read(wanted: pa.Schema, file: pq.ParquetFile) -> pa.Table:
    left_out = _empty(file.metadata) - set(file.schema_arrow.names)
    table = file.read(columns=[name for name in wanted.names if name not in left_out])
    for name in left_out.intersection(wanted.names):
        table = table.append_column(name, pa.nulls(table.num_rows, wanted.field(name).type))
    return table.select(wanted.names).cast(wanted)


def read_group(row: type[Any], file: pq.ParquetFile, at: int) -> pa.Table:
    """One row group of a file as an Arrow table with the class's own schema."""
    wanted = schema(cast(Any, row))
    return file.read_row_group(at, columns=wanted.names).select(wanted.names).cast(wanted)


def read_chosen(row: type[R], paths: Iterable[str | Path], choose: Callable[[pa.Table], pa.Table]) -> Iterator[R]:
    """The rows of several files that are chosen, as records; a row group is looked at at a time.

    Raises:
        OSError, pyarrow.ArrowInvalid: a file is missing or damaged.
    """
    for path in paths:
        with pq.ParquetFile(path) as file:
            for at in range(file.num_row_groups):
                yield from from_arrow(row, choose(read_group(row, file, at)))


def read_part(row: type[R], path: Path, first: int, n: int) -> Sequence[R]:
    """At most `n` rows of a file from a place on, the first row being 0; only the groups that hold them are read.

    Raises:
        OSError, pyarrow.ArrowInvalid: the file is missing or damaged.
    """
    file, start = pq.ParquetFile(path), 0
    parts: list[pa.Table] = []
    for at in range(file.num_row_groups):
        end = start + file.metadata.row_group(at).num_rows
        if start < first + n and end > first:
            parts.append(read_group(row, file, at).slice(max(0, first - start)))
        start = end
    return from_arrow(row, pa.concat_tables(parts).slice(0, n)) if parts else []


def read_rows(row: type[R], paths: Iterable[str | Path]) -> Sequence[R]:
    """The rows of several files as records, file by file.

    Raises:
        OSError, pyarrow.ArrowInvalid: a file is missing or damaged.
    """
    return from_arrow(row, read_table(row, paths))
