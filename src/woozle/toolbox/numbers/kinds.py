"""What sort of thing a figure counts: people, fighters, vehicles, money, distances, shares, ages, lengths of time."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from woozle.toolbox.numbers.figure import Figure

_UNITS = {
    "money": "USD EUR GBP RUB UAH CHF JPY CNY ILS AUD CAD crown",
    "distance": "km mm cm m mile nmi ft in yd",
    "area": "km2 m2 ha acre",
    "weight": "kg g t lb",
    "volume": "l gallon barrel",
    "speed": "km/h mph",
    "temperature": "°C °F °",
    "power": "MW GW kW kV",
    "share": "share %",
    "duration": "second minute h day week month year decade",
}
_OF_UNIT: Mapping[str, str] = MappingProxyType({unit: kind for kind, units in _UNITS.items() for unit in units.split()})
_FIGHTERS = frozenset(
    (
        "soldiers troops fighters militants rebels guerrillas insurgents servicemen conscripts mercenaries "
        "paratroopers gunmen marines commandos sailors partisans militiamen combatants infantrymen officers recruits "
        "volunteers terrorists snipers soldier fighter militant rebel guerrilla insurgent gunman officer saboteurs "
        "legionnaires policemen mutineers"
    ).split()
)
_VEHICLES = frozenset(
    (
        "vehicles tanks trucks cars lorries carriers buses trains boats ships vessels frigates ferries aircraft "
        "planes jets helicopters drones bombers tractors motorcycles ambulances trawlers vehicle tank truck car lorry "
        "bus train boat ship vessel helicopter plane jet drone convoys locomotives tankers submarines"
    ).split()
)
_PEOPLE = frozenset(
    (
        "people persons person civilians civilian men man women woman children child villagers residents inhabitants "
        "passengers workers students prisoners hostages bodies victims survivors refugees migrants families "
        "journalists doctors nurses farmers peasants pensioners boys girls crew protesters demonstrators strikers "
        "citizens patients members others dead wounded injured missing casualties deaths detainees"
    ).split()
)
_NOUNS = (("fighters", _FIGHTERS), ("vehicles", _VEHICLES), ("people", _PEOPLE))
_LENGTH = re.compile(r"(?:year|yr|decade)s?\b(?![- ]old)", re.IGNORECASE)


def kind_of(text: str, figure: Figure) -> str | None:
    """The sort of what a figure counts; None where neither its unit nor its noun tells it.

    A fate tells people, whatever they are called. Years that name no years are an age: "the boy, 11", "in his 40s".
    """
    if figure.unit == "year" and not _LENGTH.search(text, figure.start, figure.end):
        return "age"
    if figure.unit is not None:
        return _OF_UNIT.get(figure.unit)
    head = re.split(r"\sof\s", figure.counted.lower())[0].split()[-1] if figure.counted else ""
    noun = next((kind for kind, nouns in _NOUNS if head in nouns), None)
    return noun or ("people" if figure.role else None)
