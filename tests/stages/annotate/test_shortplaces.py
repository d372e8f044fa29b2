"""Places that are called by their last word."""

import pytest

from woozle.stages.annotate.shortplaces import head_of, with_short_places
from woozle.toolbox.nlp import Analysis, Name


def short(text: str, *places: str) -> list[str]:
    names = tuple(Name(text.index(place), text.index(place) + len(place), "place") for place in places)
    made = with_short_places(text, Analysis((), names)).names
    assert list(made) == sorted(made, key=lambda name: name.start)
    return [text[name.start : name.end] for name in made if name not in names]


@pytest.mark.parametrize(
    ("name", "head"),
    [("Sound of Marra", "Sound"), ("Tolven Valley", "Valley"), ("Marra", None), ("Bank of Marra", None), ("", None)],
)
def test_the_word_that_says_what_a_place_is(name: str, head: str | None) -> None:
    assert head_of(name) == head


def test_a_place_is_called_by_its_last_word() -> None:
    assert short("Ice lay on the Sound of Marra. The Sound froze; the Sound’s ferries lay.", "Sound of Marra") == [
        "Sound",
        "Sound",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ice lay on the Sound of Marra. The Sound Board met.",
        "Ice lay on the Sound of Marra. The sound woke them.",
        "Ice lay on the Sound of Marra. Sound froze.",
    ],
)
def test_other_words_are_no_places(text: str) -> None:
    assert short(text, "Sound of Marra") == []


def test_where_two_places_have_the_word_it_stays_alone() -> None:
    assert short("From Orle Bay and Marra Bay ships left the Bay.", "Orle Bay", "Marra Bay") == []
