"""A time axis: nothing falls outside, order is kept, quiet times fold."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from woozle.report.axis import axis

START = datetime(2031, 4, 8, 6, tzinfo=UTC)
INSTANTS = st.lists(
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=700)).map(lambda late: START + late),
    min_size=1,
    max_size=30,
)


def test_no_instant_no_axis() -> None:
    assert axis([], 0, 100, None) is None


def test_a_short_pile_is_drawn_by_hours_and_a_long_one_by_days() -> None:
    by_hours = axis([START, START + timedelta(hours=9)], 0, 900, 2031)
    by_days = axis([START, START + timedelta(days=60)], 0, 900, 2031)
    assert by_hours is not None
    assert by_days is not None
    assert by_hours.is_hours
    assert not by_days.is_hours


def test_quiet_time_folds_and_heads_say_the_days() -> None:
    line = axis([START, START + timedelta(days=40)], 0, 900, 2031)
    assert line is not None
    assert [part.is_folded for part in line.stretches] == [False, True, False]
    assert [words for _, words in line.heads if words] == ["Tue 8 April", "Sun 18 May"]


@given(INSTANTS)
def test_places_keep_the_order_of_time_and_lie_inside(instants: list[datetime]) -> None:
    line = axis(instants, 10, 900, 2031)
    assert line is not None
    places = [line.x(at) for at in sorted(instants)]
    assert places == sorted(places)
    assert all(10 <= place <= 900 for place in places)


@given(INSTANTS)
def test_stretches_join_without_gap_from_end_to_end(instants: list[datetime]) -> None:
    line = axis(instants, 10, 900, 2031)
    assert line is not None
    at = 10.0
    for part in line.stretches:
        assert abs(part.x - at) < 0.01
        at += part.width
    assert abs(at - 900) < 0.01
    assert all(a.end == b.start for a, b in pairwise(line.stretches))


@given(INSTANTS)
def test_words_never_overlap(instants: list[datetime]) -> None:
    line = axis(instants, 10, 1600, 2031)
    assert line is not None
    places = [place for place, words in line.heads if words]
    assert all(b - a >= 60 for a, b in pairwise(places))
