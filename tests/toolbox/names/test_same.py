"""Whether two names may mean the same: what they allow, what keeps them apart."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.names import same_name

KINDS = st.sampled_from(["person", "organisation", "place", "outlet", "group", "other"])
PARTS = "Ivan J. Marren Marrin de al-Hasan Петров Jr. Dr. II the Bank of Orle Ltd & 44 first 1st".split()
NAMES = st.one_of(
    st.lists(
        st.sampled_from(PARTS),
        max_size=6,
    ).map(" ".join),
    st.text(max_size=24),
)


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Col. Ivan Marren", "Ivan Marren", "person"),
        ("MARREN, Ivan", "Ivan Marren", "person"),
        ("Sergei Ivanov", "Sergey Ivanov", "person"),
        ("Иван Петров", "Ivan Petrov", "person"),
        ("Bob Marren", "Robert Marren", "person"),
        ("J. Marren", "Jane Marren", "person"),
        ("Ivan P. Marren", "Ivan Marren", "person"),
        ("Abd al-Rahman Haddad", "Abdul Rahman Haddad", "person"),
        ("the Orle Times", "Orle Times", "outlet"),
        ("Ministry of Defense", "the Ministry of Defence", "organisation"),
        ("Orle Steel Ltd", "Orle Steel Limited", "organisation"),
        ("First Brigade", "1st Brigade", "organisation"),
        ("Freedom of Volden Legion", "Free Volden Legion", "organisation"),
        ("Legion “Liberty of Volden”", "Freedom for Volden Legion", "organisation"),
        ("Volden Volunteer Corps", "Volden Volunteers Corps", "organisation"),
    ],
)
def test_spellings_of_one_name(left: str, right: str, kind: str) -> None:
    assert same_name(left, right, kind) >= 0.8


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Anna Orlova", "Anton Orlov", "person"),
        ("Maria Lopez", "Mario Lopez", "person"),
        ("J. Marren", "K. Marren", "person"),
        ("Peter Marren Jr.", "Peter Marren Sr.", "person"),
        ("Peter Marren Jr.", "Peter Marren", "person"),
        ("Peter I", "Peter II", "person"),
        ("Iran", "Iraq", "place"),
        ("Slovakia", "Slovenia", "place"),
        ("Upper Volden", "Lower Volden", "place"),
        ("92nd Brigade", "93rd Brigade", "organisation"),
        ("First Bank", "Second Bank", "organisation"),
        ("Liberty Bank", "Freedom Bank", "organisation"),
        ("Liberty Party", "Freedom Party", "organisation"),
        ("Freedom of Volden Legion", "Freedom of Marra Legion", "organisation"),
        ("Channel 4", "Channel 5", "outlet"),
        ("Daily Mail", "Daily Mirror", "outlet"),
        ("Orle Steel Ltd", "Orle Steel GmbH", "organisation"),
        ("Orle Bank", "Orle Savings Bank", "organisation"),
        ("???", "!!!", "person"),
        ("", "Marren", "person"),
    ],
)
def test_names_that_are_kept_apart(left: str, right: str, kind: str) -> None:
    assert same_name(left, right, kind) < 0.7


def test_a_part_of_a_name_is_less_than_a_spelling_and_more_than_nothing() -> None:
    assert same_name("Marren", "Ivan Marren", "person") == 0.5
    assert 0.7 <= same_name("World Grain Council", "WGC", "organisation") < 0.8
    assert 0.7 <= same_name("Ministry of Defence", "MoD", "organisation") < 0.8
    assert same_name("Ministry of Health", "MoD", "organisation") == 0


@given(NAMES, NAMES, KINDS)
def test_the_score_is_a_share_and_the_same_both_ways(left: str, right: str, kind: str) -> None:
    score = same_name(left, right, kind)
    assert 0 <= score <= 1
    assert score == same_name(right, left, kind)


@given(NAMES, KINDS)
def test_a_name_is_the_same_as_itself(name: str, kind: str) -> None:
    has_words = any(char.isalnum() for char in name)
    assert same_name(name, name, kind) in ((1.0,) if has_words else (0.0, 1.0))


@pytest.mark.parametrize("word", ["1 ", "a ", "Marren ", "al ", "x"])
def test_sentences_taken_for_names_cost_little(word: str) -> None:
    began = time.process_time()
    assert same_name(word * 1500, word * 1501 + "y", "person") <= 1
    assert time.process_time() - began < 60
