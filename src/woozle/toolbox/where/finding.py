"""Where the places of a report lie."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.gazetteer import Entry
from woozle.toolbox.where.naming import place_name
from woozle.toolbox.where.settling import OUTLET, settle
from woozle.toolbox.where.sighting import sight
from woozle.toolbox.where.voices import stands_for_rulers
from woozle.toolbox.where.world import World

_CAPITALISED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?")


@dataclass(frozen=True, slots=True)
class Located:
    """Where a place lies, as it stands in a row of the record; all None where it is not known.

    Attributes:
        country: ISO 3166 code of two letters; None where it lies in several or in none.
        admin1: name of its first-level area.
        latitude: degrees north; of anything but a town the middle, which says where the area is on a map, and not
            where in it something happened.
        longitude: degrees east.
        gazetteer_id: as in `gazetteer.Entry`.
        precision: ``town``, ``district``, ``admin1``, ``country`` or ``region``.
        is_capital: a town that is the capital of its country.
    """

    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    gazetteer_id: str | None = None
    precision: str | None = None
    is_capital: bool = False


def _located(world: World, entry: Entry | None) -> Located:
    if entry is None:
        return Located()
    area = world.area_name(entry.area) if entry.area else None
    return Located(entry.country, area, entry.latitude, entry.longitude, entry.id, entry.kind, entry.is_capital)


def lands_of(text: str, world: World) -> dict[str, frozenset[str]]:
    """Countries whose people a report speaks of, or what is theirs, and the words that do: "Ukrainian", "Thais"."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in dict.fromkeys(match[0] for match in _CAPITALISED.finditer(text)):
        words = match.split()
        for phrase in (match, *words) if len(words) > 1 else words:
            lands = world.peoples(plain_key(phrase))
            for land in lands:
                found[land].add(plain_key(phrase))
            if lands:
                break
    return {land: frozenset(words) for land, words in found.items()}


def is_voice(text: str, span: tuple[int, int], found: Located, world: World) -> bool:
    """Whether a name lies nowhere: it stands for those who rule in a capital, for a people, or for money, "US$40"."""
    if text.startswith("$", span[1]):
        return True
    is_people = bool(world.peoples(plain_key(place_name(text[span[0] : span[1]]))))
    return is_people or (found.is_capital and stands_for_rulers(text, *span))


def locate(text: str, spans: Sequence[tuple[int, int]], world: World, home: str | None = None) -> list[Located]:
    """Where the places of a report lie; all None for what is not known or not told apart.

    Args:
        text: the report.
        spans: its places, half-open, in any order; each gets its answer at its own number.
        world: all places, see `load_world`.
        home: country of who publishes it, ISO 3166, if known.
    """
    order = sorted(range(len(spans)), key=lambda at: spans[at])
    lands = lands_of(text, world)
    if home:
        lands[home] = lands.get(home, frozenset()) | {OUTLET}
    seen = sight(text, [spans[at] for at in order], world)
    answers: list[Located] = [Located()] * len(spans)
    for at, entry in zip(order, settle(world, seen, lands), strict=True):
        answers[at] = _located(world, entry)
    return answers
