"""Rules for clock times: ``03:20``, ``18.20``, ``9 p.m.``, ``0800 UTC``, ``ten past nine``, ``noon``.

A clock time alone names no day: `scan` joins it with one that the sentence names. A stated zone moves it to UTC;
without one the wall clock is kept as it is told, because no report says where its clock hangs.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from woozle.toolbox.later import later
from woozle.toolbox.when.places import matches_at, walker
from woozle.toolbox.when.words import NUMBER, S, number

#: Minutes ahead of UTC of zones whose letters mean one thing in news.
_ZONES = {"utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180} | {
    "est": -300,
    "edt": -240,
    "pst": -480,
    "pdt": -420,
}
_ZONE = (
    rf"(?:{S}?\(?(?P<zone>UTC|GMT|BST|CEST|CET|EEST|EET|MSK|EST|EDT|PST|PDT)(?:{S}?(?P<sign>[+−-]){S}?(?P<ahead>\d{{1,2}})(?::?(?P<half>00|30|45))?)?\)?"
    rf"|{S}local(?:{S}time)?|{S}(?:hours|hrs)\b)?"
)
#: Zones by place or by letters that move with the seasons or mean several: "Moscow time", "ET", "IST".
_PLACE_TIME = later(
    rf"{S}\(?(?:(?!Universal)[A-Z][a-z]{{1,14}}(?:[ -][A-Z][a-z]{{1,14}})?{S}(?:(?:standard|summer|daylight){S})?time\b"
    r"|(?:ET|CT|MT|PT|IST|AEST|AST|CST|CDT|MST|MDT|WIB|JST|KST|SAST|WAT|EAT|TRT|IRST)\b)",
)
_NOON = rf"(?P<noon>(?i:[ap]\.{S}?m\.|[ap]\.?{S}?m\b))"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in a text.

    ``is_twelve``: told on a twelve-hour face without morning or afternoon. ``offset``: minutes that the stated zone is
    ahead of UTC; 0 where none is stated, None where one is stated that has no fixed offset ("Moscow time").
    ``is_zoned``: told in a zone of fixed offset.
    """

    start: int
    end: int
    hour: int
    minute: int
    offset: int | None
    is_twelve: bool
    is_zoned: bool = False


def _offset(match: re.Match[str]) -> int:
    zone = match.groupdict().get("zone")
    if not zone:
        return 0
    ahead = 60 * int(match["ahead"] or 0) + int(match["half"] or 0)
    return _ZONES[zone.lower()] + (ahead if match["sign"] == "+" else -ahead)


