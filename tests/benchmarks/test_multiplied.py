"""Multiplied tables: copies with ids of their own, words of the same length, and references that still meet."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.growing.multiplied import HUBS, TABLES, multiply, new_id

DOCUMENT, ENTITY = "b2:" + "a" * 32, "b2:" + "e" * 32
TEXT = "Marra burned. The harbour of Marra was closed."


def case(folder: Path) -> Path:
    """A case of one report."""
    rows: dict[str, dict[str, Any]] = {name: {"id": "b2:" + "0" * 32, "document_id": DOCUMENT} for name in TABLES}
    rows["documents"] = {"id": DOCUMENT, "text": TEXT}
    rows["entities"] = {"id": ENTITY, "name": "Marra", "aliases": ["Marra"]}
    side = {"document_id": DOCUMENT, "start": 0, "end": 5, "text": "Marra"}
    reasons = [{"feature": "a", "value": "b", "weight": 1.0}]
    rows["passages"] = {
        "id": "b2:" + "1" * 32,
        "left": side,
        "right": side,
        "kind": "v",
        "score": 1.0,
        "reasons": reasons,
    }
    rows["derivations"] = {
        "id": "b2:" + "2" * 32, "child_document_id": DOCUMENT, "parent_document_id": DOCUMENT, "parent_external": "x",
        "kind": "v", "direction": "known", "credited": False, "score": 1.0, "reasons": reasons,
    }  # fmt: skip
    for name, row in rows.items():
        path = folder / "tables" / name / "g" / "one.parquet"
        path.parent.mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist([row]), path)
    return folder


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    found = pa.concat_tables(pq.read_table(path) for path in sorted((folder / name).glob("*.parquet")))
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def test_many_stories_have_other_names_of_the_same_length(tmp_path: Path) -> None:
    multiply(case(tmp_path / "case"), 3, tmp_path / "many", is_one_story=False)
    documents, entities = read(tmp_path / "many", "documents"), read(tmp_path / "many", "entities")
    assert documents[0] == {"id": DOCUMENT, "text": TEXT}
    assert [row["id"] for row in documents[1:]] == [new_id(DOCUMENT, 1), new_id(DOCUMENT, 2)]
    assert {len(row["text"]) for row in documents} == {len(TEXT)}
    assert all(document["text"].startswith(one["name"]) for document, one in zip(documents, entities, strict=True))
    assert len({row["name"] for row in entities}) == 3


@pytest.mark.parametrize("times", [2, HUBS + 3])
def test_one_story_is_copied_from_those_that_came_out_first(tmp_path: Path, times: int) -> None:
    multiply(case(tmp_path / "case"), times, tmp_path / "one", is_one_story=True)
    assert {row["text"] for row in read(tmp_path / "one", "documents")} == {TEXT}
    assert [row["id"] for row in read(tmp_path / "one", "entities")] == [ENTITY]
    last = new_id(DOCUMENT, times - 1)
    whole = [row for row in read(tmp_path / "one", "passages") if row["right"]["document_id"] == last]
    copies = [row for row in whole if row["right"]["text"] == TEXT]
    assert len(copies) == min(times - 1, HUBS)
