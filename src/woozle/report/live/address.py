"""Addresses of rows on the local pages: ``/claim/…`` and ``/report/…`` by the start of their hash."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from woozle.model.records import Assertion
from woozle.report.links import anchor, tail
from woozle.report.live.query import quoted
from woozle.report.live.source import Asked

#: A report's text is shown in parts of at most so many code points; `view` cuts them at the end of a line.
PART = 24_000

#: Names the first reasons on a claim's page.
WHY = "why"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links of the local pages.

    ``starts``: where an assertion begins in its whole report, for rows whose spans count in a cut of it.
    ``offset``: where the cut of the one report begins that a page shows a part of.
    """

    starts: Mapping[str, int] = field(default_factory=dict)
    offset: int = 0

    def claim(self, claim_id: str) -> str:
        """The claim's page."""
        return f"/claim/{tail(claim_id)}"

    def why(self, claim_id: str) -> str:
        """The first reasons on the claim's page."""
        return f"/claim/{tail(claim_id)}#{WHY}"

    def carriers(self, claim_id: str) -> str:
        """The list of its reports."""
        return f"/reports?claim={tail(claim_id)}"

    def report(self, document_id: str) -> str:
        """The report's page."""
        return f"/report/{tail(document_id)}"

    def said(self, row: Assertion) -> str:
        """The words in their report; in a long one, the part of it that holds them."""
        start = self.starts.get(row.id, row.spans[0].start if row.spans else 0)
        part = f"?at={start}" if start > PART // 2 else ""
        return f"/report/{tail(row.document_id)}{part}#{anchor('a', row.id)}"

    def bytes_of(self, document_id: str, start: int, end: int) -> str:
        """The page of the bytes."""
        return f"/bytes/{tail(document_id)}?from={start + self.offset}&to={end + self.offset}"

    def lane(self, outlet: str, day: str = "") -> str:
        """The drawing of one outlet's copies, or of those of a day."""
        chosen = {"outlet": outlet, "day": day}
        return "/copies?" + "&".join(f"{name}={quoted(value)}" for name, value in chosen.items() if value)


def bounds(prefix: str, tag: str = "b2") -> tuple[str, str]:
    """The half-open range of ids that begin so."""
    low = f"{tag}:{prefix}"
    return low, low + "\U0010ffff"


def id_of(asked: Asked, question: str, row: str) -> str | None:
    """The only id that begins so; None where there is none or more than one."""
    if not (8 <= len(row) <= 64 and all(sign in "0123456789abcdef" for sign in row)):
        return None
    low, high = bounds(row)
    found = asked.ask(question, low=low, high=high)
    return found[0][0] if len(found) == 1 else None
