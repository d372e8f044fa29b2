"""Runs of a case: kept once, numbered on, the last ten, and none of them needed."""

from pathlib import Path

import pytest

from woozle.errors import CaseError, UsageError
from woozle.model.records import Claim, Conflict, Document
from woozle.model.values import Range
from woozle.store.book import build, open_live
from woozle.store.runs import KEPT, choose, content, remember, runs

DOCUMENT = Document("b2:d", "s", "a.txt", (), "Wire", None, "Ferry", (), None, "en", "utf-8", "No.", ())
IDS = (f"b2:{'f' * 32}", f"b2:{'0' * 32}")
CLAIM = Claim("b2:c", "No.", IDS, None, 1, 1, Range(1, 1, 2), Range(0, 1, 1), None, None)
CONFLICT = Conflict("b2:k", "b2:c", "b2:x", "denial", ())


def a_run(folder: Path, generation: str, *claims: Claim) -> None:
    build(folder, generation, {"documents": [DOCUMENT], "claims": claims, "conflicts": [CONFLICT]}, {"woozle": "1"})
    book = open_live(folder)
    assert book is not None
    remember(folder, book, f"2024-05-07T00:00:0{len(claims)}Z")


def test_a_run_says_what_it_left(tmp_path: Path) -> None:
    a_run(tmp_path, "g1", CLAIM)
    (run,) = runs(tmp_path)
    assert (run.id, run.number, run.at, run.woozle) == ("g1", 1, "2024-05-07T00:00:01Z", "1")
    assert (run.n_reports, run.n_claims, run.n_conflicts) == (1, 1, 1)
    left = content(tmp_path, run)
    assert [(row.id, row.outlet, row.title) for row in left.reports] == [("b2:d", "Wire", "Ferry")]
    assert [(row.id, row.text, row.voices) for row in left.claims] == [("b2:c", "No.", Range(0, 1, 1))]
    assert left.claims[0].assertions == (-(2**63), 2**63 - 1)
    assert [(row.kind, row.left_claim_id) for row in left.conflicts] == [("denial", "b2:c")]


def test_the_same_book_is_no_new_run_but_the_one_before_it_is(tmp_path: Path) -> None:
    for generation in ("g1", "g1", "g2", "g1"):
        a_run(tmp_path, generation, CLAIM)
    assert [(run.number, run.id) for run in runs(tmp_path)] == [(1, "g1"), (2, "g2"), (3, "g1")]


def test_only_the_last_runs_are_kept_and_numbers_go_on(tmp_path: Path) -> None:
    for at in range(KEPT + 3):
        a_run(tmp_path, f"g{at}")
    assert [run.number for run in runs(tmp_path)] == list(range(4, KEPT + 4))


def test_a_run_is_named_by_its_number_or_its_id(tmp_path: Path) -> None:
    a_run(tmp_path, "abcdef")
    a_run(tmp_path, "abcxyz")
    known = runs(tmp_path)
    assert [choose(known, name).number for name in ("1", "2", "abcd", "abcxyz")] == [1, 2, 1, 2]
    for name in ("3", "abc", "xyzzy", ""):
        with pytest.raises(UsageError, match=r"is no run of this case; there are 1 \(abcdef, 2024-05-07\), 2"):
            choose(known, name)
    with pytest.raises(UsageError, match="there are none"):
        choose([], "1")


def test_a_case_without_runs_has_none_and_a_damaged_one_says_what_to_do(tmp_path: Path) -> None:
    assert runs(tmp_path) == []
    a_run(tmp_path, "g1", CLAIM)
    (run,) = runs(tmp_path)
    (tmp_path / "runs" / "000001.parquet").write_bytes(b"not a table")
    with pytest.raises(CaseError, match="delete it, the record does not need it"):
        runs(tmp_path)
    (tmp_path / "runs" / "000001.parquet").unlink()
    with pytest.raises(CaseError, match="delete it"):
        content(tmp_path, run)
