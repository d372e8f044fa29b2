"""How alike two words of names are: same letters, same sound in another romanisation, or a slip of the pen."""

import re
from functools import lru_cache

#: Words, and pairs of words, whose keys and likeness are kept: names of one pile are made of few words.
_KEPT, _KEPT_PAIRS = 1 << 14, 1 << 16

#: Spellings of one sound in the romanisations of Russian, Ukrainian, Arabic, Persian and others; applied in order.
_SOUNDS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"shch|sch|sh|š", "s"),
        (r"tch|tsch|ch|č", "c"),
        (r"dzh|dj|zh|ž", "j"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"ck|q|c(?=[aouklrt])", "k"),
        (r"x", "ks"),
        (r"tz|ts", "z"),
        (r"w", "v"),
        (r"ou|oo|ow|u|o", "u"),
        (r"yi|iy|ij|ii|yy|ey|ei|ej|ee|ie|ye|je|ay|ai|aj|y|i|j(?=[aeiou])", "i"),
        (r"ae|e|a", "a"),
    )
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(_KEPT)
def sound(word: str) -> str:
    """A key that spellings of one sound share: kh/h, y/i/j, -iy/-yi/-y, ou/oo/u, doubled letters."""
    key = word
    for pattern, written in _SOUNDS:
        key = pattern.sub(written, key)
    return _DOUBLE.sub(r"\1", key)


@lru_cache(_KEPT)
def consonants(word: str) -> str:
    """The sound key without its vowels."""
    return _VOWELS.sub("", sound(word))


def distance(left: str, right: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap neighbours) between two words; `limit` + 1 once it is exceeded."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(right) + 1))
    for at, letter in enumerate(left, 1):
        row = [at]
        for other_at, other in enumerate(right, 1):
            cost = min(last[other_at] + 1, row[-1] + 1, last[other_at - 1] + (letter != other))
            if at > 1 and other_at > 1 and letter == right[other_at - 2] and left[at - 2] == other:
                cost = min(cost, before[other_at - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


@lru_cache(_KEPT_PAIRS)
def likeness(left: str, right: str) -> float:
    """From 0 to 1: 1 the same letters, .95 the same sound, .8 the same consonants or an initial, .6 a slip.

    A slip is one edit in words of four letters or more, two in words of nine or more. Numbers are never alike.
    """
    if left == right:
        return 1.0
    if left.isdigit() or right.isdigit():
        return 0.0
    if len(left) == 1 or len(right) == 1:
        return 0.8 if left[:1] == right[:1] else 0.0
    left_key, right_key = sound(left), sound(right)
    if left_key == right_key and min(len(left), len(right)) > 2:
        return 0.95
    shorter = min(len(left), len(right))
    is_other_sex = {left_key[-1:], right_key[-1:]} == {"a", "u"}  # Maria and Mario
    is_near = consonants(left) == consonants(right) and distance(left_key, right_key, 1) <= 1
    if shorter >= 5 and is_near and not is_other_sex:
        return 0.85
    allowed = 2 if shorter >= 9 else 1 if shorter >= 4 else 0
    edits = distance(left, right, allowed)
    return 0.6 if edits <= allowed and edits else 0.0
