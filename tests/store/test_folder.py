"""The case folder: settings written out and kept with their comments, one writer at a time, read-only cases."""

import multiprocessing
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.steps import Nothing, WordSettings
from woozle.config import RunSettings
from woozle.errors import CaseError, CaseLocked, CaseReadOnly, UsageError
from woozle.store.folder import Folder, Lock, create, held
from woozle.store.settings import read_settings

DEFAULTS = {"run": RunSettings(), "words": WordSettings(), "loud": Nothing()}


def test_every_setting_is_written_out_and_comments_stay(tmp_path: Path) -> None:
    folder = create(tmp_path / "x.woozle", DEFAULTS)
    path = folder.path / "woozle.toml"
    path.write_text("# mine\n" + path.read_text())
    folder.set("run", "seconds_a_report", 5, DEFAULTS)
    assert path.read_text().startswith("# mine\n")
    assert read_settings(path.read_text(), DEFAULTS)["run"] == RunSettings(seconds_a_report=5)


def test_all_mistakes_of_the_settings_are_named_at_once() -> None:
    text = "[run]\nseconds_a_report = 'long'\nspeed = 3\n[wrods]\nis_lower = true\n"
    with pytest.raises(UsageError) as caught:
        read_settings(text, DEFAULTS)
    assert all(
        part in str(caught.value) for part in ("seconds_a_report", "speed is no setting", "[wrods] is no section")
    )


def test_a_wrong_value_is_not_written(tmp_path: Path) -> None:
    folder = create(tmp_path / "x.woozle", DEFAULTS)
    before = folder.settings_text()
    with pytest.raises(UsageError):
        folder.set("run", "seconds_a_report", "soon", DEFAULTS)
    assert folder.settings_text() == before


@pytest.mark.parametrize("name", ["there.woozle", "full", "file"])
def test_nothing_that_exists_is_overwritten(tmp_path: Path, name: str) -> None:
    create(tmp_path / "there.woozle", DEFAULTS)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes").write_text("mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CaseError):
        create(tmp_path / name, DEFAULTS)


def test_no_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="woozle init"):
        Folder(tmp_path)


def _hold(path: Path, ready: "multiprocessing.synchronize.Event", done: "multiprocessing.synchronize.Event") -> None:
    with Lock(path):
        ready.set()
        done.wait(30)


def test_the_second_writer_hears_who_holds_the_lock(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(tmp_path, ready, done))
    process.start()
    assert ready.wait(30)
    with pytest.raises(CaseLocked, match=f"process {process.pid}"), Lock(tmp_path):
        pass
    process.kill()
    process.join()
    with Lock(tmp_path):
        assert (tmp_path / "lock").read_text().strip() == str(os.getpid())


def test_what_a_case_is_locked_for_can_be_asked_without_taking_the_lock(tmp_path: Path) -> None:
    assert held(tmp_path) is None
    with Lock(tmp_path, act="run"):
        found = held(tmp_path)
        assert found is not None
        assert found.act == "run"
        assert abs((datetime.now(UTC) - datetime.fromisoformat(found.since)).total_seconds()) < 60
        assert held(tmp_path, "watch.lock") is None
        with pytest.raises(CaseLocked):
            Lock(tmp_path).__enter__()
    assert held(tmp_path) is None
    with Lock(tmp_path, "watch.lock", act="watch"):
        assert held(tmp_path) is None


def _ask(path: Path, done: "multiprocessing.synchronize.Event") -> None:
    while not done.is_set():
        held(path)


def test_who_asks_keeps_nobody_out(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    done = context.Event()
    with Lock(tmp_path):
        pass
    askers = [context.Process(target=_ask, args=(tmp_path, done)) for _ in range(2)]
    for asker in askers:
        asker.start()
    try:
        for _ in range(2_000):
            with Lock(tmp_path):
                pass
    finally:
        done.set()
        for asker in askers:
            asker.join()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_case_cannot_be_locked(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(CaseReadOnly), Lock(tmp_path):
        pass
