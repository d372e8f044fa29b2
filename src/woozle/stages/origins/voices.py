"""Tells which voices behind one claim are one: "the coastguard" and "the Velan coastguard", a house and its name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    longest = _longest(names)
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


def _is_open(key: str) -> bool:
    """Whether a key says too little of who speaks to be the short or the long name of anybody."""
    return key.startswith(("vague:", "unnamed:"))


def _rank(key: str) -> tuple[int, str]:
    kinds: Sequence[str] = ("entity", "own", "called")
    return (kinds.index(key.partition(":")[0]), key)


def _longest(names: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """For each key the longest name that it leads to, step by step, as long as there is exactly one next step."""
    by_words: dict[frozenset[str], list[str]] = defaultdict(list)
    for key in names:
        if names[key] and not _is_open(key):
            by_words[names[key]].append(key)
    having: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in by_words:
        for word in words:
            having[word].append(words)
    found = {}
    for key in names:
        seen, last = {key}, key
        while not _is_open(last) and (following := _next(last, names[last], by_words, having, seen)) is not None:
            last = following
            seen.add(last)
        found[key] = last
    return found


def _next(
    key: str,
    words: frozenset[str],
    by_words: Mapping[frozenset[str], Sequence[str]],
    having: Mapping[str, Sequence[frozenset[str]]],
    seen: set[str],
) -> str | None:
    """The next longer name, which all other longer ones hold; of names in the same words the better known one."""
    same = [other for other in by_words.get(words, ()) if other not in seen and _rank(other) < _rank(key)]
    if same:
        return max(same, key=_rank)
    few: Sequence[frozenset[str]] = min((having.get(word, ()) for word in words), key=len, default=())
    longer = [other for other in few if words < other and not seen.issuperset(by_words[other])]
    least = min(longer, key=len, default=None)
    if least is None or not all(least <= other for other in longer):
        return None
    return max((other for other in by_words[least] if other not in seen), key=_rank)
