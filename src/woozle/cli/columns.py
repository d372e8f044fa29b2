"""Two texts in columns, some of their words marked: in bold where there is colour, else in brackets."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from woozle.cli.output import harmless

#: Half-open ranges of characters that are marked.
Ranges = Sequence[tuple[int, int]]
#: Begins and ends a marked run on a terminal: bold and green, so that neither colour nor weight alone must be seen.
_ON, _OFF = "\x1b[1;32m", "\x1b[0m"
_RULE = " │ "
#: Narrower columns are no help: the texts are set one under the other.
LEAST_COLUMN = 24
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide the lines may be, in columns of the terminal, and whether marks are colours."""

    width: int
    is_coloured: bool

    @property
    def column(self) -> int:
        """The width of one of two columns; of a whole line where two have no room."""
        column = (self.width - len(_RULE)) // 2
        return column if column >= LEAST_COLUMN else max(self.width, 1)

    def beside(self, left: tuple[str, Ranges], right: tuple[str, Ranges]) -> Iterator[str]:
        """Two marked texts as lines, the left one beside the right one, or over it."""
        one, other = self._lines(*left), self._lines(*right)
        if self.column == max(self.width, 1):
            yield from (*map(self._drawn, one), "", *map(self._drawn, other))
            return
        for first, second in zip_longest(one, other, fillvalue=()):
            space = " " * (self.column - sum(_width(char) for char, _ in first))
            yield f"{self._drawn(first)}{space}{_RULE}{self._drawn(second)}".rstrip()

    def _lines(self, text: str, ranges: Ranges) -> list[Sequence[tuple[str, bool]]]:
        """A text as lines of characters, each with whether it is marked; lines break between words where they can."""
        marked = _marked(text, ranges) if self.is_coloured else _marked(*_bracketed(text, ranges))
        lines: list[list[tuple[str, bool]]] = [[]]
        size = 0
        for word in _words(marked):
            wide = sum(_width(char) for char, _ in word)
            if size and size + 1 + wide > self.column:
                lines.append([])
                size = 0
            if size:
                before = lines[-1][-1][1] and word[0][1]
                lines[-1].append((" ", before))
                size += 1
            for char, is_marked in word:
                if size and size + _width(char) > self.column:
                    lines.append([])
                    size = 0
                lines[-1].append((char, is_marked))
                size += _width(char)
        return list(lines)

    def _drawn(self, line: Sequence[tuple[str, bool]]) -> str:
        parts = []
        for is_marked, group in groupby(line, key=lambda pair: pair[1]):
            words = "".join(char for char, _ in group)
            parts.append(f"{_ON}{words}{_OFF}" if is_marked and self.is_coloured else words)
        return "".join(parts)


def _width(char: str) -> int:
    """Columns that a character takes on a terminal."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _bracketed(text: str, ranges: Ranges) -> tuple[str, Ranges]:
    """The text with brackets around what is marked, and nothing marked any more."""
    parts, behind = [], 0
    for start, end in ranges:
        parts += [text[behind:start], f"[{text[start:end]}]"]
        behind = end
    return "".join((*parts, text[behind:])), ()


def _marked(text: str, ranges: Ranges) -> list[tuple[str, bool]]:
    flags = [False] * len(text)
    for start, end in ranges:
        flags[start:end] = [True] * (end - start)
    return list(zip(text, flags, strict=True))


def _words(marked: Sequence[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """The words between white space, made harmless."""
    for found in _WORD.finditer("".join(char for char, _ in marked)):
        yield [(shown, flag) for char, flag in marked[found.start() : found.end()] for shown in harmless(char)]
