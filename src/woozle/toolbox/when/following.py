"""Rules for times told from the day that was named last: ``the next day``, ``two weeks later``, ``that night``."""

import re
from collections.abc import Callable

from woozle.toolbox.later import later
from woozle.toolbox.when.events import EVENTS, event_of
from woozle.toolbox.when.found import Told
from woozle.toolbox.when.words import NUMBER, ORDINAL_WORD, PARTS, S, number, ordinal, unit

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


def _from_event(match: re.Match[str]) -> Built:
    """``the day after the raid``, ``two weeks into the strike``, ``on the third day of the siege``."""
    groups = match.groupdict()
    if groups.get("ordinal"):
        nth = ordinal(groups["ordinal"])
        return None if nth is None else (Told(nth - 1, "D", event=event_of(groups["event"])), "")
    words, side = (groups.get("count") or "").lower(), (groups["side"] or "").lower()
    count = (0.0 if side == "of" else 1.0) if words in ("the", "a", "an") else number(words)
    letters = unit(groups["unit"])
    if count is None or letters not in ("D", "W", "M", "Y"):
        return None
    length = 0 if words == "the" else match.end("unit") - match.start()
    count = -count if side == "before" else count
    part = "TNI" if groups["unit"].lower() == "night" and side == "of" else ""
    return Told(count, letters, event=event_of(groups["event"]), length=length), part


_LIGHT = {"first light": "TMO", "daybreak": "TMO", "dawn": "TMO", "sunrise": "TMO"} | {
    "nightfall": "TNI",
    "dusk": "TEV",
    "sunset": "TEV",
}


def _light(match: re.Match[str]) -> Built:
    return Told(0, "D", is_light=True), _LIGHT[match["light"]]


_EVENT = rf"(?:the|an?|his|her|its|their){S}(?:[a-z-]{{2,14}}{S}){{0,2}}?(?P<event>{EVENTS})"
_PART = r"(?:day|(?P<part>morning|afternoon|evening|night))"
FOLLOWING: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Built]], ...] = (
    (
        later(
            rf"(?<![\w-])(?i:the{S}(?:next|following){S}{_PART}|the{S}day{S}after)"
            rf"(?![\w-]|{S}(?:tomorrow|the|an?|his|her|its|their|[A-Z]))"
        ),
        _shift(1),
    ),
    (
        later(
            rf"(?<![\w-])(?i:the{S}previous{S}{_PART}|the{S}(?:day|(?P<night>night)){S}before)"
            rf"(?![\w-]|{S}(?:yesterday|the|an?|his|her|its|their|[A-Z]))"
        ),
        _shift(-1),
    ),
    (
        later(
            rf"(?<![\w-])(?i:(?:(?:later|earlier){S})?(?:that|the{S}same|that{S}same|the{S}very{S}same){S}{_PART})(?![\w-])"
        ),
        _shift(0),
    ),
    (
        later(
            rf"(?<![\w-])(?P<count>(?i:an?|{NUMBER})){S}(?P<unit>(?i:days?|weeks?|fortnights?|months?|years?)){S}"
            rf"(?P<side>(?i:later|earlier|previously|after{S}that|before{S}that))(?![\w-]|{S}than\b)"
        ),
        _counted,
    ),
    (
        later(
            r"(?<![\w-])(?:(?<=at )|(?<=before )|(?<=by )|(?<=until )|(?<=after )|(?<=since )"
            r"|(?<=around )|(?<=from )|(?<=till ))"
            r"(?P<light>first light|daybreak|nightfall|dusk|dawn|sunrise|sunset)(?![\w-])"
        ),
        _light,
    ),
    (
        later(
            rf"(?<![\w-])(?P<count>(?i:the|an?|{NUMBER})){S}(?P<unit>(?i:days?|nights?|weeks?|months?|years?)){S}"
            rf"(?P<side>after|before|into|of){S}{_EVENT}(?![\w-])"
        ),
        _from_event,
    ),
    (
        later(rf"(?<![\w-])(?i:the){S}(?P<ordinal>(?i:{ORDINAL_WORD})){S}day{S}of{S}{_EVENT}(?![\w-])"),
        _from_event,
    ),
)
