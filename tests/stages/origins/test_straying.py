"""A figure, time or place that another report changed on the way, although the change makes another claim of it."""

from pathlib import Path

import pytest

from tests.support.piles import Concluded, Pile, conclude

PARENT = "The flood at Orlo carried 140 wagons down the mill valley, Ina Holm said."


def drifts(child: str, folder: Path, *, name: str = "Ina Holm", is_derived: bool = True, more: str = "") -> Concluded:
    pile = Pile()
    first = pile.report("Orlo Post", "2024-04-02", PARENT)
    first.quotes(PARENT.removesuffix(", Ina Holm said."), "Ina Holm", name="Ina Holm").names("Orlo", "place")
    second = pile.report("Valley Sun", "2024-04-03", f"{child}, {name} said.{more}")
    second.quotes(child, name, name=name)
    if "Sarn" in child:
        second.names("Sarn", "place")
    elif "Orlo" in child:
        second.names("Orlo", "place")
    if is_derived:
        pile.derived(second, first)
    return conclude(pile, folder)


def changed(made: Concluded) -> list[tuple[str, str, str]]:
    kinds = ("figure_changed", "time_changed", "place_changed")
    return [(row.kind, row.before, row.after) for row in made.tables["drifts"] if row.kind in kinds]


def test_a_figure_that_changed_on_the_way_is_drift_of_the_claim_that_it_became(tmp_path: Path) -> None:
    made = drifts("The flood at Orlo carried 1,400 wagons down the mill valley", tmp_path)
    assert changed(made) == [("figure_changed", "140", "1,400")]
    (drift,) = made.tables["drifts"]
    assert drift.claim_id == made.claim_of("1,400").id != made.claim_of("140").id


@pytest.mark.parametrize(
    "child",
    [
        "The flood at Orlo carried one hundred and forty wagons down the mill valley",
        "The flood at Orlo carried wagons down the mill valley",
    ],
)
def test_the_same_figure_in_other_words_or_none_is_no_drift(child: str, tmp_path: Path) -> None:
    assert changed(drifts(child, tmp_path)) == []


def test_a_report_of_its_own_and_a_source_of_its_own_changed_nothing(tmp_path: Path) -> None:
    child = "The flood at Orlo carried 1,400 wagons down the mill valley"
    assert changed(drifts(child, tmp_path / "a", is_derived=False)) == []
    assert changed(drifts(child, tmp_path / "b", name="Bo Lund")) == []


def test_who_tells_both_figures_changed_none(tmp_path: Path) -> None:
    child = "The flood at Orlo carried 1,400 wagons down the mill valley"
    more = " On Tuesday it was still said that the flood at Orlo carried 140 wagons down the mill valley."
    assert changed(drifts(child, tmp_path, more=more)) == []
