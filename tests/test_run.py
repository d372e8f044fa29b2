"""The run: what is made is not made again, however it is cut; what kills a reader is found and the rest is read."""

import multiprocessing
import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.steps import STEPS, Tally, Word, WordSettings
from woozle import run
from woozle.config import RunSettings
from woozle.engines.place import LocalPlace, Place
from woozle.errors import ContractBroken
from woozle.model.records import Capture, Problem
from woozle.plan import pile_digest, plan, writes_of
from woozle.run import ALL, Runner
from woozle.step import MapStep
from woozle.store.captures import Captures
from woozle.store.tables import SOURCE, Tables
from woozle.toolbox.parquet import read_rows

TEXTS = {f"{n}.txt": f"the gate of tower {n} is shut".encode() for n in range(7)}


def fill(folder: Path, texts: dict[str, bytes]) -> None:
    for name, content in texts.items():
        Captures(folder / "captures").add(content, name, "2024-01-01T00:00:00Z")


def go(
    folder: Path,
    *,
    chunk: int = 64,
    workers: int = 2,
    seconds: int = 60,
    lower: bool = False,
    place: Place | None = None,
) -> set[str]:
    """One run of the tiny pipeline, on this machine or another place; returns the steps that made something."""
    captures = Captures(folder / "captures").all()
    settings = {step.name: step.settings for step in STEPS} | {"words": WordSettings(is_lower=lower)}
    planned = plan(STEPS, settings, source=("captures", SOURCE), pile=pile_digest(captures))
    maps = [one for one in planned if isinstance(one.step, MapStep)]
    limits = RunSettings(reports_a_chunk=chunk, seconds_a_report=seconds)
    place = place or LocalPlace(workers, limits.megabytes_a_worker)
    runner = Runner(folder, limits, place=place, steps=STEPS, progress=lambda _: None)
    try:
        made = runner.map_all(maps, runner.cut(captures))
        chunks = sorted(Tables(folder / "tables").chunks())
        made |= runner.set_all([planned[-1]], chunks, {t for one in maps for t in writes_of(one.step)})
    finally:
        place.close()
    return made


def record(folder: Path) -> tuple[list[Word], list[Tally], list[Problem]]:
    """All rows, however they are cut into files."""

    def rows(row, table):
        return sorted(
            (r for p in folder.glob(f"tables/{table}/*/[!.]*.parquet") for r in read_rows(row, [p])), key=lambda r: r.id
        )

    return rows(Word, "loud"), rows(Tally, "tallies"), rows(Problem, "words_problems")


def test_second_run_makes_nothing_and_one_more_report_makes_only_its_own(tmp_path: Path) -> None:
    fill(tmp_path, TEXTS)
    assert go(tmp_path) == {"words", "loud", "tally"}
    before = {p: p.stat().st_mtime_ns for p in tmp_path.glob("tables/words/*/*.parquet")}
    assert go(tmp_path) == set()
    fill(tmp_path, {"new.txt": b"the gate is open"})
    assert go(tmp_path) == {"words", "loud", "tally"}
    after = {p: p.stat().st_mtime_ns for p in tmp_path.glob("tables/words/*/*.parquet")}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_setting_remakes_only_what_follows(tmp_path: Path) -> None:
    fill(tmp_path, TEXTS)
    go(tmp_path)
    assert go(tmp_path, lower=True) == {"words", "loud", "tally"}
    assert go(tmp_path, lower=True) == set()


def test_any_cut_of_the_work_gives_the_same_rows(tmp_path: Path) -> None:
    found = []
    for number, (chunk, workers) in enumerate([(64, 1), (1, 2), (3, 1), (2, 2)]):
        folder = tmp_path / str(number)
        names = list(TEXTS)
        random.Random(number).shuffle(names)
        fill(folder, {name: TEXTS[name] for name in names})
        go(folder, chunk=chunk, workers=workers)
        found.append(record(folder))
    assert all(one == found[0] for one in found)
    assert len(found[0][0]) == 7 * 7
    assert {t.word: t.n for t in found[0][1]}["GATE"] == 7


def test_a_large_table_is_sorted_as_a_small_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for most in (1000, 0):
        monkeypatch.setattr(run, "SORTED_HERE", most)
        folder = tmp_path / str(most)
        fill(folder, TEXTS)
        go(folder)
        found.append(list(read_rows(Tally, sorted(folder.glob("tables/tallies/*/[!.]*.parquet")))))
    assert found[0] == found[1] == sorted(found[0], key=lambda row: row.id)


