"""Number words of English and what they are worth; vague words have the fixed ranges that the record documents."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
ONES: Mapping[str, int] = MappingProxyType(
    {word: at for at, word in enumerate(_SMALL)}
    | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
)
SCALES: Mapping[str, float] = MappingProxyType(
    {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    | {"mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "m": 1e6}
)
#: The fixed ranges of vague words: (low, high).
VAGUE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "a couple": (2.0, 2.0),
        "a few": (2.0, 5.0),
        "a handful": (2.0, 6.0),
        "several": (3.0, 9.0),
        "half a dozen": (6.0, 6.0),
        "a half-dozen": (6.0, 6.0),
        "a dozen": (12.0, 12.0),
        "dozens": (24.0, 99.0),
        "many dozens": (24.0, 99.0),
        "several dozen": (36.0, 99.0),
        "a few dozen": (24.0, 60.0),
        "scores": (40.0, 99.0),
        "hundreds": (200.0, 999.0),
        "many hundreds": (200.0, 999.0),
        "a few hundred": (200.0, 599.0),
        "several hundred": (300.0, 999.0),
        "thousands": (2e3, 9999.0),
        "many thousands": (2e3, 9999.0),
        "a few thousand": (2e3, 5999.0),
        "several thousand": (3e3, 9999.0),
        "tens of thousands": (2e4, 99999.0),
        "hundreds of thousands": (2e5, 999999.0),
        "millions": (2e6, 9999999.0),
        "several million": (3e6, 9999999.0),
        "a few million": (2e6, 5999999.0),
        "tens of millions": (2e7, 99999999.0),
        "hundreds of millions": (2e8, 999999999.0),
        "half a million": (5e5, 5e5),
        "half a billion": (5e8, 5e8),
    }
)
FRACTIONS: Mapping[str, float] = MappingProxyType(
    {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10}
    | {"halves": 1 / 2, "seventh": 1 / 7, "ninth": 1 / 9, "fourth": 1 / 4}
)

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_BELOW = rf"(?:(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_TEENS}|{_UNITS})"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
#: A number in words: at most a dozen words, so that a hostile run of number words costs linear time.
WORDS = (
    rf"(?:(?:(?:a|{_BELOW})[- ]{_SCALE}|hundred(?=\sand\s))(?:[- ]{_SCALE})?"
    rf"(?:(?:[- ]|,\s|\sand\s){_BELOW}(?:[- ]{_SCALE})?(?:[- ]{_SCALE})?){{0,6}}"
    rf"|{_BELOW}(?:\sand\sa\shalf)?)"
)
_TOKEN = re.compile(r"[a-z]+")


def words_value(text: str) -> float | None:
    """The value of a number in words; None where the words make no number ("five six")."""
    total, group, last = 0.0, 0.0, 10.0**15
    words = _TOKEN.findall(text.lower())
    is_half = words[-3:] == ["and", "a", "half"]
    for word in words[:-3] if is_half else words:
        if word in ("and", "a"):
            group = group or float(word == "a")
        elif word in ONES:
            if last <= ONES[word] or (last < 20 and last > 0) or (20 <= last < 100 and ONES[word] > 9):
                return None
            group, last = group + ONES[word], float(ONES[word])
        elif word in ("hundred", "dozen"):
            group, last = (group or 1.0) * (12 if word == "dozen" else 100), 100.0
        else:
            total, group, last = total + (group or 1.0) * SCALES[word], 0.0, SCALES[word]
    value = total + group
    if not is_half:
        return value
    # "two and a half million" never reaches here: the scale stands behind the half and multiplies it later.
    return value + 0.5 * (SCALES.get(words[-4], 1.0) if len(words) > 3 else 1.0)


def digits_value(text: str) -> float:
    """The value of digits with thousands marks: commas, thin or plain spaces."""
    return float(re.sub(r"[,\s\u00a0\u202f]", "", text))
