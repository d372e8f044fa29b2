"""Cuts a toll into its parts: "seven dead and 31 missing" says two things, and each may be repeated or denied alone."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from woozle.model.records import Quantity
from woozle.stages.extract.clauses import Piece, trimmed

#: What joins two parts of a toll, the last before the second figure; words that belong to that figure stay with it.
_JOINT = re.compile(
    r"(?:[,;:]?\s+(?:and|with|while|but|plus|as\s+well\s+as)\s+|[,;]\s+|\s+[-–—]\s+)"
    r"(?=[^,;.]*\Z)(?!.*\s(?:and|with|while|but|plus)\s)"
)
#: "Of the 40 wounded, three have died": the first figure is only what the second is a part of.
_WHOLE = re.compile(r"(?i)\bof\s+(?:the\s+|these\s+|those\s+|all\s+)?\Z")


def by_fate(text: str, pieces: Iterable[Piece], quantities: Sequence[Quantity]) -> Iterable[Piece]:
    """The pieces, with those cut that count people to whom different things were done.

    Args:
        text: the document's text.
        pieces: what is stated, each half-open stretches in text order.
        quantities: figures of the document, in text order.
    """
    told = [row for row in quantities if row.role is not None]
    for piece in pieces:
        *before, (start, end) = piece
        here = [row for row in told if start <= row.span.start and row.span.end <= end]
        for one, other in pairwise(here):
            joint = _JOINT.search(text, one.span.end, other.span.start)
            if joint and one.role != other.role and not _WHOLE.search(text, start, one.span.start):
                part = trimmed(text, start, joint.start())
                if part[0] < part[1]:
                    yield (*before, part)
                before, start = [], joint.end()
        rest = trimmed(text, start, end) if start != piece[-1][0] else (start, end)
        if rest[0] < rest[1]:
            yield (*before, rest)