def _digits(match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    hour, minute = int(match["hour"]), int(groups.get("minute") or 0)
    noon = (groups.get("noon") or "").lower()[:1]
    if noon and not 1 <= hour <= 12:
        return None
    if noon:
        hour = hour % 12 + (12 if noon == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Clock(match.start(), match.end(), hour, minute, _offset(match), False, bool(groups.get("zone")))


def _words(match: re.Match[str]) -> Clock | None:
    hour = number(match["hour"])
    words = (match["minutes"] or "").lower()
    words = re.sub(r"\s*min\w*\Z", "", words)
    minute = 15.0 if "quarter" in words else 30.0 if "half" in words else number(words) if words else 0.0
    if hour is None or minute is None or minute > 59 or not 1 <= hour <= 24:
        return None
    if hour > 12:  # "at 19 o'clock"
        return Clock(match.start(), match.end(), int(hour) % 24, 0, 0, False) if not words else None
    is_before = match["side"] in ("to", "before")
    total = int(hour) * 60 + (-int(minute) if is_before else int(minute))
    return Clock(match.start(), match.end(), total // 60 % 24, total % 60, 0, True)


def _named(match: re.Match[str]) -> Clock:
    """Noon, and midnight, which may begin a day or end it."""
    is_night = "night" in match[0].lower()
    return Clock(match.start(), match.end(), 0 if is_night else 12, 0, 0, is_night)


def _bare_hour(match: re.Match[str]) -> Clock | None:
    hour = number(match["hour"])
    if hour is None or hour != int(hour) or not 1 <= hour <= 12:
        return None
    return Clock(match.start(), match.end(), int(hour), 0, 0, True)


_B = r"(?<![\w.:,$€£/-])"
_HOURS = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
RULES = (
    (later(rf"{_B}(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d){S}?{_NOON}{_ZONE}"), _digits),
    (later(rf"{_B}(?P<hour>\d{{1,2}}){S}?{_NOON}{_ZONE}"), _digits),
    (later(rf"{_B}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?{_ZONE}(?![\w:%]|\.\d)"), _digits),
    (
        later(
            rf"(?:(?<=at )|(?<=until )|(?<=about )|(?<=around )|(?<=from )|(?<=by )|(?<=after )|(?<=before ))"
            rf"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d){_ZONE}(?![\w%]|\.\d|{S}(?:per|million|billion|km|m\b|kg|points|met(?:re|er)s?|kilomet\w+|miles?|feet|tons?|tonnes?|crowns?|dollars?|euros?|pounds?|cents?|yen))"
        ),
        _digits,
    ),
    (
        later(
            rf"{_B}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){S}?(?P<zone>UTC|GMT)(?P<sign>(?!))?(?P<ahead>(?!))?(?P<half>(?!))?\b"
        ),
        _digits,
    ),
    (later(rf"{_B}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){S}(?:hours|hrs|local time)\b"), _digits),
    (
        later(
            rf"(?<![\w-])(?P<minutes>(?i:half|(?:a{S})?quarter|{NUMBER}(?:{S}min(?:ute)?s?)?)){S}(?P<side>past|to|after|before){S}"
            rf"(?P<hour>(?i:{_HOURS}))(?![\w-])"
        ),
        lambda match: _words(match) if _is_face(match) else None,
    ),
    (later(rf"(?<![\w-])(?P<minutes>(?!))?(?P<side>(?!))?(?P<hour>(?i:{_HOURS}|\d{{1,2}})){S}o[’']clock"), _words),
    (later(r"(?<![\w-])(?i:noon|midnight|midday)(?![\w-])"), _named),
    (
        later(
            rf"(?:(?<=at )|(?<=around )|(?<=towards )|(?<=Towards )|(?<=about )|(?<=since )|(?<=until ))"
            rf"(?P<hour>{_HOURS})"
            rf"(?=[,.;:]|{S}(?:on|in{S}the|this|yesterday|last|o’clock|by|and|but|when|while|after|before|with|as)\b)"
        ),
        _bare_hour,
    ),
    (
        later(
            rf"(?<![\w-])(?<!past )(?P<hour>(?i:{_HOURS}))"
            rf"(?={S}(?:(?:in{S}the|this){S}(?:morning|afternoon|evening)|at{S}night))"
        ),
        _bare_hour,
    ),
)


#: Before "ten to two" these ask for a clock; a span of ten to two needs none.
_AT = later(r"\b(?:at|since|until|till|around|towards?)\s\Z")


def _is_face(match: re.Match[str]) -> bool:
    """Minutes of a face come in fives, in quarters, or say so: "two to three" is a range, not a clock."""
    words = match["minutes"].lower()
    if "quarter" in words or "half" in words or "min" in words:
        return not ("half" in words and match["side"] in ("to", "before"))
    count = number(words)
    if match["side"] in ("to", "before", "after"):
        is_plain = match["side"] != "after" and count in (20.0, 25.0)
        return is_plain or (
            count in (5.0, 10.0) and bool(_AT.search(match.string, max(0, match.start() - 9), match.start()))
        )
    return count is not None and count % 5 == 0


@cache
def _anywhere() -> re.Pattern[str]:
    """Where any rule matches."""
    return walker(pattern for pattern, _ in RULES)


def find_clocks(text: str) -> list[Clock]:
    """Every clock time of a text, in no promised order; they may overlap."""
    places = [place.start() for place in _anywhere().finditer(text)]
    found = (
        clock for pattern, build in RULES for match in matches_at(pattern, text, places) if (clock := build(match))
    )
    return [replace(clock, offset=None) if _PLACE_TIME.match(text, clock.end) else clock for clock in found]
