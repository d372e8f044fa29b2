"""Words that say what kind of place a name belongs to: "Lviv region", "the province of Herat", "the city of Ghent"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_FIRST = "region oblast province governorate prefecture krai kray republic territory state voivodeship"
_SECOND = "county district raion rayon parish municipality borough canton co"
_TOWN = "city town village hamlet settlement suburb neighbourhood neighborhood"
#: Level of the place that a word makes of a name: ``first``, ``second``, ``town``.
LEVELS: Mapping[str, str] = MappingProxyType(
    {word: "first" for word in _FIRST.split()}
    | {f"{word}s": "first" for word in _FIRST.split()}
    | {"counties": "second", "territories": "first", "provinces": "first"}
    | {word: "second" for word in _SECOND.split()}
    | {f"{word}s": "second" for word in ("district", "raion", "parish", "borough")}
    | {word: "town" for word in _TOWN.split()}
)
_AREA = "|".join(sorted({*_FIRST.split(), *_SECOND.split(), "division", "city", "autonomous", "special", "capital"}))
_BEHIND = re.compile(rf"(?:[ ’'-](?:{_AREA})\b\.?)+\Z", re.IGNORECASE)
_BEFORE = re.compile(rf"\A(?:{_AREA}|provincia|departamento|wilaya)(?: (?:of|de|del|da|do))? ", re.IGNORECASE)
_SIDED = re.compile(
    r"\A(?i:(?:(?:north|south)-?)?(?:north|south|east|west)(?:ern)|central|upper|lower|downtown|greater)[ -](?=[A-Z])"
)
_JOINED = re.compile(r"[-–](?:based|born|backed|led|held|controlled|occupied|bound|wide)\b.*\Z")
#: Shortened days and months, and sides, which are names of places as well and in a report mostly are what they say.
NO_PLACES = frozenset(
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec "
    "north south east west central northern southern eastern western".split()
)
#: First-level areas by how they are shortened behind a comma: in the style of newspapers, and by mail.
_AREAS = (
    "US.AL Ala AL|US.AK AK|US.AZ Ariz AZ|US.AR Ark AR|US.CA Calif CA|US.CO Colo CO|US.CT Conn CT|US.DE Del DE|US.DC DC|"
    "US.FL Fla FL|US.GA Ga GA|US.HI HI|US.ID ID|US.IL Ill IL|US.IN Ind IN|US.IA IA|US.KS Kan Kans KS|US.KY Ky KY|"
    "US.LA La LA|US.ME ME|US.MD Md MD|US.MA Mass MA|US.MI Mich MI|US.MN Minn MN|US.MS Miss MS|US.MO Mo MO|"
    "US.MT Mont MT|US.NE Neb Nebr NE|US.NV Nev NV|US.NH NH|US.NJ NJ|US.NM NM|US.NY NY|US.NC NC|US.ND ND|US.OH OH|"
    "US.OK Okla OK|US.OR Ore OR|US.PA Pa Penn PA|US.RI RI|US.SC SC|US.SD SD|US.TN Tenn TN|US.TX Tex TX|US.UT UT|"
    "US.VT Vt VT|US.VA Va VA|US.WA Wash WA|US.WV WVa WV|US.WI Wis WI|US.WY Wyo WY|CA.01 Alta AB|CA.02 BC|CA.03 Man MB|"
    "CA.04 NB|CA.05 Nfld NL|CA.07 NS|CA.08 Ont ON|CA.09 PEI PE|CA.10 Que QC|CA.11 Sask SK|CA.12 YT|CA.13 NWT NT|"
    "CA.14 NU|AU.01 ACT|AU.02 NSW|AU.04 Qld QLD|AU.06 Tas|AU.07 Vic|AU.08 WA"
)
#: The code of a first-level area by its shortened name, without full stops; "WA" is Washington, not Western Australia.
SHORT_AREAS: Mapping[str, str] = MappingProxyType(
    {short: words.split()[0] for words in reversed(_AREAS.split("|")) for short in words.split()[1:]}
)
#: The same, as it is written.
SHORT_AREA = r"(?:[A-Z]\.){2,3}|[A-Z][A-Za-z]{1,4}\b\.?|W\. ?Va\."


def bare_area(name: str) -> str:
    """An area's name without the word for its kind: "Kharkiv Oblast" is "Kharkiv"."""
    return _BEFORE.sub("", _BEHIND.sub("", name.rstrip("’'"))) or name


def core(name: str) -> str:
    """A name without what a report adds to it: "eastern China", "UK-based", "Randwick racecourse"."""
    words = _JOINED.sub("", _SIDED.sub("", name)).split()
    while len(words) > 1 and words[-1][0].islower():
        words = words[:-1]
    return " ".join(words)


def level_of(name: str) -> str | None:
    """The level that a name itself tells: "Kharkiv Oblast" is of the first, "Adair County" of the second."""
    if bare_area(name) == name:
        return None
    words = [word.strip(".").lower() for word in name.split()]
    return next((LEVELS[word] for word in (words[-1], words[0]) if word in LEVELS), None)


def short_area(written: str) -> str | None:
    """The code of a first-level area by a shortened name: "Ky.", "N.J."; None where it is none."""
    return SHORT_AREAS.get(written.replace(".", "").replace(" ", ""))
