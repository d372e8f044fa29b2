"""Claims and origins alone: seconds, memory and cost a report of each step on piles of any size; what grows.

Run by hand: ``python benchmarks/origins.py [NUMBER ...] [--keep DIR] [--one-story] [--spark]``; 1,000 and 10,000 by
default.

What is measured: the steps `cluster`, `conflicts`, `voices`, `origins` and `judge_origins`, one after the other, each
on what those before it made, each a process of its own, so that its memory, with that of its workers, is its own. What
is not: reading the reports, finding copies and resolving names. These take hours for 100,000 reports, so only a
thousand reports, grown from our stories (benchmarks/grow.py), are read, and their rows are multiplied
(benchmarks/growing/multiplied.py): other ids, other names, other words of the same length; a pile of many stories, five
for each thousand reports. With ``--one-story`` names and words stay, and every report is a verbatim copy of its like in
the first copies: five stories in a hundred thousand reports. ``--keep`` keeps what was made, so that the next call only
times the steps again; ``--from STEP`` goes on with that step on what those before it left. ``--spark`` runs every step
again on Spark on this machine, each on what was made here, says how much longer it took (its start apart) and whether
the rows are the same; it needs the extra ``woozle[spark]`` and Java. Nothing is asserted.
"""

import argparse
import contextlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.grow import grow
from benchmarks.growing.multiplied import multiply
from benchmarks.growing.reports import our_stories

STEPS = ("cluster", "conflicts", "voices", "origins", "judge_origins")
#: Reports that are read; larger piles are multiples of them.
READ = 1000
WORKERS = 2
#: Memory that each worker, and the queries, may take.
MEGABYTES = 4096
#: What a step reads of a pile about which nobody decided anything.
JUDGED = {f"judged_{name}": name for name in ("entities", "entity_members", "claim_members", "derivations")}
#: Verbs of a step that are shown, those that cost most.
SHOWN = 8


class Weighed(threading.Thread):
    """Looks once a second at how much memory this process and all that it started take (Linux only).

    What several of them share counts once. `most` is in MB, 0 where the system does not tell.
    """

    def __init__(self) -> None:
        """Begin to look."""
        super().__init__(daemon=True)
        self.most, self._ended = 0, threading.Event()
        self.start()

    def run(self) -> None:
        """Look until it ends."""
        while not self._ended.wait(1.0):
            self.most = max(self.most, sum(map(_held, _family(os.getpid()))) // 1024)

    def end(self) -> int:
        """Stop looking; the most that was seen."""
        self._ended.set()
        self.join()
        return self.most


def _family(process: int) -> Iterator[int]:
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in path.read_text().split():
                yield from _family(int(child))


def _held(process: int) -> int:
    with contextlib.suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)
        return int(found[1]) if found else 0
    return 0


class Watched:
    """An engine that adds up the seconds of each verb, under the name of the rows it makes."""

    def __init__(self, engine: Any) -> None:
        """Watch an engine."""
        self._engine, self.spent = engine, dict[str, float]()

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            began = time.perf_counter()
            made = getattr(self._engine, verb)(*given, **named)
            row = getattr(getattr(made, "row", None), "__name__", "")
            name = f"{verb} {_function(given)}→ {row}"
            self.spent[name] = self.spent.get(name, 0.0) + time.perf_counter() - began
            return made

        return watched


def _function(given: tuple[Any, ...]) -> str:
    """The name of the function among the arguments of a verb; empty for a query."""
    found = next((one for one in given if callable(one) and not isinstance(one, type)), None)
    found = getattr(found, "function", found)  # of one whose results last
    return f"{getattr(found, 'func', found).__name__} " if found else ""


def _asked(folder: Path, name: str) -> tuple[Any, dict[str, Any]]:
    """A step, and the tables that it reads."""
    from woozle.model.tables import DECISION_TABLES
    from woozle.pipeline import STEPS as ALL_STEPS
    from woozle.plan import classes_of
    from woozle.step import Table

    step: Any = next(step for step in ALL_STEPS if step.name == name)
    classes = {**DECISION_TABLES, **classes_of(ALL_STEPS)}
    return step, {table: Table(classes[table], _paths(folder, JUDGED.get(table, table))) for table in step.reads}


def time_step(folder: Path, name: str) -> dict[str, Any]:
    """Run one step over a folder of tables and leave there what it makes; what it took."""
    from woozle.engines.local import LocalEngine

    step, tables = _asked(folder, name)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        engine = LocalEngine(Path(scratch), workers=WORKERS, megabytes=MEGABYTES)
        watched, weighed, began, used = Watched(engine), Weighed(), time.perf_counter(), time.process_time()
        try:
            made = step.function(watched, tables, step.settings)
            spent = time.perf_counter() - began
            rows = {table: engine.count(found) for table, found in made.items()}
        finally:
            most = weighed.end()
            engine.close()
        for table, found in made.items():
            _leave(found.paths, folder / table)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": spent,
        "processor": time.process_time() - used + workers.ru_utime + workers.ru_stime,
        "mb": most,
        "rows": rows,
        "verbs": watched.spent,
    }


def time_on_spark(folder: Path) -> Iterator[tuple[str, float, bool]]:
    """Run every step on Spark on this machine; its name, its seconds, and whether its rows are those made here."""
    from woozle.engines.place import On, place_of

    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        place = place_of(On(WORKERS, "spark"), Path(scratch), megabytes=MEGABYTES)
        try:
            place.engine(Path(scratch) / "start").close()
            for name in STEPS:
                step, tables = _asked(folder, name)
                engine, began = place.engine(Path(scratch) / name), time.perf_counter()
                made = {
                    table: engine.keep(rows) for table, rows in step.function(engine, tables, step.settings).items()
                }
                spent = time.perf_counter() - began
                same = all(_digest(_paths(folder, table)) == _digest(rows.paths) for table, rows in made.items())
                engine.close()
                yield name, spent, same
        finally:
            place.close()


