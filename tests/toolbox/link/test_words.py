"""Content words: forms and near synonyms meet, empty words fall away, negation is seen where it turns the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.link.words import concept, content_words, is_negated, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("seized", "seizing", "seizes"),
        ("ferry", "ferries"),
        ("sank", "sunk", "sinking"),
        ("evacuated", "evacuation"),
        ("closes", "closed", "closing"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_near_synonyms_are_one_concept() -> None:
    assert concept("vessels") == concept("boats")
    assert concept("detained") == concept("arrested")
    assert concept("held") != concept("arrested")


def test_what_carries_no_content_falls_away() -> None:
    assert content_words("On Monday, he said, it was there.") == ()
    assert content_words("No person has lost his or her life.") == content_words("Nobody was killed.")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Nobody was hurt", True),
        ("the wage had never been cut", True),
        ("No shots were fired", True),
        ("they couldn't see the light", True),
        ("three boats came in without lights", False),
        ("the toll is 24, not 26", False),
        ("it was not only raining", False),
    ],
)
def test_negation_turns_the_whole_statement(text: str, answer: bool) -> None:
    assert is_negated(text) is answer


@given(st.text(max_size=60))
def test_any_text_has_content_words(text: str) -> None:
    found = content_words(text)
    assert list(found) == sorted(set(found))
