"""What a function made of rows in earlier runs: the same rows are not worked on again.

It is no part of the record: who deletes it loses time and nothing else. A result is found by a hash of all that its
rows hold, so it is the one that the function would give again.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from woozle.config import VERSION
from woozle.engines.batches import IS_ROW, MADE_OF, Work, ends_of, tagged_schema
from woozle.model.arrow import schema
from woozle.step import Lasting
from woozle.toolbox.parquet import read_as

#: Bytes of a hash.
_SIZE = 16


class Results:
    """The results of one step's functions, each function's in a file of its own."""

    def __init__(self, folder: Path, step: str) -> None:
        """Read nothing yet.

        Args:
            folder: where results of all steps lie; made when it is needed.
            step: name and version of the step, with a hyphen between.
        """
        self._folder, self._step = folder, step
        self._used: set[Path] = set()

    def path(self, work: Work, order: Sequence[str]) -> Path:
        """The file of a function's results."""
        key = [VERSION, self._step, _named(work.function), str(work.keys), str(order)]
        key += [str(schema(cast(Any, row))) for row in (work.given, work.made)]
        found = hashlib.blake2b(json.dumps(key).encode(), digest_size=8).hexdigest()
        path = self._folder / f"{self._step}-{found}.parquet"
        self._used.add(path)
        return path

    def forget_others(self) -> None:
        """Delete what this step kept of functions that it no longer asks. Who looked up none deletes none."""
        for path in self._folder.glob(f"{self._step.partition('-')[0]}-*.parquet"):
            if self._used and path not in self._used:
                path.unlink(missing_ok=True)


def _named(function: Any) -> str:
    """A function at module level with the values that are bound to it."""
    if isinstance(function, Lasting):
        return _named(function.function)
    if isinstance(function, partial):
        return f"{_named(function.func)} {function.args!r} {sorted(function.keywords.items())!r}"
    return f"{function.__module__}.{function.__qualname__}"


def with_hashes(whole: pa.Table, work: Work) -> pa.Table | None:
    """Sorted rows with the hash of the group that each belongs to; a row is a group where there are no keys.

    None where two groups hold the same, so that one result would stand for both.
    """
    ends = ends_of(whole, work.keys) if work.keys else list(range(1, whole.num_rows + 1))
    starts = [0, *ends[:-1]] if ends else []
    found = list(_hashes(whole, starts, ends))
    if len(set(found)) < len(found):
        return None
    sizes = np.diff([0, *ends])
    column = pa.array(found, pa.binary()).take(pa.array(np.repeat(np.arange(len(found)), sizes), pa.int64()))
    return whole.append_column(MADE_OF, column)


def _hashes(whole: pa.Table, starts: Sequence[int], ends: Sequence[int]) -> Iterator[bytes]:
    batches = whole.combine_chunks().to_batches()
    if not batches:
        return
    (batch,) = batches
    for start, end in zip(starts, ends, strict=True):
        # Taken, not sliced: bits of a slice share their bytes with those of the rows around it.
        rows = batch.take(pa.array(range(start, end), pa.int64()))
        yield hashlib.blake2b(rows.serialize(), digest_size=_SIZE).digest()


def read_known(path: Path, work: Work, asked: pa.ChunkedArray) -> pa.Table:
    """Results of earlier runs that are asked for by hash; none where the file is missing or damaged."""
    wanted = tagged_schema(work.made)
    try:
        known = read_as(wanted, [path])
    except (OSError, pa.ArrowInvalid, KeyError):
        return wanted.empty_table()
    return known.filter(pc.is_in(known.column(MADE_OF), value_set=pc.unique(asked)))


def unknown(rows: pa.Table, known: pa.Table) -> pa.Table:
    """The rows of groups of which there is no result."""
    return rows.filter(pc.invert(pc.is_in(rows.column(MADE_OF), value_set=pc.unique(known.column(MADE_OF)))))


def rows_of(results: pa.Table, row: type[Any]) -> pa.Table:
    """What results say, without hashes and without what stands for nothing."""
    return results.filter(results.column(IS_ROW)).select(schema(cast(Any, row)).names)
