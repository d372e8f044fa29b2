"""The name of a place out of the words of its mention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.where import place_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Orle", "Orle"),
        ("the Volden valley", "Volden valley"),
        ("Orle's", "Orle"),
        ("Orle’s", "Orle"),
        ("Upper\n Volden", "Upper Volden"),
        ("Orle,", "Orle"),
        ("Orle\r.", "Orle"),
        ("the U.S.", "U.S."),
        ("Ky.", "Ky"),
        ("The Hague", "The Hague"),
        ("The Hague's", "The Hague"),
        ("The", "The"),
        ("", ""),
    ],
)
def test_articles_and_endings_fall_away(words: str, name: str) -> None:
    assert place_name(words) == name


@given(st.text(max_size=30))
def test_a_name_is_one_line_without_space_around_it(words: str) -> None:
    name = place_name(words)
    assert name == " ".join(name.split())
