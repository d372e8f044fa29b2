"""A run in a process of its own: told while it goes on, one at a time, and why it stopped."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import judging as j
from woozle.following import Following
from woozle.store.folder import Lock

#: Ends a wait that would be for ever; nothing is timed.
PATIENCE = 240


def until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_nothing_is_told_before_anything_was_started(tmp_path: Path) -> None:
    made = Following(tmp_path)
    assert (made.state, made.failure) == ("", "")


def test_a_run_makes_the_record_follow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        j.in_this_process(patch)
        case = j.case_of(tmp_path, "wire.txt", "echo.txt")
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    case.judge("claim", "same", gate.id, barges.id, by="Mira", is_applied=False)
    assert not case.status().is_current
    made = Following(case.path)
    made.start()
    made.start()
    assert made.state
    until(lambda: not made.state)
    assert made.failure == ""
    assert case.status().is_current


def test_a_run_that_cannot_begin_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        j.in_this_process(patch)
        case = j.case_of(tmp_path, "wire.txt")
    made = Following(case.path)
    with Lock(case.path):
        made.start()
        until(lambda: not made.state)
    until(lambda: "locked" in made.failure)
