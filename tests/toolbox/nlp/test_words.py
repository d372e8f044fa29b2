"""Words and marks: what is one token, and that every character but white space lies in exactly one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.words import find_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("Marra’s boats can’t sail", ["Marra", "’s", "boats", "ca", "n’t", "sail"]),
        ("We cannot stay", ["We", "can", "not", "stay"]),
        ("the sailors' union", ["the", "sailors", "'", "union"]),
        ("a so-called truce", ["a", "so-called", "truce"]),
        ("1,200 men and $5m", ["1,200", "men", "and", "$", "5", "m"]),
        ("at 6:30 p.m. sharp", ["at", "6:30", "p.m.", "sharp"]),
        ("Gen. J. Vorr of the U.S. fleet", ["Gen.", "J.", "Vorr", "of", "the", "U.S.", "fleet"]),
        ("No. 4, but no.", ["No.", "4", ",", "but", "no", "."]),
        ("“Go…” she said", ["“", "Go", "…", "”", "she", "said"]),
        ("see https://a.example/x?y=1.", ["see", "https://a.example/x?y=1", "."]),
        ("mail press@dock.example, @dock_news", ["mail", "press@dock.example", ",", "@dock_news"]),
        ("O'Neill met al-Hariq", ["O'Neill", "met", "al-Hariq"]),
        ("wait... then", ["wait", "...", "then"]),
        ("the 3rd of 10", ["the", "3rd", "of", "10"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_letter_and_its_combining_marks_are_one_token() -> None:
    assert words("Jose\u0301 sailed") == ["Jose\u0301", "sailed"]


@given(st.text())
def test_every_character_but_white_space_lies_in_exactly_one_token(text: str) -> None:
    spans = list(find_words(text, 0, len(text)))
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered
    assert not any(letter.isspace() and at in covered for at, letter in enumerate(text))


@given(st.text(alphabet="aB.'’-1, \n"), st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_is_read_without_what_stands_around_it(text: str, start: int, size: int) -> None:
    spans = list(find_words(text, min(start, len(text)), min(start + size, len(text))))
    assert all(start <= begin < end <= start + size for begin, end in spans)
