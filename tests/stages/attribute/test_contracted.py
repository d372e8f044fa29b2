"""Short verbs behind pronouns are what they stand for: "it's rumoured", "they've said", "he'll speak"."""

import pytest

from tests.stages.attribute.test_reading import read, said
from woozle import Reader


def _told(text: str) -> list[tuple[str | None, str, str, str]]:
    return [(row.source.text if row.source else None, row.act, row.stance, said(row)) for row in read(text)]


@pytest.mark.parametrize("short", ["’s", "'s", " is", " was"])
@pytest.mark.parametrize(
    ("verb", "act", "stance"),
    [
        ("rumoured that", "assert", "rumoured"),
        ("said that", "assert", "reported"),
        ("reported that", "assert", "reported"),
        ("widely believed that", "believe", "reported"),
        ("feared that", "believe", "reported"),
    ],
)
def test_nobody_says_what_it_is_said(short: str, verb: str, act: str, stance: str) -> None:
    assert _told(f"It{short} {verb} the weir failed.") == [(None, act, stance, "the weir failed")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He's said to be living in Kerl.", (None, "assert", "reported", "He … to be living in Kerl")),
        ("They’re believed to have fled.", (None, "believe", "reported", "They … to have fled")),
        ("She’s feared dead.", (None, "believe", "reported", "She … dead")),
        ("There's said to be a second letter.", (None, "assert", "reported", "to be a second letter")),
        ("He's accused of hiding the money.", (None, "assert", "reported", "He … of hiding the money")),
        ("They're accused by prosecutors of arson.", ("prosecutors", "assert", "plain", "They … of arson")),
        ("It's been reported that the road is shut.", (None, "assert", "reported", "the road is shut")),
    ],
)
def test_of_whom_it_is_said(text: str, told: tuple[str | None, str, str, str]) -> None:
    assert _told(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He's said that the weir held.", ("He", "assert", "plain", "the weir held")),
        ("She’s told the inquiry that the gate was open.", ("She", "assert", "plain", "the gate was open")),
        ("They've claimed that the vote was rigged.", ("They", "assert", "reported", "the vote was rigged")),
        ("He’d warned the council that the bank would fail.", ("He", "assert", "plain", "the bank would fail")),
        ("She's promised to pay every family.", ("She", "intend", "plain", "to pay every family")),
    ],
)
def test_what_they_have_said_is_theirs(text: str, told: tuple[str | None, str, str, str]) -> None:
    assert _told(text) == [told]


def test_speech_to_come() -> None:
    assert _told("He'll say that the weir is safe.") == [("He", "intend", "plain", "the weir is safe")]


def test_a_tagger_does_not_change_it() -> None:
    reader = Reader()
    for text, source, stance in (
        ("It’s rumored that the dam failed.", None, "rumoured"),
        ("He's denied taking money.", "He", "plain"),
        ("There’s been speculation that the mayor will go.", None, "rumoured"),
    ):
        assert [(row.source and row.source.text, row.stance) for row in reader.read(text).attributions] == [
            (source, stance)
        ]
