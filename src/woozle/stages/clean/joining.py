"""The kept lines made one text, with its byte map.

Blocks are parted by one empty line (exactly two line feeds), whatever stood between them in the capture. Inside a
block lines stay as they are: those of a text file verbatim with their own line ends, those of a page as its ``<br>``
ask. A text begins and ends with a visible character.
"""

from collections.abc import Sequence
from itertools import groupby

from woozle.model.records import Block
from woozle.model.values import Run
from woozle.stages.clean.lines import Line
from woozle.toolbox.text.runs import cut, merged, shifted


def join(blocks: Sequence[Block], lines: Sequence[Line], every: Sequence[Line], encoding: str) -> tuple[str, list[Run]]:
    """The text and its byte map.

    Args:
        blocks: the article's blocks.
        lines: the lines that are kept, in order.
        every: all lines of the blocks, in order; lines that were neighbours keep what stood between them.
        encoding: the codec of the capture.
    """
    place = {(line.block, line.start): at for at, line in enumerate(every)}
    parts: list[str] = []
    runs: list[Run] = []
    size = 0
    for number, group in groupby(lines, key=lambda line: line.block):
        gap = "\n\n" if parts else ""
        for start, end in _stretches([(place[line.block, line.start], line) for line in group]):
            piece = cut(blocks[number].runs, blocks[number].text, start, end, encoding)
            if gap:
                byte = runs[-1].byte_end
                runs.append(Run(size, size + len(gap), byte, byte, "break"))
                parts.append(gap)
                size += len(gap)
            runs += shifted(piece, size)
            parts.append(blocks[number].text[start:end])
            size += end - start
            gap = "\n"
    return "".join(parts), list(merged(runs))


def _stretches(placed: Sequence[tuple[int, Line]]) -> list[tuple[int, int]]:
    """Half-open stretches of one block's text that hold its kept lines; neighbouring lines are one stretch."""
    out: list[tuple[int, int]] = []
    last = -2
    for at, line in placed:
        if at == last + 1 and out:
            out[-1] = (out[-1][0], line.end)
        else:
            out.append((line.start, line.end))
        last = at
    return out
