"""The odd paths: each ends in one clear message, the right exit code, and nothing lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calling import REPORT, case_of, woozle
from woozle.cli import main


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["bogus"], 2, "No such command"),
        (["add"], 2, "Missing argument"),
        (["status", "nowhere.woozle"], 1, "no case"),
        (["explain", "nowhere.woozle", "b2:0"], 1, "no case"),
        (["status", "x", "--limit", "many"], 2, "integer"),
        (["verify", "nowhere"], 1, "no case"),
    ],
)
def test_bad_calls(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    done = woozle(*words, cwd=tmp_path)
    assert done.code == code
    assert said in done.err
    assert done.out == ""
    as_json = woozle(*words, "--json", cwd=tmp_path)
    assert (as_json.code, as_json.json["ok"]) == (code, False)


def test_nothing_was_run_yet(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    assert "woozle add" in woozle("c.woozle", cwd=tmp_path).out
    for verb in (["claims"], ["verify"], ["export", "--to", "out"], ["report", "--to", "x.html"]):
        done = woozle(verb[0], "c.woozle", *verb[1:], cwd=tmp_path)
        assert done.code == 1
        assert "woozle run" in done.err


def test_an_empty_folder_and_an_empty_case(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    woozle("init", "c.woozle", cwd=tmp_path)
    added = woozle("add", "c.woozle", "empty", cwd=tmp_path)
    assert added.code == 0
    assert "no report was found" in added.err
    ran = woozle("run", "c.woozle", "--json", cwd=tmp_path)
    assert (ran.code, ran.json["n_documents"]) == (0, 0)
    assert woozle("report", "c.woozle", "--to", "x.html", cwd=tmp_path).code == 0
    assert woozle("verify", "c.woozle", cwd=tmp_path).code == 0


def test_inputs_that_hold_no_report_are_listed(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "good.txt").write_text(REPORT)
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "scan.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)))
    (inbox / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (inbox / "deep.html").write_text("<div>" * 200_000)
    (inbox / "menu.html").write_text("<html><body><nav><a href='/a'>A</a> <a href='/b'>B</a></nav></body></html>")
    os.mkfifo(inbox / "pipe.txt")
    woozle("init", "c.woozle", cwd=tmp_path)
    added = woozle("add", "c.woozle", "inbox", "missing.txt", cwd=tmp_path)
    assert added.code == 3
    assert "pipe" in added.err
    assert "missing.txt" in added.err
    ran = woozle("run", "c.woozle", "--json", cwd=tmp_path)
    assert ran.code == 3
    assert ran.json["n_documents"] == 1
    unread = {Path(name).name for name in ran.json["unread"]}
    assert {"empty.txt", "scan.pdf", "noise.txt", "deep.html", "menu.html", "pipe.txt", "missing.txt"} <= unread
    problems = woozle("status", "c.woozle", "--json", cwd=tmp_path).json["problems"]
    told = {Path(row["input"]).name for row in problems}
    assert unread <= told
    assert all(len(row["message"]) > 30 for row in problems)


def test_names_with_odd_characters(tmp_path: Path) -> None:
    inbox = tmp_path / "in box"
    inbox.mkdir()
    names = [
        b"new\nline.txt",
        "дело.txt".encode(),
        b"bad\xff.txt",
        "\u202egnp.txt".encode(),
        b"-dash.txt",
        b"quote'\".txt",
    ]
    for at, name in enumerate(names):
        (inbox / os.fsdecode(name)).write_text(f"Number {at}\n\n{REPORT}")
    case = tmp_path / "ca se.woozle"
    woozle("init", case)
    assert woozle("add", case, inbox).code == 0
    ran = woozle("run", case, "--json")
    assert (ran.code, ran.json["n_documents"]) == (0, len(names))
    assert woozle("verify", case).code == 0
    assert woozle("report", case, "--to", tmp_path / "x.html").code == 0


def test_a_list_on_standard_input_and_the_same_bytes_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text(REPORT)
    woozle("init", "c.woozle", cwd=tmp_path)
    added = woozle("add", "c.woozle", "-", "--json", cwd=tmp_path, stdin="a.txt\nb.txt\n")
    assert (added.json["inputs"], added.json["new"]) == (2, 2)
    woozle("run", "c.woozle", cwd=tmp_path)
    status = woozle("status", "c.woozle", "--json", cwd=tmp_path).json
    assert (status["n_captures"], status["n_inputs"], status["n_documents"]) == (1, 2, 1)


def test_a_case_that_can_only_be_read(tmp_path: Path, small: Path) -> None:
    case = small
    (case / "lock").unlink(missing_ok=True)
    folders = [case, *(path for path in case.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    try:
        for words in (["status"], ["claims"], ["config"], ["verify"]):
            assert woozle(*words, case).code == 0
        assert woozle("export", case, "--to", tmp_path / "out").code == 0
        assert woozle("report", case, "--to", tmp_path / "x.html").code == 0
        for words in (["run", case], ["add", case, tmp_path], ["config", case, "copies.cap", "13"]):
            done = woozle(*words)
            assert done.code == 1
            assert "can be read but not written" in done.err
    finally:
        for folder in folders:
            folder.chmod(0o700)


def test_what_may_not_be_read_or_written(tmp_path: Path) -> None:
    inbox, shut = tmp_path / "inbox", tmp_path / "shut"
    (inbox / "secret").mkdir(parents=True)
    shut.mkdir()
    (inbox / "a.txt").write_text(REPORT)
    (inbox / "b.txt").write_text(REPORT)
    (inbox / "b.txt").chmod(0)
    for folder in (inbox / "secret", shut):
        folder.chmod(0)
    try:
        woozle("init", "c.woozle", cwd=tmp_path)
        added = woozle("add", "c.woozle", "inbox", "--json", cwd=tmp_path)
        assert (added.code, added.json["new"]) == (3, 1)
        assert {problem["kind"] for problem in added.json["problems"]} == {"no_rights", "unreadable"}
        assert woozle("run", "c.woozle", cwd=tmp_path).code == 3
        for words in (
            ["report", "c.woozle", "--to", "shut/x.html"],
            ["export", "c.woozle", "--to", "shut/out"],
            ["init", "shut/d.woozle"],
            ["demo", "--to", "shut/demo"],
        ):
            done = woozle(*words, cwd=tmp_path)
            assert done.code == 1, words
            assert "Permission denied" in done.err
        assert woozle("report", "c.woozle", "--to", "inbox", cwd=tmp_path).code == 2
    finally:
        for path in (inbox / "secret", shut, inbox / "b.txt"):
            path.chmod(0o700)


def test_of_runs_at_once_one_runs_and_the_others_are_told(tmp_path: Path) -> None:
    case = tmp_path / "c.woozle"
    (tmp_path / "a.txt").write_text(REPORT)
    woozle("init", case)
    woozle("add", case, tmp_path / "a.txt")
    words = [sys.executable, "-m", "woozle", "run", str(case)]
    runs = [subprocess.Popen(words, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ends = [(run.communicate(timeout=60)[1], run.returncode) for run in runs]
    assert {code for _, code in ends} <= {0, 5}
    assert 0 in {code for _, code in ends}
    assert all("locked by process" in err for err, code in ends if code == 5)
    assert woozle("run", case).code == 0
    assert woozle("verify", case).code == 0


def test_whoever_stops_reading_is_no_fault(small: Path) -> None:
    for target, code, said in (("| true", 0, ""), ("> /dev/full", 1, "the disk is full")):
        call = f"{sys.executable} -m woozle claims {small} {target}"
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {call}"], capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == code
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


HOLD = (
    "import sys, time; from woozle.store.folder import Lock; from pathlib import Path\n"
    "with Lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
)


def test_a_second_writer_is_told_who_holds_the_case(tmp_path: Path, small: Path) -> None:
    case = small
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(case)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        for words in (["run", case], ["add", case, tmp_path], ["config", case, "copies.cap", "13"]):
            done = woozle(*words)
            assert done.code == 5
            assert f"locked by process {holder.pid}" in done.err
        assert woozle("claims", case).code == 0
    finally:
        holder.kill()
        holder.wait()
    assert woozle("run", case).code == 0


def test_ctrl_c_ends_with_130_and_the_next_run_goes_on(tmp_path: Path) -> None:
    inbox, case = tmp_path / "inbox", tmp_path / "c.woozle"
    inbox.mkdir()
    for at in range(40):
        (inbox / f"{at}.txt").write_text(f"Report {at}\n\n" + REPORT * 5)
    woozle("init", case)
    woozle("add", case, inbox)
    run = subprocess.Popen(
        [sys.executable, "-m", "woozle", "run", str(case)], stderr=subprocess.PIPE, start_new_session=True
    )
    # The run is under way once it cuts the pile into chunks; before, Ctrl-C may fall into Python's own start.
    while run.poll() is None and not (case / "tables").exists():
        time.sleep(0.05)
    time.sleep(0.5)
    os.killpg(run.pid, signal.SIGINT)
    err = run.communicate(timeout=120)[1].decode()
    assert "Traceback" not in err
    # Python ends by the signal itself, and the shell says 130, where Ctrl-C fell into the loading of a C library.
    assert run.returncode in (0, 130, -signal.SIGINT), err
    assert run.returncode == 0 or "goes on" in err
    assert woozle("run", case, "--json").json["n_documents"] == 40


def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    """Files may not grow past a limit, which is what a full disk looks like to a program."""
    case = tmp_path / "c.woozle"
    (tmp_path / "a.txt").write_text(REPORT)
    woozle("init", case)
    woozle("add", case, tmp_path / "a.txt")
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))"
    start = f"import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {limit};"
    code = f"{start} from woozle.cli import main; sys.exit(main(['run', {str(case)!r}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "large" in done.stderr or "space" in done.stderr or "full" in done.stderr
    assert woozle("run", case).code == 0
    assert woozle("verify", case).code == 0


def test_a_page_that_browsers_open_badly_is_told_and_what_to_do_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = case_of(tmp_path, a="Ferry stuck\n\nPolice said on Tuesday that the ferry was stuck.\n")
    assert main(["report", str(case), "--to", str(tmp_path / "x.html")]) == 0
    assert "--about" not in capsys.readouterr().err
    monkeypatch.setattr("woozle.cli.report.HEAVY", 0)
    assert main(["report", str(case), "--to", str(tmp_path / "x.html")]) == 0
    assert f"woozle run {case} --about WORDS" in capsys.readouterr().err
