"""The truths of our stories fit their reports: every word that they name stands there, and their numbers agree."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

STORIES = sorted(path.parent for path in Path(__file__).parent.glob("*/truth.json"))


def text_of(path: Path) -> str:
    """What a reader sees of a report, each run of white space made one space."""
    raw = path.read_text("utf-8")
    if path.suffix == ".html":
        page = html.document_fromstring(raw)
        for element in page.xpath("//script | //style"):
            element.drop_tree()
        raw = " ".join(page.xpath("//text()"))
    return re.sub(r"\s+", " ", raw).strip()


def bare(words: str) -> str:
    """Words without the spaces that a page's elements may or may not set between them."""
    return re.sub(r"\s+", "", words)


@pytest.fixture(params=STORIES, ids=lambda path: path.name)
def story(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, str]]:
    folder: Path = request.param
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    assert {f"articles/{path.name}" for path in (folder / "articles").iterdir()} == {
        row["file"] for row in truth["documents"]
    }
    return truth, {row["id"]: bare(text_of(folder / row["file"])) for row in truth["documents"]}


def test_every_word_that_a_truth_names_stands_in_its_report(story: tuple[dict[str, Any], dict[str, str]]) -> None:
    truth, texts = story
    named = [(row["doc"], row["content"]) for row in truth["attributions"] if row["content"]]
    named += [(row["doc"], row["source_mention"]) for row in truth["attributions"] if row["source_mention"]]
    named += [(row["doc"], row["content"]) for claim in truth["claims"] for row in claim["statements"]]
    named += [(row["doc"], row["text"]) for kind in ("times", "quantities", "places") for row in truth[kind]]
    assert [(doc, words) for doc, words in named if bare(words) not in texts[doc]] == []
    aliases = [alias for entity in truth["entities"] for alias in entity["aliases"]]
    assert [alias for alias in aliases if not any(bare(alias) in text for text in texts.values())] == []


def test_what_a_truth_points_to_is_there(story: tuple[dict[str, Any], dict[str, str]]) -> None:
    truth, texts = story
    claims = {claim["id"]: claim for claim in truth["claims"]}
    assert all(claim["statements"] for claim in claims.values())
    assert {name for name, claim in claims.items() if claim["independent_voices"] != len(claim["voices"])} == set()
    assert {row[side] for row in truth["conflicts"] for side in "ab"} <= claims.keys()
    assert {row["child"] for row in truth["derivations"]} <= texts.keys()
    parents = {row["parent"] for row in truth["derivations"]}
    assert {parent for parent in parents if not parent.startswith("external:")} <= texts.keys()
    names = {row["name"] for row in (*truth["entities"], *truth.get("source_documents", ()))}
    assert {row["source"] for row in truth["attributions"] if row["source"]} <= names
