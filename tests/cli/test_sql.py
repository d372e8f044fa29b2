"""woozle sql: one query, several on standard input, and a shell for somebody who types."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import woozle
from tests.support.judging import case_of, in_this_process


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one report, read by rules: what is asked is how it is asked for."""
    with pytest.MonkeyPatch.context() as patch:
        in_this_process(patch)
        return case_of(tmp_path_factory.mktemp("sql"), "wire.txt").path


def test_one_query(made: Path) -> None:
    done = woozle("sql", made, "SELECT outlet, title FROM documents")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0].split() == ["outlet", "title"]
    assert "Harbour Wire" in done.out
    assert woozle("sql", made, "SELECT count(*) AS n FROM documents", "--json").json == {
        "ok": True,
        "columns": ["n"],
        "rows": [[1]],
    }
    (row,) = woozle("sql", made, "SELECT published FROM documents", "--format", "json").out.splitlines()
    assert json.loads(row)["published"]["start"] == "2024-05-07T00:00:00Z"
    assert woozle("sql", made, "SELECT 1 AS a", "--format", "csv").out == "a\n1\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["SELCT"], "Parser Error"),
        (["DROP TABLE claims"], "DROP is not allowed"),
        (["COPY claims TO 'out.csv'"], "COPY is not allowed"),
        (["SELECT * FROM read_text('woozle.toml')"], "Permission Error"),
        (["SELECT 1", "--format", "xml"], "table, csv and json"),
    ],
)
def test_what_cannot_be_is_one_plain_line(made: Path, words: list[str], said: str) -> None:
    done = woozle("sql", made.resolve(), *words, cwd=made)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert woozle("sql", made.resolve(), *words, "--json", cwd=made).json["ok"] is False
    assert not (made / "out.csv").exists()


def test_a_case_without_a_record(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    done = woozle("sql", "c.woozle", "SELECT 1", cwd=tmp_path)
    assert (done.code, "woozle run" in done.err) == (1, True)


def test_queries_on_standard_input(made: Path) -> None:
    given = "SELECT ';' AS a; -- one; more\n/* a; b */ SELECT 2 AS b\n"
    assert woozle("sql", made, "--format", "csv", stdin=given).out == "a\n;\nb\n2\n"
    done = woozle("sql", made, stdin="SELECT 1; SELCT; SELECT 2")
    assert done.code == 2
    assert woozle("sql", made).out == ""


def test_a_shell_goes_on_after_a_fault(made: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "woozle", "sql", str(made)], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    os.write(ours, b"SELCT;\n.help\nSELECT 40\n + 2 AS answer;\n.quit\n")
    out, err = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0
    assert b"42" in out
    assert b"Parser Error" in err
    assert b"Traceback" not in err
