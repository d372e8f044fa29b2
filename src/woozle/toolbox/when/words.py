"""The words of time: months, weekdays, units and number words, as tables and as pieces of patterns.

Pieces hold no unbounded repetition, so that a search with any of them stays linear in the text.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from woozle.toolbox.numbers.words import ONES

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SMALL = [word for word, value in ONES.items() if value < 20]
_TENS = [word for word, value in ONES.items() if value >= 20]
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

MONTHS: Mapping[str, int] = MappingProxyType(
    {name[:length]: at for at, name in enumerate(_MONTHS, 1) for length in (3, len(name))} | {"sept": 9}
)
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name: at for at, name in enumerate(_DAYS)}
    | {name[:3]: at for at, name in enumerate(_DAYS)}
    | {"tues": 1, "thur": 3, "thurs": 3}
)
NUMBERS: Mapping[str, int] = MappingProxyType(dict(ONES) | {"a": 1, "an": 1, "couple": 2, "dozen": 12})
ORDINALS: Mapping[str, int] = MappingProxyType({word: at for at, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30})
#: TIMEX3 letter of each unit; time units (below a day) stand behind a T.
UNITS: Mapping[str, str] = MappingProxyType(
    {
        "second": "TS",
        "sec": "TS",
        "minute": "TM",
        "min": "TM",
        "hour": "TH",
        "hr": "TH",
        "day": "D",
        "night": "D",
        "week": "W",
        "fortnight": "W",
        "month": "M",
        "quarter": "Q",
        "year": "Y",
        "decade": "DE",
        "century": "CE",
    }
)

S = r"(?:[ \t\u00a0\n]{1,3})"  #: white space inside an expression; never an empty line of any length
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    # As people write in posts; "may", "march" and "mar" in small letters are other words.
    r"|january|february|april|june|july|august|september|october|november|december|(?<=\bin )(?:may|march)"
    r"|(?:jan|feb|apr|jun|jul|aug|sept|oct|nov|dec)\b\.?)"
)
WEEKDAY = r"(?:[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday)"
SHORT_DAY = r"(?:(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:1[0-9]\d\d|2[01]\d\d)(?![\d%]|[.,:]\d)"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL_WORD = (
    r"(?:(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    + "|".join(sorted([*_ORDINALS, "thirtieth"], key=len, reverse=True))
    + ")"
)
_ONES = "|".join(_SMALL[1:10])
_TWO_FIGURES = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONES}))?|{'|'.join(sorted(_SMALL[10:], key=len, reverse=True))})"
#: "two thousand and fifteen", "nineteen ninety-six", "nineteen hundred and five"
SPOKEN_YEAR = (
    rf"(?:two{S}thousand(?:(?:{S}and)?{S}(?:{_TWO_FIGURES}|{_ONES})(?![\w-]))?"
    rf"|(?:seventeen|eighteen|nineteen|twenty){S}(?:hundred(?:(?:{S}and)?{S}(?:{_TWO_FIGURES}|{_ONES})(?![\w-]))?"
    rf"|oh{S}(?:{_ONES})|{_TWO_FIGURES}))"
)
NUMBER = (
    r"(?:(?:"
    + "|".join(_TENS)
    + r")(?:[- ](?:"
    + _ONES
    + r"))?|"
    + "|".join(sorted(_SMALL[1:], key=len, reverse=True))
    + r"|\d{1,3}(?:[.]\d)?)"
)
UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?"
    r"|months?|quarters?|years?|decades?|centur(?:y|ies))"
)
EDGE = r"(?:early|mid|late|the start of|the beginning of|the end of|the middle of|earlier|later)"
PART = r"(?:morning|afternoon|evening|night)"

#: How many weeks, months or years before or behind this one.
SHIFTS: Mapping[str, int] = MappingProxyType(
    {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
)
PARTS: Mapping[str, str] = MappingProxyType({"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"})


def number(text: str) -> float | None:
    """The value of a number as `NUMBER` matches it: digits, or words up to ninety-nine."""
    text = text.lower().strip()
    if re.fullmatch(r"\d{1,4}(?:\.\d{1,3})?", text):
        return float(text)
    parts = re.split(r"[-\s]+", text)
    values = [NUMBERS.get(part) for part in parts]
    known = [value for value in values if value is not None]
    return float(sum(known)) if known and len(known) == len(values) else None


def ordinal(text: str) -> int | None:
    """The day number of ``third``, ``twenty-first``, ``3rd`` or ``3``."""
    text = text.lower().replace(" ", "-")
    digits = re.match(r"\d{1,2}", text)
    if digits:
        return int(digits[0])
    head, _, tail = text.rpartition("-")
    value = ORDINALS.get(tail)
    return None if value is None else value + (NUMBERS.get(head, 0) if head else 0)


def month(text: str) -> int:
    """The number of a month's name or abbreviation, 1 to 12."""
    return MONTHS[text.lower().rstrip(".")]


def unit(text: str) -> str:
    """The TIMEX3 letters of a unit in singular or plural."""
    text = text.lower()
    return UNITS["century" if text.startswith("centur") else text.rstrip("s")]


def year_number(text: str) -> int:
    """The year of a match: "2015", "’87", or in words."""
    figures = text.lstrip("’'")
    if figures.isdigit():
        return int(figures) + (0 if len(figures) > 2 else 1900 if int(figures) >= 30 else 2000)
    words = [word for word in re.split(r"[-\s]+", text.lower()) if word not in ("and", "oh")]
    if words[1] in ("thousand", "hundred"):
        head = int(number(words[0]) or 0) * (1000 if words[1] == "thousand" else 100)
        return head + int(number(" ".join(words[2:])) or 0)
    return int(number(words[0]) or 0) * 100 + int(number(" ".join(words[1:])) or 0)
