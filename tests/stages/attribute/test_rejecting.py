"""A denial behind a comma is told apart, and what it denies is what was said before it."""

import pytest

from tests.stages.attribute.test_reading import read, said


def _told(text: str) -> list[tuple[str | None, str, str]]:
    return sorted((row.source.text if row.source else "", row.act, said(row)) for row in read(text))


@pytest.mark.parametrize(
    ("denial", "source"),
    [
        (", which the mayor denies", "the mayor"),
        (", an allegation denied by the mayor", "the mayor"),
        (", a claim that the mayor has repeatedly rejected", "the mayor"),
        (" – an accusation Orrin has denied", "Orrin"),
        (", charges it has dismissed as lies", "it"),
        (", something the army disputes", "the army"),
        (", a charge rejected by the ministry on Monday", "the ministry"),
    ],
)
def test_what_was_said_is_denied(denial: str, source: str) -> None:
    told = "the council was slow"
    assert _told(f"Critics say {told}{denial}.") == [("Critics", "assert", told), (source, "deny", told)]


def test_a_cue_may_stand_between() -> None:
    assert _told("The army shelled the school, according to the rebels, a claim the army denies.") == [
        ("the army", "deny", "The army shelled the school"),
        ("the rebels", "assert", "The army shelled the school"),
    ]


def test_words_of_the_report_may_be_denied_and_what_was_said_goes_on_behind() -> None:
    assert _told("The council sold the land, which the mayor denies, and the money is gone.") == [
        ("the mayor", "deny", "The council sold the land")
    ]
    assert _told("The rebels said the army shelled the school – an accusation Orrin has denied – and left.") == [
        ("Orrin", "deny", "the army shelled the school"),
        ("The rebels", "assert", "the army shelled the school"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He bought the land, which the council had rejected in May.",
        "It made an offer, which the union rejected.",
        "The plan, which the council rejected, would have closed the school.",
        "She bought a wig, a copy of the one her sister wore.",
    ],
)
def test_things_that_are_turned_down_are_no_claims(text: str) -> None:
    assert [row for row in _told(text) if row[1] == "deny"] == []
