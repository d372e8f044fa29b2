"""Countries and their peoples, parts of the world, waters and mountains: the small tables written for Woozle.

Where their points come from stands in docs/guide/places.md.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.gazetteer import Entry


@dataclass(frozen=True, slots=True)
class Tables:
    """Entries by plain key.

    Attributes:
        entries: countries and large areas.
        countries: countries by code.
        peoples: countries by the folded words for who and what is theirs: "ukrainian".
    """

    entries: dict[str, tuple[Entry, ...]]
    countries: dict[str, Entry]
    peoples: dict[str, tuple[str, ...]]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Countries and large areas of that name."""
        return self.entries.get(plain_key(name), ())


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("woozle.toolbox.where") / "data" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


@cache
def load_tables() -> Tables:
    """The shipped tables, one object a process, read when they are first asked for."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    peoples: dict[str, list[str]] = defaultdict(list)
    countries: dict[str, Entry] = {}
    for country, number, latitude, longitude, _, names, theirs in _rows("countries.tsv"):
        entry = Entry("country", (country,), "", float(latitude), float(longitude), 0, f"geonames:{number}")
        countries[country] = entry
        for key in dict.fromkeys(map(plain_key, names.split(";"))):
            entries[key].append(entry)
        for word in filter(None, theirs.split(";")):
            peoples[plain_key(word)].append(country)
    for kind, latitude, longitude, where, names in _rows("areas.tsv"):
        if kind == "region":
            entry = Entry(kind, tuple(filter(None, where.split(","))), "", float(latitude), float(longitude), 0, None)
            for name in names.split(";"):
                entries[plain_key(name)].append(entry)
    return Tables(
        {key: tuple(found) for key, found in entries.items()},
        countries,
        {key: tuple(found) for key, found in peoples.items()},
    )
