"""Progress on standard error: one line that changes on a terminal, a plain line a step elsewhere."""

import os
import sys
import time
from typing import Protocol

#: How often the line on a terminal may change, in seconds.
EVERY = 0.1
#: Strokes of the comb that fills up.
WIDTH = 24


class Told(Protocol):
    """What the run tells after each piece of work."""

    @property
    def step(self) -> str:
        """The step's name."""

    @property
    def done(self) -> int:
        """Pieces done."""

    @property
    def total(self) -> int:
        """Pieces in all."""


class Progress:
    """Shows how far a run is; silent where `is_shown` is false."""

    def __init__(self, is_shown: bool) -> None:
        self._is_shown = is_shown
        self._is_live = is_shown and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._last, self._at = "", 0.0

    def __call__(self, told: Told) -> None:
        """Take in one event."""
        if not self._is_shown:
            return
        if not self._is_live:
            self._plain(told)
            return
        now = time.monotonic()
        if told.done == told.total or now - self._at > EVERY:
            self._at = now
            filled = WIDTH * told.done // max(1, told.total)
            marks = "#" * filled + "." * (WIDTH - filled)
            sys.stderr.write(f"\r{told.step:<10} {marks} {told.done}/{told.total}\x1b[K")
            sys.stderr.flush()

    def _plain(self, told: Told) -> None:
        if told.step != self._last and told.done:
            self._last = told.step
            sys.stderr.write(f"{told.step}\n")
            sys.stderr.flush()

    def close(self) -> None:
        """Take the changing line away."""
        if self._is_live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
