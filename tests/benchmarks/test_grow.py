"""Grown piles: the truth fits the texts, nobody who copies is a voice, worlds are different stories."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import grow
from benchmarks.growing.pages import shown_file
from benchmarks.growing.reports import NAMED, Unit, bodies, read_story, statements_of
from benchmarks.growing.telling import told
from benchmarks.growing.ways import changed, edited
from benchmarks.growing.worlds import world

STORIES = sorted(path.parent for path in (Path(__file__).parents[1] / "stories").glob("*/truth.json"))
MONITOR = next(path for path in STORIES if path.name == "monitor")
BORDER = next(path for path in STORIES if path.name == "border")


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Three worlds of two stories."""
    to = tmp_path_factory.mktemp("grown") / "pile"
    grow.grow([read_story(MONITOR), read_story(BORDER)], 240, to, per_world=80)
    return to, json.loads((to / "truth.json").read_text("utf-8"))


def test_every_word_of_a_grown_truth_stands_where_it_says(pile: tuple[Path, dict[str, Any]]) -> None:
    to, truth = pile
    texts = {row["id"]: shown_file(to / row["file"]).text for row in truth["documents"]}
    assert len(texts) == len(list((to / "articles").iterdir())) == 240
    rows = [(row, "content", "span") for row in truth["attributions"]]
    rows += [(row, "source_mention", "mention_span") for row in truth["attributions"]]
    rows += [(row, "content", "span") for _, row in statements_of(truth)]
    rows += [(row, name, "span") for table, name in NAMED.items() for row in truth[table]]
    wrong = [
        row
        for row, name, span in rows
        if row[name] is not None
        and " ".join(row[name].split())
        != (texts[row["doc"]][slice(*row[span])] if span in row else row[name] * (row[name] in texts[row["doc"]]))
    ]
    assert len(rows) > 3000
    # A truth may name a word that a page shows in two parts; in the stories themselves that is rare.
    assert len(wrong) < 0.01 * len(rows), wrong[:3]
    assert len({row["id"] for row in truth["attributions"]}) == len(truth["attributions"])


def test_grown_copies_add_no_voices(pile: tuple[Path, dict[str, Any]]) -> None:
    truth = pile[1]
    old = [json.loads((folder / "truth.json").read_text("utf-8")) for folder in (MONITOR, BORDER, MONITOR)]
    before = [claim for story in old for claim in story["claims"]]
    assert len(truth["claims"]) == len(before)
    for claim, first in zip(truth["claims"], before, strict=True):
        assert claim["independent_voices"] == first["independent_voices"] == len(claim["voices"])
        assert claim["occasions"] == first["occasions"]
        assert len(claim["statements"]) >= len(first["statements"])
    assert sum(len(claim["statements"]) for claim in truth["claims"]) > 3 * sum(
        len(claim["statements"]) for claim in before
    )


def test_every_grown_report_says_where_it_is_from(pile: tuple[Path, dict[str, Any]]) -> None:
    to, truth = pile
    rows = {row["id"]: row for row in truth["documents"]}
    children = {row["child"] for row in truth["derivations"]}
    papers = {row["name"] for row in truth["entities"] if row["descriptions"] == [] and row["type"] == "outlet"}
    grown = [name for name, row in rows.items() if row["outlet"] in papers and row["outlet_kind"] == "daily"]
    assert all(name in children or rows[name]["distractor"] for name in grown)
    dated = [row for row in truth["derivations"] if row["child"] in grown and row["parent"] in rows]
    days = [(rows[row["parent"]]["published"], rows[row["child"]]["published"]) for row in dated]
    assert all(parent <= child for parent, child in days if parent and child)
    for row in dated:
        if row["kind"] == "verbatim":
            child = (to / rows[row["child"]]["file"]).read_text("utf-8").split("\n\n", 2)[2]
            parent = shown_file(to / rows[row["parent"]]["file"]).text
            assert all(" ".join(part.split()) in parent for part in child.split("\n\n"))


def test_the_same_call_gives_the_same_bytes_and_another_seed_gives_others(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        grow.grow([read_story(BORDER)], 40, tmp_path / name, seed=seed)
    read = {
        name: [path.read_bytes() for path in sorted((tmp_path / name).rglob("*.*"))]
        for name in ("one", "same", "other")
    }
    assert read["one"] == read["same"] != read["other"]


def test_a_large_pile_has_its_truth_in_lines_and_its_reports_in_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow.grow([read_story(BORDER)], 60, tmp_path / "one", per_world=30)
    monkeypatch.setattr(grow, "ONE_FILE", 10)
    monkeypatch.setattr(grow, "FLAT", 10)
    grow.grow([read_story(BORDER)], 60, tmp_path / "lines", per_world=30)
    whole = json.loads((tmp_path / "one" / "truth.json").read_text("utf-8"))
    for table in ("claims", "derivations", "attributions"):
        lines = (tmp_path / "lines" / "truth" / f"{table}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line) for line in lines] == whole[table]
    rows = (tmp_path / "lines" / "truth" / "documents.jsonl").read_text("utf-8").splitlines()
    assert all((tmp_path / "lines" / json.loads(row)["file"]).exists() for row in rows)


def test_a_pile_that_is_too_small_for_its_story_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="monitor has 20 reports, and a world of this pile only 10"):
        grow.grow([read_story(MONITOR)], 10, tmp_path / "pile")


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
def test_a_world_is_another_story_with_the_same_shape(folder: Path) -> None:
    story = read_story(folder)
    for number in (1, 2):
        other = told(story, world(story, number, random.Random(number)))
        assert [len(claim["voices"]) for claim in other.truth["claims"]] == [
            len(claim["voices"]) for claim in story.truth["claims"]
        ]
        runs = [_runs(shown.text for shown in which.seen.values()) for which in (story, other)]
        # What is left are runs of small words; the longest sentence of them would be no copy.
        assert len(runs[0] & runs[1]) < 0.1 * len(runs[0])
        before, after = bodies(story), bodies(other)
        # A line of few words may get one more, and is taken for running text then.
        assert all(len(body.paragraphs) <= len(after[name].paragraphs) for name, body in before.items())


def _runs(texts: Any) -> set[tuple[str, ...]]:
    """Every eight words in a row."""
    words = [re.findall(r"\w+", text.lower()) for text in texts]
    return {tuple(some[at : at + 8]) for some in words for at in range(len(some) - 7)}


def test_edits_keep_quotations_figures_and_marked_words() -> None:
    story = read_story(MONITOR)
    body = bodies(story)["007"]
    made = [unit for paragraph in edited(body, random.Random(3)) for unit in paragraph]
    text = " ".join(unit.text for unit in made)
    assert text != " ".join(unit.text for paragraph in body.paragraphs for unit in paragraph)
    assert "At least 14 people" in text
    assert "The stalls were full, it was the last hour of trading" in text
    said = {
        mark.row: unit.text[mark.start : mark.end] for unit in made for mark in unit.marks if mark.part == "mention"
    }
    assert "The Sarn Conflict Observatory" in said.values()


def test_marks_move_with_what_is_changed() -> None:
    body = bodies(read_story(MONITOR))["007"]
    unit = next(unit for unit in body.units if unit.marks)
    moved = changed(Unit("The road is long", ()), [(0, 0, "For now, "), (0, 1, "t"), (4, 8, "route")])
    assert moved.text == "For now, the route is long"
    put = changed(unit, [(0, 0, "Meanwhile, ")])
    assert [put.text[mark.start : mark.end] for mark in put.marks] == [
        unit.text[mark.start : mark.end] for mark in unit.marks
    ]
