"""woozle watch: one line a batch, a second one is refused, Ctrl-C ends it with nothing lost."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.calling import woozle
from tests.support.judging import REPORTS


def test_a_folder_is_watched_until_ctrl_c(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    woozle("config", "c.woozle", "annotate.engine", "en-rules", cwd=tmp_path)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "wire.txt").write_text(REPORTS["wire.txt"])
    words = [sys.executable, "-m", "woozle", "watch", "c.woozle", "inbox", "--every", "0.2"]
    process = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert b"1 new of 1 inputs; 1 reports in the record" in process.stdout.readline()
    second = woozle("watch", "c.woozle", "inbox", cwd=tmp_path)
    assert (second.code, "is watched by process" in second.err) == (5, True)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, b"")
    assert b"watching inbox" in err
    assert b"no longer watching; nothing is lost" in err
    assert b"Traceback" not in err
    assert woozle("status", "c.woozle", "--json", cwd=tmp_path).json["is_current"] is True


def test_what_cannot_be_watched(tmp_path: Path) -> None:
    woozle("init", "c.woozle", cwd=tmp_path)
    done = woozle("watch", "c.woozle", "nowhere", cwd=tmp_path)
    assert (done.code, "is no folder" in done.err) == (2, True)
