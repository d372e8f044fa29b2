"""Splitting many texts gives the very words that `words_of` gives, text by text."""

from hypothesis import example, given
from hypothesis import strategies as st

from woozle.toolbox.copying.split import Splitter
from woozle.toolbox.copying.words import ENDS, words_of

#: Characters that the rules of words treat each in its own way.
TRICKY = st.text("ab1 2.,'’\u0301\u00ad _é½Ａ\n²A!?", max_size=25)
TEXTS = st.lists(st.one_of(TRICKY, st.text(max_size=25)), max_size=4)


@given(TEXTS)
@example(["1.2'3.4 6.5th", "a6.5.7", "1.2\u03013.4", "don’t 1,200's"])
def test_words_and_offsets_are_the_same(texts: list[str]) -> None:
    split = Splitter().split(texts)
    for text, first, behind in zip(texts, split.bounds, split.bounds[1:], strict=False):
        words = words_of(text)
        assert split.starts[first:behind].tolist() == list(words.starts)
        assert split.ends[first:behind].tolist() == list(words.ends)


@given(TEXTS)
def test_equal_words_and_no_others_have_equal_codes(texts: list[str]) -> None:
    split = Splitter().split(texts)
    words = [word for text in texts for word in words_of(text).folded]
    known = dict(zip(words, split.codes.tolist(), strict=True))
    assert [known[word] for word in words] == split.codes.tolist()
    assert len(set(known.values())) == len(known)


@given(TEXTS)
def test_openings_and_names_are_read_off_the_text(texts: list[str]) -> None:
    split = Splitter().split(texts)
    for text, first, behind in zip(texts, split.bounds, split.bounds[1:], strict=False):
        words, end = words_of(text), None
        for at, start in enumerate(words.starts):
            is_opening = end is None or (start - end > 1 and not ENDS.isdisjoint(text[end:start]))
            is_name = text[start].isdigit() or (not is_opening and text[start].isupper())
            assert (is_opening, is_name) == (split.openings[first:behind][at], split.names[first:behind][at])
            end = words.ends[at]


@given(TEXTS, TEXTS)
def test_codes_do_not_depend_on_what_was_met_before(texts: list[str], others: list[str]) -> None:
    splitter = Splitter()
    splitter.split(others)
    assert splitter.split(texts).codes.tolist() == Splitter().split(texts).codes.tolist()
