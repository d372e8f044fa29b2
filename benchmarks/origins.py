"""Claims and origins alone: seconds, memory and cost a report of `cluster` and `origins` on grown piles; what grows.

Run by hand: ``python benchmarks/origins.py [NUMBER ...] [--keep DIR]``; 1,000 and 10,000 by default, 100,000 with some
patience, for every report is read first. ``--keep`` keeps the cases, so that the next call only times the two steps
again. A pile is grown from our stories (benchmarks/grow.py). Each step is a process of its own, so that its memory is
its own; what its workers take at most is told beside it. Nothing is asserted.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.grow import grow
from benchmarks.growing.reports import read_story

STORIES = Path(__file__).resolve().parents[1] / "tests" / "stories"
STEPS = ("cluster", "origins")
WORKERS = 2
#: Verbs of a step that are shown, those that cost most.
SHOWN = 8


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
    return f"{getattr(found, 'func', found).__name__} " if found else ""


def time_step(case: Path, name: str) -> dict[str, Any]:
    """Run one step of a case that was run, into a folder that is thrown away; what it took."""
    from woozle.engines.local import LocalEngine
    from woozle.pipeline import STEPS as ALL_STEPS
    from woozle.plan import classes_of
    from woozle.step import Table

    step: Any = next(step for step in ALL_STEPS if step.name == name)
    classes = classes_of(ALL_STEPS)
    read = {table: sorted(map(str, (case / "tables" / table).glob("*/*.parquet"))) for table in step.reads}
    tables = {table: Table(classes[table], tuple(paths)) for table, paths in read.items()}
    with tempfile.TemporaryDirectory(dir=case.parent) as scratch:
        engine = LocalEngine(Path(scratch), workers=WORKERS, megabytes=4096)
        watched, began, used = Watched(engine), time.perf_counter(), time.process_time()
        try:
            made = step.function(watched, tables, step.settings)
            spent = time.perf_counter() - began
            rows = {table: engine.count(found) for table, found in made.items()}
        finally:
            engine.close()
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "seconds": spent,
        "processor": time.process_time() - used + workers.ru_utime + workers.ru_stime,
        "mb": own.ru_maxrss // 1024,
        "worker_mb": workers.ru_maxrss // 1024,
        "rows": rows,
        "verbs": watched.spent,
    }


def make_case(number: int, folder: Path) -> Path:
    """A case of a grown pile that was run once; an old one of that size is taken as it is."""
    import woozle

    case = folder / f"{number}.woozle"
    if not case.exists():
        pile, stories = folder / f"{number}.pile", sorted(path.parent for path in STORIES.glob("*/truth.json"))
        grow([read_story(path) for path in stories], number, pile)
        made = woozle.Case.create(folder / f"{number}.part")
        made.add(pile / "articles")
        made.run(workers=WORKERS)
        made.path.rename(case)
    return case


def told(number: int, name: str, found: Mapping[str, Any], before: tuple[int, Mapping[str, Any]] | None) -> None:
    """Print what a step took, beside what it took on the pile before; growth is told in time of the processor."""
    each, grew = 1000 * found["processor"] / number, ""
    if before:
        ratio = each / (1000 * before[1]["processor"] / before[0])
        grew = f"   {ratio:.2f} times the cost a report of {before[0]:,}"
    rows = ", ".join(f"{count:,} {table}" for table, count in found["rows"].items())
    spent = f"{found['seconds']:.1f} s, {found['processor']:.1f} s of processor, {each:.2f} ms a report"
    print(f"{number:>9,} reports  {name:<8} {spent}   {found['mb']:,} MB and {found['worker_mb']:,} in a worker{grew}")
    print(f"{'':>19}{rows}")
    for verb, seconds in sorted(found["verbs"].items(), key=lambda item: -item[1])[:SHOWN]:
        old = before[1]["verbs"].get(verb, 0.0) / before[0] if before else 0.0
        more = f"   {seconds / number / old:.2f} times a report" if old else ""
        print(f"{'':>19}{seconds:>8.2f} s  {verb}{more}", flush=True)


def main() -> None:
    """Measure both steps on every size, each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, default=[1000, 10_000], help="reports (default 1000 10000)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the cases there, and take those that are")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        print(json.dumps(time_step(asked.case, asked.step)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        before: dict[str, tuple[int, Mapping[str, Any]]] = {}
        for number in asked.numbers:
            case = make_case(number, folder)
            for name in STEPS:
                words = [sys.executable, __file__, "--step", name, "--case", str(case)]
                found = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
                told(number, name, found, before.get(name))
                before[name] = (number, found)


if __name__ == "__main__":
    main()
