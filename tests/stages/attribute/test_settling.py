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
        "We are trying to confirm it.",
        "The Courier could not check that before it went to press.",
        "The Courier was not able to check the account.",
        "We cannot say when the boats sank.",
        "Proof laid it none before.",
    ],
)
def test_wordings_of_a_disclaimer(disclaimer: str) -> None:
    assert read(f"The guild said nine boats sank. {disclaimer}")[0].stance == "unverified"


_BODIES = (
    "A boat sank with nine men, the Guild of Orle said on Monday.\n\nThe Navy of Sund said that three drowned.\n\n"
    "“It was dark,” the Guild of Orle said. “Nobody saw them.” Seven more are missing, it said.\n\n"
    "The ferry was late. The mill was shut. The river was high. The shop was open.\n\n"
)


@pytest.mark.parametrize(
    ("disclaimer", "unverified"),
    [
        ("The Guild of Orle counts by itself. The Courier could not verify its figures.", {"nine", "Seven"}),
        ("The Guild of Orle counts by itself. Its account could not be verified.", {"nine", "dark", "Seven"}),
        (
            "Neither the figures nor the accounts of the two sides could be verified.",
            {"nine", "three", "dark", "Seven"},
        ),
        ("The Courier met the captain.", set()),
    ],
)
def test_a_disclaimer_far_from_what_it_means(disclaimer: str, unverified: set[str]) -> None:
    rows = [row for row in read(_BODIES + disclaimer) if row.act == "assert" and row.stance == "unverified"]
    words = " ".join(span.text for row in rows for span in row.content)
    assert {word for word in ("nine", "three", "dark", "Seven") if word in words} == unverified


def test_what_is_said_twice_is_unverified_twice() -> None:
    text = (
        "Raiders' chief claims forty prisoners\n\nThe chief of a band claims to have taken forty men prisoner.\n\n"
        "Anders Heron said his men crossed at two in the morning. “Forty of them put up their hands,” Anders Heron "
        "said. The claim could not be independently verified."
    )
    found = {row.stance for row in read(text) if "orty" in " ".join(span.text for span in row.content)}
    assert found == {"unverified"}


@pytest.mark.parametrize(
    "refusal",
    [
        "A spokesman said he could neither confirm nor deny it.",
        "The mayor could not confirm, deny or comment on the case.",
    ],
)
def test_who_will_not_say_leaves_a_claim_as_it_was(refusal: str) -> None:
    assert read(f"The guild said nine boats sank. {refusal}")[0].stance == "plain"


def test_what_somebody_says_of_proof_is_no_disclaimer() -> None:
    assert read("The guild said nine boats sank. The navy said that there was no proof of it.")[0].stance == "plain"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Courier reported that nine boats sank. That was wrong. We had not asked.", "doubted"),
        ("An earlier version called Edda Rook the chief's sister. She is not.", "doubted"),
        ("Joren Halvik had told the nation that six were alive. Now he eats his words.", "doubted"),
        ("We quoted the owner as saying that nine boats sank. The owner has since taken it back.", "doubted"),
        ("The navy said nine boats sank. It was not true, the guild said.", "plain"),
        ("The navy said nine boats sank. The guild said: “That is wrong.”", "plain"),
        ("The navy said nine boats sank. That was a long time ago.", "plain"),
    ],
)
def test_a_claim_that_the_next_sentence_takes_back(text: str, stance: str) -> None:
    found = [
        row for row in read(text) if "nine" in row.content[0].text or "six" in row.content[0].text or "Rook" in text
    ]
    assert found[-1].stance == stance or stance in {row.stance for row in found}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Islanders have long talked about shadows on the sonar.", "rumoured"),
        ("My mother had heard that the mayor had drowned.", "rumoured"),
        ("In the chat of the climbing club they say that the dam is cracked.", "rumoured"),
        ("The engineers said that the dam is cracked.", "plain"),
    ],
)
def test_what_goes_round_is_a_rumour(text: str, stance: str) -> None:
    assert read(text)[0].stance == stance


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
