"""Dates of markup, and the laws of an interval."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.stages.ingest.dating import stamp, when, whole_day
from woozle.toolbox.text.printed import find_printed


@pytest.mark.parametrize(
    ("text", "day", "instant"),
    [
        ("2024-09-19T17:30:00+02:00", date(2024, 9, 19), datetime(2024, 9, 19, 15, 30, tzinfo=UTC)),
        ("2024-09-19T00:30:00+0200", date(2024, 9, 19), datetime(2024, 9, 18, 22, 30, tzinfo=UTC)),
        ("2024-09-19 17:30", date(2024, 9, 19), None),
        ("20240919", date(2024, 9, 19), None),
        ("Thu, 19 Sep 2024 17:30:00 GMT", date(2024, 9, 19), None),
        ("September 19, 2024", date(2024, 9, 19), None),
    ],
)
def test_stamps(text: str, day: date, instant: datetime | None) -> None:
    found = stamp(text)
    assert found is not None
    assert (found.day, found.instant) == (day, instant)


@pytest.mark.parametrize("text", ["", "today", "2024-13-45", "2024-02-30", "0000-00-00", "1726752600"])
def test_no_stamps(text: str) -> None:
    assert stamp(text) is None


@given(st.text(max_size=40))
def test_stamps_of_anything(text: str) -> None:
    stamp(text)


def test_a_minute_that_is_another_day_in_utc_gives_the_day_as_written() -> None:
    found = when((), ["2024-09-19T00:30:00+02:00"], words="", url=None, stored=None)
    assert found.published == whole_day(date(2024, 9, 19), "metadata")


@pytest.mark.parametrize(
    ("stamped", "day", "kinds"),
    [
        ("2026-03-02", date(2026, 3, 2), ["dates"]),
        ("2025-03-01", date(2024, 2, 29), ["dates"]),
        ("2024-02-29", date(2024, 2, 29), []),
    ],
)
def test_a_leap_day_without_a_year(stamped: str, day: date, kinds: list[str]) -> None:
    found = when(find_printed("29 February"), [stamped], words="", url=None, stored=None)
    assert found.published is not None
    assert found.published.start == f"{day}T00:00:00Z"
    assert [kind for kind, _ in found.doubts] == kinds


@given(
    st.lists(
        st.sampled_from(["7 May 2031", "Friday 4 October", "Updated 3 May 2030", "Next: 1 May 2031", "9.9.1999"]),
        max_size=4,
    ),
    st.lists(st.sampled_from(["2031-05-07T06:00:00Z", "2020-01-01", "nonsense", ""]), max_size=3),
    st.sampled_from(["", "© 2031 Buoy", "2 weeks ago © 2031 Buoy"]),
)
def test_intervals_are_never_empty(lines: list[str], stamps: list[str], words: str) -> None:
    printed = [one for line in lines for one in find_printed(line)]
    found = when(printed, stamps, words=words, url=None, stored=None).published
    if found is not None:
        assert found.start is not None
        assert found.end is not None
        assert found.start < found.end
        assert found.known in ("stated", "metadata", "inferred")