@pytest.mark.parametrize(("poison", "why"), [(b"ABORT", "ended with code"), (b"RAISE", "did not expect")])
def test_a_report_that_kills_its_reader_is_listed_and_the_others_are_read(
    tmp_path: Path, poison: bytes, why: str
) -> None:
    fill(tmp_path, TEXTS | {"bad.txt": poison})
    go(tmp_path)
    words, _, problems = record(tmp_path)
    assert len(words) == 7 * 7
    assert [(p.input, p.kind) for p in problems] == [("bad.txt", "unreadable")]
    assert why in problems[0].message
    assert go(tmp_path) == set()


def test_a_row_that_comes_twice_is_one_and_two_that_differ_cost_their_report_alone(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"one TWICE", "bad.txt": b"one ODDLY", "c.txt": b"two"})
    go(tmp_path)
    words, _, problems = record(tmp_path)
    assert sorted(word.word for word in words) == ["ONE", "TWICE", "TWO"]
    assert [(p.input, p.kind) for p in problems] == [("bad.txt", "unreadable")]
    assert "two rows have the id" in problems[0].message


def test_a_reader_that_hangs_is_stopped(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"one two", "hang.txt": b"HANG"})
    go(tmp_path, chunk=1, seconds=4)
    words, _, problems = record(tmp_path)
    assert [word.word for word in words] == sorted(["ONE", "TWO"], key=lambda w: [x.id for x in words if x.word == w])
    assert "longer than 4 seconds" in problems[0].message


def test_what_a_step_writes_on_its_way_is_its_own_and_gone_when_it_ends(tmp_path: Path) -> None:
    """A folder where the last run, which was killed, wrote a file, or the other way round, is in nobody's way."""
    fill(tmp_path, TEXTS)
    left = tmp_path / "tables" / "scratch" / "tally" / "00000.parquet"
    left.mkdir(parents=True)
    go(tmp_path)
    assert [path.name for path in (tmp_path / "tables" / "scratch").iterdir()] == ["tally"]


def test_no_captures_at_all_still_gives_whole_tables(tmp_path: Path) -> None:
    assert go(tmp_path) == {"tally"}
    assert record(tmp_path) == ([], [], [])


def test_a_step_that_writes_what_it_did_not_declare_stops_the_run(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": b"one"})
    captures = Captures(tmp_path / "captures").all()
    liar = replace(STEPS[0], writes={"words": Tally})
    planned = plan((liar,), {"words": WordSettings()}, source=("captures", SOURCE), pile=pile_digest(captures))
    runner = Runner(tmp_path, RunSettings(), place=LocalPlace(1, 4096), steps=(liar,), progress=lambda _: None)
    with pytest.raises(ContractBroken, match="holds Tally rows"):
        runner.map_all(planned, runner.cut(captures))


def test_a_capture_that_is_gone_takes_its_rows_with_it(tmp_path: Path) -> None:
    fill(tmp_path, TEXTS)
    go(tmp_path, chunk=3)
    gone: Capture = Captures(tmp_path / "captures").all()[0]
    digest = gone.id.removeprefix("sha256:")
    for path in (tmp_path / "captures" / digest[:2]).glob(f"{digest[2:]}*"):
        path.unlink()
    go(tmp_path, chunk=3)
    fresh = tmp_path / "fresh"
    fill(fresh, {c.inputs[0]: TEXTS[c.inputs[0]] for c in Captures(tmp_path / "captures").all()})
    go(fresh)
    tables = Tables(tmp_path / "tables")
    assert {c.id for chunk in tables.chunks().values() for c in chunk} == {
        c.id for c in Captures(fresh / "captures").all()
    }
    assert record(tmp_path)[0] == record(fresh)[0]


def _run_forever(folder: Path) -> None:
    go(folder, chunk=1, workers=1)


def test_killed_at_any_moment_the_next_run_ends_in_the_same_record(tmp_path: Path) -> None:
    """kill -9 at random points; the same is done to a whole case in tests/test_case.py."""
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    fill(whole, TEXTS)
    fill(torn, TEXTS)
    go(whole)
    chance = random.Random(7)
    for _ in range(4):
        process = multiprocessing.get_context("spawn").Process(target=_run_forever, args=(torn,))
        process.start()
        time.sleep(chance.uniform(0.3, 2.5))
        if process.pid and process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
        process.join()
    go(torn)
    assert record(torn)[:2] == record(whole)[:2]
    assert ALL == "all"


def test_a_table_that_somebody_deleted_is_made_anew(tmp_path: Path) -> None:
    fill(tmp_path, TEXTS)
    go(tmp_path)
    before = record(tmp_path)
    for path in [*tmp_path.glob("tables/loud/*/[!.]*.parquet"), *tmp_path.glob("tables/tallies/*/[!.]*.parquet")]:
        path.unlink()
    assert go(tmp_path) == {"loud", "tally"}
    assert record(tmp_path) == before
