"""Disclaimers and doubts that reach back over what was said, in invented sentences."""

import pytest

from tests.stages.attribute.test_reading import read

_TWO = "The guild said nine boats sank. The navy said that three did. "


@pytest.mark.parametrize(
    ("disclaimer", "stances"),
    [
        ("The Courier was unable to check either figure.", ["unverified", "unverified"]),
        ("It was not possible to verify the claims.", ["unverified", "unverified"]),
        ("None of this could be independently confirmed.", ["unverified", "unverified"]),
        ("The guild's figure could not be checked.", ["unverified", "plain"]),
        ("The navy's account has yet to be verified.", ["plain", "unverified"]),
        ("The Courier has verified the claims.", ["plain", "plain"]),
        ("The river is high.", ["plain", "plain"]),
    ],
)
def test_whose_statements_a_disclaimer_means(disclaimer: str, stances: list[str]) -> None:
    assert [row.stance for row in read(_TWO + disclaimer)][:2] == stances


@pytest.mark.parametrize(
    "disclaimer",
    [
        "The claim could not be independently verified.",
        "No independent confirmation was available.",
        "There was no way of checking this.",
        "The report has not been confirmed.",
        "Its date and place have yet to be verified.",
    ],
)
def test_wordings_of_a_disclaimer(disclaimer: str) -> None:
    assert read(f"The guild said nine boats sank. {disclaimer}")[0].stance == "unverified"


def test_a_denial_that_nobody_could_check_stays_a_denial() -> None:
    row = read("The guild denied that nine boats sank. This could not be confirmed.")[0]
    assert (row.act, row.stance) == ("deny", "plain")


def test_what_was_wrongly_said_is_doubted() -> None:
    (row,) = read("An earlier version of this article incorrectly said that the mill was sold.")
    assert row.stance == "doubted"


def test_a_clause_in_a_source_claims_no_more_than_itself() -> None:
    rows = read("A post from an account that claims to be run by the guild said: “We hold the weir. It is ours.”")
    found = {row.cue.text: " … ".join(span.text for span in row.content) for row in rows if row.cue}
    assert found["said"] == "“We hold the weir. It is ours.”"
    assert found.get("claims", "to be run by the guild") == "to be run by the guild"


def test_who_commands_in_a_source_does_not_say_what_the_source_says() -> None:
    rows = read("A man who calls himself Miller and says he commands the Guard has said the navy shelled the mill.")
    assert [row.cue.text for row in rows if "shelled" in row.content[0].text and row.cue] == ["has said"]
