"""Rows on their way to a function and back: tables cut into batches, and the work on one batch, here or in a worker.

Rows travel to a worker and back as Arrow, so that this process makes no record of them; only few are held at a time.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from woozle.model.arrow import from_arrow, schema, to_arrow

#: Rows a batch.
BATCH = 512


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each batch.

    Attributes:
        function: takes the rows of a batch, or of one group where there are `keys`.
        given: the class of its rows.
        made: the class of the rows that it gives.
        keys: fields that the rows of one group have in common; None: a batch is what it is.
    """

    function: Callable[[Sequence[Any]], Iterable[Any]]
    given: type[Any]
    made: type[Any]
    keys: tuple[str, ...] | None


def done(work: Work, batch: pa.Table) -> pa.Table:
    """What the function makes of one batch; a batch of groups holds each group whole and its rows beside each other."""
    rows = from_arrow(work.given, batch)
    if work.keys is None:
        return to_arrow(work.made, work.function(rows))
    groups = itertools.groupby(rows, key=lambda row: tuple(getattr(row, key) for key in work.keys or ()))
    return to_arrow(work.made, [row for _, group in groups for row in work.function(list(group))])


def done_packed(work: Work, batch: bytes) -> bytes:
    """The same for a worker."""
    return packed(done(work, unpacked(batch)))


def packed(table: pa.Table) -> bytes:
    """A table as bytes; of a slice only the slice, which pickling would not do."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    found: bytes = sink.getvalue().to_pybytes()
    return found


def unpacked(raw: bytes) -> pa.Table:
    """A table that was `packed`."""
    return pa.ipc.open_stream(raw).read_all()


def cut(row: type[Any], paths: Iterable[str]) -> Iterator[pa.Table]:
    """The rows of several files, batch by batch."""
    wanted = schema(cast(Any, row))
    for path in paths:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=BATCH, columns=wanted.names):
                yield _fitted(batch, wanted)


def _fitted(batch: pa.RecordBatch, wanted: pa.Schema) -> pa.Table:
    """A batch as a table with the fields of its rows, in their order."""
    return pa.Table.from_batches([batch]).select(wanted.names).cast(wanted)


def cut_groups(table: pa.Table, keys: Sequence[str]) -> Iterator[pa.Table]:
    """A sorted table in slices that hold whole groups; a group of more rows than a batch is a slice of its own."""
    ends = _ends(table, keys)
    start = 0
    for end, after in itertools.zip_longest(ends, ends[1:]):
        if after is None or after - start > BATCH:
            yield table.slice(start, end - start)
            start = end


def _ends(table: pa.Table, keys: Sequence[str]) -> list[int]:
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
        ends = _ends(table, keys)
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
