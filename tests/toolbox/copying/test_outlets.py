"""What outlets are called, where a text names them, and credits of agencies outside."""

import pytest

from woozle.toolbox.copying.outlets import aliases_of, credits_of


@pytest.mark.parametrize(
    ("outlet", "alias"),
    [
        ("North Shore News Agency", "NSNA"),
        ("Orle Evening Post", "Evening Post"),
        ("Orle Evening Post", "the Post"),
        ("The Lantern", "Lantern"),
        ("Breakwater TV", "Breakwater"),
        ("www.breakwater.news", "breakwater"),
    ],
)
def test_an_outlet_is_called(outlet: str, alias: str) -> None:
    assert alias in aliases_of(outlet)


def test_a_credit_has_its_place() -> None:
    text = "The gate was open, he told the Post on Monday."
    (found,) = credits_of(text, "Orle Evening Post", "Breakwater TV")
    assert text[found.start : found.end] == "the Post"


def test_a_name_that_is_also_ones_own_is_no_credit() -> None:
    assert credits_of("He told the Post.", "Orle Evening Post", "Volden Morning Post") == ()
    assert credits_of("The sun rose over the post.", "The Sun", None) == ()


@pytest.mark.parametrize("alias", ["on Lookout", "the News"])
def test_what_is_no_name_by_itself_is_no_alias(alias: str) -> None:
    assert alias not in {*aliases_of("The Day on Lookout"), *aliases_of("KNX News")}


def test_an_agency_that_everybody_knows_has_all_its_names() -> None:
    assert {"AFP", "Agence France-Presse"} <= set(aliases_of("AFP"))
    assert {"AFP", "Agence France-Presse"} <= set(aliases_of("Agence France-Presse"))


def test_pictures_and_parts_of_the_story_are_no_credits() -> None:
    assert credits_of("The gate at dawn (Ann Orr/Breakwater TV)", "Breakwater TV", None) == ()
    assert credits_of("Breakwater TV did not reply to questions.", "Breakwater TV", None) == ()


def test_an_agency_in_initials_is_named_by_its_words() -> None:
    text = "Six died, the Tarnish News Agency reported. The TNA said so. Tom Nash Arrived."
    assert [text[found.start : found.end] for found in credits_of(text, "TNA", None)] == ["Tarnish News Agency", "TNA"]
