"""Watching: a folder is looked at again and again, and what arrived whole is added and run.

Looking works on every file system, network folders too, where the system's own notices do not come.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from woozle.answers import Added, RunReport
from woozle.errors import CaseLocked, UsageError
from woozle.store.folder import Lock
from woozle.store.inputs import Found, find


@dataclass(frozen=True, slots=True)
class Batch:
    """One batch: what was added, and the run that followed."""

    added: Added
    ran: RunReport


@dataclass(frozen=True, slots=True)
class Hands:
    """What the watcher can do: add some files, run, tell whether there is something to run, wait, say a word."""

    add: Callable[[Sequence[str]], Added]
    run: Callable[[], RunReport]
    is_stale: Callable[[], bool]
    pause: Callable[[], object]
    say: Callable[[str], object]


#: What tells one state of a file from another: its size, and when it was written in nanoseconds.
State = tuple[int, int]


class Watcher:
    """Which files of a folder are new, and which of them are whole: those that two looks find in the same state."""

    def __init__(self, folder: str) -> None:
        """Watch a folder.

        Raises:
            UsageError: there is no such folder.
        """
        if not Path(folder).is_dir():
            raise UsageError(f"{folder} is no folder: watch a folder in which reports arrive")
        self._folder = folder
        self._last: Mapping[str, State] = {}
        self._done: dict[str, State] = {}

    def look(self) -> list[str]:
        """The files that are new or changed since they were taken, and that nobody writes any more."""
        now = dict(self._states())
        whole = [name for name, state in now.items() if self._last.get(name) == state != self._done.get(name)]
        self._last = now
        return whole

    def taken(self, names: Sequence[str]) -> None:
        """These files were added as the last look saw them."""
        self._done |= {name: self._last[name] for name in names}

    def _states(self) -> Iterator[tuple[str, State]]:
        for found in find([self._folder]):
            if isinstance(found, Found) and found.fault is None:
                try:
                    seen = os.stat(found.name)
                except OSError:
                    continue  # it went while it was looked at
                yield found.name, (seen.st_size, seen.st_mtime_ns)


def watch(case: Path, folder: str, hands: Hands) -> Iterator[Batch]:
    """Add and run as files arrive, without end; stop asking, or raise KeyboardInterrupt, to end it.

    Raises:
        UsageError: there is no such folder.
        CaseLocked: another process watches the case.
        OSError: the disk is full.
    """
    watcher = Watcher(folder)
    with Lock(case, "watch.lock", "watched"):
        is_told = False
        hands.say(f"watching {folder}; Ctrl-C ends it")
        # What an earlier watch added and could not run is run first.
        is_waiting = hands.is_stale()
        added: Added | None = None
        while True:
            names = watcher.look()
            try:
                if names:
                    more = hands.add(names)
                    watcher.taken(names)
                    added, is_waiting = more if added is None else _both(added, more), True
                if is_waiting:
                    ran = hands.run()
                    yield Batch(added or Added(0, 0, 0, (), ()), ran)
                    added, is_waiting = None, False
                is_told = False
            except CaseLocked as error:
                # Another run has the case: what arrived waits for it.
                if not is_told:
                    hands.say(f"waiting: {error}")
                is_told = True
            hands.pause()


def _both(one: Added, more: Added) -> Added:
    return Added(
        one.inputs + more.inputs,
        one.n_new + more.n_new,
        one.n_known + more.n_known,
        (),
        (*one.problems, *more.problems),
        (*one.skipped, *more.skipped),
        one.n_left + more.n_left,
    )
