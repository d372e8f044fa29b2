"""What holds for every text: spans in order, low not above high, nothing raised, time linear in the length."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from woozle.toolbox.numbers import find_figures
from woozle.toolbox.numbers.words import digits_value, words_value

PIECES = (
    "1 2 12 31 0000 9999 1,200 12,34 1.250 .5 two three hundred thousand million dozen a few several between "
    "and to from - – , . : / $ € £ % km °C minus at least up to about over under or more killed wounded people "
    "of the one half third out in every no none nobody both lone years old aged his 40s cents pair ½ 1/2 m mm "
    "k bn ’s \n \n\n including number"
).split(" ")
TEXTS = st.one_of(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", "-", "\n"])), max_size=20).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    ),
    st.text(max_size=60),
    st.text("0123456789.,/:-– $€%aknm\u00a0\u0663²½", max_size=40),
)


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_spans_lie_in_order_and_bounds_too(text: str) -> None:
    last = 0
    for figure in find_figures(text):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
        last = figure.end
        assert figure.low is not None or figure.high is not None, "a figure has at least one bound"
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert all(bound is None or math.isfinite(bound) for bound in (figure.low, figure.high))
        assert figure.counted is None or figure.counted.strip() == figure.counted != ""


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_no_figure_meets_a_taken_stretch(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    taken = [(start, end)] if start < end else []
    for figure in find_figures(text, taken):
        # Words that bound a number ("more than") may lie in the stretch; the number itself never does.
        assert not any(char.isdigit() for char in text[max(start, figure.start) : min(end, figure.end)])


@given(st.integers(0, 10**12))
def test_digits_with_thousands_marks_are_read_back(number: int) -> None:
    assert digits_value(f"{number:,}") == number


@given(st.integers(1, 99))
def test_number_words_are_read_back(number: int) -> None:
    ones = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    words = [*ones.split(), "eighteen", "nineteen"]
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    small = "" if number % 10 == 0 else f"-{words[number % 10 - 1]}"
    text = words[number - 1] if number < 20 else tens[number // 10 - 2] + small
    assert words_value(text) == number


@pytest.mark.parametrize("words", ["five six", "twenty eleven", "one one"])
def test_words_that_make_no_number_have_no_value(words: str) -> None:
    assert words_value(words) is None


@pytest.mark.parametrize("piece", ["1 ", "a hundred and ", "from 1 to ", "1", "killed ", "$", "a", "\n", "number of "])
def test_a_long_text_takes_time_in_step_with_its_length(piece: str) -> None:
    began = time.process_time()
    find_figures((piece * 40_000)[:40_000])
    assert time.process_time() - began < 60  # a rule that goes back over the text takes minutes here
