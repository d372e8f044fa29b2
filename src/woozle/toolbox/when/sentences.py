"""Where sentences and paragraphs end, as far as times need it, in a text without wrapped lines (`toolbox.lines`)."""

import re
from bisect import bisect_right

#: Words whose full stop ends no sentence, and initials.
_SHORT = (
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bLt\.)(?<!\bNo\.)(?<!Mrs\.)(?<!Gen\.)(?<!Col\.)(?<!Sgt\.)(?<!Sen\.)"
    r"(?<!Rep\.)(?<!Gov\.)(?<!\b[A-Z]\.)"
)
#: "at 9 p.m. Tuesday", "10 a.m. GMT", "9 a.m. Moscow time"
_NOON = (
    r"(?!(?<=[ap]\.m\.)\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
    r"|[A-Z]{2,4}\b|[A-Z][a-z]+\stime))"
)
_SENTENCE = re.compile(rf"[.!?]{_SHORT}{_NOON}[\"”’')]?\s+(?=[A-Z\"“‘'(@\d])|\n\s*")
_PARAGRAPH = re.compile(r"\n\s*")


def sentence_bounds(text: str) -> list[int]:
    """Where sentences begin, and one place behind the text."""
    return [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text) + 1]


def paragraph_bounds(text: str) -> list[int]:
    """Where paragraphs begin, and one place behind the text."""
    return [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text) + 1]


def last_sentence(text: str) -> str:
    """What stands behind the last end of a sentence in a text."""
    end = 0
    for match in _SENTENCE.finditer(text):
        end = match.end()
    return text[end:]


def first_sentence(text: str) -> str:
    """What stands before the first end of a sentence in a text."""
    match = _SENTENCE.search(text)
    return text if match is None else text[: match.start()]


def number_of(bounds: list[int], at: int) -> int:
    """The number of the stretch that holds a place."""
    return bisect_right(bounds, at) - 1
