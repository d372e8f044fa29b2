"""Printed dates are found as they stand, and nothing is added to them."""

from datetime import date

import pytest

from woozle.toolbox.text.printed import find_printed


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thursday, 19 September 2024", date(2024, 9, 19)),
        ("Updated Thu, June 22, 2023 at 3:49 PM", date(2023, 6, 22)),
        ("Jun 14, 2023", date(2023, 6, 14)),
        ("30.9.2024", date(2024, 9, 30)),
        ("the 3rd of May 2022", date(2022, 5, 3)),
        ("2024-05-07", date(2024, 5, 7)),
        ("31/12/2020", date(2020, 12, 31)),
        ("Tuesday 4/5/2021", date(2021, 5, 4)),
        ("HARBOUR BULLETIN 17 - PORT VARN, Tue 8 Oct 2024, 15.00 local", date(2024, 10, 8)),
    ],
)
def test_found(line: str, day: date) -> None:
    assert [one.date for one in find_printed(line)] == [day]


@pytest.mark.parametrize(
    "line", ["3/4/2021", "30.2.2024", "in 2024", "1.5.2 of the rules", "May the wind turn", "99 May 2024"]
)
def test_not_found(line: str) -> None:
    assert not [one for one in find_printed(line) if one.date]


def test_a_day_without_a_year_stays_one() -> None:
    (found,) = find_printed("Friday 4 October")
    assert (found.year, found.month, found.day, found.weekday, found.date) == (None, 10, 4, 4, None)


def test_labels() -> None:
    text = "Published 1 May 2024. Last updated 3 May 2024. Next report: 19 May 2024"
    assert [one.label for one in find_printed(text)] == ["published", "updated", "other"]


def test_a_wrong_weekday_is_noticed() -> None:
    assert find_printed("Monday 24 September 2024")[0].is_weekday_wrong
    assert not find_printed("Tuesday 24 September 2024")[0].is_weekday_wrong
