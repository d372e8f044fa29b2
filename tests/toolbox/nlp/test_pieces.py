"""Word pieces: greedy, folded, and never without an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.pieces import MOST, WordPieces

_PIECES = WordPieces(["[UNK]", "[CLS]", "kort", "kor", "##t", "##s", "e", '"', "'"])


def test_the_longest_piece_first_in_small_letters_without_accents() -> None:
    assert _PIECES.of("Korts") == (2, 5)
    assert _PIECES.of("KÖRTS") == (2, 5)
    assert _PIECES.of("É") == (6,)


def test_marks_of_all_styles_are_one() -> None:
    assert _PIECES.of("“") == _PIECES.of("»") == (7,)
    assert _PIECES.of("’") == (8,)


def test_what_is_not_there_is_unknown_and_what_follows_is_left_out() -> None:
    assert _PIECES.of("жук") == (0,)
    assert _PIECES.of("kortж") == (2,)


def test_a_special_piece_that_is_missing_is_an_error() -> None:
    assert _PIECES.number("[CLS]") == 1
    with pytest.raises(KeyError):
        _PIECES.number("[SEP]")


@given(st.text(min_size=1, max_size=500))
def test_any_word_has_one_to_six_pieces(word: str) -> None:
    assert 1 <= len(_PIECES.of(word)) <= MOST
