"""What the words of a statement say of its act, and speech that nobody has spoken, in invented sentences."""

import pytest

from tests.stages.attribute.test_reading import read


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“When will it open?” Finn said.", "ask"),
        ("Finn wanted to know who had opened the weir.", "ask"),
        ("Finn questioned whether the weir had been checked.", "ask"),
        ("“Don't touch the gate,” Finn said.", "direct"),
        ("Finn told the guild: “Leave the valley.”", "direct"),
        ("Finn told the millers to leave the valley.", "direct"),
        ("Finn asked the guild for the key of the weir.", "direct"),
        ("Finn wants the director to resign.", "direct"),
        ("The court barred the guild from the valley.", "direct"),
        ("The judge dismissed the appeal of the guild.", "direct"),
        ("“We will rebuild the weir,” said Ada Finn.", "intend"),
        ("The millers said they would rebuild the weir.", "intend"),
        ("Finn is expected to say on Friday that the weir is safe.", "intend"),
        ("The millers said they would be late.", "assert"),
        ("Finn said it would rain.", "assert"),
        ("“No comment,” Finn said.", "decline"),
        ("Finn called the story “a lie from first to last”.", "deny"),
        ("Finn said it was not true that the weir had failed.", "deny"),
        ("The guild withdrew its statement on the crew.", "deny"),
        ("Finn is convinced that the weir was forced.", "believe"),
        ("Finn hopes to see the weir again.", "believe"),
        ("Finn reckons the weir will hold.", "believe"),
        ("Finn heard no horn.", "believe"),
        ("Finn felt the floor give way.", "believe"),
        ("Our reporter heard the shots.", "assert"),
        ("On Monday I counted nine barges at the dock.", "assert"),
    ],
)
def test_the_act(text: str, act: str) -> None:
    (row,) = read(text)
    assert row.act == act


def test_they_are_the_outlets_people_of_the_sentence_before() -> None:
    (row,) = read("Our researchers visited two mills. They saw fresh marks on the doors.")
    assert row.act == "assert"


@pytest.mark.parametrize(
    "text",
    [
        "Critics would call that a bad night.",
        "If the auditors say that the weir is safe, the sale goes on.",
        "Should the guild say that the weir is safe, the sale goes on.",
        "Finn was to have told the council that the weir was safe.",
        "At no point did Finn say that the weir was unsafe.",
    ],
)
def test_what_nobody_has_said_is_no_row(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        ("It is widely assumed that the sale is off.", "believe", "reported"),
        ("Two millers are feared drowned.", "believe", "reported"),
        ("There is talk that the mill will move.", "assert", "rumoured"),
        ("Word in the valley is that the mill was sold.", "assert", "rumoured"),
        ("Legend has it that the bell was cast in the river.", "assert", "rumoured"),
        ("Rumours have been going round for a week that the mill was sold.", "assert", "rumoured"),
        ("Fears of a second flood kept the mills shut.", "believe", "reported"),
    ],
)
def test_hearsay_names_nobody(text: str, act: str, stance: str) -> None:
    (row,) = read(text)
    assert (row.source, row.act, row.stance) == (None, act, stance)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The guild counts 23.", "23"),
        ("The bank lowered the toll to two on Monday night.", "the toll to two"),
        ("The survey arrived at 31,450.", "at 31,450"),
        ("Finn has admitted a lesser charge and will be sentenced in May.", "a lesser charge"),
        ("Finn's repeated claim that the weir had failed last year was false.", "that the weir had failed last year"),
        ("The guild's other claim, that nobody lives there, is new.", "that nobody lives there"),
        ("On the table lay a proposal by two funds to sell the mill.", "to sell the mill"),
        ("Finn's final advice was to wait for the guild.", "to wait for the guild"),
    ],
)
def test_what_is_said_ends_where_the_sentence_goes_on(text: str, content: str) -> None:
    assert [" … ".join(span.text for span in row.content) for row in read(text)] == [content]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The wall went up, thus denying the millers the ability to reach the weir.", 0),
        ("The guard denied Finn access to the weir.", 0),
        ("Finn denied the charge.", 1),
        ("Finn denied any part in the raid.", 1),
    ],
)
def test_what_somebody_is_denied_is_no_saying(text: str, count: int) -> None:
    assert len(read(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The brazen occupation of the mill proved that the guild was able.",
        "The raid showed that the weir was open.",
        "They were there, with at least two tanks confirmed to be in the valley.",
    ],
)
def test_what_happens_and_what_shoots_says_nothing(text: str) -> None:
    assert read(text) == []


def test_a_report_of_what_happened_says_something() -> None:
    (row,) = read("A report on the raid showed that the weir was open.")
    assert row.source is not None
    assert row.source.text == "A report on the raid"
