"""Sentences: stops, abbreviations, quotations, and that none crosses a paragraph."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.paragraphs import find_paragraphs
from woozle.toolbox.nlp.rules import parse_sentences
from woozle.toolbox.nlp.sentences import LONGEST


def sentences(text: str) -> list[str]:
    return [text[each.start : each.end] for each in parse_sentences(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The fog came. Nobody saw it.", 2),
        ("Gen. Vorr met Dr. Horn. They spoke.", 2),
        ("It sank at 6:30 p.m. on Monday.", 1),
        ("It sank at 6 p.m. The crew swam.", 2),
        ("J. K. Horn rowed 1.5 miles.", 1),
        ("He works for the U.S. Navy.", 1),
        ("“The dam holds,” she said.", 1),
        ("“Who fired?” Horn asked. Nobody answered.", 2),
        ('"Run!" She ran.', 2),
        ("“It was dark. It was cold.” He shrugged.", 3),
        ("It held … for a day. Then it broke.", 2),
        ("1. Close the gate.", 1),
        ("Really?! Yes.", 2),
        ("No. 4 was late. No. It sank.", 3),
    ],
)
def test_number_of_sentences(text: str, number: int) -> None:
    assert len(sentences(text)) == number, sentences(text)


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert sentences("“It was dark.” He left.") == ["“It was dark.”", "He left."]


def test_a_headline_without_a_full_stop_is_a_sentence() -> None:
    assert sentences("Fog closes the harbour\n\nNothing sailed.") == ["Fog closes the harbour", "Nothing sailed."]


def test_paragraphs_are_numbered_from_nought() -> None:
    assert [each.paragraph for each in parse_sentences("One. Two.\n\nThree.")] == [0, 0, 1]


def test_a_line_without_stops_is_cut_and_read_in_time() -> None:
    text = "word " * 100_000
    began = time.monotonic()
    found = list(parse_sentences(text))
    assert max(len(each.tokens) for each in found) <= LONGEST
    assert time.monotonic() - began < 60


@given(st.text(alphabet="Ab.!?”\"' \n)1"))
def test_sentences_hold_every_token_and_stay_in_their_paragraph(text: str) -> None:
    found = list(parse_sentences(text))
    paragraphs = find_paragraphs(text)
    assert "".join("".join(text[each.start : each.end].split()) for each in found) == "".join(text.split())
    for each in found:
        start, end = paragraphs[each.paragraph]
        assert start <= each.start < each.end <= end
        assert (each.tokens[0].start, each.tokens[-1].end) == (each.start, each.end)
