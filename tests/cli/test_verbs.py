"""Every verb: what goes to which stream, the exit code, and the one JSON object."""

import json
import shutil
from pathlib import Path

import pytest

import woozle as package
from tests.cli.calling import REPORT, case_of, woozle


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_of(tmp_path_factory.mktemp("verbs"), a=REPORT, b="Echo\n\n" + REPORT)


def test_the_way_from_a_pile_to_a_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    made = woozle("init", "c.woozle", "--json", cwd=tmp_path)
    assert (made.code, made.json) == (0, {"ok": True, "case": "c.woozle"})
    added = woozle("add", "c.woozle", "a.txt", cwd=tmp_path)
    assert (added.code, added.out) == (0, "")
    assert "1 new" in added.err
    ran = woozle("run", "c.woozle", "--json", cwd=tmp_path)
    assert ran.json["n_documents"] == 1
    assert ran.json["ok"] is True
    again = woozle("run", "c.woozle", cwd=tmp_path)
    assert (again.code, again.out) == (0, "")
    assert "nothing was remade" in again.err
    assert woozle("verify", "c.woozle", cwd=tmp_path).code == 0


def test_one_more_report_makes_its_own_rows_only(tmp_path: Path, small: Path) -> None:
    case, inbox = small, tmp_path / "inbox"
    inbox.mkdir()
    before = {path: path.stat().st_mtime_ns for path in case.glob("tables/sentences/*/*.parquet")}
    (inbox / "b.txt").write_text("Gate opened\n\nThe gate was opened on Tuesday, Tove Brandt said.")
    woozle("add", case, inbox)
    ran = woozle("run", case, "--json").json
    assert ran["n_new_documents"] == 1
    after = {path: path.stat().st_mtime_ns for path in case.glob("tables/sentences/*/*.parquet")}
    assert before.items() <= after.items()


def test_one_setting_changed_remakes_what_follows_from_it(small: Path) -> None:
    case = small
    assert woozle("config", case, "resolve.least", "0.9").code == 0
    ran = woozle("run", case, "--json").json
    follows = ["judge_entities", "judge_claims", "events", "conflicts", "voices", "origins", "judge_origins"]
    assert ran["made"] == ["resolve", "cluster", *follows]
    shown = woozle("config", case, "--json").json
    assert shown["settings"]["resolve.least"] == 0.9
    assert shown["origins"]["resolve.least"] == "woozle.toml"
    assert shown["origins"]["copies.cap"] == "default"


def test_status_and_the_bare_case_say_the_same(case: Path) -> None:
    assert woozle("status", case).out == woozle(case).out
    found = woozle("status", case, "--json").json
    assert (found["n_documents"], found["is_current"], found["ok"]) == (2, True, True)


def test_claims_and_explain_lead_to_the_words(case: Path) -> None:
    found = woozle("claims", case, "--json").json["claims"]
    hurt = next(claim for claim in found if "hurt" in claim["text"])
    assert hurt["reports"] == 2
    shown = woozle("explain", case, hurt["id"][:12])
    assert shown.code == 0
    assert "Nobody was hurt" in shown.out
    assert "characters" in shown.out
    assert woozle("explain", case, hurt["id"], "--json").json["rows"]


def test_claims_can_be_chosen(case: Path) -> None:
    assert woozle("claims", case, "--about", "hurt", "--json").json["n_claims"] >= 1
    assert woozle("claims", case, "--about", "zeppelin", "--json").json["claims"] == []
    assert woozle("claims", case, "--min-voices", "99").out == ""
    assert woozle("claims", case, "--voice", "Ines Vallo", "--json").json["n_claims"] >= 1
    assert "--voice zeppelin" in woozle("claims", case, "--about", "zeppelin").err


def test_claims_that_clash_come_with_what_they_clash_with(case: Path) -> None:
    found = woozle("claims", case, "--conflicts", "--json").json
    assert {claim["id"] for claim in found["claims"]} == {
        side for row in found["conflicts"] for side in (row["left_claim_id"], row["right_claim_id"])
    }
    assert "conflicts" not in woozle("claims", case, "--json").json


def test_claims_of_a_time_that_is_none_say_what_to_write(case: Path) -> None:
    done = woozle("claims", case, "--since", "May")
    assert (done.code, done.out) == (2, "")
    assert "since May is no date: write 2024-05-07, 2024-05 or 2024" in done.err


