"""Settles which place each name of a report means, in rounds: places that are settled help to settle others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.gazetteer import Entry
from woozle.toolbox.where.options import Option, option
from woozle.toolbox.where.sighting import Sighted
from woozle.toolbox.where.weighing import Evidence, cell_of, choose
from woozle.toolbox.where.world import World

#: What stands among the words that speak for a country where its outlet is from there.
OUTLET = "outlet"
_ROUNDS = 3
K = TypeVar("K")


def _cells(seen: Sequence[Sighted], options: Sequence[Option]) -> dict[tuple[int, int], frozenset[str]]:
    """The names that may mean a town of a square of the map."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for here, chance in zip(seen, options, strict=True):
        for entry in chance.found:
            if entry.kind == "town" and entry.match != "loose":
                found[cell_of(entry)].add(plain_key(here.name))
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
    if not any(words - {OUTLET} for words in lands.values()) and _is_strange(seen, options):
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
