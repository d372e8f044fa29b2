"""Happenings that other times are told from: "the day after the raid", once the text has told when the raid was."""

import re
from collections.abc import Iterator

#: How each begins in its forms as noun and verb, and what it is called here.
_ROOTS = (
    "raid attack strike:struck explo:blast bomb shell invasion:invad coup mutin elect vote:voti crash "
    "earthquake:quake flood fire storm hurricane typhoon sink:sank:sunk kill murder:assassin arrest verdict "
    "ceasefire:truce summit march protest:demonstrat shoot:shot funeral collaps accident landing:landed "
    "siege:besieg battle offensive rebel:revolt:uprising evacuat ambush wedding referendum disaster massacre derail "
    "launch"
)
_CALLED = {form: group.split(":")[0] for group in _ROOTS.split() for form in group.split(":")}
_FORMS = "|".join(sorted(_CALLED, key=len, reverse=True))
EVENTS = rf"(?:{_FORMS})[a-z]{{0,7}}"
_EVENT = re.compile(rf"\b(?P<root>{_FORMS})[a-z]{{0,7}}\b", re.IGNORECASE)


def event_of(word: str) -> str:
    """One name for the forms of a happening: "explosion" and "exploded" are the same."""
    match = _EVENT.match(word)
    return _CALLED[match["root"].lower()] if match else ""


def events_in(text: str, start: int, end: int) -> Iterator[str]:
    """The happenings that text[start:end] speaks of."""
    for match in _EVENT.finditer(text, start, end):
        yield _CALLED[match["root"].lower()]
