"""Where a row is shown: by its name inside the one file, or by an address of its own on the local pages."""

import hashlib
import re
from dataclasses import dataclass
from typing import Protocol

from woozle.model.records import Assertion

_HEX = re.compile(r"[0-9a-f]{16,}\Z")


def tail(row_id: str) -> str:
    """The start of a row's hash, enough for `woozle explain` to find it."""
    found = row_id.rpartition(":")[2]
    if not _HEX.match(found):
        found = hashlib.blake2b(row_id.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return found[:16]


def anchor(kind: str, row_id: str) -> str:
    """The name of a row inside a page, such as ``c-1f0c…``."""
    return f"{kind}-{tail(row_id)}"


class Links(Protocol):
    """Links to the rows that have a place to be shown at."""

    def claim(self, claim_id: str) -> str:
        """A claim's own page."""
        ...

    def why(self, claim_id: str) -> str:
        """The reasons for a claim's count of voices; empty where a claim has no page of its own for sure."""
        ...

    def carriers(self, claim_id: str) -> str:
        """The reports that say a claim; empty where they have no page."""
        ...

    def report(self, document_id: str) -> str:
        """A report's own page."""
        ...

    def said(self, row: Assertion) -> str:
        """The words of an assertion, where they stand in their report."""
        ...

    def bytes_of(self, document_id: str, start: int, end: int) -> str:
        """The bytes behind a stretch of a report's text; empty where they cannot be shown."""
        ...

    def lane(self, outlet: str, day: str = "") -> str:
        """The copies of one outlet, or of any on one day; empty where they have no page."""
        ...


@dataclass(frozen=True, slots=True)
class Inside:
    """Links inside the one file."""

    def claim(self, claim_id: str) -> str:
        """The claim's page in the file."""
        return f"#{anchor('c', claim_id)}"

    def why(self, claim_id: str) -> str:
        """Claims in one report have no page in the file."""
        del claim_id
        return ""

    def carriers(self, claim_id: str) -> str:
        """The file has no list of the reports of one claim."""
        del claim_id
        return ""

    def report(self, document_id: str) -> str:
        """The report's page in the file."""
        return f"#{anchor('r', document_id)}"

    def said(self, row: Assertion) -> str:
        """The words in the report's page."""
        return f"#{anchor('a', row.id)}"

    def bytes_of(self, document_id: str, start: int, end: int) -> str:
        """The file holds no bytes of reports."""
        del document_id, start, end
        return ""

    def lane(self, outlet: str, day: str = "") -> str:
        """The file has one drawing of copies."""
        del outlet, day
        return ""
