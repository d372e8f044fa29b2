"""Tells which voices behind one claim are one: "the coastguard" and "the Velan coastguard", a house and its name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from woozle.stages.origins.evidence import Voiced
from woozle.stages.origins.unnamed import is_definite
from woozle.toolbox.link.words import concept, words_in

_SMALL = frozenset("the a an of and for in at on his her its their our my mr mrs ms dr said says".split())


def settled(members: Iterable[Voiced]) -> list[Voiced]:
    """The members of one claim, each with the key of its voice; who may be one, by the words for them, is one.

    A name whose words all stand in exactly one longer name behind the same claim is taken for it. Where the words fit
    several names, nothing is joined.
    """
    rows = list(members)
    names: dict[str, frozenset[str]] = {}
    for row in rows:
        names[_key(row)] = _words(row)
    longest = {key: _longest(key, names) for key in names}
    return [replace(row, voice=longest[_key(row)]) for row in rows]


def _key(row: Voiced) -> str:
    """What makes two assertions one voice, names of the same claim left aside."""
    said = row.said
    if said.kind == "own_reporting":
        return f"own:{said.house}"
    if said.entity_id is not None and (row.body_id or row.body is None):
        return f"entity:{row.body_id or said.entity_id}"
    words = " ".join(sorted(_words(row)))
    if said.is_vague or not words:
        return f"vague:{said.house}"
    if said.kind in ("organisation", "person") or is_definite(said.source):
        return f"called:{words}"
    # "A doctor" of one house and "a doctor" of another are two, unless one report was made from the other.
    return f"unnamed:{said.house}:{words}"


def _words(row: Voiced) -> frozenset[str]:
    said = row.said
    if said.kind == "own_reporting":
        name = said.outlet or ""
    else:
        name = (row.body or said.name or "") if said.entity_id is not None else said.source
    return frozenset(concept(word) for word in words_in(name) if word.casefold() not in _SMALL)


def _fits(key: str, other: str, names: dict[str, frozenset[str]]) -> bool:
    """Whether `other` may be the longer name of `key`."""
    if key == other or not names[key] or other.startswith(("vague:", "unnamed:")):
        return False
    if key.startswith(("vague:", "unnamed:")):
        return False
    return names[key] < names[other] or (names[key] == names[other] and _rank(other) < _rank(key))


def _rank(key: str) -> tuple[int, str]:
    kinds: Sequence[str] = ("entity", "own", "called")
    return (kinds.index(key.partition(":")[0]), key)


def _longest(key: str, names: dict[str, frozenset[str]]) -> str:
    seen = {key}
    while True:
        longer = [other for other in sorted(names) if other not in seen and _fits(key, other, names)]
        # Of names that hold each other the shortest is the next step.
        least = [one for one in longer if not any(_fits(other, one, names) for other in longer)]
        if len(least) != 1:
            return key
        key = least[0]
        seen.add(key)
