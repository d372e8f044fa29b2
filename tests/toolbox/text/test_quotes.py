"""Quotation marks of all styles, apostrophes that are none, and marks that somebody forgot."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.text.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        '"The weir broke," said Ada Finn.',
        "“The weir broke,” said Ada Finn.",
        "''The weir broke,'' said Ada Finn.",
        "„The weir broke,“ said Ada Finn.",
        "„The weir broke,” said Ada Finn.",
        "”The weir broke,” said Ada Finn.",
        "«The weir broke,» said Ada Finn.",
        "»The weir broke,« said Ada Finn.",
        "‹The weir broke,› said Ada Finn.",
        "「The weir broke,」 said Ada Finn.",
        "‘The weir broke,’ said Ada Finn.",
        "'The weir broke,' said Ada Finn.",
        "``The weir broke,'' said Ada Finn.",
    ],
)
def test_every_style_is_one_quotation(text: str) -> None:
    (quote,) = find_quotes(text)
    assert text[quote.inner_start : quote.inner_end] == "The weir broke,"
    assert (quote.start, quote.is_open, quote.depth) == (0, False, 0)


def test_two_quotations_around_a_cue() -> None:
    assert quoted('"The weir," Finn said, "broke at six."') == ['"The weir,"', '"broke at six."']


@pytest.mark.parametrize(
    "text",
    [
        "The miller's boat didn't sink; the boys' raft did.",
        "It was the ’80s, or '79, and rock 'n' roll.",
        "Get 'em out, 'tis late.",
        "The Finns’ house and James’ mill.",
    ],
)
def test_apostrophes_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_apostrophes_inside_single_marks_close_nothing() -> None:
    assert quoted("‘It’s the miller’s boat,’ she said.") == ["‘It’s the miller’s boat,’"]
    assert quoted("'I saw the boys' raft,' she said.") == ["'I saw the boys' raft,'"]


def test_a_quotation_inside_a_quotation_is_deeper() -> None:
    text = "“He shouted ‘jump’ and I jumped,” she said."
    assert [(text[q.start : q.end], q.depth) for q in find_quotes(text)] == [
        ("“He shouted ‘jump’ and I jumped,”", 0),
        ("‘jump’", 1),
    ]


def test_two_marks_closing_at_once() -> None:
    text = "''He said, 'Never again,''' Finn recalled. ''So we left.''"
    assert [text[q.start : q.end] for q in find_quotes(text) if q.depth == 0] == [
        "''He said, 'Never again,'''",
        "''So we left.''",
    ]


def test_speech_over_paragraphs_is_open_where_it_goes_on() -> None:
    text = "“First the water came.\n\n“Then the mud,” Finn said."
    assert [(text[q.start : q.end], q.is_open) for q in find_quotes(text)] == [
        ("“First the water came.", True),
        ("“Then the mud,”", False),
    ]


def test_a_forgotten_mark_holds_to_the_end_of_its_paragraph_only() -> None:
    text = '"First the water came, she said.\n\nThe "mud" was next.'
    assert quoted(text) == ['"First the water came, she said.', '"mud"']


def test_inches_and_stray_marks_are_passed_over() -> None:
    assert quoted('He is 6\'2" tall and that is " all.') == []


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,", max_size=60))
def test_any_text_gives_nested_or_disjoint_stretches(text: str) -> None:
    quotes = find_quotes(text)
    for quote in quotes:
        assert 0 <= quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(text)
    for one in quotes:
        for other in quotes:
            is_apart = one.end <= other.start or other.end <= one.start
            is_inside = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert is_apart or is_inside


def test_time_is_linear() -> None:
    def spent(text: str) -> float:
        # The collector walks all that other tests left behind, which grows with them and not with the text.
        gc.disable()
        try:
            began = time.perf_counter()
            find_quotes(text)
            return time.perf_counter() - began
        finally:
            gc.enable()

    for unit in ("“a ", "'a ' ", "\"a' ", "‘"):
        spent(unit * 1000)
        assert spent(unit * 40000) < 60 * max(spent(unit * 2000), 0.002)


def test_a_forgotten_opening_mark_quotes_from_the_paragraphs_beginning() -> None:
    text = "It rained.\n\nWe never got it,” said Finn. Two lamps “went out”."
    first, second = find_quotes(text)
    assert (text[first.start : first.end], first.inner_start) == ("We never got it,”", first.start)
    assert text[second.start : second.end] == "“went out”"


def test_single_marks_run_over_paragraphs_where_the_next_one_opens_again() -> None:
    text = "‘They came on a Tuesday.\n\n‘On Thursday it was shut,’ said Finn."
    first, second = find_quotes(text)
    assert (first.is_open, text[first.start : first.end]) == (True, "‘They came on a Tuesday.")
    assert text[second.start : second.end] == "‘On Thursday it was shut,’"
