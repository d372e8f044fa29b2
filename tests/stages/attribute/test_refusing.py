"""Who gave no answer, in invented sentences: the act, whom the text names, and what was kept back if it says so."""

import pytest

from tests.stages.attribute.test_reading import read, said


@pytest.mark.parametrize(
    ("text", "source", "kept_back"),
    [
        ("Finn declined to comment.", "Finn", ""),
        ("Finn has not replied.", "Finn", ""),
        ("Finn did not respond to letters from the Courier.", "Finn", ""),
        ("Finn did not return calls seeking comment.", "Finn", ""),
        ("Finn has yet to respond.", "Finn", ""),
        ("Finn had no comment.", "Finn", ""),
        ("Finn could not immediately be reached for comment.", "Finn", ""),
        ("Finn was unavailable for comment.", "Finn", ""),
        ("Finn remained silent.", "Finn", ""),
        ("Finn ignored questions about the sale.", "Finn", ""),
        ("Finn turned down a request for an interview.", "Finn", ""),
        ("Finn referred questions to the water board.", "Finn", ""),
        ("Messages left with the guild were not returned.", "the guild", ""),
        ("Calls to the mill in Orrin went unanswered.", "the mill in Orrin", ""),
        ("Neither the guild nor its lawyer responded.", "Neither the guild nor its lawyer", ""),
        ("Finn declined to comment on the sale.", "Finn", "the sale"),
        ("Finn would not discuss the sale.", "Finn", "the sale"),
        ("Finn gave no reason for the delay.", "Finn", "the delay"),
        ("Finn would neither confirm nor deny the sale.", "Finn", "the sale"),
        ("Finn stopped short of denying that the weir broke.", "Finn", "the weir broke"),
        ("Finn did not deny that the weir broke.", "Finn", "the weir broke"),
    ],
)
def test_no_answer_is_a_row_without_an_assertion(text: str, source: str, kept_back: str) -> None:
    (row,) = read(text)
    assert (row.source.text if row.source else None, row.act, said(row)) == (source, "decline", kept_back)


def test_a_refusal_behind_what_somebody_said_is_a_row_of_its_own() -> None:
    rows = read("The weir broke, Finn said. The mayor did not respond to a request for comment.")
    assert [(row.act, said(row)) for row in rows if row.content] == [("assert", "The weir broke")]
    assert [row.source.text for row in rows if not row.content and row.source] == ["The mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "Finn answered the door.",
        "Finn returned to the mill.",
        "The mill was available for hire.",
        "The last mill remained open.",
    ],
)
def test_what_only_looks_like_a_refusal_is_none(text: str) -> None:
    assert [row for row in read(text) if row.act == "decline"] == []
