"""Two wordings side by side: nothing is lost, and only what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.report.diff import beside, compare, once

TEXTS = st.text(alphabet="ab é.,\n東", max_size=60)


def _own(parts: tuple) -> list[str]:
    return [part.text for part in parts if part.is_own]


def test_only_the_words_that_differ_are_marked() -> None:
    left, right = compare("Three ferries left the quay", "Five ferries left the quay early")
    assert _own(left) == ["Three"]
    assert [words.strip() for words in _own(right)] == ["Five", "early"]


def test_capitals_alone_are_no_difference() -> None:
    left, right = compare("The gate was shut", "the gate was shut")
    assert _own(left) == _own(right) == []


def test_words_in_a_row_are_one_mark() -> None:
    left, _ = compare("a tall red tower stood", "a tower stood")
    assert [words.strip() for words in _own(left)] == ["tall red"]


def test_very_long_wordings_are_shown_without_marks() -> None:
    left, right = compare("word " * 500, "other " * 500)
    assert _own(left) == _own(right) == []


@given(TEXTS, TEXTS)
def test_parts_join_to_the_wording(left: str, right: str) -> None:
    a, b = compare(left, right)
    assert "".join(part.text for part in a) == left
    assert "".join(part.text for part in b) == right


@given(TEXTS)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    left, right = compare(text, text)
    assert not [words for words in _own(left) + _own(right) if words.strip()]


@given(TEXTS, TEXTS)
def test_marking_some_words_keeps_the_text(text: str, words: str) -> None:
    parts = once(text, words)
    assert "".join(part.text for part in parts) == text
    assert _own(parts) == ([words] if words and words in text else [])


def test_wordings_with_nothing_in_common_stay_unmarked() -> None:
    left, right = beside("The mill burned on Monday", "No boat left the eastern quay")
    assert _own(left) == _own(right) == []
    left, _ = beside("Three boats left the quay", "Five boats left the quay")
    assert _own(left) == ["Three"]
