"""Parts of months and years by their number."""

from datetime import date

import pytest

from woozle.toolbox.when import find_times

WEDNESDAY = date(2023, 6, 14)


def only(text: str, day: date | None = WEDNESDAY) -> tuple[str, str, str | None]:
    (found,) = find_times(text, day)
    start, end = found.meaning.start, found.meaning.end
    interval = f"{start:%Y-%m-%d}/{end:%Y-%m-%d}" if start and end else ""
    return text[found.start : found.end], interval, found.meaning.precision


@pytest.mark.parametrize(
    ("text", "words", "interval", "precision"),
    [
        ("The last week of July 2019 was calm.", "The last week of July 2019", "2019-07-22/2019-07-29", "week"),
        ("The first week of 2021 was calm.", "The first week of 2021", "2021-01-04/2021-01-11", "week"),
        ("It fell in the third week of May.", "the third week of May", "2023-05-15/2023-05-22", "week"),
        ("It fell in the last week of last month.", "the last week of last month", "2023-05-22/2023-05-29", "week"),
        ("They met on the first Monday of May.", "the first Monday of May", "2023-05-01/2023-05-02", "day"),
        ("They met on the last Friday of the month.", "the last Friday of the month", "2023-06-30/2023-07-01", "day"),
        ("It rained on the last weekend of May.", "the last weekend of May", "2023-05-27/2023-05-29", "day"),
        ("It rained on the last day of 2021.", "the last day of 2021", "2021-12-31/2022-01-01", "day"),
        ("In the third month of 2021 it rained.", "the third month of 2021", "2021-03-01/2021-04-01", "month"),
        ("They left on the 20th of this month.", "the 20th of this month", "2023-06-20/2023-06-21", "day"),
        ("They came on the 5th of last month.", "the 5th of last month", "2023-05-05/2023-05-06", "day"),
        ("They came on Friday 9th, he said.", "Friday 9th", "2023-06-09/2023-06-10", "day"),
        ("We go for coffee on Friday the thirtieth.", "Friday the thirtieth", "2023-06-30/2023-07-01", "day"),
        ("We will meet in the week of the 18th.", "the week of the 18th", "2023-06-12/2023-06-19", "week"),
    ],
)
def test_a_part_lies_in_its_month_or_year(text: str, words: str, interval: str, precision: str) -> None:
    assert only(text) == (words, interval, precision)


def test_without_a_day_of_publication_it_stays_open() -> None:
    assert only("It fell in the last week of last month.", None) == ("the last week of last month", "", "week")


@pytest.mark.parametrize(
    "text", ["The fifth Monday of February 2023 is no day.", "They broke down the first day of the siege."]
)
def test_what_the_calendar_does_not_have_is_no_day(text: str) -> None:
    assert all(found.meaning.precision != "day" or found.meaning.start is None for found in find_times(text, WEDNESDAY))


def test_a_count_behind_a_weekday_is_no_date() -> None:
    text = "On Friday 31 people died."
    assert [text[found.start : found.end] for found in find_times(text, WEDNESDAY)] == ["Friday"]
