"""A gazetteer of a project's own: a GeoNames dump, or a CSV file with the columns name, latitude and longitude."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from woozle.errors import UsageError
from woozle.toolbox.where.folding import loose_key, plain_key
from woozle.toolbox.where.gazetteer import Entry

#: Columns of a GeoNames dump (allCountries.txt, cities*.txt, UA.txt …), see its readme.txt.
_DUMP = 19
#: Kinds of what a dump holds by feature code; other codes of class P are towns, of other classes they are left out.
_KINDS = {"ADM1": "admin1", "ADM2": "district", "ADM3": "district"}
_NEEDED = frozenset(("name", "latitude", "longitude"))
_MAY_BE = ("town", "district", "admin1", "country", "region")


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries by plain key, and by the key that undoes romanisation."""

    entries: dict[str, tuple[Entry, ...]]
    loose: dict[str, tuple[Entry, ...]]
    area_names: dict[str, str]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Places of that name; only where there are none, places whose romanised names sound like it."""
        plain = plain_key(name)
        found = self.entries.get(plain)
        if found is None:
            found = tuple(replace(entry, match="loose") for entry in self.loose.get(loose_key(plain), ()))
        return found

    def area_name(self, code: str) -> str | None:
        """The name of a first-level area by its code."""
        return self.area_names.get(code)


def listed(rows: Iterable[tuple[Entry, tuple[str, ...]]]) -> Listed:
    """A gazetteer of entries with their names, the own name first."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    loose: dict[str, list[Entry]] = defaultdict(list)
    areas: dict[str, str] = {}
    for entry, names in rows:
        if entry.kind == "admin1" and entry.area:
            areas[entry.area] = names[0]
        own = plain_key(names[0])
        for key in dict.fromkeys(map(plain_key, names)):
            if key:
                entries[key].append(entry if key == own else replace(entry, match="other"))
        for key in dict.fromkeys(loose_key(plain_key(name)) for name in names):
            if key:
                loose[key].append(entry)
    return Listed(
        {key: tuple(found) for key, found in entries.items()},
        {key: tuple(found) for key, found in loose.items()},
        areas,
    )


def _dump_rows(lines: Iterable[str]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) < _DUMP:
            continue
        kind = _KINDS.get(cells[7]) or ("town" if cells[6] == "P" else None)
        if kind is None:
            continue
        others = (name for name in cells[3].split(",") if len(name) > 3 and name[0].isupper() and not name.isupper())
        area = f"{cells[8]}.{cells[10]}" if cells[10] else ""
        point = float(cells[4]), float(cells[5])
        entry = Entry(kind, (cells[8],), area, *point, int(cells[14] or 0), f"geonames:{cells[0]}")
        yield entry, (cells[1], cells[2], *others)


def _csv_row(row: dict[str, str], path: Path, line: int) -> tuple[Entry, tuple[str, ...]]:
    kind = row.get("kind") or "town"
    try:
        point = float(row["latitude"]), float(row["longitude"])
        population = int(row.get("population") or 0)
    except (TypeError, ValueError) as mistake:
        raise UsageError(f"{path}, line {line}: latitude, longitude and population must be numbers: {row}") from mistake
    if kind not in _MAY_BE or not (row["name"] or "").strip():
        raise UsageError(f"{path}, line {line}: a row needs a name, and a kind out of {', '.join(_MAY_BE)}")
    countries = tuple(filter(None, (row.get("country") or "").upper().split(";")))
    names = (row["name"], *filter(None, (row.get("other_names") or "").split(";")))
    return Entry(kind, countries, row.get("admin1") or "", *point, population, row.get("id") or None), names


def read_listed(path: Path) -> Listed:
    """A project's gazetteer from its file.

    Args:
        path: a GeoNames dump (19 columns parted by tabs), or a CSV file whose first line names its columns: name,
            latitude, longitude, and if wanted other_names (parted by ";"), kind, country, admin1, population, id.

    Raises:
        UsageError: the file cannot be read, or is neither.
    """
    try:
        with path.open(encoding="utf-8", newline="") as source:
            if source.readline().count("\t") >= _DUMP - 1:
                source.seek(0)
                return listed(_dump_rows(source))
            source.seek(0)
            table = csv.DictReader(source)
            if _NEEDED - set(table.fieldnames or ()):
                raise UsageError(
                    f"{path} is no gazetteer: no GeoNames dump, and no columns {', '.join(sorted(_NEEDED))}"
                )
            return listed([_csv_row(row, path, table.line_num) for row in table])
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"the gazetteer {path} cannot be read: {fault}. Change [extract] gazetteer.") from fault


@lru_cache(4)
def load_listed(path: str) -> Listed:
    """A project's gazetteer, one object a process and file, read when it is first asked for."""
    return read_listed(Path(path))
