"""Portions of a text: nothing is lost, nothing is too long, no offset moves."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.nlp.adapters.portions import evened, find_portions, packed
from woozle.toolbox.nlp.paragraphs import find_paragraphs

TEXTS = st.text(st.one_of(st.sampled_from(" .!?\n\n\u2028\u00a0AaBb“”’1"), st.characters()), max_size=200)


@given(TEXTS, st.integers(1, 60))
def test_each_character_lies_in_one_portion_of_its_paragraph(text: str, most: int) -> None:
    portions = list(find_portions(text, most))
    paragraphs = find_paragraphs(text)
    at = 0
    for one in portions:
        assert not text[at : one.start].strip()
        assert 0 < one.end - one.start <= most
        assert paragraphs[one.paragraph][0] <= one.start
        assert one.end <= paragraphs[one.paragraph][1]
        at = one.end
    assert not text[at:].strip()


def test_a_short_paragraph_stays_whole_and_a_long_one_is_cut_between_sentences() -> None:
    text = "Short one. It stays.\n\nThe boats left. The quay was dark. Nobody spoke."
    found = [(one.paragraph, text[one.start : one.end]) for one in find_portions(text, 32)]
    assert found == [
        (0, "Short one. It stays."),
        (1, "The boats left."),
        (1, "The quay was dark. Nobody spoke."),
    ]


def test_a_line_without_a_space_is_cut_all_the_same() -> None:
    assert max(one.end - one.start for one in find_portions("x" * 5000, 100)) <= 100


@given(TEXTS)
def test_an_even_text_keeps_every_offset(text: str) -> None:
    portions = list(find_portions(text, 50))
    even = evened(text, portions)
    assert len(even) == len(text)
    even.encode("utf-8")
    changed = [(old, new) for old, new in zip(text, even, strict=True) if old != new]
    assert all((old.isspace() and new == " ") or (not old.isprintable() and new == "\ufffd") for old, new in changed)


def test_breaks_of_wrapping_become_spaces_and_borders_of_paragraphs_stay() -> None:
    text = "He said the\nboat left.\n\nNo\u00a0more."
    assert evened(text, list(find_portions(text, 100))) == "He said the boat left.\n\nNo more."


def test_neighbours_are_packed_up_to_the_limit() -> None:
    assert list(packed([(0, 4), (5, 9), (10, 30), (31, 32)], 9)) == [(0, 9), (10, 30), (31, 32)]
    assert list(packed([], 9)) == []
