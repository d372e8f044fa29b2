"""How strong a body is said to be stands side by side, in whatever measure; other figures of its people do not."""

from pathlib import Path

import pytest

from tests.support.piles import Pile, conclude

FIRST = (
    "The Heron Column drills at Sarn. Its true size is not known, but it is believed to be around 300 to 600 fighters."
)


def conflicts_with(second: str, names: tuple[str, ...], folder: Path) -> list[str]:
    pile = Pile()
    pile.report("Orlo Post", "2024-04-02", FIRST).names("Heron Column", "organisation")
    other = pile.report("Valley Sun", "2024-05-02", second)
    for name in names:
        other.names(name, "organisation")
    made = conclude(pile, folder)
    ours = {made.claim_of("300 to 600").id}
    rows = [row for row in made.tables["conflicts"] if ours & {row.left_claim_id, row.right_claim_id}]
    assert all(row.kind == "figure" for row in rows)
    return [reason.feature for row in rows for reason in row.reasons]


@pytest.mark.parametrize(
    "second",
    [
        "The Heron Column fought beside the Free Guard in May. It is made up of four battalions.",
        "The Heron Column, which lost a lorry, fields three companies.",
        "The Heron Column has more than 2,000 volunteers.",
    ],
)
def test_two_strengths_of_one_body_stand_side_by_side(second: str, tmp_path: Path) -> None:
    names = ("Heron Column", *(("Free Guard",) if "Free Guard" in second else ()))
    assert conflicts_with(second, names, tmp_path) == ["both say how strong one body is, each in figures of its own"]


@pytest.mark.parametrize(
    ("second", "names"),
    [
        ("The Free Guard is made up of four battalions.", ("Free Guard",)),
        ("The Heron Column lost 40 fighters at the bridge.", ("Heron Column",)),
        ("The Heron Column is said to be about 400 fighters strong.", ("Heron Column",)),
        ("The Heron Column consists of 400 to 500 fighters.", ("Heron Column",)),
    ],
)
def test_other_bodies_losses_and_figures_that_meet_are_no_conflict(
    second: str, names: tuple[str, ...], tmp_path: Path
) -> None:
    assert conflicts_with(second, names, tmp_path) == []
