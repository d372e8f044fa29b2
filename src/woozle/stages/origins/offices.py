"""Tells from the words beside a name that somebody holds an office for a body: spokespersons, ministers, heads."""

import re
from dataclasses import dataclass

from woozle.stages.origins.unnamed import BODY
from woozle.toolbox.link.words import words_in

#: Offices of those who speak for a body.
ROLE = (
    r"(?:(?:chief|head|general|deputy|branch|first|acting|national|regional|press|official|senior|executive|managing"
    r"|supreme|permanent|under)[\s-])*"
    r"(?:spokes(?:man|woman|person)|leader|head|chief|chair(?:man|woman|person)?|president|director|secretary|minister"
    r"|commander|commodore|admiral|general|governor|inspector|editor|founder|owner|manager|boss|coxswain|commissioner"
    r"|premier|chancellor|officer|chief\sexecutive|secretary[\s-]general)"
)
#: Ranks and titles that stand before a name and are no part of it.
RANK = (
    r"(?:(?:mr|ms|mrs|dr|prof|professor|sir|dame|father|rev|colonel|col|general|gen|major|maj|captain|capt|lieutenant|lt"
    r"|sergeant|sgt|brigadier|admiral|commander|commodore|inspector|superintendent|sheriff)\.?\s){0,2}"
)
FORMER = re.compile(r"(?i)\b(?:former|ex-|late|once|until)\b")
#: Code points before a name in which an office may stand.
_REACH = 60
#: Before a person: "police spokeswoman", "Transport Minister", "a spokesman for the company,".
_BEFORE = re.compile(
    rf"(?i)(?:\b(?P<of>[^\W\d_]+(?:-[^\W\d_]+)*)(?:['’]s)?\s)?\b(?P<role>{ROLE}),?"
    rf"\s{RANK}$"
)
#: Behind a person: ", a spokesman", ", the police spokeswoman", ", spokesman for the company".
_BEHIND = re.compile(
    r"(?i),\s(?:(?:the|its|a|an|their)\s)?(?:(?P<of>[^\W\d_]+(?:-[^\W\d_]+)*)(?:['’]s)?\s)?"
    rf"(?P<role>{ROLE})\b"
    r"(?P<behind>\s(?:of|for)\s(?:the\s|its\s|their\s)?(?:[^,.;:\n]|\n(?!\s*\n)){3,40})?"
)
#: The same without an office: "Ilse Varnow of the crisis staff", ", who speaks for the ministry".
_OF_BODY = re.compile(
    r"(?i)(?P<role>\s(?:of|from)\sthe\s|,\swho\s(?:leads|heads|runs|commands|chairs|speaks\sfor)\sthe\s)"
    r"(?P<behind>(?:[^,.;:\n]|\n(?!\s*\n)){3,40})"
)
#: Words of a body that stand before the office of who speaks for it: "police spokeswoman", "fire chief".
_BODY_WORDS = frozenset(
    (
        "police army navy government company hospital fire union ministry coastguard presidency palace court council "
        "party plant mine port harbour airport railway university embassy church district regiment battalion brigade "
        "prison customs border guard rescue operator"
    ).split()
)


#: Code points before an office in which "former" speaks of it.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Office:
    """That somebody speaks for a body without a name: what it is called, empty where nothing says; and the words."""

    body: str
    words: str


def office_of(text: str, start: int, end: int) -> Office | None:
    """The office of whoever is named in a stretch of a text: "police spokeswoman Petra Lomm"; None without one."""
    before = text[max(0, start - _REACH) : start]
    ahead = _BEFORE.search(before)
    match = ahead or _BEHIND.match(text, end) or _OF_BODY.match(text, end)
    if match is None or FORMER.search(before[max(0, ahead.start() - _NEAR) if ahead else -_NEAR :]):
        return None
    told = match.groupdict()
    body = _body_in(told.get("behind") or "") or _body_before(told.get("of") or "", match["role"].casefold())
    return None if body is None else Office(body, " ".join(match[0].split()))


def _body_before(word: str, role: str) -> str | None:
    """The body that the word before an office tells, empty where it tells none; None for an office of no body."""
    word = word.casefold()
    if role == "minister":
        return f"{word} ministry" if word and word not in _NO_PORTFOLIO else ""
    if word in _BODY_WORDS:
        return word
    return "" if role.startswith("spokes") else None


def _body_in(words: str) -> str:
    """The body behind an office, without a name: "spokeswoman of the county crisis staff"; up to its last noun."""
    some = [word.casefold().removesuffix("'s").removesuffix("’s") for word in words_in(words)][:6]
    ends = [at for at, word in enumerate(some) if word in BODY]
    return " ".join(word for word in some[: ends[-1] + 1] if word not in _LINKS) if ends else ""


_LINKS = frozenset("of for the a an its their his her".split())

_NO_PORTFOLIO = frozenset(
    (
        "the a an and or as by to for with prime first deputy former its their our his her acting state s junior "
        "federal"
    ).split()
)
