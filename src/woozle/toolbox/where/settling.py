"""Settles which place each name of a report means, by what the report says and by its other places; or leaves it open.

Every rule is a count of whole points, so that the answer is the same everywhere. A name that no rule settles by a clear
margin stays without a place: a wrong point misleads more than none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.forms import NO_PLACES, bare_area, core
from woozle.toolbox.where.gazetteer import Entry, kilometres
from woozle.toolbox.where.sighting import Sighted
from woozle.toolbox.where.world import World

#: Points of a name by kind; a town's are ten for each doubling of its people, an area has three more for each doubling
#: of its towns.
_KINDS = {"country": 290, "region": 270, "admin1": 235, "district": 140, "town": 0}
_OWN, _LOOSE, _CAPITAL, _MAIN_CAPITAL = 20, -40, 60, 40
#: Points for a country and a first-level area that the report names elsewhere, and for places close by.
_LAND, _MAIN_LAND, _AREA, _NEAR, _LISTED = 60, 20, 40, 40, 80
_PEOPLE, _TOWNS = 10, 3
#: Points for a country for which one town speaks alone: that London is named makes no other name an English one.
_THIN = 40
#: What another name of a place loses where a place bears the name as its own.
_OTHER = 20
#: What a first-level area loses to the capital of its name in its country.
_STATE = 40
#: A first-level area of fewer towns (in thousands) needs a witness.
_FEW_TOWNS = 20_000
#: Kilometres from a town to the middle of the area of its name.
_AROUND = 150
#: Points for a place that may be close to another, and squares of the map to a degree.
_MAYBE, _CELLS = 40, 4
K = TypeVar("K")
#: Kilometres: places of one name closer than this are one answer; what is close by; how far a town reaches.
_SAME, _CLOSE, _TOWN = 60, 150, 80
#: Points a place needs that nothing else in the report speaks for, and by how much the best must lead.
_ALONE, _LEAD = 190, 20
#: Rounds in which places that are settled help to settle others.
_ROUNDS = 3
_NONE: frozenset[str] = frozenset()
#: Levels that a report tells, and the kinds that answer to them, best first.
_LEVELS = {"first": ("admin1", "district", "region"), "second": ("district", "admin1"), "town": ("town",)}


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


def candidates(world: World, here: Sighted) -> tuple[Entry, ...]:
    """Places of a name that are of the level a report tells."""
    if here.level is None and plain_key(here.name) in NO_PLACES:
        return ()
    if here.code:
        named = world.find(world.area_name(here.code) or "")
        return tuple(entry for entry in named if entry.kind == "admin1" and entry.area == here.code)
    found = world.find(here.name) or world.find(core(here.name))
    if here.level is None:
        return _without_shadows(world, here, found)
    named = found
    if not any(entry.kind in _LEVELS[here.level] for entry in found):
        named = world.find(bare_area(here.name))
    named = tuple(entry for kind in _LEVELS[here.level] for entry in named if entry.kind == kind)
    # "Thirty US states", "the regions of Chad": the word is not about the country itself.
    return named or tuple(entry for entry in found if entry.kind == "country")


def _without_shadows(world: World, here: Sighted, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without what a bare name never means: a hamlet called China, a town by another name where its area bears it."""
    lands = world.peoples(plain_key(here.name))
    if lands and not here.inside:
        return tuple(world.country(land) for land in lands)
    states = {entry.country for entry in found if entry.kind == "country"}
    if states:
        others = (each for each in found if each.kind == "admin1" and each.match == "own")
        return (
            *(each for each in found if each.kind == "country"),
            *(each for each in others if each.country not in states),
        )
    areas = {entry.area for entry in found if entry.kind == "admin1" and entry.match == "own"}
    return tuple(each for each in found if each.kind != "town" or each.match == "own" or each.area not in areas)


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether a place may lie in another, as far as a gazetteer tells."""
    if outer.kind in ("town", "district"):
        reach = _TOWN if outer.kind == "town" else 2 * _TOWN
        is_larger = outer.kind == "district" or inner.population <= outer.population
        return inner.kind in ("town", "district") and is_larger and kilometres(outer, inner) <= reach
    if outer.kind == "admin1":
        return inner.kind in ("town", "district") and inner.area == outer.area and inner.country == outer.country
    return inner.kind != "country" and bool(set(inner.countries) & set(outer.countries))


def _is_code(inside: str) -> bool:
    country, dot, code = inside.partition(".")
    return bool(dot and len(country) == 2 and code and country.isupper())


def _is_firm(here: Sighted, inside: str, holders: Sequence[Entry]) -> bool:
    """Whether a name lies in a first-level area for certain, also where no place of it is known to lie there."""
    return _is_code(inside) or (
        here.beside is None and all(each.kind == "admin1" for each in holders) and bool(holders)
    )


def _holders(world: World, inside: str) -> tuple[Entry, ...]:
    if _is_code(inside):
        return (Entry("admin1", (inside[:2],), inside, 0.0, 0.0, 0, None),)
    found = world.find(inside)
    return found or world.find(bare_area(inside))


@dataclass(frozen=True, slots=True)
class Option:
    """The places that a name may mean.

    Attributes:
        found: the places.
        is_told: the report says in what it lies, and they do.
        is_doubted: the report says that it lies in what none of them lies in; more must speak for any of them.
    """

    found: tuple[Entry, ...]
    is_told: bool = False
    is_doubted: bool = False


def option(world: World, here: Sighted) -> Option:
    """The places that a name may mean by what the report says about it."""
    found = candidates(world, here)
    is_told = is_doubted = False
    if here.lands:
        found = tuple(entry for entry in found if set(entry.countries) & set(here.lands))
        is_told = True
    if any(entry.kind == "country" for entry in found):
        return Option(found, is_told)
    for inside in here.inside:
        same = tuple(entry for entry in found if entry.kind == "admin1" and entry.area == inside)
        if same:
            found, is_told = same, True
            continue
        holders = _holders(world, inside)
        mine = tuple(entry for entry in found if any(contains(outer, entry) for outer in holders))
        if _is_list(found, holders):
            continue
        if mine or _is_firm(here, inside, holders):
            found, is_told = mine, True
        else:
            is_doubted = is_doubted or not any(entry.kind == "admin1" for entry in found)
    return Option(found, is_told, is_doubted and not is_told)


def _is_list(found: Sequence[Entry], holders: Sequence[Entry]) -> bool:
    """Whether two names are of areas side by side, "Illinois, Missouri", and not of a place in an area."""
    lands = {outer.country for outer in holders if outer.kind == "admin1" and outer.match == "own" and outer.id}
    return any(entry.kind == "admin1" and entry.match == "own" and entry.country in lands for entry in found)


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


def _cell(entry: Entry) -> tuple[int, int]:
    return int(entry.latitude * _CELLS // 1), int(entry.longitude * _CELLS // 1)


def _around(entry: Entry) -> list[tuple[int, int]]:
    """The square of the map in which a place lies, and those that touch it."""
    row, column = _cell(entry)
    return [(row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]


def _cells(seen: Sequence[Sighted], options: Sequence[Option]) -> dict[tuple[int, int], frozenset[str]]:
    """The names that may mean a town of a square of the map."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for here, chance in zip(seen, options, strict=True):
        for entry in chance.found:
            if entry.kind == "town" and entry.match != "loose":
                found[_cell(entry)].add(plain_key(here.name))
    return _frozen(found)


