"""What a report says about a place beside its name: of which kind it is, in what it lies, whose it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from woozle.toolbox.later import later
from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.forms import LEVELS, SHORT_AREA, level_of, short_area
from woozle.toolbox.where.naming import place_name
from woozle.toolbox.where.world import World

_KIND = "|".join(sorted(LEVELS))
_ONE_KIND = "|".join(sorted(kind for kind in LEVELS if not kind.endswith("s")))
_SIDE = r"(?:north|south|east|west|central|upper|lower)[\w-]*"
#: What stands between a place and the larger one that it lies in.
_COMMA = later(r"\s?(?:,|\()\s*\Z")
_IN = later(
    rf"(?:,? in|,? (?:a|an|the|another) (?:[\w,’'-]+ ){{0,5}}(?:in|of|within)) (?:the )?(?:{_SIDE} )?"
    rf"(?:(?:{_KIND}) of )?(?:the )?\Z"
)
#: What stands between a larger place and one in it.
_NOUN = "capital|port|island|resort"
_OF = later(
    rf"(?:['’]s?)? (?:(?:{_SIDE}|[\w-]*(?:largest|biggest)|second|third|main|old|border|coastal|industrial) ){{0,3}}"
    rf"(?:(?:{_NOUN}|{_KIND})(?: city)?,?(?: of)? )?\Z"
)
_PLAIN = later(r" \Z")
_BEHIND = later(rf"[ -]({_KIND})\b", re.IGNORECASE)
_CALLED = later(rf",? (?:-|–|—)? ?(?:is )?(?:a|an|the) (?:[\w-]+ ){{0,3}}?({_KIND})\b", re.IGNORECASE)
_BEFORE = later(rf"\b({_ONE_KIND}) of (?:the )?\Z", re.IGNORECASE)
_NAMED = later(r"\b(?!(?:The|A|An|In|At|From|Near)\b)[A-Z][\w’'-]* \Z")
#: What only a town has, and what only a first-level area has.
_MAYOR = later(r"(?:['’]s?)? (?:(?:acting|deputy|former) )?(?:mayor|city (?:council|hall)|airport)\b", re.IGNORECASE)
_MAYOR_OF = later(r"\b(?:(?:mayor|streets?|outskirts|suburbs?|cent(?:er|re)) of|downtown) (?:the )?\Z", re.IGNORECASE)
_GOVERNOR = later(r"(?:['’]s?)? (?:(?:acting|deputy|former) )?(?:governor|regional)\b", re.IGNORECASE)
_GOVERNOR_OF = later(r"\bgovernor of (?:the )?\Z", re.IGNORECASE)
_LISTED = later(r"(?:,|,? and|,? or|/) ?(?:the )?\Z")
_PEOPLE = later(
    rf"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:-\w+)? (?:[\w-]+ ){{0,3}}?(?:{_NOUN}|{_KIND})(?: of)?(?: the)? \Z"
)
#: A larger place that is not among those marked.
_LARGER = later(r",\s([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
#: What stands behind the town in which a report was filed, at the start of a line: "NEW YORK, Nov. 19 (UPI) —".
_DATELINE = later(r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([A-Z][\w ]+\))? ?(?:—|–|--|- )|,? \([A-Z][\w ]+\) ")
_SHORT = later(rf",\s?({SHORT_AREA})")
#: Characters before a name in which a people or a kind may stand.
_REACH = 70


@dataclass(frozen=True, slots=True)
class Sighted:
    """A place as a report names it, at half-open [start, end).

    Attributes:
        name: without article, possessive and marks.
        level: ``first``, ``second`` or ``town`` where the report says so, else None.
        inside: names of what it is said to lie in, and codes of first-level areas.
        lands: countries it is said to belong to: "the Syrian town of".
        is_among_areas: it stands in a list with a first-level area.
        is_among_lands: it stands in a list with a country.
        code: code of the first-level area that it shortens, "Ky." behind a comma.
        beside: number of the place that stands before it in a list, or None.
    """

    start: int
    end: int
    name: str
    level: str | None = None
    inside: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    beside: int | None = None
    code: str | None = None
    is_among_areas: bool = False
    is_among_lands: bool = False


def _level(text: str, start: int, end: int, world: World) -> tuple[str | None, int]:
    """The level that a report tells, and where the words end that tell it."""
    name = place_name(text[start:end])
    behind = _BEHIND.match(text, end)
    if behind and behind[1].lower() != "co":
        return LEVELS[behind[1].lower()], behind.end()
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    # In "the Puno region of Peru" and "a county of Taiwan" the word does not say what the name is.
    is_other = bool(world.tables.find(name)) or _NAMED.search(
        text, max(0, start - _REACH), before.start() if before else 0
    )
    if before and not is_other:
        return LEVELS[before[1].lower()], end
    told = level_of(name) or (_hinted(text, start, end) if _is_twofold(world, name) else None)
    called = None if told else _CALLED.match(text, end)
    return told or (LEVELS[called[1].lower()] if called else None), end


def _is_twofold(world: World, name: str) -> bool:
    """Whether a name is that of a town and of the area in which it lies."""
    found = world.find(name)
    areas = {entry.area for entry in found if entry.kind == "admin1"}
    return any(entry.kind == "town" and entry.area in areas for entry in found)


def _hinted(text: str, start: int, end: int) -> str | None:
    """The level that the words around such a name hint at: a town has a mayor, an area a governor."""
    before = max(0, start - _REACH)
    if _MAYOR.match(text, end) or _MAYOR_OF.search(text, before, start):
        return "town"
    if _GOVERNOR.match(text, end) or _GOVERNOR_OF.search(text, before, start):
        return "first"
    is_first = not text[:start].rpartition("\n")[2].strip()
    return "town" if is_first and text[start:end].isupper() and _DATELINE.match(text, end) else None


def _lands(text: str, start: int, world: World) -> tuple[str, ...]:
    """Countries whose people a report names before a place: "the Russian border town of"."""
    found = _PEOPLE.search(text, max(0, start - _REACH), start)
    if not found:
        return ()
    return world.peoples(plain_key(found[1])) or world.peoples(plain_key(found[1].split()[0]))


def sight(text: str, spans: Sequence[tuple[int, int]], world: World) -> list[Sighted]:
    """What a report says about each of its places.

    Args:
        text: the report.
        spans: half-open, in text order, none inside another.
        world: for the words for peoples.
    """
    found: list[Sighted] = []
    ends: list[int] = []
    for start, end in spans:
        name = place_name(text[start:end])
        level, behind = _level(text, start, end, world)
        code = short_area(text[start:end]) if _COMMA.search(text, max(0, start - 3), start) else None
        found.append(Sighted(start, end, name, level, (), _lands(text, start, world), code=code))
        ends.append(behind)
    for at, here in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        found[at] = _inside(text, (here, following), ends[at], world)
        if following:
            found[at + 1] = _after(text[here.end : following.start], at, found[at], following)
    return _shared_levels(text, found)


def _inside(text: str, pair: tuple[Sighted, Sighted | None], end: int, world: World) -> Sighted:
    """A place, which the next one follows, with what the words behind it say it lies in."""
    here, following = pair
    short = _SHORT.match(text, end)
    code = short_area(short[1]) if short else None
    if code:
        return replace(here, inside=(*here.inside, code))
    gap = text[end : following.start] if following and following.start - end < _REACH else None
    if gap is not None and following and (_COMMA.fullmatch(gap) or _IN.fullmatch(gap)):
        return replace(here, inside=(*here.inside, following.code or following.name))
    unmarked = _LARGER.match(text, end)
    if unmarked and any(entry.kind in ("country", "admin1") for entry in world.find(unmarked[1])):
        return replace(here, inside=(*here.inside, unmarked[1]))
    return here


def _after(gap: str, at: int, before: Sighted, here: Sighted) -> Sighted:
    """A place with what the place before it says about it: a larger one, or one beside it in a list."""
    if _OF.fullmatch(gap) and not _PLAIN.fullmatch(gap):
        return replace(here, inside=(*here.inside, before.name))
    return replace(here, beside=at) if not here.code and _LISTED.fullmatch(gap) else here


def _shared_levels(text: str, found: list[Sighted]) -> list[Sighted]:
    """Give "the Kherson and Donetsk regions" one level."""
    for at in range(len(found) - 1, 0, -1):
        here, before = found[at], found[at - 1]
        behind = _BEHIND.match(text, here.end)
        if behind and behind[1].lower().endswith("s") and here.beside == at - 1 and before.level is None:
            found[at - 1] = replace(before, level=here.level)
    return found
