"""The sentence around a span, for showing an assertion where it stands; spans in code points, half-open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.model.values import Span

#: Signs after which a sentence may end, with the closing quotes and brackets that belong to it.
_END = re.compile("[.!?…。！？؟][\"'”’»)\\]」』]*(?=\\s|$)|[。！？][”’」』]*|\n")

#: At most so many code points are looked at before and after the span; a longer sentence is cut at a space.
_REACH = 320

#: At most so much of one assertion is shown in a row; the rest stands in the report.
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's words; ``is_said`` where it belongs to the assertion."""

    text: str
    is_said: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A report's sentence in pieces. ``is_cut``: the sentence is longer than what is shown."""

    pieces: tuple[Piece, ...]
    is_cut: bool

    @property
    def text(self) -> str:
        """The words as they stand."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def said(self) -> str:
        """Only the words of the assertion."""
        return " ".join(piece.text for piece in self.pieces if piece.is_said)


def _sentence(text: str, start: int, end: int) -> tuple[int, int, bool]:
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    before = [match.end() for match in _END.finditer(text, low, start)]
    cut_before = not before and low > 0
    first = before[-1] if before else low
    # The span itself may end with the full stop; then the sentence ends there.
    after = _END.search(text, max(start, end - 1), high)
    cut_after = after is None and high < len(text)
    last = after.end() if after else high
    if cut_before:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else start
    if cut_after:
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else end
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, max(last, end), cut_before or cut_after


def quote(text: str, spans: Sequence[Span]) -> Quote:
    """The sentence (or sentences) that hold the spans, in pieces; spans out of range or overlapping are mended."""
    ordered = sorted((max(0, s.start), min(len(text), s.end)) for s in spans)
    ordered = [(a, b) for a, b in ordered if a < b]
    if not ordered:
        return Quote((), False)
    low, high = ordered[0][0], max(b for _, b in ordered)
    is_long = high - low > _LONGEST
    if is_long:
        high = low + _LONGEST
    first, last, is_cut = _sentence(text, low, high)
    pieces, at = [], first
    for start, end in ordered:
        a, b = max(start, at), min(end, last)
        if a < b:
            pieces += [Piece(text[at:a], False), Piece(text[a:b], True)]
            at = b
    pieces.append(Piece(text[at:last], False))
    return Quote(tuple(piece for piece in pieces if piece.text), is_cut or is_long)
