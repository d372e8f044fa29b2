"""Who had a paper first, where an earlier sentence says so."""

import pytest

from tests.stages.attribute.test_reading import read


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        (
            "The Tidewater Courier obtained a letter on Monday. It rained. The letter says the lock was shut.",
            ["Tidewater Courier"],
        ),
        ("The board burned a letter on Monday. It rained. The letter says the lock was shut.", []),
        ("The Tidewater Courier obtained a film on Monday. The letter says the lock was shut.", []),
    ],
)
def test_an_outlet_that_had_a_paper_first_carries_what_it_says(text: str, carriers: list[str]) -> None:
    (row,) = [row for row in read(text) if row.cue and row.cue.text == "says"]
    assert [carrier.span.text for carrier in row.via] == carriers


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        (
            "Ana Breck told the Tidewater Courier that the lock was shut.\n\nRain.\n\n“Nobody came,” Ana Breck said.",
            ["Tidewater Courier"],
        ),
        (
            "Ana Breck told the Tidewater Courier that the lock was shut.\n\nRain.\n\nAna Breck said nobody came.",
            [],
        ),
        (
            "Ana Breck told the Tidewater Courier that the lock was shut, and told the Marsh Herald that it was open."
            "\n\nRain.\n\n“Nobody came,” Ana Breck said.",
            [],
        ),
        (
            "The Tidewater Courier broke the news on Monday.\n\nRain.\n\n“Nobody came,” Ana Breck told the newspaper.",
            ["the newspaper"],
        ),
    ],
)
def test_what_is_quoted_of_somebody_who_spoke_to_one_outlet_is_from_there(text: str, carriers: list[str]) -> None:
    row = read(text)[-1]
    assert [carrier.span.text for carrier in row.via] == carriers


def test_the_newspaper_is_the_one_that_was_named_before() -> None:
    text = "The Tidewater Courier broke the news.\n\nRain.\n\n“Nobody came,” Ana Breck told the newspaper."
    row = read(text)[-1]
    assert [carrier.entity_id for carrier in row.via] != [None]


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        ("A night worker told Friday's Marsh Ledger that the horn was stuffed.", ["Marsh Ledger"]),
        ("The horn was stuffed, he told the local station, Radio Kort.", ["Radio Kort"]),
        ("“It slipped,” Ana Breck told the Marrish Courant.", ["Marrish Courant"]),
        ("Ana Breck told a meeting in the Press Home that the lock was shut.", []),
        (
            "Ana Breck of the Harbour Post got through on Tuesday. She reported that two lorries were burning.",
            ["Harbour Post"],
        ),
        (
            "Harbour Post reporter Ana Breck got through on Tuesday. She reported that two lorries were burning.",
            ["Harbour Post"],
        ),
        ("Ana Breck of the guild got through on Tuesday. She reported that two lorries were burning.", []),
        (
            "Ana Breck told the Tidewater Courier that the lock was shut. A widow said it was open. Ana Breck also "
            "said that nobody came.",
            ["Tidewater Courier"],
        ),
        (
            "Ana Breck told the Tidewater Courier that the lock was shut. A widow said it was open. Ana Breck said "
            "that nobody came.",
            [],
        ),
    ],
)
def test_through_whom_words_came(text: str, carriers: list[str]) -> None:
    assert [carrier.span.text for carrier in read(text)[-1].via] == carriers
