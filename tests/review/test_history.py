"""When each voice joined, and what was known on any day."""

from collections.abc import Sequence
from typing import Any

import pytest

from woozle.errors import UsageError
from woozle.model.records import Assertion, Claim, Document, Origin
from woozle.model.values import Occasion, Published, Range, Span, Voice
from woozle.review.history import history, words


class Book:
    """Rows in memory."""

    def __init__(self, *rows: Any) -> None:
        self._rows = rows

    def rows(self, row: type[Any]) -> Sequence[Any]:
        return [one for one in self._rows if isinstance(one, row)]

    def get(self, row: type[Any], row_id: str) -> Any:
        return next((one for one in self.rows(row) if one.id == row_id), None)

    def where(self, row: type[Any], name: str, value: str) -> Sequence[Any]:
        return [one for one in self.rows(row) if getattr(one, name) == value]

    def find(self, prefix: str) -> list[Any]:
        return [one for one in self._rows if one.id.startswith(prefix)]


def report(name: str, start: str | None, end: str | None) -> tuple[Document, Assertion]:
    when = Published(start, end, "stated") if end else None
    document = Document(name, "s", name, (), name, None, None, (), when, "en", "utf-8", "No.", ())
    said = Assertion(
        f"a-{name}", name, (Span(0, 3, "No."),), None, "c", None, "affirmed", "plain", (), (), (), (), None
    )
    return document, said


def origin(name: str, certainty: str, *reports: str, entity: str | None = None) -> Origin:
    voice = Voice(entity, name, "person" if entity else "anonymous")
    ids = tuple(f"a-{one}" for one in reports)
    return Origin(f"o-{name}", "c", voice, Occasion("statement", None, None), certainty, None, ids, ())


REPORTS = {
    "d1": ("2024-05-07T00:00:00Z", "2024-05-08T00:00:00Z"),
    "d2": ("2024-05-07T09:30:00Z", "2024-05-07T09:31:00Z"),
    "d3": ("2024-05-09T00:00:00Z", "2024-05-10T00:00:00Z"),
    "d4": ("2024-05-01T00:00:00Z", "2024-06-01T00:00:00Z"),
    "d5": (None, None),
}
ROWS = [row for name, dates in REPORTS.items() for row in report(name, *dates)]
CLAIM = Claim("c", "No.", tuple(f"a-{one}" for one in REPORTS), None, 5, 5, Range(3, 3, 4), Range(2, 3, 4), None, None)
ORIGINS = [
    origin("Vallo", "sure", "d3", "d1", entity="e1"),
    origin("Ines Vallo", "sure", "d2", entity="e1"),
    origin("Reck", "sure", "d3", entity="e2"),
    origin("a fisherman", "half", "d4"),
    origin("somebody", "may", "d3"),
    origin("a rumour", "none", "d2"),
]


def test_a_voice_joins_with_its_first_report_and_stays() -> None:
    first, third, undated = history(Book(CLAIM, *ORIGINS, *ROWS), "c")
    assert (first.day, first.n_new_reports, first.n_reports, first.voices) == ("2024-05-07", 2, 2, Range(1, 1, 1))
    assert [(one.name, one.document_id) for one in first.joined] == [("Vallo", "d1"), ("a rumour", "d2")]
    assert (third.day, third.n_new_reports, third.n_reports, third.voices) == ("2024-05-09", 1, 3, Range(2, 2, 3))
    assert [one.name for one in third.joined] == ["Reck", "somebody"]
    assert (undated.day, undated.n_new_reports, undated.n_reports) == (None, 2, 5)
    assert undated.voices == CLAIM.voices


def test_a_history_is_told_in_a_line_a_day() -> None:
    assert list(words(history(Book(CLAIM, *ORIGINS, *ROWS), "c"))) == [
        "  2024-05-07: 2 reports, 1 voice; joined: Vallo",
        "  2024-05-09: 3 reports, 2 voices, perhaps 3; joined: Reck; somebody (perhaps)",
        "  no known day: 5 reports, 3 voices, perhaps 4; joined: a fisherman",
    ]


def test_what_is_no_claim_has_no_history() -> None:
    with pytest.raises(UsageError, match="no claim of the record"):
        history(Book(CLAIM, *ROWS), "d1")
