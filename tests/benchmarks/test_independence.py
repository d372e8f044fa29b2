"""The benchmark's scorer: a perfect record gets all, one that takes every report for a voice does not."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.independence import mean, score_export, table
from benchmarks.scoring.figures import baseline
from benchmarks.scoring.finding import Text

ARTICLES = {
    "1": "Bridge closed\n\nThe bridge at Orle is closed, the road office said. No lorry may cross.\n",
    "2": "ORLE BRIDGE SHUT\n\nThe bridge at Orle is closed, the road office said.\n",
    "3": "“The bridge  at Orlé is closed,” wrote our reporter. “I saw a lorry cross”, said Ivo Tesk.\n",
}
STATED = {
    "A": [
        ("1", "The bridge at Orle is closed"),
        ("2", "The bridge at Orle is closed"),
        ("3", "the bridge at Orle is closed"),
    ],
    "B": [("1", "No lorry may cross")],
    "C": [("3", "I saw a lorry cross")],
    "D": [("1", "the road office said"), ("2", "the road office said")],
}
VOICES = {"A": 2, "B": 1, "C": 1, "D": 1}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    (folder / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, "utf-8")
    claims = [
        {
            "id": name,
            "statements": [{"doc": doc, "content": content} for doc, content in stated],
            "independent_voices": VOICES[name],
        }
        for name, stated in STATED.items()
    ]
    truth = {
        "documents": [{"id": name, "file": f"articles/{name}.txt", "outlet": f"Paper {name}"} for name in ARTICLES],
        "claims": claims,
        "derivations": [{"child": "2", "parent": "1"}, {"child": "3", "parent": "external:a letter"}],
        "conflicts": [{"a": "B", "b": "C", "kind": "denial"}],
    }
    (folder / "truth.json").write_text(json.dumps(truth), "utf-8")
    return folder


def export(to: Path, *, voices: dict[str, int], is_whole: bool = True) -> Path:
    """A record with one claim for each of the truth, and these counts; without conflicts and copies if not whole."""
    assertions = []
    for claim, stated in STATED.items():
        for doc, words in stated:
            start, end = Text(ARTICLES[doc]).find(words)[0]
            row: dict[str, Any] = {"document_id": f"d{doc}", "claim_id": claim, "spans": [{"start": start, "end": end}]}
            assertions.append({"id": f"{claim}{doc}", **row})
    tables: dict[str, list[dict[str, Any]]] = {
        "documents": [
            {"id": f"d{name}", "input": f"inbox/{name}.txt", "text": text} for name, text in ARTICLES.items()
        ],
        "assertions": assertions,
        "claims": [{"id": name, "voices": {"low": 1, "best": n, "high": 3}} for name, n in voices.items()],
    }
    if is_whole:
        tables["conflicts"] = [{"left_claim_id": "C", "right_claim_id": "B", "kind": "denial"}]
        tables["derivations"] = [{"child_document_id": "d2", "parent_document_id": "d1", "direction": "known"}]
    to.mkdir()
    for name, rows in tables.items():
        (to / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return to


def test_a_perfect_record_gets_all(story: Path, tmp_path: Path) -> None:
    found = score_export(story, export(tmp_path / "out", voices=VOICES))
    assert {name: value for name, value in found.items() if value != 100} == {
        "alarm, false independence, %": 0,
        "alarm, false merge, %": 0,
    }


def test_every_report_a_voice_is_false_independence(story: Path, tmp_path: Path) -> None:
    found = score_export(story, export(tmp_path / "out", voices={"A": 3, "B": 1, "C": 1, "D": 2}))
    assert found["voices exact, of all claims, %"] == 50
    assert found["voices balanced, %"] == 0
    assert found["alarm, false independence, %"] == 33.3
    assert found["alarm, false merge, %"] == 0


def test_one_voice_for_all_is_a_false_merge_and_gets_half_at_most(story: Path, tmp_path: Path) -> None:
    found = score_export(story, export(tmp_path / "out", voices=dict.fromkeys("ABCD", 1), is_whole=False))
    assert found["voices balanced, %"] == 50
    assert found["alarm, false merge, %"] == 100
    assert found["conflicts found, %"] == found["derivation pairs, F1"] == 0


def test_tools_that_only_count_are_scored_on_claims_without_a_fault(story: Path) -> None:
    truth = json.loads((story / "truth.json").read_text("utf-8"))
    assert baseline(truth, "always one voice")["voices balanced, %"] == 50
    assert baseline(truth, "count the reports")["voices balanced, %"] == 0
    assert baseline(truth, "count the outlets")["alarm, false independence, %"] == 33.3


def test_a_truth_in_lines_is_scored_as_one_in_a_file(story: Path, tmp_path: Path) -> None:
    out = export(tmp_path / "out", voices=VOICES)
    whole = score_export(story, out)
    truth = json.loads((story / "truth.json").read_text("utf-8"))
    (story / "truth").mkdir()
    for name, rows in truth.items():
        (story / "truth" / f"{name}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    (story / "truth.json").unlink()
    assert score_export(story, out) == whole


def test_a_report_that_was_not_read_counts_as_missed(story: Path, tmp_path: Path) -> None:
    out = export(tmp_path / "out", voices=VOICES)
    rows = (out / "documents.jsonl").read_text("utf-8").splitlines()
    (out / "documents.jsonl").write_text("\n".join(rows[1:]), "utf-8")
    assert score_export(story, out)["statements found, %"] == 57.1


def test_words_are_found_whatever_their_marks_accents_and_spaces() -> None:
    text = Text("He said: “we\n crossed”. We Crosséd again; uncrossed.")
    assert text.find('said: "we crossed"') == [(3, 22)]
    assert text.find("crossed") == [(14, 21), (27, 34)]
    assert text.find("we swam") == []
    assert text.nearest("we crossed", "crossed. ", " again") == [(24, 34)]


def test_the_table_has_a_row_each_and_the_mean() -> None:
    rows = {"one": {"voices balanced, %": 40.0}, "two": {"voices balanced, %": 50.0, "conflicts, F1": 3.0}}
    assert mean(list(rows.values())) == {"voices balanced, %": 45.0}
    assert [line.count("|") for line in table(rows).splitlines()] == [13, 13, 13, 13]
