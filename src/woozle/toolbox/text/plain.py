"""Plain text files to blocks: paragraphs as they stand, each character with the bytes it came from."""

import re
from collections.abc import Iterator

from woozle.model.records import Block
from woozle.model.values import Run
from woozle.toolbox.text.runs import ByteOffsets, merged

_LINE = re.compile(r"[^\r\n\u2028\u2029]*")
_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
#: Letters that are no text and that nobody sees: NUL and tag characters, in which words can be hidden from readers.
_SEEN = re.compile("[^\0\U000e0000-\U000e007f]+")
#: A line of so many characters is a paragraph of its own where a file has no empty lines between paragraphs.
_LONG = 100


def read_plain(text: str, encoding: str, skip: int) -> tuple[Block, ...]:
    """The paragraphs of a text file: its stretches between empty lines, or its lines where none are empty.

    Args:
        text: the decoded file.
        encoding: the codec that decoded it.
        skip: bytes of byte order mark before it.
    """
    offsets = ByteOffsets(text, encoding, skip)
    blocks = []
    for start, end in _stretches(text):
        words, runs = _verbatim(text, start, end, offsets)
        if words.strip():
            blocks.append(Block(words, runs, "", "", False, 0, 0, 0))
    return tuple(blocks)


def _stretches(text: str) -> list[tuple[int, int]]:
    lines = list(_lines(text))
    filled = [(start, end) for start, end in lines if start < end]
    if len(filled) < 2:
        return filled
    has_gaps = any(a == b for a, b in lines[lines.index(filled[0]) : lines.index(filled[-1])])
    n_long = sum(end - start > _LONG for start, end in filled)
    if not has_gaps and n_long * 2 >= len(filled):
        return filled
    out: list[tuple[int, int]] = []
    is_new = True
    for start, end in lines:
        if start == end:
            is_new = True
        elif is_new:
            out.append((start, end))
            is_new = False
        else:
            out[-1] = (out[-1][0], end)
    return out


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Each line without the white space at its ends; start equals end where there is nothing else."""
    at = 0
    while True:
        end = _LINE.match(text, at).end()  # type: ignore[union-attr]
        words = text[at:end]
        start = at + len(words) - len(words.lstrip(" \t\0\u00a0\ufeff\f\v"))
        yield start, max(start, at + len(words.rstrip(" \t\0\u00a0\ufeff\f\v")))
        found = _BREAK.match(text, end)
        if found is None:
            return
        at = found.end()


def _verbatim(text: str, start: int, end: int, offsets: ByteOffsets) -> tuple[str, tuple[Run, ...]]:
    parts, runs, size = [], [], 0
    for piece in _SEEN.finditer(text, start, end):
        words = piece.group()
        runs.append(Run(size, size + len(words), offsets(piece.start()), offsets(piece.end()), "verbatim"))
        parts.append(words)
        size += len(words)
    return "".join(parts), merged(runs)
