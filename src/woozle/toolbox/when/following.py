"""Rules for times told from the day that was named last: ``the next day``, ``two weeks later``, ``that night``."""

import re
from collections.abc import Callable

from woozle.toolbox.when.found import Told
from woozle.toolbox.when.words import NUMBER, PARTS, S, number, unit

#: (how far it lies, part of the day), or None: no time after all.
Built = tuple[Told, str] | None


def _part(match: re.Match[str]) -> str:
    return PARTS.get((match.groupdict().get("part") or "").lower(), "")


def _shift(days: int) -> Callable[[re.Match[str]], Built]:
    return lambda match: (Told(days, "D"), _part(match))


def _counted(match: re.Match[str]) -> Built:
    words = match["count"].lower()
    count, letters = 1.0 if words in ("a", "an") else number(words), unit(match["unit"])
    if count is None or letters not in ("D", "W", "M", "Y"):
        return None
    if match["unit"].lower().startswith("fortnight"):
        count *= 2
    return Told(-count if match["side"].lower().startswith(("earlier", "before", "previous")) else count, letters), ""


_LIGHT = {"first light": "TMO", "daybreak": "TMO", "dawn": "TMO", "sunrise": "TMO"} | {
    "nightfall": "TNI",
    "dusk": "TEV",
    "sunset": "TEV",
}


def _light(match: re.Match[str]) -> Built:
    return Told(0, "D", is_light=True), _LIGHT[match["light"]]


_PART = r"(?:day|(?P<part>morning|afternoon|evening|night))"
FOLLOWING: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Built]], ...] = (
    (
        re.compile(
            rf"(?<![\w-])(?i:the{S}(?:next|following){S}{_PART}|the{S}day{S}after)"
            rf"(?![\w-]|{S}(?:tomorrow|the|an?|his|her|its|their|[A-Z]))"
        ),
        _shift(1),
    ),
    (
        re.compile(
            rf"(?<![\w-])(?i:the{S}previous{S}{_PART}|the{S}(?:day|(?P<night>night)){S}before)"
            rf"(?![\w-]|{S}(?:yesterday|the|an?|his|her|its|their|[A-Z]))"
        ),
        _shift(-1),
    ),
    (
        re.compile(
            rf"(?<![\w-])(?i:(?:(?:later|earlier){S})?(?:that|the{S}same|that{S}same|the{S}very{S}same){S}{_PART})(?![\w-])"
        ),
        _shift(0),
    ),
    (
        re.compile(
            rf"(?<![\w-])(?P<count>(?i:an?|{NUMBER})){S}(?P<unit>(?i:days?|weeks?|fortnights?|months?|years?)){S}"
            rf"(?P<side>(?i:later|earlier|previously|after{S}that|before{S}that))(?![\w-]|{S}than\b)"
        ),
        _counted,
    ),
    (
        re.compile(
            r"(?<![\w-])(?:(?<=at )|(?<=before )|(?<=by )|(?<=until )|(?<=after )|(?<=since )"
            r"|(?<=around )|(?<=from )|(?<=till ))"
            r"(?P<light>first light|daybreak|nightfall|dusk|dawn|sunrise|sunset)(?![\w-])"
        ),
        _light,
    ),
)
