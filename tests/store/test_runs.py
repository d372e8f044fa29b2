"""Runs of a case: kept once, numbered on, the last ten, and none of them needed."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from woozle.errors import CaseError, UsageError
from woozle.model.records import Claim, Conflict, Document, Problem
from woozle.model.runs import CHANGES, Change, ClaimChange, Run, RunContent
from woozle.model.values import Range
from woozle.store.book import build, open_live
from woozle.store.runs import KEPT, changes, choose, content, remember, runs
from woozle.toolbox.parquet import read_rows, write_rows

DOCUMENT = Document("b2:d", "s", "a.txt", (), "Wire", None, "Ferry", (), None, "en", "utf-8", "No.", ())
IDS = (f"b2:{'f' * 32}", f"b2:{'0' * 32}")
CLAIM = Claim("b2:c", "No.", IDS, None, 1, 1, Range(1, 1, 2), Range(0, 1, 1), None, None)
CONFLICT = Conflict("b2:k", "b2:c", "b2:x", "denial", ())
PROBLEM = Problem("b2:p", "b.pdf", None, "clean", "unreadable", "It cannot be read.")


@dataclass(frozen=True, slots=True)
class OldRun:
    """A run as it was kept before runs told how long they took."""

    id: str
    number: int
    at: str
    woozle: str
    n_reports: int
    n_claims: int
    n_conflicts: int


@dataclass(frozen=True, slots=True)
class OldFile:
    """The file of such a run."""

    run: OldRun
    content: RunContent


def compare(_: tuple[Run, Run], old: RunContent, new: RunContent) -> list[Change]:
    """Every claim of the old run is gone and every one of the new run is new."""
    return [
        Change(kind, claim=ClaimChange(row.id, None, row.text, None, None, ()))
        for kind, side in (("claims_new", new), ("claims_gone", old))
        for row in side.claims
    ]


def numbered(n: int) -> list[Claim]:
    return [replace(CLAIM, id=f"b2:{at:06d}", text=f"claim {at}") for at in range(n)]


def a_run(folder: Path, generation: str, *claims: Claim) -> None:
    build(
        folder,
        generation,
        {"documents": [DOCUMENT], "claims": claims, "conflicts": [CONFLICT], "problems": [PROBLEM]},
        {"woozle": "1"},
    )
    book = open_live(folder)
    assert book is not None
    remember(folder, book, f"2024-05-07T00:00:0{len(claims) % 10}Z", 1.25, compare)


def test_a_run_says_what_it_left(tmp_path: Path) -> None:
    a_run(tmp_path, "g1", CLAIM)
    (run,) = runs(tmp_path)
    assert (run.id, run.number, run.at, run.woozle) == ("g1", 1, "2024-05-07T00:00:01Z", "1")
    assert (run.n_reports, run.n_claims, run.n_conflicts) == (1, 1, 1)
    assert (run.seconds, run.n_inputs, run.n_unread, run.n_problems, run.changes) == (1.2, 1, 1, 1, None)
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


def test_what_a_run_changed_is_read_a_part_at_a_time(tmp_path: Path) -> None:
    a_run(tmp_path, "g1", *numbered(3))
    a_run(tmp_path, "g2", *numbered(2_100))
    first, second = runs(tmp_path)
    assert second.changes is not None
    assert {kind: n for kind in CHANGES if (n := getattr(second.changes, kind))} == {
        "claims_new": 2_100,
        "claims_gone": 3,
    }
    for at, n in ((0, 5), (998, 4), (1_999, 3), (2_095, 50), (2_100, 5)):
        found = changes(tmp_path, second, "claims_new", at, n)
        assert [row.claim.text for row in found if row.claim] == [f"claim {i}" for i in range(at, min(2_100, at + n))]
    gone = changes(tmp_path, second, "claims_gone", 1, 50)
    assert [(row.kind, row.claim.text) for row in gone if row.claim] == [
        ("claims_gone", "claim 1"),
        ("claims_gone", "claim 2"),
    ]
    assert changes(tmp_path, second, "reports_added", 0, 5) == []
    assert changes(tmp_path, first, "claims_new", 0, 5) == []


def test_changes_go_with_their_run_and_damage_says_where(tmp_path: Path) -> None:
    for at in range(KEPT + 2):
        a_run(tmp_path, f"g{at}", *numbered(at))
    assert len(list((tmp_path / "runs").iterdir())) == 2 * KEPT
    last = runs(tmp_path)[-1]
    (path,) = (tmp_path / "runs").glob(f"{last.number:06d}-changes*")
    path.write_bytes(b"not a table")
    with pytest.raises(CaseError, match=f"{path.name} cannot be read"):
        changes(tmp_path, last, "claims_new", 0, 5)


def test_a_run_of_an_earlier_woozle_is_read_with_what_it_kept(tmp_path: Path) -> None:
    a_run(tmp_path, "g1", CLAIM)
    path = tmp_path / "runs" / "000001.parquet"
    (now,) = runs(tmp_path)
    old = OldRun(now.id, now.number, now.at, now.woozle, now.n_reports, now.n_claims, now.n_conflicts)
    write_rows(path, OldFile, [OldFile(old, content(tmp_path, now))])
    assert read_rows(OldFile, [path])[0].run == old
    assert runs(tmp_path) == [replace(now, seconds=None, n_inputs=None, n_unread=None, n_problems=None)]
    a_run(tmp_path, "g2", CLAIM)
    assert runs(tmp_path)[1].changes is not None
