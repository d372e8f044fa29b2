"""The record of a part: whole in itself, with the counts of the pile, and the whole can be had again."""

import shutil
from pathlib import Path

import pytest

import woozle
from tests.support import judging as j
from tests.web.cases import reader
from woozle import cli
from woozle.errors import UsageError
from woozle.model.decisions import Decision
from woozle.model.records import Assertion, Claim, Document, Origin

BAKERY = (
    "Oven out\n\nORLE, May 9, 2024 (Evening Post) - The oven of the café in Mill Lane is cold, baker Petra Lomm said. "
    "Nobody was hurt, she said.\n"
)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    j.in_this_process(monkeypatch)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        j.in_this_process(patch)
        folder = tmp_path_factory.mktemp("part")
        case = j.case_of(folder, "wire.txt", "echo.txt", "post.txt")
        (folder / "bakery.txt").write_text(BAKERY)
        case.add(folder / "bakery.txt")
        case.run(workers=1)
        return case.path


@pytest.fixture
def case(tmp_path: Path, made: Path) -> woozle.Case:
    return woozle.open(str(shutil.copytree(made, tmp_path / "c.woozle")))


def titles(case: woozle.Case) -> set[str | None]:
    return {row.title for row in case.record().iterate(Document)}


def test_a_part_is_whole_in_itself_and_counts_what_the_pile_counts(case: woozle.Case) -> None:
    whole = {row.id: row for row in j.rows(case, Claim)}
    behind = {row.id: row for row in j.rows(case, Origin)}
    done = case.run(workers=1, about="OVEN cafe")
    assert (done.about, done.made, done.n_new_documents) == ("OVEN cafe", (), 0)
    assert case.verify().faults == ()
    claims = j.rows(case, Claim)
    said = {row.id: row for row in j.rows(case, Assertion)}
    baker = next(row for row in case.record().iterate(Document) if row.title == "Oven out")
    # Every claim of the report that holds the words, and no other.
    assert {row.claim_id for row in said.values() if row.document_id == baker.id} == {row.id for row in claims}
    assert claims
    assert [(row.text, row.assertion_ids, row.reports, row.voices) for row in claims] == [
        (old.text, old.assertion_ids, old.reports, old.voices) for row in claims for old in [whole[row.id]]
    ]
    assert all(behind[row.id] == row for row in j.rows(case, Origin))
    # Who else says that nobody was hurt is there with that alone.
    others = [row for row in said.values() if row.document_id != baker.id]
    assert {row.claim_id for row in others} < {row.id for row in claims}
    assert done.n_outside == 4 - len(titles(case))
    assert done.n_documents == len(titles(case)) < 4


def test_the_whole_can_be_had_again(case: woozle.Case, tmp_path: Path) -> None:
    before, runs = j.exported(case, tmp_path / "before"), len(case.runs())
    case.run(workers=1, about="barges")
    part = j.exported(case, tmp_path / "part")
    assert part["claims.jsonl"] != before["claims.jsonl"]
    assert b'"about": "barges"' in part["manifest.json"]
    assert case.status().is_current
    case.run(workers=1)
    assert j.exported(case, tmp_path / "after") == before
    assert len(case.runs()) == runs


def test_no_such_report_and_no_word_leave_the_record_as_it_is(case: woozle.Case) -> None:
    before = case.status()
    with pytest.raises(UsageError, match="no report holds all of these words: oven lock"):
        case.run(workers=1, about="oven lock")
    with pytest.raises(UsageError, match="holds no word"):
        case.run(workers=1, about=" !! ")
    # Words are whole words.
    with pytest.raises(UsageError, match="no report holds"):
        case.run(workers=1, about="barg")
    assert case.status() == before


def test_what_is_decided_on_a_part_stands_in_the_whole_and_what_lies_outside_is_not_stale(case: woozle.Case) -> None:
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    case.judge("claim", "accept", gate.id, by=j.MIRA)
    case.run(workers=1, about="oven")
    assert j.rows(case, Decision) == []
    assert case.verify().faults == ()
    oven = j.claim_with(case, "oven")
    done = case.judge("claim", "accept", oven.id, by=j.MIRA)
    assert done.is_applied
    assert case.status().about == "oven"
    assert [row.subject_ids for row in j.rows(case, Decision)] == [(oven.id,)]
    assert case.record().get(Claim, barges.id) is None
    case.run(workers=1)
    assert {row.subject_ids: row.stale for row in j.rows(case, Decision)} == {(gate.id,): False, (oven.id,): False}
    assert case.verify().faults == ()


def test_inputs_that_could_not_be_read_are_told_and_those_left_out_are_not(case: woozle.Case, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"\x00\x01\x02")
    case.add(tmp_path / "empty.txt")
    whole = case.run(workers=1)
    part = case.run(workers=1, about="oven")
    assert len(whole.unread) == 1
    assert part.unread == whole.unread


def test_run_status_and_pages_say_that_it_is_a_part(case: woozle.Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["run", str(case.path), "--about", "oven", "--workers", "1"]) == 0
    told = capsys.readouterr().err
    assert "what is about “oven”" in told
    assert f"woozle run {case.path}" in told
    assert cli.main(["status", str(case.path)]) == 0
    assert "of a part: what is about “oven”" in capsys.readouterr().out
    browser = reader(case.path)
    for page in ("claims", "reports", "coverage", "review"):
        assert "A part of the pile: reports about “oven”" in browser.get(f"/{page}").text
    assert browser.get("/claims.json").json()["about"] == "oven"
    case.report(case.path.parent / "report.html")
    assert "A part of the pile: reports about “oven”" in (case.path.parent / "report.html").read_text()
    case.run(workers=1)
    assert "A part of the pile" not in browser.get("/claims").text
