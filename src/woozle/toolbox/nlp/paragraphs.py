"""Cuts a text into paragraphs: at blank lines, and at line breaks that no wrapping at a fixed width explains."""

import itertools
import re
from collections.abc import Iterator

Pair = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+|\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_BREAK = re.compile(r"[\n\r\u2028\u2029\x0b\x0c\x85]")
#: What opens a line of its own: a list mark, a numbered point, "Q:", "HOST:", a line wholly in brackets.
_OPENER = re.compile(
    r"\s*(?:[-*•·–—▪●►>]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[QA]\s?[:.]\s|[A-Z][A-Z .'’-]{1,30}:\s|\([^()]{1,200}\)\s*$)"
)
#: Widths at which people and machines wrap plain text.
_NARROWEST, _WIDEST = 38, 130


def _lines(text: str) -> Iterator[list[Pair]]:
    """Blocks of lines between blank lines, each line without its outer white space."""
    block: list[Pair] = []
    breaks = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if _BREAK.match(text, start):
            breaks += 1
            if breaks > 1 and block:
                yield block
                block = []
            continue
        line = text[start:end]
        if not line.strip():
            continue
        breaks = 0
        left = len(line) - len(line.lstrip())
        block.append((start + left, start + len(line.rstrip())))
    if block:
        yield block


def _width(blocks: list[list[Pair]]) -> int:
    """The width at which the text is wrapped, 0 where it is not: its longest line, if that is no long one."""
    widths = sorted(end - start for block in blocks for start, end in block)
    if not widths or sum(len(block) > 1 for block in blocks) == 0:
        return 0
    top = widths[-1]
    if top > _WIDEST and len(widths) > 20:
        top = widths[int(len(widths) * 0.98) - 1]  # one address that could not be wrapped
    return top if _NARROWEST <= top <= _WIDEST else 0


def _first_word(text: str, start: int, end: int) -> str:
    words = text[start : min(end, start + 200)].split(maxsplit=1)
    return words[0] if words else ""


def _is_wrapped(text: str, line: Pair, following: Pair, width: int) -> bool:
    """Whether the break between two lines is only there because the line was full."""
    if _OPENER.match(text[following[0] : min(following[1], following[0] + 240)]):
        return False
    first = _first_word(text, *following)
    if first[:1].islower():
        return True
    return bool(width) and (line[1] - line[0]) + 1 + len(first) > width


def find_paragraphs(text: str) -> list[Pair]:
    """The half-open offsets of the paragraphs, in order, without their outer white space.

    A single line break inside a block is no border where the next line's first word would not have fitted into the
    width at which the text is wrapped, or where the next line goes on in small letters. Else each line stands alone.
    """
    blocks = list(_lines(text))
    width = _width(blocks)
    found: list[Pair] = []
    for block in blocks:
        start, end = block[0]
        for line, following in itertools.pairwise(block):
            if not _is_wrapped(text, line, following, width):
                found.append((start, end))
                start = following[0]
            end = following[1]
        found.append((start, end))
    return found
