"""Blocks of a page under construction: text with its way back to the bytes, and which marks of furniture to believe."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from woozle.model.records import Block
from woozle.model.values import Run
from woozle.toolbox.text.marks import Mark
from woozle.toolbox.text.runs import ByteOffsets, merged

#: White space; a reference; letters that nobody sees (NUL, tag characters); words with single spaces between them; "&".
_PIECE = re.compile(
    r"(?P<space>[ \t\r\n\f]+)|(?P<reference>&(?:#\d{1,20}|#[xX][0-9a-fA-F]{1,16}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    "|(?P<unseen>[\0\U000e0000-\U000e007f]+)"
    "|[^& \t\r\n\f\0\U000e0000-\U000e007f]+(?: [^& \t\r\n\f\0\U000e0000-\U000e007f]+)*+|&"
)
#: Share of the page's text from which a mark on the element around it is no longer believed.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Draft:
    """A block and the numbers of the marks on the elements around it."""

    block: Block
    marks: tuple[int, ...]


class BlockBuilder:
    """Puts one block after the other together."""

    def __init__(self, text: str, offsets: ByteOffsets) -> None:
        self._text, self._offsets = text, offsets
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._size = self._n_linked = 0
        self._pending: tuple[int, int] | None = None
        self.n_breaks = 0

    def add(self, start: int, end: int, *, is_linked: bool) -> None:
        """Add a stretch of the page's text, white space folded, references resolved."""
        for piece in _PIECE.finditer(self._text, start, end):
            kind, words = piece.lastgroup, piece.group()
            if kind == "space":
                if self._parts and self._pending is None and not self._parts[-1].endswith("\n"):
                    self._pending = (piece.start(), piece.end())
                continue
            if kind == "unseen":
                continue
            resolved = html.unescape(words) if kind == "reference" else words
            if self._pending is not None:
                space, self._pending = self._pending, None
                self._put(" ", *space, "verbatim" if self._text[slice(*space)] == " " else "space")
            self._put(resolved, piece.start(), piece.end(), "reference" if resolved != words else "verbatim")
            self._n_linked += len(resolved) if is_linked else 0
            self.n_breaks = 0

    def _put(self, words: str, start: int, end: int, kind: str) -> None:
        first, last = self._offsets(start), self._offsets(end)
        self._runs.append(Run(self._size, self._size + len(words), first, last, kind))
        self._parts.append(words)
        self._size += len(words)

    def line_break(self) -> None:
        """A break inside the block; the second in a row is for the reader to end the block."""
        self._pending = None
        self.n_breaks += 1
        if self._parts and not self._parts[-1].endswith("\n"):
            at = self._runs[-1].byte_end
            self._runs.append(Run(self._size, self._size + 1, at, at, "break"))
            self._parts.append("\n")
            self._size += 1

    def finish(self) -> tuple[str, tuple[Run, ...], int] | None:
        """The block's text, runs and number of linked characters, and begin the next; None where there is no text."""
        while self._parts and self._parts[-1] == "\n":
            self._parts.pop()
            self._runs.pop()
        text, runs, n_linked = "".join(self._parts), self._runs, self._n_linked
        self._reset()
        return (text, merged(runs), n_linked) if text.strip() else None


def settled(drafts: Sequence[Draft], marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The blocks, furniture where a mark around them is believed."""
    sizes: Counter[int] = Counter()
    titled: set[int] = set()
    total = 0
    for draft in drafts:
        block = draft.block
        if block.is_furniture:
            continue
        own = len(block.text) - block.n_linked
        total += own
        for number in draft.marks:
            sizes[number] += own
        if block.tag == "h1":
            titled.update(draft.marks)
    doubted = {
        number
        for number, size in sizes.items()
        if size > _MOST * total and (marks[number] == Mark.WEAK or number in titled)
    }
    return tuple(_settle(drafts, doubted))


def _settle(drafts: Iterable[Draft], doubted: set[int]) -> Iterable[Block]:
    for draft in drafts:
        is_furniture = draft.block.is_furniture or any(number not in doubted for number in draft.marks)
        yield replace(draft.block, is_furniture=is_furniture)
