"""The sentence around an assertion, word for word as it stands in the report."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.values import Span
from woozle.report.quote import quote

TEXT = "The quay was empty. Ferries left at nine, the pilot said. “Nobody waited,” he added.\nSnow fell."


def _span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def test_the_whole_sentence_is_shown_and_the_said_words_are_marked() -> None:
    found = quote(TEXT, [_span("Ferries left at nine")])
    assert found.text == "Ferries left at nine, the pilot said."
    assert found.said == "Ferries left at nine"
    assert not found.is_cut


def test_a_sentence_ends_with_its_closing_quotation_mark_and_with_its_line() -> None:
    assert quote(TEXT, [_span("Nobody waited")]).text == "“Nobody waited,” he added."
    assert quote(TEXT, [_span("Snow fell.")]).text == "Snow fell."


def test_several_spans_are_shown_with_what_lies_between() -> None:
    found = quote(TEXT, [_span("the pilot said"), _span("Ferries")])
    assert [(piece.text, piece.is_said) for piece in found.pieces] == [
        ("Ferries", True),
        (" left at nine, ", False),
        ("the pilot said", True),
        (".", False),
    ]


def test_a_sentence_without_end_is_cut_between_words_and_says_so() -> None:
    text = "on and " * 200 + "then it rained" + " and on" * 200
    found = quote(text, [_span("then it rained", text)])
    assert found.is_cut
    assert len(found.text) < 800
    assert found.text.split()[0] in ("on", "and")
    assert found.text.split()[-1] in ("on", "and")


def test_nothing_is_shown_for_no_span() -> None:
    assert quote(TEXT, []).text == ""
    assert quote(TEXT, [Span(900, 950, "out of range")]).text == ""


PLACES = st.integers(-5, 90)


@given(st.text(alphabet="ab. \n“”。", max_size=80), st.lists(st.tuples(PLACES, PLACES), max_size=4))
def test_what_is_shown_stands_in_the_text_and_holds_every_span(text: str, ends: list[tuple[int, int]]) -> None:
    found = quote(text, [Span(a, b, "") for a, b in ends])
    assert found.text in text
    for a, b in ends:
        assert text[max(0, a) : max(0, b)] in found.text
