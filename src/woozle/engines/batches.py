"""Rows on their way to a function and back: tables cut into batches, and the work on one batch, here or in a worker.

Rows travel to a worker and back as files, so that this process makes no record of them, and holds none of them.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from woozle.model.arrow import from_arrow, schema, to_arrow
from woozle.toolbox.parquet import read_group, read_table, write_scratch

#: Rows a batch. Each costs about 15 ms for its many columns, however few its rows.
BATCH = 2048


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each batch.

    Attributes:
        function: takes the rows of a batch, or of one group where there are `keys`.
        given: the class of its rows.
        made: the class of the rows that it gives.
        keys: fields that the rows of one group have in common; None: a batch is what it is.
        is_tagged: each row that is made carries the hash of the group that it was made of, which came with the rows; a
            row is a group where there are no keys, and of a group that gives nothing an empty row says so.
    """

    function: Callable[[Sequence[Any]], Iterable[Any]]
    given: type[Any]
    made: type[Any]
    keys: tuple[str, ...] | None
    is_tagged: bool = False

    @property
    def schema(self) -> pa.Schema:
        """The schema of what is made."""
        return tagged_schema(self.made) if self.is_tagged else schema(cast(Any, self.made))


#: Columns of tagged rows: the hash of what a row was made of, and whether it is one or stands for none.
MADE_OF, IS_ROW = "made_of", "is_row"


def tagged_schema(row: type[Any]) -> pa.Schema:
    """The schema of tagged rows of a class."""
    tags = (pa.field(MADE_OF, pa.binary()), pa.field(IS_ROW, pa.bool_()))
    return pa.schema([*schema(cast(Any, row)), *tags])


def done(work: Work, batch: pa.Table) -> pa.Table:
    """What the function makes of one batch; a batch of groups holds each group whole and its rows beside each other."""
    rows = from_arrow(work.given, batch)
    if work.is_tagged:
        return _tagged(work, rows, batch.column(MADE_OF).to_pylist())
    if work.keys is None:
        return to_arrow(work.made, work.function(rows))
    return to_arrow(work.made, [row for group in _groups(work, rows) for row in work.function(group)])


def _groups(work: Work, rows: Sequence[Any]) -> Iterator[list[Any]]:
    """The groups of sorted rows."""
    if work.keys is None:
        yield from ([row] for row in rows)
    elif not work.keys:
        yield from [list(rows)] if rows else []
    else:
        yield from (list(group) for _, group in itertools.groupby(rows, key=attrgetter(*work.keys)))


def _tagged(work: Work, rows: Sequence[Any], hashes: Sequence[bytes]) -> pa.Table:
    """What the function makes of groups, each row with the hash of its group; see `Work`."""
    made, tags, at = list[Any](), list[bytes](), 0
    empty = list[bytes]()
    for group in _groups(work, rows):
        found = list(work.function(group))
        made += found
        tags += [hashes[at]] * len(found)
        empty += [] if found else [hashes[at]]
        at += len(group)
    table = to_arrow(work.made, made)
    table = table.append_column(MADE_OF, pa.array(tags, pa.binary()))
    table = table.append_column(IS_ROW, pa.repeat(pa.scalar(True), len(tags)))
    nothing = pa.table({MADE_OF: pa.array(empty, pa.binary()), IS_ROW: pa.repeat(pa.scalar(False), len(empty))})
    return pa.concat_tables([table, nothing], promote_options="default").cast(work.schema)


@dataclass(frozen=True, slots=True)
class Share:
    """Work that a worker does by itself, from file to file.

    Attributes:
        paths: files of the rows.
        group: the row group of the one file, or None for all of it.
        out: where what is made of them goes.
    """

    paths: tuple[str, ...]
    group: int | None
    out: str


def work_on(work: Work, order: tuple[str, ...], share: Share) -> None:
    """Do a share; rows of groups are sorted by the keys and then by `order`."""
    if share.group is None:
        table = handed(share.paths[0]) if is_handed(share.paths[0]) else read_table(work.given, share.paths)
    else:
        with pq.ParquetFile(share.paths[0]) as file:
            table = read_group(work.given, file, share.group)
    batches: Iterable[pa.Table]
    if work.keys is None:
        batches = (table.slice(at, BATCH) for at in range(0, table.num_rows, BATCH))
    else:
        batches = cut_groups(in_order(table, (*work.keys, *order)), work.keys, Pace())
    write_scratch(Path(share.out), work.schema, (done(work, batch) for batch in batches))


