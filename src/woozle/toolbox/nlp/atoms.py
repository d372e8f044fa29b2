"""Cuts a text into atoms: the smallest pieces that a trained engine joins into words, with exact offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from woozle.toolbox.nlp.words import find_words
from woozle.toolbox.text.quotes import find_quotes

#: A hyphen or slash between letters or figures: whether it splits a word is the model's to say.
_JOINT = re.compile(r"(?<=\w)[-‐‑/–—](?=\w)")
_SPOKEN = re.compile(r"(?i)(?:gon|wan|got|lem|gim)(?=(?:na|ta|me)$)")
#: Words whose atoms are kept.
_KEPT = 1 << 14
_SHAPED = re.compile(r"[\w.]*\w")

#: What may stand before an atom: nothing, a space, a line break, an empty line or the text's beginning.
JOINED, SPACED, BROKEN, PARTED = range(4)
#: How an atom is written; a wordpiece that goes on with a word has its own code behind these.
SMALL, TITLE, CAPITALS, LETTER, MIXED, FIGURE, WITH_FIGURES, MARK, GOES_ON = range(9)
#: Where an atom stands: outside quotations, inside one, a mark that opens or closes one.
OUTSIDE, INSIDE, AT_MARK = range(3)


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text, in order: five lists of one length.

    Attributes:
        starts: offsets, in code points.
        ends: half-open.
        spacing: what stands before it.
        shapes: how it is written.
        quoted: whether it stands inside a quotation.
    """

    starts: list[int]
    ends: list[int]
    spacing: list[int]
    shapes: list[int]
    quoted: list[int]


def _split(word: str) -> list[tuple[int, int]]:
    """The atoms of one token, from its beginning."""
    if len(word) < 4 or "://" in word or "@" in word:
        return [(0, len(word))]
    spoken = _SPOKEN.match(word)
    if spoken:
        return [(0, spoken.end()), (spoken.end(), len(word))]
    out, at = [], 0
    for joint in _JOINT.finditer(word):
        out += [(at, joint.start()), joint.span()]
        at = joint.end()
    return [*out, (at, len(word))]


@lru_cache(_KEPT)
def _written(word: str) -> tuple[tuple[int, int, int], ...]:
    """The atoms of one token, from its beginning, and how each is written."""
    return tuple((start, end, _shape(word[start:end])) for start, end in _split(word))


def _spacing(text: str, end: int, start: int) -> int:
    if end == start:
        return JOINED
    between = text[end:start]
    breaks = between.count("\n")
    return SPACED if not breaks else BROKEN if breaks == 1 else PARTED


def _shape(word: str) -> int:
    if word.islower():
        return SMALL if word.isalpha() else WITH_FIGURES if any(map(str.isdigit, word)) else SMALL
    if word[0].isdigit():
        return FIGURE if not any(map(str.isalpha, word)) else WITH_FIGURES
    if not _SHAPED.match(word):
        return MARK
    if len(word) == 1:
        return LETTER
    if word.isupper():
        return CAPITALS
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED


def _quoted(text: str, starts: list[int]) -> list[int]:
    out = [OUTSIDE] * len(starts)
    quotes = [quote for quote in find_quotes(text) if quote.depth == 0]
    at = 0
    for quote in quotes:
        while at < len(starts) and starts[at] < quote.start:
            at += 1
        while at < len(starts) and starts[at] < quote.end:
            is_mark = starts[at] < quote.inner_start or (starts[at] >= quote.inner_end and not quote.is_open)
            out[at] = AT_MARK if is_mark else INSIDE
            at += 1
    return out


def find_atoms(text: str) -> Atoms:
    """The atoms of a text. Every character that is not white space lies in exactly one of them."""
    return atoms_of(text, find_words(text, 0, len(text)))


def atoms_of(text: str, words: Iterable[tuple[int, int]]) -> Atoms:
    """As `find_atoms`, for a text whose words are known."""
    starts: list[int] = []
    ends: list[int] = []
    shapes: list[int] = []
    for first, last in words:
        for start, end, shape in _written(text[first:last]):
            starts.append(first + start)
            ends.append(first + end)
            shapes.append(shape)
    before = [0, *ends][: len(starts)]
    spacing = [_spacing(text, end, start) for end, start in zip(before, starts, strict=True)]
    if spacing:
        spacing[0] = PARTED
    return Atoms(starts, ends, spacing, shapes, _quoted(text, starts))
