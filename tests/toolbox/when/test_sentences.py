"""Ends of sentences and paragraphs, as far as times need them."""

import itertools

import pytest

from woozle.toolbox.when.sentences import first_sentence, last_sentence, number_of, paragraph_bounds, sentence_bounds


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It burned. Nobody came.", ["It burned. ", "Nobody came."]),
        ("It burned at 9 p.m. Tuesday. Nobody came.", ["It burned at 9 p.m. Tuesday. ", "Nobody came."]),
        ("It burned at 9 p.m. Nobody came.", ["It burned at 9 p.m. ", "Nobody came."]),
        ("Dr. Wren and J. Marsh came.", ["Dr. Wren and J. Marsh came."]),
        ("“It burned.” Nobody came.", ["“It burned.” ", "Nobody came."]),
        ("The mill\n\nIt burned.", ["The mill\n\n", "It burned."]),
    ],
)
def test_sentences(text: str, pieces: list[str]) -> None:
    bounds = sentence_bounds(text)
    assert [text[low:high] for low, high in itertools.pairwise(bounds)] == pieces


def test_the_sentence_around_a_place() -> None:
    assert last_sentence("It burned. Nobody") == "Nobody"
    assert first_sentence(" came. It rained.") == " came"


def test_paragraphs_are_lines_of_an_unwrapped_text() -> None:
    bounds = paragraph_bounds("One.\n\nTwo.\nThree.")
    assert [number_of(bounds, at) for at in (0, 6, 11)] == [0, 1, 2]
