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
