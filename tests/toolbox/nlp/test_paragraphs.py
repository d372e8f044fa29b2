"""Paragraphs: blank lines, lines that stand alone, and text wrapped at a fixed width."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.paragraphs import find_paragraphs

WRAPPED = (
    "The lighthouse keeper of Marra told reporters on Monday that he had counted\n"
    "eleven boats on the water before the fog came down. He said none of them had\n"
    "shown a light.\n"
    "\n"
    "The harbour office keeps no list of boats at night."
)


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert pieces("One.\n\nTwo.\n \t\nThree.") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_wrapped_paragraph_is_one_with_any_line_end(line_end: str) -> None:
    found = pieces(WRAPPED.replace("\n", line_end))
    assert len(found) == 2
    assert found[0].startswith("The lighthouse")
    assert found[0].endswith("a light.")


def test_lines_that_had_room_for_the_next_word_stand_alone() -> None:
    text = "Fog closes the harbour\nBy Tilda Horn\nMonday 3 March\n\nNothing sailed."
    assert pieces(text) == ["Fog closes the harbour", "By Tilda Horn", "Monday 3 March", "Nothing sailed."]


def test_long_lines_are_paragraphs_each() -> None:
    line = (
        "The fog lay on the water for the whole of that morning, "
        "and nobody who stood on the mole could have said how many boats there were."
    )
    assert len(pieces("\n".join([line] * 3))) == 3


def test_list_marks_and_speakers_begin_a_paragraph() -> None:
    text = "- two boats\n- three men\nHOST: What did you see?\nQ: And then?"
    assert len(pieces(text)) == 4


@given(st.text(alphabet="ab. \n\r\t\u2028"))
def test_paragraphs_hold_all_that_is_no_white_space_in_order(text: str) -> None:
    spans = find_paragraphs(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert "".join("".join(piece.split()) for piece in pieces(text)) == "".join(text.split())
