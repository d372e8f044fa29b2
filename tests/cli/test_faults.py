"""Failures as sentences: the net under every verb, without a process for each."""

import json
import sqlite3
from pathlib import Path

import pytest

import woozle
from woozle.cli import calls, main
from woozle.cli.faults import told
from woozle.cli.output import listed, write
from woozle.errors import CaseLocked, ContractBroken, Interrupted


def caused(error: BaseException, cause: BaseException) -> BaseException:
    error.__cause__ = cause
    return error


InterruptException = type("InterruptException", (Exception,), {})


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (CaseLocked("locked by process 7"), 5, "locked by process 7"),
        (Interrupted("stopped; woozle run x goes on"), 130, "woozle run x goes on"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (caused(ContractBroken("a query failed"), InterruptException("Interrupted")), 130, "interrupted"),
        (sqlite3.OperationalError("database or disk is full"), 1, "the disk is full"),
        (caused(ContractBroken("a query failed"), OSError(28, "No space left on device")), 1, "the disk is full"),
        (OSError("Error writing bytes to file. Detail: [errno 28] No space left on device"), 1, "the disk is full"),
        (sqlite3.DatabaseError("database disk image is malformed"), 4, "delete the folder books"),
        (PermissionError(13, "Permission denied", "x/y"), 1, "Permission denied: x/y"),
        (MemoryError(), 1, "not enough memory"),
        (ZeroDivisionError("division by zero"), 1, "a fault of Woozle's own (ZeroDivisionError: division by zero)"),
    ],
)
def test_every_error_is_one_sentence_and_a_code(error: BaseException, code: int, said: str) -> None:
    message, given = told(error)
    assert given == code
    assert said in message


def test_the_net_holds_and_shows_more_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(case: woozle.Case) -> None:
        raise RuntimeError("nobody expected this")

    case = woozle.Case.create(tmp_path / "c.woozle")
    monkeypatch.setattr(woozle.Case, "status", fail)
    monkeypatch.delenv("WOOZLE_TRACEBACK", raising=False)
    assert main(["status", str(case.path)]) == 1
    err = capsys.readouterr().err
    assert "nobody expected this" in err
    assert "Traceback" not in err
    assert main(["status", str(case.path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["ok"] is False
    monkeypatch.setenv("WOOZLE_TRACEBACK", "1")
    assert main(["status", str(case.path)]) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ([], ["--help"]),
        (["run", "x"], ["run", "x"]),
        (["lost.woozle"], ["status", "lost.woozle"]),
        (["a/b", "--json"], ["status", "a/b", "--json"]),
        (["--version"], ["--version"]),
        (["bogus"], ["bogus"]),
    ],
)
def test_a_path_alone_asks_for_its_status(words: list[str], meaning: list[str]) -> None:
    assert calls.meant(words) == meaning


def test_a_folder_named_like_a_verb_does_not_hide_the_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert calls.meant(["demo"]) == ["demo"]
    assert calls.meant(["mine"]) == ["status", "mine"]


class Terminal:
    """A stream with an encoding."""

    def __init__(self, encoding: str) -> None:
        self.encoding, self.text = encoding, ""

    def write(self, text: str) -> None:
        text.encode(self.encoding)
        self.text += text

    def flush(self) -> None:
        return


def test_nothing_that_is_written_steers_the_terminal_or_breaks_it() -> None:
    screen = Terminal("utf-8")
    write("\x1b[2J“gone” \u202egnp\x9b1m\tend \udcff", screen)
    assert screen.text == "\\u001b[2J“gone” \\u202egnp\\u009b1m\tend \\udcff\n"
    old = Terminal("ascii")
    write("“gone”", old)
    assert old.text == "\\u201cgone\\u201d\n"
    as_json = Terminal("utf-8")
    write(json.dumps({"name": "a\u202eb\x9b\x1b"}, ensure_ascii=False), as_json)
    assert json.loads(as_json.text) == {"name": "a\u202eb\x9b\x1b"}


def test_a_list_is_cut_and_a_name_keeps_to_its_line() -> None:
    assert listed(["a\nb", "c", "d"], most=2) == ["  a\\nb", "  c", "  … and 1 more"]
