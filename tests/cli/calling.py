"""Calls the command line as a user does: in a process of its own, with its streams and its exit code."""

import ctypes
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPORT = (
    "Ferry runs aground off Saltby\n\nSALTBY, May 7, 2024 (Harbour Wire) - A ferry with 40 people on board ran "
    "aground off Saltby on Monday evening, the harbour office said.\n\n“Nobody was hurt,” harbour master Ines Vallo "
    "told reporters.\n"
)


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON object that it must be."""
        return json.loads(self.out)


def like_anybody() -> None:
    """Give up root's right to read and write everything, so that tests of rights mean something for root too."""
    if os.geteuid() == 0 and sys.platform == "linux":
        libc = ctypes.CDLL(None)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def woozle(*words: str | Path, cwd: Path | None = None, stdin: str = "", **environment: str) -> Done:
    """Run one call to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "woozle", *(str(word) for word in words)],
        cwd=cwd,
        input=stdin.encode(),
        capture_output=True,
        check=False,
        timeout=120,
        preexec_fn=like_anybody,
        env={**_plain_environment(), **environment},
    )
    err = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err, err
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"), err)


def _plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("WOOZLE_")}


def case_of(folder: Path, **reports: str | bytes) -> Path:
    """A case with some reports added and run: ``a="words"`` becomes ``a.txt``."""
    inbox, case = folder / "inbox", folder / "case.woozle"
    inbox.mkdir(exist_ok=True)
    for name, words in reports.items():
        content = words.encode() if isinstance(words, str) else words
        (inbox / f"{name}.txt").write_bytes(content)
    assert woozle("init", case).code == 0
    woozle("add", case, inbox)
    assert woozle("run", case).code in (0, 3)
    return case
