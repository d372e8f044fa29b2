"""Rules for durations and sets: ``two weeks``, ``fifty-year``, ``several months``, ``every Friday``, ``weekly``.

They have a TIMEX3 value (P2W, PXM, XXXX-WXX-5) but no interval.
"""

import re

from woozle.toolbox.later import later
from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scene import Rule, Scene
from woozle.toolbox.when.words import NUMBER, UNIT, WEEKDAY, WEEKDAYS, S, number, unit

_WORDS = {"a couple of": 2.0, "half a": 0.5, "a": 1.0, "an": 1.0}


def _period(count: str, letters: str) -> str:
    """The TIMEX3 value of so many units."""
    return f"PT{count}{letters[1:]}" if letters.startswith("T") else f"P{count}{letters}"


_A_DAY = re.compile(r"an?\s(?:day|night)", re.IGNORECASE)
_AFTER_LENGTH = re.compile(
    r"[,.;:!?)”\"]|\s(?:in|of|after|before|at|to|for|with|on|and|or|later|earlier|than|when|by|from|as|without)\b|\Z"
)


def _length(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    letters = unit(match["unit"])
    if _A_DAY.fullmatch(match[0]) and not _AFTER_LENGTH.match(match.string, match.end()):
        return None  # "a night porter", "a day nobody forgets"
    if _READING.match(match.string, match.end()):
        return None
    words = re.sub(r"\s+", " ", (match["count"] or "").lower())
    count = _WORDS.get(words) or number(words)
    if letters == "Q" and count in (0.5, 1.0):
        return None  # "a quarter of the homes"
    if match["first"]:
        return m.unresolved("vague")
    if count is None:
        return m.unresolved("vague", _period("X", letters))
    if match["unit"].lower().startswith("fortnight"):
        count *= 2
    if letters in ("DE", "CE"):
        count, letters = count * (10 if letters == "DE" else 100), "Y"
    return m.unresolved("vague", _period(f"{count:g}", letters))


def _one_length(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    return m.unresolved("vague", "P10Y" if match["unit"] == "decade" else "P100Y")


_NAMED = re.compile(r"[ ][A-Z]")
#: How long it takes to read a page: "9 min read".
_READING = re.compile(r"[ -]?read\b")
_EVERY = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annual": "P1Y", "annually": "P1Y"} | {
    "yearly": "P1Y",
    "hourly": "PT1H",
    "nightly": "P1D",
}


def _adverb(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    if match[0][0].isupper() and _NAMED.match(match.string, match.end()):
        return None  # "Daily Express", "the Weekly Standard"
    return m.unresolved("vague", _EVERY[match[0].lower()])


def _each(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    name = match["unit"].lower()
    if name in WEEKDAYS:
        return m.unresolved("vague", f"XXXX-WXX-{WEEKDAYS[name] + 1}")
    if name in ("morning", "afternoon", "evening"):
        return m.unresolved("vague", "P1D")
    return m.unresolved("vague", _period("1", unit(name)))


def _weekdays(match: re.Match[str], _scene: Scene) -> m.Meaning | None:
    return m.unresolved("vague", f"XXXX-WXX-{WEEKDAYS[match['unit'].lower()] + 1}")


def _compile(pattern: str) -> re.Pattern[str]:
    return later(rf"(?<![\w$€£.,-]){pattern}(?!\w)")


_MANY = r"several|a{S}few|many|some|few|couple{S}of".replace("{S}", S)
_LEAD = (
    rf"(?:(?:the|these|those){S})?(?:(?:past|last|next|first|coming|previous|following|nearly|about|almost|over){S})"
)

RULES = (
    Rule(
        _compile(
            rf"{_LEAD}?(?i:(?:(?P<first>{NUMBER})(?:{S}?[-–]{S}?|{S}(?:to|or){S}))?(?P<count>a{S}couple{S}of|half{S}an?|{NUMBER}|an?(?!{S}second\b|{S}minute{S}of)|{_MANY}))"
            rf"(?:-|{S})(?:consecutive{S}|straight{S}|full{S}|whole{S}|more{S}|additional{S}|trading{S}|long{S})?"
            rf"(?P<unit>(?i:{UNIT}))(?!-old|{S}old\b|{S}ago\b|[’']|{S}of{S}age)"
        ),
        _length,
    ),
    Rule(
        _compile(
            r"(?:(?<=for )|(?<=in )|(?<=within )|(?<=of )|(?<=after )|(?<=took )|(?<=over )|(?<=than ))"
            r"(?:(?P<count>(?!)))?(?P<first>(?!))?(?P<unit>(?i:minutes|hours|days|weeks|months|years|decades|centuries))"
        ),
        _length,
    ),
    Rule(
        _compile(
            rf"(?:(?:the|in){S})?(?:past|last|next|coming){S}(?P<count>(?!))?(?P<first>(?!))?(?P<unit>(?:days|weeks|months|years|decades))"
        ),
        _length,
    ),
    Rule(_compile(rf"(?:the{S})?(?P<count>past|last|next){S}(?P<unit>decade|century)"), _one_length),
    Rule(_compile(r"(?P<count>(?!))?(?P<first>(?!))?(?P<unit>(?:days|weeks|months|years|decades))-long"), _length),
    Rule(_compile(rf"(?i:{'|'.join(_EVERY)})"), _adverb),
    Rule(
        _compile(
            rf"(?i:every|each|per)(?:{S}other|{S}single)?{S}(?P<unit>(?i:morning|afternoon|evening|{UNIT})|{WEEKDAY})"
        ),
        _each,
    ),
    Rule(_compile(rf"(?:on{S})?(?P<unit>{WEEKDAY})s"), _weekdays),
)
