"""Cuts a text into portions that another engine can take: paragraphs, and parts of those that are too long."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from woozle.toolbox.nlp.paragraphs import Pair, find_paragraphs
from woozle.toolbox.nlp.sentences import cut
from woozle.toolbox.nlp.words import find_words

_SPACE = re.compile(r"\s")
#: Half of a character that UTF-8 cannot write; other programs refuse the whole text for it.
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Portion:
    """A stretch of a text at half-open [start, end) that lies in one paragraph; ``paragraph`` counts from 0."""

    paragraph: int
    start: int
    end: int


def packed(units: Iterable[Pair], most: int) -> Iterator[Pair]:
    """Neighbours as one stretch, as long as it is not longer than `most` characters; units in text order."""
    begun: Pair | None = None
    for start, end in units:
        if begun and end - begun[0] <= most:
            begun = (begun[0], end)
            continue
        if begun:
            yield begun
        begun = (start, end)
    if begun:
        yield begun


def _parts(text: str, start: int, end: int, most: int) -> Iterator[Pair]:
    """The sentences of a stretch; of one that is too long its words, of such a word its characters."""
    words = list(find_words(text, start, end))
    for first, last in cut(text, words):
        begin, stop = words[first][0], words[last - 1][1]
        if stop - begin <= most:
            yield begin, stop
            continue
        for left, right in words[first:last]:
            for at in range(left, right, most):
                yield at, min(at + most, right)


def find_portions(text: str, most: int) -> Iterator[Portion]:
    """The portions of a text, in order; all that is not white space lies in exactly one.

    Args:
        text: any text.
        most: characters of the longest portion, at least 1.
    """
    for paragraph, (start, end) in enumerate(find_paragraphs(text)):
        whole = end - start <= most
        for begin, stop in ((start, end),) if whole else packed(_parts(text, start, end, most), most):
            yield Portion(paragraph, begin, stop)


def evened(text: str, portions: Sequence[Portion]) -> str:
    """The text as other programs can take it, character by character: no offset changes.

    A line break that only wraps a paragraph, or a space of another kind, becomes a plain space; without that a parser
    takes it for a word, and a language model cites it as a plain space. Half a character becomes U+FFFD.
    """
    pieces, at = [], 0
    for portion in portions:
        pieces += [text[at : portion.start], _SPACE.sub(" ", text[portion.start : portion.end])]
        at = portion.end
    return _HALF.sub("\ufffd", "".join([*pieces, text[at:]]))
