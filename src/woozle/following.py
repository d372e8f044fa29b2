"""A run of a case in a process of its own, started from its pages, and what it does at the moment."""

import subprocess
import sys
import threading
from pathlib import Path


class Following:
    """One run at a time; where another process runs the case, this one says so and ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._line = ""

    @property
    def state(self) -> str:
        """What the run does; empty where none goes on."""
        process = self._process
        goes_on = process is not None and process.poll() is None
        return (self._line or "it begins") if goes_on else ""

    @property
    def failure(self) -> str:
        """Why the last run stopped; empty where it came to its end, with or without inputs that it could not read."""
        code = self._process.poll() if self._process is not None else None
        return "" if code in (None, 0, 3) else self._line or f"exit code {code}"

    def start(self) -> None:
        """Start one, unless one goes on."""
        with self._lock:
            if self._process is not None and self._process.poll() is None:
                return
            self._line = ""
            self._process = subprocess.Popen(
                [sys.executable, "-m", "woozle", "run", str(self._path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        for line in process.stderr or ():
            self._line = line.strip() or self._line
