"""Whom a report means by "the rebels" or "soldiers": the one movement or army that it names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from woozle.toolbox.nlp.lexicon.armed import ARMED

#: Who fights a state, and bands of them; without those who only carry arms.
_REBELS = frozenset(
    "guerrilla guerrillas guerilla guerillas rebel rebels insurgent insurgents subversive subversives terrorist "
    "terrorists extremist extremists militant militants separatist separatists jihadist jihadists fighter fighters "
    "combatant combatants commando commandos commandoes militiaman militiamen".split()
)
_BANDS = frozenset("group organization organisation movement front faction militia".split())
#: Who serves a state under arms, and a part of its army.
_SOLDIERS = frozenset(
    "soldier soldiers troop troops battalion battalions brigade brigades paratrooper paratroopers military "
    "serviceman servicemen officer officers".split()
)
_POLICEMEN = frozenset("policeman policemen policewoman policewomen".split())
#: Who is not known, or not of the side that is named: these stay unnamed.
_UNKNOWN = re.compile(
    r"(?i)\b(?:unidentified|unknown|unnamed|former|ex-\w+|other|another|rival|foreign|suspect(?:s)?|masked|hooded)\b"
)
_ARMY = re.compile(
    r"(?i)(?:\bthe\s)?(?:[\w.'’-]+\s){0,2}(?:army|armed forces|air force|navy|military|national guard|security forces)"
)
_POLICE = re.compile(r"(?i)(?:\bthe\s)?(?:[\w.'’-]+\s){0,2}police(?: force)?")
_REBEL_WORD = (
    r"(?:guerr?illas?|rebels?|insurgents?|terrorists?|subversives?|extremists?|separatists?|jihadists?|militants?)"
)
#: What stands around the name of a movement: "X rebels", "rebels of the X", "the rebel group X", "X, a rebel group".
_BEHIND = re.compile(
    rf"(?i)['’]?s?\"?(?:\s?[\[(][^\])]{{2,60}}[\])])?\s(?:\w+\s)?(?:{_REBEL_WORD}|commandos?|commandoes|fighters)\b"
)
_CALLED = re.compile(
    rf"(?i)\"?(?:\s?[\[(][^\])]{{2,60}}[\])])?,\s(?:a|an|the)\s(?:[\w-]+\s){{0,4}}(?:{_REBEL_WORD}|armed|paramilitary)"
    r"\s(?:group|organi[sz]ation|movement|faction|militia|army|band)\b"
)
_BEFORE = re.compile(
    rf"(?i)\b(?:{_REBEL_WORD}|commandos?|fighters)\s(?:(?:of|from|belonging\sto)\s(?:the\s)?(?:so-called\s)?"
    r"(?:\w+\s(?:front|bloc|column)\s(?:of\s)?(?:the\s)?)?|(?:group|organi[sz]ation|movement|front|faction|army)s?\s"
    r"(?:called\s|named\s)?(?:the\s)?)?\"?\Z"
)
#: A report that names a movement far before a word means another one by it, or several.
_NEAR = 700
_TROOPS = ("commando", "commandos", "commandoes", "fighters")
_GAP = re.compile(r"\"?\s?[\[(]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a body in the report: its place, half-open, and its entity."""

    start: int
    end: int
    entity_id: str


@dataclass(frozen=True, slots=True)
class Doers:
    """Those whom a report may mean by a plain word for their sort; names in text order, short forms by the long one."""

    movements: tuple[Name, ...]
    armies: tuple[Name, ...]
    forces: tuple[Name, ...]

    def meant(self, words: str, start: int) -> str | None:
        """The entity that some words mean which name nobody; None where the report leaves it open.

        Args:
            words: the words for those who did it.
            start: where they stand.
        """
        low = re.findall(r"[\w'’-]+", words.lower())
        if not low or _UNKNOWN.search(words):
            return None
        is_pointing = low[0] in ("the", "this", "that", "these", "those")
        if _REBELS & set(low):
            return _one(self.movements, start, is_pointing=is_pointing)
        if is_pointing and low[-1] in _BANDS:
            return _last(self.movements, start)
        if _SOLDIERS & set(low):
            return _one(self.armies, start, is_pointing=is_pointing)
        return _one(self.forces, start, is_pointing=is_pointing) if _POLICEMEN & set(low) else None


def _one(names: Sequence[Name], start: int, *, is_pointing: bool) -> str | None:
    """The only one that is named; of several, the last one before words that point back."""
    if len({name.entity_id for name in names}) == 1:
        return names[0].entity_id
    return _last(names, start) if is_pointing else None


def _last(names: Sequence[Name], start: int) -> str | None:
    near = [name for name in names if start - _NEAR <= name.start < start]
    return near[-1].entity_id if near else None


def known_doers(text: str, names: Iterable[Name]) -> Doers:
    """The movements, armies and police forces that a report names.

    Args:
        text: the report.
        names: names of bodies in it, in any order.
    """
    rows = _by_long_form(text, sorted(names, key=lambda name: (name.start, -name.end)))
    movements = {row.entity_id for row in rows if _is_movement(text, row)}
    said = [(row, text[row.start : row.end]) for row in rows]
    return Doers(
        tuple(row for row in rows if row.entity_id in movements),
        tuple(row for row, words in said if _ARMY.fullmatch(words) and row.entity_id not in movements),
        tuple(row for row, words in said if _POLICE.fullmatch(words)),
    )


def _by_long_form(text: str, rows: Sequence[Name]) -> list[Name]:
    """The names with one entity for a long form and the short form in brackets behind it."""
    same: dict[str, str] = {}
    for left, right in pairwise(rows):
        if right.start - left.end <= 3 and _GAP.fullmatch(text, left.end, right.start):
            same.setdefault(right.entity_id, same.get(left.entity_id, left.entity_id))
    return [Name(row.start, row.end, same.get(row.entity_id, row.entity_id)) for row in rows]


def _is_movement(text: str, row: Name) -> bool:
    """Whether a name is an armed movement's: it is known, or the words around it say so."""
    words = " ".join(text[row.start : row.end].split()).casefold()
    if words.removeprefix("the ") in ARMED:
        return True
    behind = _BEHIND.match(text, row.end)
    if _ARMY.fullmatch(words) or _POLICE.fullmatch(words):
        # "Hill Liberation Army guerrillas", but not "army commandos".
        return behind is not None and not behind[0].lower().endswith(_TROOPS)
    if behind or _CALLED.match(text, row.end):
        return True
    return _BEFORE.search(text, max(0, row.start - 60), row.start) is not None
