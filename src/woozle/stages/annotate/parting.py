"""Mends the edges of names: two bodies in one, a call sign with the word for it, a stray bracket, a lost side."""

import re
from collections.abc import Iterator
from dataclasses import replace

from woozle.toolbox.names import THINGS
from woozle.toolbox.nlp import Analysis, Name
from woozle.toolbox.nlp.lexicon.heads import BODY_HEADS

_JOINT = re.compile(r",?\s+(?:and|or|alias)\s+(?:the\s+)?")
_CALLED = re.compile(r"(?:call ?sign|code ?name|nom de guerre)\s+(?=[\"“‘']?[A-Z])", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_SIDE = re.compile(r"\b((?:Upper|Lower|Inner|Outer|Old|New|Great|Little|North|South|East|West)\s)\Z")
#: Marks that close what is open, and what they close.
_OPENING = {")": "(", "]": "[", "”": "“"}
_CLOSING = frozenset(_OPENING)
#: A body's noun behind these belongs to another one: "Association of Police".
_OF = frozenset(("of", "for", "the", "and", "or"))


def _is_body(words: str) -> bool:
    """Whether words are a whole name of a body: two or more, the last of which says what it is."""
    found = [word.lower() for word in _WORD.findall(words)]
    return len(found) > 1 and found[-1] in BODY_HEADS and found[-2] not in _OF and words[0].isupper()


def _parts(text: str, name: Name) -> Iterator[Name]:
    """A name, or the two names that it is."""
    words = text[name.start : name.end]
    if words[-1:] in _CLOSING and _OPENING[words[-1]] not in words and len(words) > 1:
        name = replace(name, end=name.end - 1)
        words = words[:-1]
    called = _CALLED.match(words)
    if called:
        yield replace(name, start=name.start + called.end())
        return
    for joint in _JOINT.finditer(words) if name.kind in THINGS else ():
        if _is_body(words[: joint.start()]) and _is_body(words[joint.end() :]):
            yield replace(name, end=name.start + joint.start())
            yield replace(name, start=name.start + joint.end())
            return
    yield name


def _with_side(text: str, name: Name, floor: int) -> Name:
    """A place's name with the word of a side that stands before it: "Lower Kerl", from no place before `floor`."""
    side = _SIDE.search(text, floor, name.start) if name.kind == "place" else None
    return replace(name, start=side.start(1)) if side else name


def parted(text: str, analysis: Analysis) -> Analysis:
    """The analysis with such names cut: "the Volden Legion and Orle Corps" names two, "callsign Heron" is Heron.

    A place's name that lacks its first word, "Lower Kerl", gets it.
    """
    names: list[Name] = []
    for name in analysis.names:
        for part in _parts(text, name):
            names.append(_with_side(text, part, names[-1].end if names else 0))
    return replace(analysis, names=tuple(names))
