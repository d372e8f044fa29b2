"""The gazetteer that ships with the package: towns, counties and first-level areas of GeoNames in one packed file.

Names stand one a line in sorted order and are found by halving, so that reading the file costs 50 ms and 25 MB, not the
seconds and hundreds of megabytes of a table of Python objects.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.where.folding import loose_key, plain_key
from woozle.toolbox.where.gazetteer import Entry

#: Kinds in the order of their numbers in the file.
KINDS = ("town", "district", "admin1")
#: More places than these do not share a romanised form; the form says too little then.
_LOOSE = 12


@dataclass(frozen=True, slots=True)
class Names:
    """Sorted keys, one a line, and for each the numbers that belong to it."""

    lines: bytes
    ends: NDArray[np.int64]
    offsets: NDArray[np.int64]
    numbers: NDArray[np.uint32]

    def numbers_of(self, key: str) -> list[int]:
        """The numbers of a key; none where it is unknown."""
        sought, low, high = key.encode(), 0, len(self.ends)
        while low < high:
            at = (low + high) // 2
            if self._line(at) < sought:
                low = at + 1
            else:
                high = at
        if low == len(self.ends) or self._line(low) != sought:
            return []
        return [int(number) for number in self.numbers[self.offsets[low] : self.offsets[low + 1]]]

    def _line(self, at: int) -> bytes:
        return self.lines[self.ends[at - 1] + 1 if at else 0 : self.ends[at]]


def _names(columns: Any, prefix: str) -> Names:
    lines = columns[f"{prefix}keys"]
    offsets = np.concatenate(([0], np.cumsum(columns[f"{prefix}counts"], dtype=np.int64)))
    return Names(lines.tobytes(), np.flatnonzero(lines == ord("\n")), offsets, columns[f"{prefix}places"])


@dataclass(frozen=True, slots=True)
class Packed:
    """The packed file in memory."""

    names: Names
    loose: Names
    columns: dict[str, NDArray[Any]]
    capitals: frozenset[int]
    areas: tuple[str, ...]
    area_names: dict[str, str]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Places of that name; only where there are none, places whose romanised names sound like it."""
        plain = plain_key(name)
        found = [self._entry(number // 2, "own" if number % 2 else "other") for number in self.names.numbers_of(plain)]
        if not found:
            near = self.loose.numbers_of(loose_key(plain))
            found = [self._entry(number, "loose") for number in near] if len(near) <= _LOOSE else []
        return tuple(found)

    def area_name(self, code: str) -> str | None:
        """The name of a first-level area by its code."""
        return self.area_names.get(code)

    def _entry(self, at: int, match: str) -> Entry:
        code = self.areas[int(self.columns["area"][at])]
        country, _, area = code.partition(".")
        kind = KINDS[int(self.columns["kind"][at])]
        number = int(self.columns["number"][at])
        known = f"geonames:{number}" if number else None
        return Entry(
            kind,
            (country,),
            code if area else "",
            int(self.columns["latitude"][at]) / 1e5,
            int(self.columns["longitude"][at]) / 1e5,
            int(self.columns["population"][at]),
            f"geonames:{code}" if kind == "admin1" and area else known,
            match,
            at in self.capitals,
        )


def read_packed(path: Path) -> Packed:
    """A packed gazetteer from its file."""
    with np.load(path) as kept:
        columns = {name: kept[name] for name in kept.files}
    lines = columns["areas"].tobytes().decode().splitlines()
    pairs = [line.split("\t") for line in lines]
    return Packed(
        _names(columns, ""),
        _names(columns, "loose_"),
        columns,
        frozenset(columns["capitals"].tolist()),
        tuple(code for code, _ in pairs),
        {code: name for code, name in pairs if name},
    )


@cache
def load_packed() -> Packed:
    """The shipped gazetteer, one object a process, read when it is first asked for."""
    with as_file(files("woozle.toolbox.where") / "data" / "gazetteer.npz") as path:
        return read_packed(path)
