"""Months, weekdays and zones keep their capitals when a text in capitals is read in small letters."""

import pytest

from woozle.toolbox.when.calendar import great_letters


def raised(low: str) -> str:
    letters = list(low)
    for at in great_letters(low):
        letters[at] = letters[at].upper()
    return "".join(letters)


@pytest.mark.parametrize(
    ("low", "read"),
    [
        ("on tuesday in june at 10.30 utc", "on Tuesday in June at 10.30 UTC"),
        ("it fell on 6 may", "it fell on 6 May"),
        ("on 6 may orlo fell", "on 6 May orlo fell"),
        ("may 6 was quiet", "May 6 was quiet"),
        ("from 3 to 6 may they marched", "from 3 to 6 May they marched"),
        ("quiet since march, 1989", "quiet since March, 1989"),
        ("6 may die", "6 may die"),
        ("two of them may leave", "two of them may leave"),
        ("police march on orlo", "police march on orlo"),
        ("the mayor and the marching band", "the mayor and the marching band"),
    ],
)
def test_only_what_dates_is_great(low: str, read: str) -> None:
    assert raised(low) == read
