"""Captures that were left in their collections: files of rows that say where each stands. Files are only added."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from woozle.model.arrow import from_arrow, schema
from woozle.model.values import Left, Spot
from woozle.toolbox.parquet import read_table, write_rows

#: Rows that are objects at the same time; as a table they take a seventh of the memory.
AT_ONCE = 10_000


class LeftThere:
    """``captures/left/``: what was added later under the same name stands for what was added before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: tuple[Path, ...] = ()
        self._added = schema(Left).empty_table()
        self._standing: pa.Table | None = None

    def add(self, rows: Sequence[Left]) -> None:
        """Write some rows.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        if rows:
            write_rows(self._folder / f"{len(self._listed()) + 1:08}.parquet", Left, rows)

    def each(self) -> Iterator[Left]:
        """What stands, by the capture's id; of one capture in the order of the names."""
        for batch in self._sorted().to_batches(AT_ONCE):
            yield from from_arrow(Left, pa.Table.from_batches([batch]))

    def named(self, collection: str) -> dict[str, Left]:
        """What stands of one collection, by name."""
        self._look()
        found = self._added.filter(pc.starts_with(self._added["source"], f"{collection}#"))
        return {row.source: row for row in from_arrow(Left, found)}

    def spots(self, capture_ids: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
        """Where the bytes of captures are, of those that were left; the spots of one in the order of its names."""
        standing = self._sorted()
        if not (standing.num_rows and capture_ids):
            return {}
        found = standing.filter(pc.is_in(standing["capture"], pa.array(capture_ids, pa.string())))
        spots: dict[str, tuple[Spot, ...]] = {}
        for at in range(0, found.num_rows, AT_ONCE):
            for row in from_arrow(Left, found.slice(at, AT_ONCE)):
                spots[row.capture] = (*spots.get(row.capture, ()), _shared(row.spot))
        return spots

    def collections(self) -> list[tuple[str, str]]:
        """The collections in which something was left: paths from the root, and from the case, sorted."""
        spots = self._sorted()["spot"].combine_chunks()
        paths = pa.table({name: pc.struct_field(spots, name) for name in ("path", "beside")})
        return sorted(
            (row["path"], row["beside"]) for row in paths.group_by(paths.column_names).aggregate([]).to_pylist()
        )

    def _listed(self) -> tuple[Path, ...]:
        return tuple(sorted(self._folder.glob("[0-9]*.parquet")))

    def _look(self) -> None:
        """Read what was added since the last look, by whichever process."""
        files, n = self._listed(), len(self._files)
        if files == self._files:
            return
        if files[:n] != self._files:
            self._added, n = schema(Left).empty_table(), 0
        self._added = pa.concat_tables([self._added, read_table(Left, files[n:])])
        self._files, self._standing = files, None

    def _sorted(self) -> pa.Table:
        self._look()
        if self._standing is None:
            numbered = self._added.append_column("number", pa.array(range(self._added.num_rows), pa.int64()))
            latest = numbered.group_by("source").aggregate([("number", "max")])["number_max"]
            standing = self._added if len(latest) == self._added.num_rows else self._added.take(latest)
            self._standing = standing.sort_by([("capture", "ascending"), ("source", "ascending")])
        return self._standing


def _shared(spot: Spot) -> Spot:
    """The same spot, whose path is one with that of its neighbours: a pile holds as many spots as reports."""
    path, beside = sys.intern(spot.path), sys.intern(spot.beside)
    return Spot(path, beside, sys.intern(spot.form), spot.at, spot.length, sys.intern(spot.column))
