"""Cuts of long texts: the stretch that a page shows, and rows whose spans count in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from woozle.model import records as r
from woozle.model.values import Span
from woozle.report.live.source import Asked

#: A text up to so many code points is read whole for quoting from it; of a longer one, so much around what is said.
WHOLE, AROUND = 20_000, 700


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a text and where it begins in it, in code points."""

    low: int
    text: str

    def span(self, span: Span) -> Span | None:
        """The span counted in the cut, as much of it as the cut holds; None if that is nothing."""
        start, end = max(0, span.start - self.low), min(len(self.text), span.end - self.low)
        return Span(start, end, self.text[start:end]) if start < end else None

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Those of the spans that the cut holds something of."""
        return tuple(found for span in spans if (found := self.span(span)))

    def assertion(self, row: r.Assertion) -> r.Assertion:
        """An assertion with its spans in the cut."""
        if not self.low and all(span.end <= len(self.text) for span in row.spans):
            return row
        return replace(row, spans=self.spans(row.spans))

    def attribution(self, row: r.Attribution) -> r.Attribution:
        """An attribution with its spans in the cut. Names of carriers keep their words."""
        return replace(
            row,
            content=self.spans(row.content),
            cue=self.span(row.cue) if row.cue else None,
            source=self.span(row.source) or Span(0, 0, row.source.text) if row.source else None,
        )


class Placed(Protocol):
    """A row with stretches of a report."""

    @property
    def document_id(self) -> str:
        """The report."""
        ...

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Stretches of a report."""

    document_id: str
    spans: tuple[Span, ...]


def cuts_for(asked: Asked, rows: Iterable[Placed]) -> Mapping[str, Cut]:
    """The text of every report that rows stand in, by report; of a long one the stretch from its first row on."""
    ends: dict[str, list[int]] = {}
    for row in rows:
        ends.setdefault(row.document_id, []).extend(point for span in row.spans for point in (span.start, span.end))
    made = {}
    for document_id, text in asked.ask("texts", ids=sorted(ends), most=WHOLE):
        if text is None:
            low = max(0, min(ends[document_id], default=0) - AROUND)
            text = asked.ask("text_cut", id=document_id, low=low, most=WHOLE)[0][0]  # noqa: PLW2901
            made[document_id] = Cut(low, text)
        else:
            made[document_id] = Cut(0, text)
    return made


def parts(text: str, most: int) -> Sequence[tuple[int, int]]:
    """A text in parts of at most so many code points, half-open, cut at the end of a line, else at a space."""
    made, low = [], 0
    while low < len(text):
        high = min(len(text), low + most)
        if high < len(text):
            middle = low + most // 2
            found = text.rfind("\n", middle, high)
            found = found if found >= 0 else text.rfind(" ", middle, high)
            high = found + 1 if found >= 0 else high
        made.append((low, high))
        low = high
    return made or [(0, 0)]
