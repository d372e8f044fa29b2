"""Folded words: offsets hold whatever the text, and shapes of letters and marks do not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.copying.words import fold_text, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Mayor’s café", "the mayor's CAFE"),
        ("cafe\u0301 re\u00adopened", "Café reopened"),
        ("“harbour – wall”", '"harbour wall"'),
        ("don‘t", "don't"),
    ],
)
def test_shapes_do_not_matter(one: str, other: str) -> None:
    assert words_of(one).folded == words_of(other).folded


def test_a_figure_is_one_word() -> None:
    assert words_of("6.5 per cent of 1,200").folded == ("6.5", "per", "cent", "of", "1,200")


@given(st.text())
def test_offsets_hold_in_any_text(text: str) -> None:
    words = words_of(text)
    assert len(fold_text(text)) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    assert all(words.folded)
