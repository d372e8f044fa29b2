"""Two wordings side by side: which words only one of them has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|\s+|[^\w\s]")

#: Longer wordings are shown without marks: the comparison takes quadratic time.
_MOST_WORDS = 400

#: Wordings that share less than this part of their letters are two wordings, not one that was changed.
_LEAST_SHARED = 0.25


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one wording; ``is_own``: the other wording does not have it."""

    text: str
    is_own: bool


def _key(word: str) -> str:
    return " " if word.isspace() else word.casefold()


def _join(words: Sequence[str], own: Sequence[bool]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for word, is_own in zip(words, own, strict=True):
        if parts and parts[-1].is_own == is_own:
            parts[-1] = Part(parts[-1].text + word, is_own)
        else:
            parts.append(Part(word, is_own))
    return tuple(parts)


def _smooth(words: Sequence[str], own: list[bool]) -> list[bool]:
    """White space between two words of one side belongs to them; at their edges it does not."""
    out = list(own)
    for i, word in enumerate(words):
        if word.isspace():
            out[i] = 0 < i < len(words) - 1 and own[i - 1] and own[i + 1]
    return out


def compare(left: str, right: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both wordings in parts, in order, so that the parts of each join to it exactly."""
    a, b = _WORD.findall(left), _WORD.findall(right)
    if len(a) > _MOST_WORDS or len(b) > _MOST_WORDS:
        return (Part(left, False),), (Part(right, False),)
    own_a, own_b = [True] * len(a), [True] * len(b)
    matcher = SequenceMatcher(None, [_key(w) for w in a], [_key(w) for w in b], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        if all(word.isspace() for word in a[i : i + size]):
            continue
        for k in range(size):
            own_a[i + k] = own_b[j + k] = False
    return _join(a, _smooth(a, own_a)), _join(b, _smooth(b, own_b))


def beside(left: str, right: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """As `compare`, but wordings with next to nothing in common stay unmarked: where all is marked nothing is."""
    found = compare(left, right)
    shared = [sum(len(part.text.strip()) for part in parts if not part.is_own) for parts in found]
    if shared[0] < _LEAST_SHARED * len(left) and shared[1] < _LEAST_SHARED * len(right):
        return (Part(left, False),), (Part(right, False),)
    return found


def once(text: str, words: str) -> tuple[Part, ...]:
    """The text with the first place of some words marked; unmarked if they do not stand in it."""
    at = text.find(words) if words else -1
    if at < 0:
        return (Part(text, False),)
    parts = (Part(text[:at], False), Part(words, True), Part(text[at + len(words) :], False))
    return tuple(part for part in parts if part.text)
