"""Feasts with a day of their own in each year."""

from datetime import date

import pytest

from tests.toolbox.when.test_frame import last
from woozle.toolbox.when.feasts import easter, orthodox_easter


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [(2017, "04-16", "04-16"), (2019, "04-21", "04-28"), (2023, "04-09", "04-16"), (2024, "03-31", "05-05")],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{western}")
    assert orthodox_easter(year) == date.fromisoformat(f"{year}-{orthodox}")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("He left on Good Friday 2024.", "2024-03-29"),
        ("He left on Easter Monday.", "2023-04-10"),
        ("He will leave on Easter Monday.", "2024-04-01"),
        ("He left at Orthodox Easter.", "2023-04-16"),
        ("He left on Orthodox Christmas.", "2023-01-07"),
        ("He left on Christmas Eve.", "2022-12-24"),
    ],
)
def test_the_feast_that_is_meant_is_the_nearest_one_on_that_side(text: str, start: str) -> None:
    assert last(text, date(2023, 6, 14))[1] == f"{start}T00:00"


def test_names_with_a_feast_in_them_are_none() -> None:
    assert last("He came to Easter Island on Monday.", date(2023, 6, 14))[0] == "Monday"
