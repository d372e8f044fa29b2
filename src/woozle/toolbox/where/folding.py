"""Folds the name of a place to the key under which a gazetteer keeps it: exactly, and by how it was romanised."""

import re
from functools import lru_cache

from woozle.toolbox.names.fold import plain_name

#: Words that are shortened in names, and how a gazetteer writes them.
_LONG = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
#: The Arabic article as it is written before different letters.
_ARTICLES = frozenset("al el ar er as es ash esh ad ed adh an en at et az ez".split())
#: Letters of one sound in the romanisations of Russian, Ukrainian, Arabic, Persian and their neighbours.
_SOUNDS = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("kh", "h"),
    ("zh", "i"),
    ("gh", "g"),
    ("dh", "d"),
    ("tz", "ts"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
)
_TWICE = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?<=..)(?:ah|eh|e)\Z")
#: Names whose keys are kept: a report names its places many times.
_KEPT = 1 << 12


@lru_cache(_KEPT)
def plain_key(name: str) -> str:
    """Small Latin letters without marks, words parted by one space: "St. Petersburg" and "Saint-Petersburg" are one."""
    words = plain_name(name).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    last = len(words) - 1
    return " ".join(_LONG.get(word, word) if at < last else word for at, word in enumerate(words))


@lru_cache(_KEPT)
def loose_key(plain: str) -> str:
    """A plain key without spaces, the letters of one sound made one: Zhytomyr and Jitomir, Deir ez-Zor and Deir Ezzor.

    Names of other places fall together as well, so what is found by it needs a witness.
    """
    words = plain.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return _TWICE.sub(r"\1", "".join(_loose_word(word) for word in words))


def _loose_word(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _ENDING.sub("a", _TWICE.sub(r"\1", word))
