"""Families of wordings: silence, asides, far cues, accounts, in sentences invented for the purpose."""

import pytest

from tests.stages.attribute.test_reading import read, said


def _told(text: str) -> list[tuple[str | None, str, str]]:
    return [(row.source.text if row.source else None, row.act, said(row)) for row in read(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The widow kept her counsel.", "The widow"),
        ("Ada Finn held her tongue.", "Ada Finn"),
        ("Ada Finn let the question hang.", "Ada Finn"),
        ("The miller pleaded ignorance.", "The miller"),
        ("The guild's telephone rang out all day.", "The guild"),
        ("There was no word from the guild.", "the guild"),
        ("Ada Finn did not pick up the phone.", "Ada Finn"),
        ("The guild has so far ignored three letters.", "The guild"),
        ("Approached for a reaction, the miller walked off.", "the miller"),
    ],
)
def test_silence_in_other_words(text: str, source: str) -> None:
    assert _told(text) == [(source, "decline", "")]


def test_a_gesture_before_an_answer_is_no_refusal() -> None:
    rows = _told("Asked about the weir, Ada Finn shrugged. A gull cried. “It will hold.”")
    assert ("Ada Finn", "assert", "It will hold") in rows
    assert all(act != "decline" for _, act, _ in rows)


def test_who_is_to_act_belongs_to_what_is_asked() -> None:
    assert _told("Ada Finn begged the crowd to go home.") == [("Ada Finn", "direct", "the crowd to go home")]
    assert _told("Ada Finn told them not to leave.") == [("Ada Finn", "direct", "them not to leave")]


def test_who_is_told_stands_before_a_clause_with_its_own_subject() -> None:
    assert _told("Finn told the crowd he had never been to the mill.") == [
        ("Finn", "assert", "he had never been to the mill")
    ]
