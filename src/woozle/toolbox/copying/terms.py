"""Content words of a text as rough stems: what two reports of one matter have in common when no wording is shared."""

from collections.abc import Sequence
from functools import lru_cache

#: Words that say nothing about the matter: grammar, saying, and counting.
_EMPTY = frozenset(
    (
        "a an the of in on at to for from by with and or but nor so as is are was were be been being it its he "
        "she they "
        "them him his her hers their theirs we us our you your i me my this that these those there here who whom whose "
        "which what when where why how not no than then if into onto out up down over under about after before again "
        "all any both each few more most other some such only own same too very can cannot will just should "
        "would could "
        "may might must shall do does did done has have had having say says said saying tell tells told also one two "
        "three four five six seven eight nine ten yesterday today tomorrow monday tuesday wednesday thursday friday "
        "saturday sunday mr mrs ms dr while during between among against because until since though although yet still "
        "get got make made like according reported report reports news story per cent percent dont didnt its"
    ).split()
)
_ENDINGS = ("ies", "ing", "ied", "ed", "es", "s", "ly", "al", "ion")
_LEAST = 4


@lru_cache(maxsize=2**16)
def stem(word: str) -> str:
    """A word without its ending, roughly; the rest has at least four letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


def terms_of(words: Sequence[str]) -> list[str]:
    """For each folded word its stem; an empty string for words that say nothing about the matter."""
    return ["" if word in _EMPTY or len(word) < 2 else stem(word) for word in words]
