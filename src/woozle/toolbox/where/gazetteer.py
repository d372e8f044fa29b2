"""What a gazetteer is: a name in, the places that bear it out."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

#: Kilometres of the earth's mean radius.
_RADIUS = 6371.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of a gazetteer.

    Attributes:
        kind: ``town`` (any populated place), ``district`` (a county and the like), ``admin1`` (a first-level area),
            ``country``, or ``region`` (a part of the world, a water, an area without a government of its own).
        countries: ISO 3166 codes of two letters; one but for regions, which may lie in several or in none.
        area: code of its first-level area, "UA.05"; "" where there is none.
        latitude: degrees north; of anything but a town, its middle.
        longitude: degrees east.
        population: people of a town; for other kinds a measure of size, comparable inside the kind.
        id: ``geonames:690791``, ``geonames:UA.05``, what a project's list says, or None.
        match: how the name fits: ``own`` its own name, ``other`` another one, ``loose`` after undoing romanisation.
        is_capital: a town that is the capital of its country.
    """

    kind: str
    countries: tuple[str, ...]
    area: str
    latitude: float
    longitude: float
    population: int
    id: str | None
    match: str = "own"
    is_capital: bool = False

    @property
    def country(self) -> str | None:
        """Its country, None where it has several or none."""
        return self.countries[0] if len(self.countries) == 1 else None


class Gazetteer(Protocol):
    """Finds places by name. A pure function of the name."""

    def find(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, in a fixed order; none where it is unknown."""

    def area_name(self, code: str) -> str | None:
        """The name of a first-level area by its code."""


def kilometres(one: Entry, other: Entry) -> float:
    """Distance of two places along a great circle."""
    north, south = radians(one.latitude), radians(other.latitude)
    turn = radians(other.longitude - one.longitude)
    part = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(turn / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(part)))
