"""Decisions, undos, runs and reports in any order: the journal stays whole, the record is one made from scratch.

From scratch means of captures, journal and settings alone, byte for byte.
"""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

import woozle
from tests.support import judging as j
from woozle.errors import UsageError
from woozle.model.decisions import KINDS, UNDO, VERDICTS
from woozle.model.records import Claim, Document

FIRST, LATER = ("wire.txt", "echo.txt", "post.txt"), ("late.txt", "copy.txt")
PLACES = st.lists(st.integers(0, 40), min_size=1, max_size=3, unique=True)
NAMES = st.sampled_from(["Mira", "Ivo"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        j.in_this_process(patch)
        return j.case_of(tmp_path_factory.mktemp("machine"), *FIRST).path


class Judges(RuleBasedStateMachine):
    """Two people who decide, take back, add reports and run, in any order."""

    def __init__(self, made: Path, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.case = woozle.open(str(shutil.copytree(made, folder / "c.woozle")))
        self.waiting = list(LATER)
        self.clock = itertools.count(10)
        self.journal: list[Any] = self.case._folder.journal.entries()

    def by(self, who: str) -> woozle.By:
        return woozle.By(who, "seen", f"2024-06-01T12:00:{next(self.clock)}Z")

    def wrote(self, call: Callable[[], object], n_lines: int = 1) -> None:
        """A call that writes so many lines, or is refused and writes none; what was written before never changes."""
        try:
            call()
        except UsageError:
            n_lines = 0
        entries = self.case._folder.journal.entries()
        assert entries[: len(self.journal)] == self.journal
        assert len(entries) == len(self.journal) + n_lines
        self.journal = entries

    @rule(kind=st.sampled_from(KINDS), verdict=st.integers(0, 9), places=PLACES, who=NAMES, now=st.booleans())
    def judge(self, kind: str, verdict: int, places: list[int], who: str, *, now: bool) -> None:
        rows = dict(j.subjects(self.case))[kind]
        if rows:
            ids = list(dict.fromkeys(rows[place % len(rows)].id for place in places))
            word = VERDICTS[kind][verdict % len(VERDICTS[kind])]
            self.wrote(lambda: self.case.judge(kind, word, *ids, by=self.by(who), is_applied=now))

    @rule(place=st.integers(0, 40), places=PLACES, word=st.sampled_from(["split", "different", "same"]), who=NAMES)
    def judge_statements(self, place: int, places: list[int], word: str, who: str) -> None:
        large = [row for row in j.rows(self.case, Claim) if len(row.assertion_ids) > 1] or j.rows(self.case, Claim)
        whole = large[place % len(large)]
        ids = list(dict.fromkeys(whole.assertion_ids[one % len(whole.assertion_ids)] for one in places))
        self.wrote(lambda: self.case.judge("claim", word, whole.id, *ids, by=self.by(who)))

    @rule(one=st.integers(0, 9), other=st.integers(0, 9), word=st.sampled_from(["accept", "reject"]), who=NAMES)
    def judge_reports(self, one: int, other: int, word: str, who: str) -> None:
        rows = j.rows(self.case, Document)
        ids = [rows[place % len(rows)].id for place in (one, other)]
        self.wrote(lambda: self.case.judge("copy", word, *ids, by=self.by(who)))

    @rule(place=st.integers(0, 9), who=NAMES)
    def undo(self, place: int, who: str) -> None:
        rows = [row for row in self.case.decisions() if row.verdict != UNDO]
        which = str(rows[place % len(rows)].number) if rows else "last"
        self.wrote(lambda: self.case.undo(which, by=self.by(who)))

    @precondition(lambda self: self.waiting)
    @rule()
    def add(self) -> None:
        self.wrote(lambda: j.add(self.case, self.folder, self.waiting.pop()))

    @rule()
    def run(self) -> None:
        self.case.run(workers=1)
        assert self.case.status().is_current

    def teardown(self) -> None:
        self.case.run(workers=1)
        assert self.case.verify().faults == ()
        known = {row.id for row in self.case.decisions()}
        assert all(row.undone_by in known for row in self.case.decisions() if row.undone_by)
        live = j.exported(self.case, self.folder / "live")
        assert live == j.exported(j.rebuilt(self.case, self.folder), self.folder / "rebuilt")
        assert self.case.run(workers=1).made == ()


def test_journal_and_record_hold_whatever_people_do(
    made: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    j.in_this_process(monkeypatch)
    run_state_machine_as_test(
        lambda: Judges(made, tmp_path_factory.mktemp("judges")),
        settings=settings(
            max_examples=4,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
