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
    """For each key the name that it leads to, from one to the next longer one, as long as there is exactly one.

    Of names in the same words it is the best known one.
    """
    best: dict[frozenset[str], str] = {}
    for key, words in names.items():
        if words and not _is_open(key):
            best[words] = min(best.get(words, key), key, key=_rank)
    having: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in best:
        for word in words:
            having[word].append(words)
    ends: dict[frozenset[str], frozenset[str]] = {}
    # The longest first, so that where a longer one leads is known.
    for words in sorted(best, key=len, reverse=True):
        longer = _next(words, having)
        ends[words] = words if longer is None else ends[longer]
    return {key: key if _is_open(key) or not words else best[ends[words]] for key, words in names.items()}


def _next(words: frozenset[str], having: Mapping[str, Sequence[frozenset[str]]]) -> frozenset[str] | None:
    """The next longer name, which all other longer ones hold."""
    few = min((having[word] for word in words), key=len)
    longer = [other for other in few if words < other]
    least = min(longer, key=len, default=None)
    return least if least is not None and all(least <= other for other in longer) else None