def test_diff_says_what_changed_since_the_last_run(case: Path, tmp_path: Path) -> None:
    case = Path(shutil.copytree(case, tmp_path / "case.woozle"))
    refused = woozle("diff", case)
    assert (refused.code, refused.out) == (2, "")
    assert "remembers 1 run: nothing to compare yet" in refused.err
    assert woozle("run", case, "--json").json["is_changed"] is False
    (tmp_path / "b.txt").write_text(
        "Ferry: all safe\n\nSALTBY, May 8, 2024 (Coast Daily) - “Nobody was hurt,” harbour master Ines Vallo told "
        "reporters. The ferry was too full, said Tom Reck, who saw it from the pier.\n"
    )
    woozle("add", case, tmp_path / "b.txt")
    woozle("run", case)
    found = woozle("diff", case, "--json").json
    assert (found["old"]["number"], found["new"]["number"], found["is_empty"]) == (1, 2, False)
    assert [Path(row["input"]).name for row in found["reports_added"]] == ["b.txt"]
    assert any("too full" in row["text"] for row in found["claims_new"])
    assert "run 1" in woozle("diff", case, "1", "2").out
    assert woozle("diff", case, "2", "2").out.splitlines()[1] == "nothing changed"
    status = woozle("status", case, "--json").json
    assert [run["number"] for run in status["runs"]] == [1, 2]
    assert "woozle diff" in woozle("status", case).out


def test_explain_tells_what_was_known_when(case: Path) -> None:
    claim = woozle("claims", case, "--about", "hurt", "--json").json["claims"][0]
    assert "What was known when:" in woozle("explain", case, claim["id"]).out
    days = woozle("explain", case, claim["id"], "--json").json["history"]
    assert days[0]["day"] == "2024-05-07"
    assert (days[-1]["n_reports"], days[-1]["voices"]) == (claim["reports"], claim["voices"])


def test_export_writes_one_file_a_table_and_verify_reads_it(case: Path, tmp_path: Path) -> None:
    to = tmp_path / "record"
    assert woozle("export", case, "--to", to).code == 0
    rows = [json.loads(line) for line in (to / "documents.jsonl").read_text().splitlines()]
    assert len(rows) == 2
    assert woozle("verify", to).code == 0
    (to / "claims.jsonl").write_text("{}\n")
    broken = woozle("verify", to, "--json")
    assert (broken.code, broken.json["ok"]) == (4, False)
    assert woozle("export", case, "--format", "csv", "--bom", "--to", tmp_path / "tables").code == 0
    assert (tmp_path / "tables" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_report_is_one_file(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert woozle("report", case, "--to", page).code == 0
    assert page.read_text("utf-8").lstrip().lower().startswith("<!doctype html>")


def test_demo_shows_one_voice_behind_many_reports_and_two_behind_few(tmp_path: Path) -> None:
    done = woozle("demo", "--json", cwd=tmp_path)
    assert done.code == 0
    assert done.json["reports"] == 14
    case = package.open(tmp_path / "woozle-demo" / "border.woozle")
    about = {word: case.claims(about=word) for word in ("prisoner", "lorries")}
    forty = max(about["prisoner"], key=lambda claim: claim.reports)
    assert forty.reports >= 5
    assert (forty.voices.best, forty.voices.high) == (1, 1)
    lorries = about["lorries"][0]
    assert (lorries.reports, lorries.voices.low, lorries.voices.best) == (3, 2, 2)
    again = woozle("demo", cwd=tmp_path)
    assert again.code == 0
    assert "one voice" in again.out.lower()


@pytest.mark.parametrize("verb", ["", *"demo init add run status claims explain report export verify config".split()])
def test_every_verb_has_help_with_examples(verb: str) -> None:
    words = [verb, "--help"] if verb else ["--help"]
    done = woozle(*words)
    assert done.code == 0
    assert "woozle demo" in done.out if not verb else "Examples:" in done.out
    assert done.err == ""


def test_version_and_completion() -> None:
    assert woozle("--version").out == f"woozle {package.__version__}\n"
    assert "complete" in woozle("--show-completion", "bash", SHELL="/bin/bash").out.lower()