#: How files end in which rows are handed to a worker: as they lie in memory, for they are read once, and at once. As
#: Parquet each took 15 ms to write.
HANDED = ".arrow"


def is_handed(path: str) -> bool:
    """Whether a file holds rows as they lie in memory."""
    return path.endswith(HANDED)


def hand(path: Path, batch: pa.Table) -> None:
    """Write rows as they lie in memory; makes the folder.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, batch.schema) as writer:
        writer.write_table(batch)


def handed(path: str) -> pa.Table:
    """The rows of such a file."""
    with pa.OSFile(path, "rb") as file, pa.ipc.open_file(file) as reader:
        return reader.read_all()


def in_order(table: pa.Table, by: Sequence[str]) -> pa.Table:
    """Sorted by columns, nulls first; strings by code point."""
    if not by or not table.num_rows:
        return table
    return table.sort_by([(name, "ascending", "at_start") for name in by])


@dataclass
class Pace:
    """How many rows the next batch has; whoever takes batches may change it between two."""

    rows: int = BATCH


def cut(row: type[Any], paths: Iterable[str], pace: Pace) -> Iterator[pa.Table]:
    """The rows of several files, batch by batch."""
    wanted = schema(cast(Any, row))
    for path in paths:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH, columns=wanted.names):
                yield from slices(_fitted(batch, wanted), pace)


def slices(table: pa.Table, pace: Pace) -> Iterator[pa.Table]:
    """The rows of a table, batch by batch."""
    at = 0
    while at < table.num_rows:
        piece = table.slice(at, pace.rows)
        at += piece.num_rows
        yield piece


def _fitted(batch: pa.RecordBatch, wanted: pa.Schema) -> pa.Table:
    """A batch as a table with the fields of its rows, in their order."""
    return pa.Table.from_batches([batch]).select(wanted.names).cast(wanted)


def cut_groups(table: pa.Table, keys: Sequence[str], pace: Pace) -> Iterator[pa.Table]:
    """A sorted table in slices that hold whole groups; a group of more rows than a batch is a slice of its own."""
    ends = ends_of(table, keys)
    start = 0
    for end, after in itertools.zip_longest(ends, ends[1:]):
        if after is None or after - start > pace.rows:
            yield table.slice(start, end - start)
            start = end


def ends_of(table: pa.Table, keys: Sequence[str]) -> list[int]:
    """Where each group of a sorted table ends."""
    if not table.num_rows:
        return []
    is_new = np.zeros(table.num_rows - 1, bool)
    for key in keys:
        codes = pc.dictionary_encode(table.column(key).combine_chunks(), null_encoding="encode").indices.to_numpy()
        is_new |= codes[1:] != codes[:-1]
    found: list[int] = [*(np.flatnonzero(is_new) + 1).tolist(), table.num_rows]
    return found


def streamed(work: Work, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What the function makes of batches that come one by one, sorted by the keys if there are any.

    A group may lie across several batches. Keys without a name, ``()``, make one group of all.
    """
    wanted = schema(cast(Any, work.given))
    rows = (_fitted(batch, wanted) for batch in batches if batch.num_rows)
    for table in rows if work.keys is None else _whole_groups(rows, work.keys):
        yield from done(work, table).to_batches()


def _whole_groups(tables: Iterable[pa.Table], keys: Sequence[str]) -> Iterator[pa.Table]:
    """Tables cut anew, so that each holds whole groups."""
    held: list[pa.Table] = []  # rows of one group, which may go on in the next table
    for table in tables:
        ends = ends_of(table, keys)
        last = ends[-2] if len(ends) > 1 else 0
        if held and (last or _key(held[-1], keys) != _key(table, keys)):
            yield pa.concat_tables([*held, table.slice(0, last)])
            held = []
        elif last:
            yield table.slice(0, last)
        held.append(table.slice(last))
    if held:
        yield pa.concat_tables(held)


def _key(table: pa.Table, keys: Sequence[str]) -> Any:
    """What the rows of a table with one group, or the first rows of another, have in common."""
    return table.select(list(keys)).slice(0, 1).to_pylist()
