"""All gazetteers as one: a project's own list first, then countries and large areas, then the towns of GeoNames."""

from dataclasses import dataclass

from woozle.toolbox.where.gazetteer import Entry, Gazetteer
from woozle.toolbox.where.listed import load_listed
from woozle.toolbox.where.packed import load_packed
from woozle.toolbox.where.tables import Tables, load_tables


@dataclass(frozen=True, slots=True)
class World:
    """Every place that is known; ``own`` is a project's list, whose names hide the same names elsewhere."""

    tables: Tables
    towns: Gazetteer
    own: Gazetteer | None = None

    def find(self, name: str) -> tuple[Entry, ...]:
        """All places of that name; of those that only sound like it none, where one bears it."""
        mine = self.own.find(name) if self.own else ()
        if any(entry.match != "loose" for entry in mine):
            return mine
        found = (*self.tables.find(name), *self.towns.find(name), *mine)
        exact = tuple(entry for entry in found if entry.match != "loose")
        return exact or found

    def area_name(self, code: str) -> str | None:
        """The name of a first-level area by its code."""
        return (self.own.area_name(code) if self.own else None) or self.towns.area_name(code)

    def peoples(self, word: str) -> tuple[str, ...]:
        """Countries whose people or things a folded word means: "ukrainian"."""
        return self.tables.peoples.get(word, ())

    def country(self, code: str) -> Entry:
        """A country by its code."""
        return self.tables.countries[code]


def load_world(own: str = "") -> World:
    """What ships with the package, and a project's gazetteer.

    Args:
        own: path of a GeoNames dump or a CSV file, see `listed.read_listed`; "" for none.

    Raises:
        UsageError: the file cannot be read, or is no gazetteer.
    """
    return World(load_tables(), load_packed(), load_listed(own) if own else None)
