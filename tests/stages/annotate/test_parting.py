"""Names that were run together, and those that only look so."""

import pytest

from woozle.stages.annotate.parting import parted
from woozle.toolbox.nlp import Analysis, Name


def parts(words: str, kind: str = "organisation") -> list[str]:
    text = f"Then {words} left."
    name = Name(5, 5 + len(words), kind)
    return [text[part.start : part.end] for part in parted(text, Analysis((), (name,))).names]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Volden Legion and Orle Volunteer Corps", ["Volden Legion", "Orle Volunteer Corps"]),
        ("Free Volden Legion or the Liberty Legion", ["Free Volden Legion", "Liberty Legion"]),
        ("Ministry of Health and Social Affairs", ["Ministry of Health and Social Affairs"]),
        ("Association of Police and Fire Service", ["Association of Police and Fire Service"]),
        ("Army and Navy Club", ["Army and Navy Club"]),
    ],
)
def test_two_bodies_in_one_name(words: str, names: list[str]) -> None:
    assert parts(words) == names


@pytest.mark.parametrize("words", ["callsign Heron", "Call sign Heron", "code name Heron", "nom de guerre Heron"])
def test_a_call_sign_without_the_word_for_it(words: str) -> None:
    assert parts(words, "person") == ["Heron"]


def test_two_people_stay_as_they_are() -> None:
    assert parts("Vorr and Marren Guard", "person") == ["Vorr and Marren Guard"]


@pytest.mark.parametrize(("words", "name"), [("NSD)", "NSD"), ("NSD (North)", "NSD (North)"), (")", ")")])
def test_a_stray_bracket_falls_away(words: str, name: str) -> None:
    assert parts(words) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It struck Lower Kerl and Orle.", ["Lower Kerl", "Orle"]),
        ("It struck lower Kerl and Orle.", ["Kerl", "Orle"]),
    ],
)
def test_a_place_keeps_its_side(text: str, names: list[str]) -> None:
    found = tuple(Name(text.index(word), text.index(word) + 4, "place") for word in ("Kerl", "Orle"))
    assert [text[name.start : name.end] for name in parted(text, Analysis((), found)).names] == names