def _gather(settled: Iterable[tuple[Sighted, Entry | None]], start: Evidence) -> Evidence:
    """What settled places speak for, and what did before."""
    lands = start.lands
    by_land = defaultdict(set, {land: set(words) for land, words in lands.items()})
    by_area: dict[str, set[str]] = defaultdict(set)
    places: dict[tuple[str, Entry], None] = {}
    for here, entry in settled:
        if entry is None:
            continue
        key = plain_key(here.name)
        if entry.country:
            by_land[entry.country].add(key)
        if entry.area:
            by_area[entry.area].add(key)
        if entry.kind in ("town", "district"):
            places[key, entry] = None
    towns = {entry.country: key for key, entry in places}
    only = {land: towns[land] for land, names in by_land.items() if land in towns and names == {towns[land]}}
    return Evidence(_frozen(by_land), only, _frozen(by_area), tuple(places), start.cells)


def _frozen(sets: Mapping[K, set[str]]) -> dict[K, frozenset[str]]:
    return {key: frozenset(found) for key, found in sets.items()}


def settle(world: World, seen: Sequence[Sighted], lands: Mapping[str, frozenset[str]]) -> list[Entry | None]:
    """The place that each name of a report means, or None.

    Args:
        world: all places.
        seen: the report's names, in text order.
        lands: countries whose people, or whose outlet, the report shows, and the words that do so.
    """
    options = [option(world, here) for here in seen]
    if not lands and _is_strange(seen, options):
        options = [replace(chance, is_doubted=not chance.is_told) for chance in options]
    seen = _among_areas(seen, options)
    answers: list[Entry | None] = []
    evidence = start = Evidence(lands, {}, {}, (), _cells(seen, options))
    for _ in range(_ROUNDS):
        answers = [choose(here, chance, evidence) for here, chance in zip(seen, options, strict=True)]
        answers = _alike(seen, options, answers)
        evidence = _gather(zip(seen, answers, strict=True), start)
    return answers


