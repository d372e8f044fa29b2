"""Quoted words are told from the day on which they were said, parts under a date from that date."""

from datetime import date

import pytest

from woozle.toolbox.when import find_times

WEDNESDAY = date(2023, 6, 14)


def day_of(words: str, text: str, day: date | None = WEDNESDAY) -> tuple[str | None, str | None]:
    """(the day, what it rests on) of the expression with these words."""
    meaning = next(found.meaning for found in find_times(text, day) if text[found.start : found.end] == words)
    return meaning.start and f"{meaning.start:%Y-%m-%d}", meaning.anchor


@pytest.mark.parametrize(
    "text",
    [
        "“We leave tomorrow,” the miller said on Friday.",
        "The miller told reporters on Friday: “We leave tomorrow.”",
        "On Friday the miller said: “We leave tomorrow.”",
        "“We are old,” the miller said in a post on Friday. “We leave tomorrow.”",
        "“We leave tomorrow,” says a letter of 9 June 2023.",
    ],
)
def test_tomorrow_in_a_quotation_follows_the_day_of_the_saying(text: str) -> None:
    assert day_of("tomorrow", text) == ("2023-06-10", "text")


@pytest.mark.parametrize(
    "text",
    [
        "“We leave tomorrow,” the miller said.",
        "“We leave tomorrow,” said the miller, who came on Friday.",
        "“We are old,” the miller said on Friday.\n\n“We leave tomorrow,” said the smith.",
        "The miller came on Friday. “We leave tomorrow,” he said.",
    ],
)
def test_a_day_on_which_nothing_was_said_moves_nothing(text: str) -> None:
    assert day_of("tomorrow", text) == ("2023-06-15", "published")


def test_an_undated_report_may_tell_when_its_words_were_said() -> None:
    assert day_of("yesterday", "“It burned yesterday,” he said on 3 May 2021.", None) == ("2021-05-02", "text")


def test_a_date_in_a_line_of_its_own_heads_what_follows() -> None:
    text = "The mill\n\nIt burned yesterday.\n\nUpdate, 16 June 2023\n\nThe smith was freed this morning.\n"
    assert day_of("yesterday", text) == ("2023-06-13", "published")
    assert day_of("this morning", text) == ("2023-06-16", "text")


def test_a_date_among_other_words_heads_nothing() -> None:
    text = "The mill\n\nThe paper of 16 June 2023\n\nThe smith was freed this morning.\n"
    assert day_of("this morning", text) == ("2023-06-14", "published")
