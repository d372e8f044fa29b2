"""The hours above the entries of a running report."""

import pytest

from woozle.toolbox.when.entries import find_entries, hour_before


def test_entries_begin_at_hours_that_stand_alone() -> None:
    text = "09.40\nThe phones work.\n\n@mill 9:15 am\nIt burns at 10.30 and on.\n"
    entries = find_entries(text)
    assert entries is not None
    assert entries.minutes == (580, 555)
    assert entries.minute_at(text.index("phones")) == 580
    assert entries.minute_at(text.index("burns")) == 555


@pytest.mark.parametrize("text", ["09.40\nOnly one.\n", "00.10\na\n\n23.50\nb\n\n23.40\nc\n", "At 09.40\nIt is.\n"])
def test_one_hour_is_none_and_neither_are_hours_of_two_days(text: str) -> None:
    assert find_entries(text) is None


@pytest.mark.parametrize(
    ("hour", "minute", "head", "told"), [(9, 0, 580, 9), (2, 15, 900, 14), (2, 15, 200, 2), (9, 0, 100, None)]
)
def test_an_hour_is_the_last_one_before_its_entry(hour: int, minute: int, head: int, told: int | None) -> None:
    assert hour_before(hour, minute, head) == told
