"""What the words for a source give away when nobody is named, and the signs of an own eye."""

import pytest

from woozle.stages.origins.nearby import pointed_at
from woozle.stages.origins.unnamed import is_definite, is_first_hand, is_unnamed, is_vague, kind_of, people_in


@pytest.mark.parametrize("name", ["at least two of them", "a doctor in Ulm Vale", "two of them", "residents"])
def test_no_name(name: str) -> None:
    assert is_unnamed(name)
    assert not is_unnamed("Ana Breck")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the ministry of defence", "organisation"),
        ("The harbour police", "organisation"),
        ("a police officer", "anonymous"),
        ("Ana Breck", "person"),
        ("the captain", "anonymous"),
        ("Even many of the staunchest", "anonymous"),
        ("defence lawyers", "anonymous"),
    ],
)
def test_bodies_names_and_roles(source: str, kind: str) -> None:
    assert kind_of(source) == kind


def test_whoever_might_be_anybody_is_vague() -> None:
    assert all(is_vague(source) for source in ("officials", "even some officials", "sources", "lawyers", "he", ""))
    assert not any(is_vague(source) for source in ("a night porter at the Grand Hotel", "the captain", "Ana Breck"))


def test_an_article_may_say_that_it_is_known_who_is_meant() -> None:
    assert is_definite("the captain")
    assert not is_definite("a captain")


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("I counted nine coaches on the siding.", True),
        ("An Echo reporter saw the gate open.", True),
        ("Nine coaches stood on the siding.", False),
        ("The mayor says he counted them.", False),
        ("The matron told me so.", False),
    ],
)
def test_an_own_eye(sentence: str, answer: bool) -> None:
    assert is_first_hand(sentence) is answer


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Two fishermen at Lantern Bay", 2),
        ("three residents", 3),
        ("the two sides", 2),
        ("both the group and the police", 2),
        ("three diverted coasters", 1),
        ("two ministries", 1),
        ("the residents", 1),
        ("a doctor", 1),
    ],
)
def test_people_are_counted_where_a_report_counts_them(source: str, count: int) -> None:
    assert people_in(source) == count


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("It did not wish to anger its western allies, ", "its western allies"),
        ("A post from an account ", "an account"),
        ("The mayor met the two drivers ", "the two drivers"),
        ("They launched a raid into Belgorod ", ""),
        ("In June ", ""),
    ],
)
def test_a_relative_pronoun_points_at_the_words_before_it(before: str, words: str) -> None:
    assert pointed_at(f"{before}who said so.", len(before)) == words