def _digest(paths: Sequence[str]) -> tuple[int, int]:
    """The number of rows and the sum of the hashes of their values, in whatever order they lie."""
    import duckdb
    import pyarrow.parquet as pq

    columns = ", ".join(f'"{name}"' for name in sorted({name for path in paths for name in pq.read_schema(path).names}))
    hashed = f"SELECT hash(CAST(to_json(row({columns})) AS VARCHAR)) AS h FROM read_parquet(?)"
    with duckdb.connect() as database:
        found = database.execute(f"SELECT count(*), sum(CAST(h AS HUGEINT)) FROM ({hashed})", [list(paths)]).fetchone()
    return (int(found[0]), int(found[1] or 0)) if found else (0, 0)


def _paths(folder: Path, table: str) -> tuple[str, ...]:
    return tuple(sorted(map(str, (folder / table).glob("*.parquet"))))


def _leave(paths: tuple[str, ...], folder: Path) -> None:
    """Copy what a step made, in place of what it made before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for at, path in enumerate(paths):
        shutil.copy(path, folder / f"{at:06d}.parquet")


def make_case(number: int, folder: Path) -> Path:
    """A case of a grown pile that was run once; an old one of that size is taken as it is."""
    import woozle

    case = folder / f"{number}.woozle"
    if not case.exists():
        pile = folder / f"{number}.pile"
        grow(our_stories(), number, pile)
        made = woozle.Case.create(folder / f"{number}.part")
        made.add(pile / "articles")
        made.run(workers=WORKERS)
        made.path.rename(case)
    return case


def make_tables(number: int, folder: Path, *, is_one_story: bool) -> Path:
    """The rows read of so many reports, rounded up to a multiple of those that are read; old ones are taken."""
    made = folder / f"{number}.{'one' if is_one_story else 'many'}"
    if not made.exists():
        read = min(number, READ)
        part = made.with_suffix(".part")
        multiply(make_case(read, folder), -(-number // read), part, is_one_story=is_one_story, workers=WORKERS)
        part.rename(made)
    return made


def told(number: int, name: str, found: Mapping[str, Any], before: tuple[int, Mapping[str, Any]] | None) -> None:
    """Print what a step took, beside what it took on the pile before; growth is told in time of the processor."""
    each, grew = 1000 * found["processor"] / number, ""
    if before:
        ratio = each / (1000 * before[1]["processor"] / before[0])
        grew = f"   {ratio:.2f} times the cost a report of {before[0]:,}"
    rows = ", ".join(f"{count:,} {table}" for table, count in found["rows"].items())
    spent = f"{found['seconds']:.1f} s, {found['processor']:.1f} s of processor, {each:.2f} ms a report"
    print(f"{number:>9,} reports  {name:<8} {spent}   {found['mb']:,} MB{grew}")
    print(f"{'':>19}{rows}")
    for verb, seconds in sorted(found["verbs"].items(), key=lambda item: -item[1])[:SHOWN]:
        old = before[1]["verbs"].get(verb, 0.0) / before[0] if before else 0.0
        more = f"   {seconds / number / old:.2f} times a report" if old else ""
        print(f"{'':>19}{seconds:>8.2f} s  {verb}{more}", flush=True)


def _summed(number: int, found: Mapping[str, Mapping[str, Any]]) -> None:
    """Print what all steps took together, and the most that one of them needed."""
    seconds, processor = (sum(one[what] for one in found.values()) for what in ("seconds", "processor"))
    most = max(one["mb"] for one in found.values())
    each = 1000 * processor / number
    print(
        f"{number:>9,} reports  together {seconds:.1f} s, {processor:.1f} s of processor, {each:.2f} ms a report",
        end="",
    )
    print(f"   at most {most:,} MB", flush=True)


def _on_spark(number: int, tables: Path, here: Mapping[str, float]) -> None:
    """Print what every step takes on Spark beside what it took here, and whether it makes the same rows."""
    together = 0.0
    for name, seconds, is_same in time_on_spark(tables):
        together += seconds
        rows = "the same rows" if is_same else "OTHER ROWS"
        print(
            f"{number:>9,} reports  {name:<8} on Spark {seconds:.1f} s, {seconds / here[name]:.1f} times, {rows}",
            flush=True,
        )
    print(f"{number:>9,} reports  together on Spark {together:.1f} s, {together / sum(here.values()):.1f} times")


def main() -> None:
    """Measure all steps on every size, each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, default=[1000, 10_000], help="reports (default 1000 10000)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep what was made there, and take what is there")
    parser.add_argument("--one-story", action="store_true", help="copies of one pile, not many stories")
    parser.add_argument("--from", dest="first", choices=STEPS, default=STEPS[0], help="go on with this step")
    parser.add_argument("--spark", action="store_true", help="each step again on Spark on this machine")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--tables", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        print(json.dumps(time_step(asked.tables, asked.step)))
        return
    if asked.spark and asked.first != STEPS[0]:
        parser.error("--spark compares all steps")
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        before: dict[str, tuple[int, Mapping[str, Any]]] = {}
        for number in asked.numbers:
            tables = make_tables(number, folder, is_one_story=asked.one_story)
            for name in STEPS[STEPS.index(asked.first) :]:
                words = [sys.executable, __file__, "--step", name, "--tables", str(tables)]
                found = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
                told(number, name, found, before.get(name))
                before[name] = (number, found)
            _summed(number, {name: found for name, (_, found) in before.items()})
            if asked.spark:
                _on_spark(number, tables, {name: found["seconds"] for name, (_, found) in before.items()})


if __name__ == "__main__":
    main()
