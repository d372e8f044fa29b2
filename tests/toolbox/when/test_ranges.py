"""Two dates that bound one time."""

from datetime import date

import pytest

from woozle.toolbox.when import find_times

WEDNESDAY = date(2023, 6, 14)


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("It ran from 26 June 2020 to 28 June 2020.", "from 26 June 2020 to 28 June 2020", "2020-06-26/2020-06-29"),
        ("It ran from Nov 18 2014 to Dec 19, 2015.", "from Nov 18 2014 to Dec 19, 2015", "2014-11-18/2015-12-20"),
        ("It ran from the 3rd to the 5th of May.", "from the 3rd to the 5th of May", "2023-05-03/2023-05-06"),
        ("It was shut between 3 May and now.", "between 3 May and now", "2023-05-03/2023-06-15"),
        ("It was shut from March 2019 to yesterday.", "from March 2019 to yesterday", "2019-03-01/2023-06-14"),
        ("It is shut between now and 3 July.", "between now and 3 July", "2023-06-14/2023-07-04"),
        ("It was shut from 2019-08-01 until today.", "from 2019-08-01 until today", "2019-08-01/2023-06-15"),
    ],
)
def test_both_ends_belong_to_it(text: str, words: str, interval: str) -> None:
    (found,) = find_times(text, WEDNESDAY)
    assert text[found.start : found.end] == words
    assert f"{found.meaning.start:%Y-%m-%d}/{found.meaning.end:%Y-%m-%d}" == interval


def test_up_to_now_stays_open_without_a_day_of_publication() -> None:
    (found,) = find_times("It was shut between 3 May 2020 and now.")
    assert found.meaning.start is None
