"""Watching a folder: what is whole is taken once, what grows is waited for, other runs too, and two do not watch."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import woozle
from tests.support.judging import REPORTS, in_this_process
from woozle.answers import Added, RunReport
from woozle.errors import CaseLocked, UsageError
from woozle.store.folder import Lock
from woozle.watching import Hands, Watcher, watch


class Ended(Exception):
    """The test's Ctrl-C."""


class World:
    """A folder in which something happens between two looks, and hands that write down what they do."""

    def __init__(self, folder: Path, *between: Callable[[], object]) -> None:
        self.folder, self.done, self.said = folder, list[tuple[str, ...]](), list[str]()
        self.is_stale = self.is_locked = False
        self._between: Iterator[Callable[[], object]] = iter(between)

    def add(self, names: object) -> Added:
        assert isinstance(names, list)
        if self.is_locked:
            raise CaseLocked("the case is locked by process 7")
        self.done.append(("add", *(Path(name).name for name in names)))
        return Added(len(names), len(names), 0, (), ())

    def run(self) -> RunReport:
        if self.is_locked:
            raise CaseLocked("the case is locked by process 7")
        self.done.append(("run",))
        return RunReport((), (), 1, 1, 0, (), True, 0.0)

    def pause(self) -> None:
        change = next(self._between, None)
        if change is None:
            raise Ended
        change()

    def watch(self) -> list[int]:
        """How many inputs each batch had."""
        hands = Hands(self.add, self.run, lambda: self.is_stale, self.pause, self.said.append)
        found: list[int] = []
        with contextlib.suppress(Ended):
            found.extend(batch.added.inputs for batch in watch(self.folder, str(self.folder), hands))
        return found

    def write(self, name: str, text: str) -> Callable[[], object]:
        return lambda: (self.folder / name).write_text(text)


def nothing() -> None:
    """Nothing happens."""


def test_a_file_is_taken_once_and_when_it_is_whole(tmp_path: Path) -> None:
    world = World(tmp_path)
    steps = [
        world.write("a.txt", "one"),
        world.write("b.txt", "one"),
        world.write("b.txt", "one two"),
        nothing,
        nothing,
    ]
    world._between = iter(steps)
    assert world.watch() == [1, 1]
    assert world.done == [("add", "a.txt"), ("run",), ("add", "b.txt"), ("run",)]


def test_what_lies_there_already_is_taken_and_what_changes_is_taken_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    world = World(tmp_path)
    world._between = iter([nothing, world.write("a.txt", "another"), nothing, nothing])
    assert world.watch() == [1, 1]


def test_another_run_is_waited_for_and_that_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    world = World(tmp_path)
    world.is_locked = True
    world._between = iter([nothing, nothing, lambda: setattr(world, "is_locked", False), nothing])
    assert world.watch() == [1]
    assert len([line for line in world.said if "locked by process 7" in line]) == 1


def test_what_an_earlier_watch_left_is_run(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.is_stale = True
    assert world.watch() == [0]
    assert world.done == [("run",)]


def test_a_file_that_goes_and_one_that_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.csv").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    world = World(tmp_path)
    world._between = iter([world.write("a.txt", "x"), (tmp_path / "a.txt").unlink, nothing])
    assert world.watch() == []


def test_two_do_not_watch_one_case(tmp_path: Path) -> None:
    with Lock(tmp_path, "watch.lock", "watched"), pytest.raises(CaseLocked, match="is watched by process"):
        World(tmp_path).watch()
    with pytest.raises(UsageError, match="is no folder"):
        Watcher(str(tmp_path / "nowhere"))


def test_a_case_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_this_process(monkeypatch)
    case, inbox = woozle.Case.create(tmp_path / "c.woozle"), tmp_path / "inbox"
    case.set("annotate.engine", "en-rules")
    inbox.mkdir()
    (inbox / "wire.txt").write_text(REPORTS["wire.txt"])
    batches = case.watch(inbox, every=0.01, workers=1)
    first = next(batches)
    assert (first.added.n_new, first.ran.n_documents) == (1, 1)
    (inbox / "echo.txt").write_text(REPORTS["echo.txt"])
    assert next(batches).ran.n_documents == 2
    assert case.status().is_current
    with pytest.raises(CaseLocked, match="watched"):
        next(woozle.open(str(case.path)).watch(inbox))
    batches.close()  # type: ignore[attr-defined]
    with Lock(case.path, "watch.lock"):
        pass
