"""What outlets are called, where a text names them, and credits of agencies outside."""

import pytest

from woozle.toolbox.copying.outlets import aliases_of, credits_of, outside_credits


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ORLE (AFP) - The bridge is closed.", "Agence France-Presse"),
        ("The bridge is closed, Reuters reported.", "Reuters"),
        ("“It is closed,” the mayor told Orle Daily News. He left.", "Orle Daily News"),
    ],
)
def test_credits_outside_are_read(text: str, name: str) -> None:
    assert [credit.outlet for credit in outside_credits(text)] == [name]


@pytest.mark.parametrize(
    "text", ["He told Anna Post-Marren so.", "She told the News Conference.", "AP exams are hard."]
)
def test_other_names_are_no_credits(text: str) -> None:
    assert outside_credits(text) == ()
