"""The quality gate: no figure falls below its floor, no alarm rises above its ceiling."""

from pathlib import Path

import pytest

from tests.gate import evaluation, floors, own_story, phenomena
from tests.gate.scorers import SCORERS, Scorer, measure


@pytest.mark.parametrize("scorer", SCORERS, ids=lambda scorer: scorer.name)
def test_no_figure_falls_below_its_floor(scorer: Scorer, tmp_path: Path) -> None:
    shared = evaluation.folder()
    if shared is None:
        pytest.skip(evaluation.MISSING)
    wanted = floors.read().get(scorer.name, {})
    assert floors.faults(wanted, measure(scorer, shared, tmp_path)) == []


@pytest.mark.parametrize("name", own_story.STORIES)
def test_our_own_stories_keep_their_floors(name: str, tmp_path: Path) -> None:
    assert floors.faults(floors.read()[name], own_story.measure(name, tmp_path)) == []


@pytest.mark.parametrize("name", phenomena.NAMES)
def test_the_phenomena_keep_their_floors(name: str) -> None:
    assert floors.faults(floors.read()[name], phenomena.measure(name)) == []


def test_every_floor_is_measured() -> None:
    assert floors.read(), "floors.toml is there"
    known = {scorer.name: set(scorer.figures) for scorer in SCORERS}
    for name, values in floors.read().items():
        assert name in (own_story.MEAN, *own_story.STORIES, *phenomena.NAMES) or set(values) <= known[name]


def test_faults_are_told_with_both_numbers() -> None:
    wanted = {"F1": 80.0, "alarm, odd": 1.0, "recall": 10.0}
    assert floors.faults(wanted, {"F1": 80.0, "alarm, odd": 1.0, "recall": 11.0}) == []
    assert floors.faults(wanted, {"F1": 79.5, "alarm, odd": 2.0}) == [
        "recall was not measured",
        "F1 is 79.5, and must be at least 80",
        "alarm, odd is 2, and may be at most 1",
    ]


def test_written_floors_hold_for_the_figures_they_were_written_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    figures = {"times: news": {"F1": 80.0, "alarm, odd": 0.0}}
    monkeypatch.setattr(floors, "PATH", tmp_path / "floors.toml")
    floors.PATH.write_text(floors.toml(figures, {"names": {"F1": 50.0}}), "utf-8")
    assert floors.read() == {"times: news": {"F1": 79.0, "alarm, odd": 1.0}, "names": {"F1": 50.0}}
    assert floors.faults(floors.read()["times: news"], figures["times: news"]) == []
