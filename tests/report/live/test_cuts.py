"""Cuts of texts: they join to the whole, and spans in them are the same words."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.values import Span
from woozle.report.live.cuts import Cut, parts


@given(st.text(max_size=400), st.integers(2, 60))
def test_parts_join_to_the_text_and_none_is_too_long(text: str, most: int) -> None:
    found = parts(text, most)
    assert "".join(text[low:high] for low, high in found) == text
    assert all(high - low <= most for low, high in found)
    assert all(low < high for low, high in found) or not text


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_span_in_a_cut_is_the_same_words(text: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = Cut(low, text[low:high]).span(Span(start, end, text[start:end]))
    inside = text[max(low, start) : min(high, end)]
    if found is None:
        assert not inside or start >= high or end <= low
    else:
        assert found.text == inside
        assert text[low + found.start : low + found.end] == inside


def test_a_part_ends_at_a_line_where_it_can() -> None:
    text = "a" * 30 + "\n" + "b" * 30 + " " + "c" * 30
    assert [text[low:high] for low, high in parts(text, 40)] == ["a" * 30 + "\n", "b" * 30 + " ", "c" * 30]
