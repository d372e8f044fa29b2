"""Times as rows: ids, spans, and what the day of publication changes."""

from datetime import date

import pytest

from woozle.model.values import Published
from woozle.toolbox.when import sight
from woozle.toolbox.when.rows import published_day, read_times

TEXT = (
    "On Tuesday the post at Orle was hit at 03:20.\n\n"
    "At least 17 people were killed, the Volden ministry said on 14 June 2023; two hours to Orle’s school."
)
#: A Thursday.
PUBLISHED = Published("2023-06-15T00:00:00Z", "2023-06-16T00:00:00Z", "stated")


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        ("2023-06-15T00:00:00Z", "2023-06-16T00:00:00Z", date(2023, 6, 15)),
        ("2023-06-15T10:30:00Z", "2023-06-15T10:30:01Z", date(2023, 6, 15)),
        ("2023-06-15T10:30:00Z", "2023-06-15T10:30:00Z", date(2023, 6, 15)),
        ("2023-06-15T12:00:00Z", "2023-06-16T12:00:00Z", None),  # one day long, but over midnight
        ("2023-06-01T00:00:00Z", "2023-07-01T00:00:00Z", None),
        ("2023-06-16T00:00:00Z", "2023-06-15T00:00:00Z", None),
        (None, "2023-06-16T00:00:00Z", None),
        ("2023-06-15T00:00:00Z", None, None),
        ("in June", "2023-06-16T00:00:00Z", None),
    ],
)
def test_the_day_of_publication_is_known_or_none(start: str | None, end: str | None, day: date | None) -> None:
    assert published_day(Published(start, end, "stated")) == day
    assert published_day(None) is None


def test_times_are_rows_in_text_order() -> None:
    rows = read_times(sight(TEXT), "d", PUBLISHED)
    assert [row.span.text for row in rows] == ["Tuesday", "03:20", "14 June 2023", "two hours"]
    tuesday, clock, stated, length = rows
    assert (tuesday.start, tuesday.end, tuesday.anchor) == (
        "2023-06-13T00:00:00Z",
        "2023-06-14T00:00:00Z",
        "published",
    )
    assert (clock.start, clock.end, clock.precision) == ("2023-06-13T03:20:00Z", "2023-06-13T03:21:00Z", "minute")
    assert (stated.start, stated.anchor, stated.value) == ("2023-06-14T00:00:00Z", "text", "2023-06-14")
    assert (length.start, length.end, length.value) == (None, None, "PT2H")


def test_without_a_day_of_publication_only_stated_dates_have_an_interval() -> None:
    for published in (None, Published(None, "2023-06-16T00:00:00Z", "inferred")):
        rows = read_times(sight(TEXT), "d", published)
        assert [row.start for row in rows] == [None, None, "2023-06-14T00:00:00Z", None]
