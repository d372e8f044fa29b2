"""Dates as words: as wide as the interval, never a false day."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.report.dates import (
    NO_DATE,
    Interval,
    day_words,
    days_between,
    instant,
    interval,
    iso_day_words,
    middle,
    minute_words,
    sort_key,
    words,
)

EARLY = datetime(1900, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=110_000)).map(lambda late: EARLY + late)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, "no date"),
        ("2031-04-08T06:50:00Z", "2031-04-08T06:50:59Z", "Tue 8 April 06:50"),
        ("2031-04-08T06:00:00Z", "2031-04-08T09:30:00Z", "Tue 8 April 06:00 to 09:30"),
        ("2031-04-08", "2031-04-09", "Tue 8 April"),
        ("2031-04-08", "2031-04-10", "Tue 8 or Wed 9 April"),
        ("2031-04-30", "2031-05-02", "Wed 30 April or Thu 1 May"),
        ("2031-04-01", "2031-05-01", "April 2031"),
        ("2031-01-01", "2032-01-01", "2031"),
        ("2031-04-08", "2031-04-12", "Tue 8 April to Fri 11 April"),
        ("2031-04-08T06:50:00Z", None, "Tue 8 April 06:50 or later"),
        (None, "2031-04-08", "before Tue 8 April"),
        ("2031-04-08T22:00:00Z", "2031-04-10T06:00:00Z", "between Tue 8 April 22:00 and Thu 10 April 06:00"),
    ],
)
def test_an_interval_is_said_as_wide_as_it_is(start: str | None, end: str | None, said: str) -> None:
    assert words(interval(start, end), 2031) == said


def test_a_year_that_is_not_the_usual_one_is_said() -> None:
    assert words(interval("2030-04-08", "2030-04-09"), 2031) == "Mon 8 April 2030"
    assert day_words(datetime(2031, 4, 8, tzinfo=UTC)) == "Tue 8 April 2031"


def test_what_is_no_date_stays_as_it_came() -> None:
    assert instant("soon") is None
    assert instant("99999-01-01") is None
    assert iso_day_words("last spring", 2031) == "last spring"
    assert iso_day_words(None) == ""


def test_ends_that_contradict_each_other_are_not_kept() -> None:
    assert interval("2031-04-09", "2031-04-08") == NO_DATE


def test_other_zones_are_said_in_utc() -> None:
    found = instant("2031-04-08T01:30:00+03:00")
    assert found is not None
    assert minute_words(found) == "Mon 22:30"


def test_an_open_end_has_no_middle() -> None:
    assert middle(interval("2031-04-08", None)) is None
    assert middle(interval("2031-04-08", "2031-04-10")) == datetime(2031, 4, 9, tzinfo=UTC)


def test_days_of_a_pile() -> None:
    first = datetime(2031, 4, 8, 6, tzinfo=UTC)
    assert days_between(first, first + timedelta(days=3), 2031) == "8 to 11 April"
    assert days_between(first, first, 2031) == "Tue 8 April"
    assert days_between(first, first + timedelta(days=30), 2031) == "Tue 8 April to Thu 8 May"


@given(INSTANTS, st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=900)))
def test_every_interval_has_words_and_a_place(start: datetime, long: timedelta) -> None:
    when = Interval(start, start + long)
    assert words(when, start.year)
    assert sort_key(when) < sort_key(NO_DATE)
    at = middle(when)
    assert at is not None
    assert start <= at <= start + long
