"""Units as reports write them, and the one spelling the record gives each."""

from collections.abc import Mapping
from types import MappingProxyType

from woozle.toolbox.later import later

#: Spellings of each unit as patterns; an underscore stands for a space.
_SPELLINGS = {
    "km/h": "km/h kph kmh kilometres?_per_hour kilometers?_per_hour kilometres?_an_hour",
    "mph": "mph miles?_per_hour miles?_an_hour",
    "km2": "km2 km² sq[.]?_?km square_kilomet(?:re|er)s?",
    "m2": "m2 m² sq[.]?_?m square_met(?:re|er)s?",
    "sq mi": "square_miles?",
    "nmi": "nautical[-_]miles?",
    "km": "km kms kilomet(?:re|er)s?",
    "mm": "mm millimet(?:re|er)s?",
    "cm": "cm centimet(?:re|er)s?",
    "mile": "miles?",
    "m": "met(?:re|er)s? m",
    "ft": "ft feet foot",
    "in": "inch(?:es)?",
    "yd": "yards?",
    "kg": "kgs? kilos? kilogram(?:me)?s?",
    "g": "grams? grammes?",
    "t": "tonnes? tons? metric_tons?",
    "lb": "lbs? pounds?",
    "l": "lit(?:re|er)s?",
    "gallon": "gallons?",
    "barrel": "barrels?",
    "ha": "ha hectares?",
    "acre": "acres?",
    "°C": "°_?C degrees?_Celsius degrees?_centigrade",
    "°F": "°_?F degrees?_Fahrenheit",
    "°": "degrees?",
    "MW": "MW megawatts?",
    "GW": "GW gigawatts?",
    "kW": "kW kilowatts?",
    "kV": "kV kilovolts?",
    "second": "seconds? secs?",
    "minute": "minutes? mins?",
    "h": "hours? hrs?",
    "day": "days? nights?",
    "week": "weeks?",
    "month": "months?",
    "year": "years? yrs?",
    "decade": "decades?",
    "%": "% per_?cent pct",
    "USD": "US_dollars? dollars? USD",
    "EUR": "euros? EUR",
    "GBP": "pounds?_sterling GBP",
    "RUB": "roubles? rubles? RUB",
    "UAH": "hryvnias? hryvnya UAH",
    "CHF": "Swiss_francs? CHF",
    "JPY": "yen JPY",
    "CNY": "yuan CNY",
    "ILS": "shekels?",
    "crown": "crowns?",
}
#: (pattern of a spelling, unit), the longer spellings first.
_PATTERNS = tuple(
    sorted(
        (
            (spelling.replace("[-_]", "[- ]").replace("_", "[ \u00a0]"), unit)
            for unit, text in _SPELLINGS.items()
            for spelling in text.split()
        ),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
)
_UNIT = later(
    r"(?P<gap>[ \u00a0]|-)?(?:"
    + "|".join(f"(?P<u{at}>{spelling})" for at, (spelling, _) in enumerate(_PATTERNS))
    + r")(?![\w²])"
)
CURRENCIES: Mapping[str, str] = MappingProxyType(
    {"$": "USD", "US$": "USD", "US $": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH"}
    | {"A$": "AUD", "C$": "CAD", "USD": "USD", "EUR": "EUR"}
)
CURRENCY = later(r"(?:US ?\$|[AC]\$|[$€£¥₽₴]|\b(?:USD|EUR))[ \u00a0]?\Z")


def unit_after(text: str, end: int) -> tuple[int, str] | None:
    """(end, unit) of the unit that follows text[:end], with or without a space or hyphen; None where none does."""
    match = _UNIT.match(text, end)
    if match is None or match.lastgroup is None:
        return None
    name = next(group for group, found in match.groupdict().items() if group != "gap" and found)
    return match.end(), _PATTERNS[int(name[1:])][1]


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """(start, unit) of the currency sign that stands before text[start:]; None where none does."""
    match = CURRENCY.search(text[max(0, start - 6) : start])
    if match is None:
        return None
    return start - len(match[0]), CURRENCIES[match[0].strip("\u00a0 ").replace("US $", "US$")]
