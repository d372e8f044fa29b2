"""Pieces as the sentence model learned them: the numbers are those of its own tokenizer, the offsets are exact."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.meaning.pieces import Vocabulary

SHIPPED = Vocabulary((files("woozle") / "models" / "en" / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
#: Texts, and the numbers and offsets that the tokenizer of the model's makers gives for them.
EXPECTED = [
    (
        "The ferry didn't leave Sarnby at 9.30 a.m.",
        [1996, 7115, 2134, 1005, 1056, 2681, 18906, 27698, 2100, 2012, 1023, 1012, 2382, 1037, 1012, 1049, 1012],
        "0-3 4-9 10-14 14-15 15-16 17-22 23-26 26-28 28-29 30-32 33-34 34-35 35-37 38-39 39-40 40-41 41-42",
    ),
    (
        "Ångström’s café — 1.234,5 km, „süß“…",
        [
            17076,
            15687,
            1521,
            1055,
            7668,
            1517,
            1015,
            1012,
            22018,
            1010,
            1019,
            2463,
            1010,
            1525,
            10514,
            19310,
            1523,
            1529,
        ],
        "0-3 3-8 8-9 9-10 11-15 16-17 18-19 19-20 20-23 23-24 24-25 26-28 28-29 30-31 31-33 33-34 34-35 35-36",
    ),
    ("東京で12人 in Tokyo", [1879, 1755, 1665, 12521, 1756, 1999, 5522], "0-1 1-2 2-3 3-5 5-6 7-9 10-15"),
    ("a\u0301bc \ufeffx\x00y ^$`~", [5925, 1060, 2100, 1034, 1002, 1036, 1066], "0-4 6-7 8-9 10-11 11-12 12-13 13-14"),
    (f"{'x' * 101} bees", [100, 13734], "0-101 102-106"),
    ("İzmir\u00a0ﬁnds ½ 👩\u200d👧", [1045, 2480, 14503, 1984, 18376, 1092, 100], "0-1 1-2 2-5 6-7 7-10 11-12 13-16"),
]


@pytest.mark.parametrize(("text", "numbers", "offsets"), EXPECTED)
def test_numbers_and_offsets_are_those_of_the_models_own_tokenizer(text: str, numbers: list[int], offsets: str) -> None:
    found = SHIPPED.pieces_of(text)
    assert [piece.number for piece in found] == numbers
    assert " ".join(f"{piece.start}-{piece.end}" for piece in found) == offsets


@given(st.text(max_size=60))
def test_pieces_are_in_order_and_inside_any_text(text: str) -> None:
    at = 0
    for piece in SHIPPED.pieces_of(text):
        assert at <= piece.start < piece.end <= len(text) or piece.end == at  # one letter may give two pieces
        at = piece.end
