"""Turns of news writers, in invented sentences, as the trained engine and the rules read them together."""

import pytest

from tests.stages.attribute.test_reading import said
from woozle import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the trained engine."""
    return Reader()


def _told(reader: Reader, text: str) -> list[tuple[str | None, str, str]]:
    return [(row.source.text if row.source else None, row.act, said(row)) for row in reader.read(text).attributions]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Figures that two give, the second with a verb of its own.
        (
            "The union puts the number of strikers at 4,000; police say 1,500.",
            [("The union", "assert", "the number of strikers at 4,000"), ("police", "assert", "1,500")],
        ),
        (
            "The toll, which officials had put at 19 on Sunday, was raised to 23.",
            [("officials", "assert", "The toll … at 19 on Sunday")],
        ),
        (
            "Asked by lawmakers about the cost, she put it at 40 million.",
            [("lawmakers", "ask", "about the cost"), ("she", "assert", "it at 40 million")],
        ),
        # How far what is said reaches.
        (
            "Satellite images show that the hangar was destroyed, analysts say.",
            [("analysts", "assert", "Satellite images show that the hangar was destroyed")],
        ),
        (
            "The minister denied that he took gifts, and officials say he paid for all.",
            [("The minister", "deny", "he took gifts"), ("officials", "assert", "he paid for all")],
        ),
        (
            "The crater, which residents say was left by a drone, is two metres wide.",
            [("residents", "assert", "The crater … was left by a drone")],
        ),
        ("The firm, in what it called a precaution, closed two wells.", [("it", "assert", "a precaution")]),
        (
            "According to the fire report, a copy of which was seen by the Gazette, two cars burned.",
            [("the fire report", "assert", "two cars burned")],
        ),
        (
            "The report was echoed by the chief of police, who said the men were armed.",
            [("the chief of police", "assert", "The report"), ("who", "assert", "the men were armed")],
        ),
        # Words that count belong to what is said.
        ("The guild said all its boats had returned.", [("The guild", "assert", "all its boats had returned")]),
        ("The guild said only two men were hurt.", [("The guild", "assert", "only two men were hurt")]),
        ("The minister said only that talks had begun.", [("The minister", "assert", "talks had begun")]),
        # Said, though a verb of will stands before it; a month is no verb.
        ("The minister would only say that talks had begun.", [("The minister", "assert", "talks had begun")]),
        ("The company in May said the weir was safe.", [("The company", "assert", "the weir was safe")]),
        # Who says so.
        (
            "The news was first reported by the Harbour Gazette, which cited a single unnamed official.",
            [("the Harbour Gazette", "assert", "The news"), ("a single unnamed official", "assert", "The news")],
        ),
        (
            "As reported by the Tribune on Monday, the contract was never signed.",
            [("the Tribune", "assert", "the contract was never signed")],
        ),
        (
            "Local media, quoting eyewitnesses, say the lorry ran a red light.",
            [
                ("eyewitnesses", "assert", "the lorry ran a red light"),
                ("Local media", "assert", "the lorry ran a red light"),
            ],
        ),
        (
            "Finn said he did not know who had given the order, adding that he would ask.",
            [("Finn", "assert", "he did not know who had given the order"), ("he", "intend", "he would ask")],
        ),
        ("The jury was told the engine had failed twice.", [("The jury", "assert", "the engine had failed twice")]),
        (
            "Not a single guard was on duty, if the report is to be believed.",
            [("the report", "assert", "Not a single guard was on duty")],
        ),
        (
            "Eight soldiers are dead, two officials told the agency Reuters; a third put the number at ten.",
            [("two officials", "assert", "Eight soldiers are dead"), ("a third", "assert", "the number at ten")],
        ),
        ("The letter warns of cracks.", [("The letter", "assert", "cracks")]),
        ("The two men deny murder.", [("The two men", "deny", "murder")]),
        # No answer, and what only looks like none.
        ("The ministry has yet to respond to the allegations.", [("The ministry", "decline", "")]),
        ("The guild said nothing was signed.", [("The guild", "assert", "nothing was signed")]),
        (
            "The guild said the wall fell, without saying when.",
            [("The guild", "assert", "the wall fell")],
        ),
        (
            "The guild put the dead at 212, a figure the mayor disputes.",
            [("The guild", "assert", "the dead at 212"), ("the mayor", "deny", "the dead at 212")],
        ),
        (
            "The bloc's foreign policy chief was more cautious: “We need facts first.”",
            [("The bloc's foreign policy chief", "assert", "We need facts first")],
        ),
        (
            "The dead include two children, the office said in a statement that named neither.",
            [("the office", "assert", "The dead include two children")],
        ),
        (
            "A spokesperson for the mine, reached by phone, disputed the workers' account.",
            [("A spokesperson for the mine, reached by phone", "deny", "the workers' account")],
        ),
        ("He is suspected of having sold the plans.", [(None, "assert", "He … of having sold the plans")]),
        # What looks like telling.
        (
            "A statement read out in court said the guard had laughed.",
            [("A statement read out in court", "assert", "the guard had laughed")],
        ),
        (
            "Finn, who is wanted by Interpol, insists that he is innocent.",
            [("Finn, who is wanted by Interpol", "assert", "he is innocent")],
        ),
        ("The court was shown footage of the crash.", []),
    ],
)
def test_who_says_what(reader: Reader, text: str, told: list[tuple[str | None, str, str]]) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LIVE: President to address nation, aide says", [("aide", "assert", "President to address nation")]),
        ("Tests find lead in water, agency admits", [("agency", "assert", "Tests find lead in water")]),
        ("Governor accused of hiding report", [(None, "assert", "Governor … of hiding report")]),
        ("Mayor on flood: “Nobody could have known”", [("Mayor", "assert", "Nobody could have known")]),
    ],
)
def test_headlines(reader: Reader, text: str, told: list[tuple[str | None, str, str]]) -> None:
    assert _told(reader, text) == told


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        ("We are told that nobody was on board.", None, "reported"),
        ("Ministers were told the dam would fail.", None, "reported"),
        ("The inquiry was told the valve was open.", "The inquiry", "plain"),
    ],
)
def test_whoever_is_told_does_not_say_it(reader: Reader, text: str, source: str | None, stance: str) -> None:
    (row,) = reader.read(text).attributions
    assert (row.source.text if row.source else None, row.stance) == (source, stance)


@pytest.mark.parametrize("text", ["The mayor's", "“It broke.” The bloc's"])
def test_a_text_may_end_anywhere(reader: Reader, text: str) -> None:
    assert reader.read(text).text == text


def test_a_line_without_a_stop_may_end_with_its_day(reader: Reader) -> None:
    assert all(row.act != "assert" for row in reader.read("Finn is expected to speak on Monday").attributions)


def test_speech_to_come_behind_what_is_said_is_no_speech(reader: Reader) -> None:
    (row,) = reader.read("The dam will hold, the minister will say on Monday.").attributions
    assert row.act == "intend"
