"""Weighs the places that a name may mean by what else the report names, and chooses one that leads clearly, or none.

Every rule is a count of whole points, so that the answer is the same everywhere. A name that no rule settles by a clear
margin stays without a place: a wrong point misleads more than none.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.gazetteer import Entry, kilometres
from woozle.toolbox.where.options import Option
from woozle.toolbox.where.sighting import Sighted

#: Points of a name by kind; a town's are ten for each doubling of its people, an area has three more for each doubling
#: of its towns.
_KINDS = {"country": 290, "region": 270, "admin1": 235, "district": 140, "town": 0}
_PEOPLE, _TOWNS = 10, 3
#: Points for how the name fits, and for a capital, more so where the report speaks of its country.
_OWN, _LOOSE, _CAPITAL, _MAIN_CAPITAL = 20, -40, 60, 40
#: Points for a country and a first-level area that the report names elsewhere, for what is close to another place of
#: it, for what may be, and for standing in a list of its like.
_LAND, _MAIN_LAND, _AREA, _NEAR, _MAYBE, _LISTED = 60, 20, 40, 40, 40, 80
#: Points for a country for which one town speaks alone: that London is named makes no other name an English one.
_THIN = 40
#: What another name of a place loses where a place bears the name as its own.
_OTHER = 20
#: What a first-level area loses to the capital of its name in its country.
_STATE = 40
#: A first-level area of fewer towns (in thousands) needs a witness.
_FEW_TOWNS = 20_000
#: Points a place needs that nothing else in the report speaks for, and by how much the best must lead.
_ALONE, _LEAD = 190, 20
#: Kilometres: places of one name closer than this are one answer; what is close by; from a town to the middle of the
#: area of its name.
_SAME, _CLOSE, _AROUND = 60, 150, 150
#: Squares of the map to a degree.
_CELLS = 4
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the places that are settled so far speak for.

    Attributes:
        lands: the names that speak for each country: a name does not speak for itself.
        only: countries for which no more than one town speaks, and its name.
        areas: likewise for each first-level area.
        points: where towns and counties lie, each with its name.
        cells: the names of which a town may lie in each square of the map, be it settled or not.
    """

    lands: Mapping[str, frozenset[str]]
    only: Mapping[str, str]
    areas: Mapping[str, frozenset[str]]
    points: tuple[tuple[str, Entry], ...]
    cells: Mapping[tuple[int, int], frozenset[str]]


def cell_of(entry: Entry) -> tuple[int, int]:
    """The square of the map in which a place lies."""
    return int(entry.latitude * _CELLS // 1), int(entry.longitude * _CELLS // 1)


def _around(entry: Entry) -> list[tuple[int, int]]:
    """The square of the map in which a place lies, and those that touch it."""
    row, column = cell_of(entry)
    return [(row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]


def points(here: Sighted, entry: Entry, evidence: Evidence) -> tuple[int, int]:
    """Points of one place for a name, and how many of them the rest of the report gives."""
    own = _KINDS[entry.kind] + {"own": _OWN, "loose": _LOOSE}.get(entry.match, 0)
    if entry.kind == "town":
        own += _PEOPLE * entry.population.bit_length()
    elif entry.kind != "country":
        own += _TOWNS * (entry.population // 1000).bit_length()
    key = frozenset((plain_key(here.name),))
    given = 0
    speaking = max((len(evidence.lands.get(country, _NONE) - key) for country in entry.countries), default=0)
    if speaking:
        most = max(len(names - key) for names in evidence.lands.values())
        is_thin = all(country in evidence.only for country in entry.countries)
        given += _THIN if is_thin else _LAND + (_MAIN_LAND if speaking == most else 0)
    if entry.is_capital:
        own += _CAPITAL + (_MAIN_CAPITAL if speaking else 0)
    if entry.area and evidence.areas.get(entry.area, _NONE) - key:
        given += _AREA // 2 if entry.country in evidence.only else _AREA
    if entry.kind in ("town", "district") and any(
        name not in key and kilometres(entry, other) <= _CLOSE for name, other in evidence.points
    ):
        given += _NEAR
    if entry.kind == "town" and any(evidence.cells.get(cell, _NONE) - key for cell in _around(entry)):
        given += _MAYBE
    is_like = {"admin1": here.is_among_areas, "country": here.is_among_lands}.get(entry.kind, False)
    return own + given + (_LISTED if is_like else 0), given


def choose(here: Sighted, chance: Option, evidence: Evidence) -> Entry | None:
    """The place that a name means; None where none leads clearly, or nothing speaks for it."""
    is_own = any(entry.match == "own" for entry in chance.found)
    capitals = {entry.country for entry in chance.found if entry.is_capital}
    ranked = []
    for each in chance.found:
        best, given = points(here, each, evidence)
        best -= _OTHER if is_own and each.match != "own" else 0
        # Washington is the capital, unless the report lists states.
        best -= _STATE if each.kind == "admin1" and each.country in capitals and not here.is_among_areas else 0
        ranked.append((best, given, each))
    ranked.sort(key=lambda row: (-row[0], row[2].kind, row[2].id or "", row[2].latitude, row[2].longitude))
    if not ranked:
        return None
    best, given, entry = ranked[0]
    rivals = [row[0] for row in ranked[1:] if kilometres(entry, row[2]) > _SAME and not _is_wider(entry, row[2])]
    if rivals and best - rivals[0] < _LEAD:
        return None
    is_enough = best >= _ALONE and entry.match != "loose" and not chance.is_doubted
    if entry.kind == "admin1" and entry.population < _FEW_TOWNS:
        is_enough = False
    if chance.is_told or given or entry.kind in ("country", "region") or is_enough:
        return next((row[2] for row in ranked if _is_wider(entry, row[2])), entry)
    return None


def _is_wider(town: Entry, area: Entry) -> bool:
    """Whether a name of a town, not a capital, is that of a region or first-level area around it as well."""
    is_wide = area.match == "own" and (area.kind == "region" or (area.kind == "admin1" and area.area == town.area))
    return (
        town.kind == "town"
        and not town.is_capital
        and is_wide
        and bool(set(area.countries) & set(town.countries))
        and kilometres(town, area) <= _AROUND
    )
