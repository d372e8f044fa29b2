"""The places that a name may mean by what the report says about it: of which kind, whose, and in what it lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.forms import NO_PLACES, bare_area, core
from woozle.toolbox.where.gazetteer import Entry, kilometres
from woozle.toolbox.where.sighting import Sighted
from woozle.toolbox.where.world import World

#: Levels that a report tells, and the kinds that answer to them, best first.
_LEVELS = {"first": ("admin1", "district", "region"), "second": ("district", "admin1"), "town": ("town",)}
#: Kilometres that a town reaches; a district reaches twice as far.
_TOWN = 80


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