def _is_strange(seen: Sequence[Sighted], options: Sequence[Option]) -> bool:
    """Whether a report names no country that exists, and most of its places are unknown: it may play in none."""
    found: dict[str, bool] = {}
    for here, chance in zip(seen, options, strict=True):
        key = plain_key(here.name)
        found[key] = found.get(key, False) or bool(chance.found)
        if any(entry.kind == "country" for entry in chance.found):
            return False
    n_known = sum(found.values())
    return len(found) - n_known >= max(2, n_known)


def _is_area_only(found: Sequence[Entry]) -> bool:
    """Whether a name is one of a first-level area and not of a town in it as well."""
    areas = {entry.area for entry in found if entry.kind == "admin1" and entry.match == "own"}
    return bool(areas) and not any(entry.kind == "town" and entry.area in areas for entry in found)


def _among_areas(seen: Sequence[Sighted], options: Sequence[Option]) -> list[Sighted]:
    """Mark names that stand in a list with areas, "Oregon, Washington and Idaho", or with countries."""
    areas = [_is_area_only(chance.found) for chance in options]
    lands = [bool(chance.found) and all(entry.kind == "country" for entry in chance.found) for chance in options]
    pairs = [(at, here.beside) for at, here in enumerate(seen) if here.beside is not None]
    among_areas, among_lands = (
        {one for one, other in pairs if kinds[other]} | {other for one, other in pairs if kinds[one]}
        for kinds in (areas, lands)
    )
    return [
        replace(here, is_among_areas=at in among_areas, is_among_lands=at in among_lands)
        for at, here in enumerate(seen)
    ]


def _alike(seen: Sequence[Sighted], options: Sequence[Option], answers: Sequence[Entry | None]) -> list[Entry | None]:
    """Give a name what it means where the report says in what it lies, be that a place nobody knows."""
    means: dict[tuple[str, str | None], Entry | None] = {}
    for here, chance, answer in zip(seen, options, answers, strict=True):
        if chance.is_told:
            means.setdefault((plain_key(here.name), here.level), answer)
    return [
        answer if chance.is_told else means.get((plain_key(here.name), here.level), answer)
        for here, chance, answer in zip(seen, options, answers, strict=True)
    ]
