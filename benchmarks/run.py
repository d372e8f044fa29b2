"""A whole run: seconds a report for each step, a run with nothing to do, and a run after one more report.

Run by hand: ``python benchmarks/run.py [NUMBER] [--workers N]``. Says where the time goes; nothing is asserted.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import woozle

sys.path.insert(0, str(Path(__file__).parent))
from pile import pile


class Watch:
    """Adds up the time between two pieces of progress for the step that the later one is of."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._last = time.perf_counter()

    def __call__(self, event: object) -> None:
        """Take in one piece of progress."""
        now = time.perf_counter()
        self.spent[event.step] += now - self._last  # type: ignore[attr-defined]
        self._last = now


def timed(case: "woozle.Case", workers: int | None, watch: Watch) -> float:
    """Seconds that a run takes."""
    began = time.perf_counter()
    case.run(progress=watch, workers=workers)
    return time.perf_counter() - began


def main() -> None:
    """Make a pile, run it three times, print what took how long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=500, help="reports in the pile (default 500)")
    parser.add_argument("--workers", type=int, help="processes (default: one a core)")
    arguments = parser.parse_args()
    made = pile(arguments.number + 1)
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder, "inbox")
        inbox.mkdir()
        for name, text in made.reports:
            (inbox / f"{name}.txt").write_text(text, "utf-8")
        last = inbox / f"{made.reports[-1][0]}.txt"
        last.rename(Path(folder, last.name))
        case = woozle.Case.create(Path(folder, "bench.woozle"))
        case.add(inbox)
        watch = Watch()
        first = timed(case, arguments.workers, watch)
        again = timed(case, arguments.workers, Watch())
        case.add(Path(folder, last.name))
        more = timed(case, arguments.workers, Watch())
    n = arguments.number
    print(f"{n} reports: {first:.1f} s, {n / first:.0f} reports/s")
    for step, spent in watch.spent.items():
        print(f"  {step:<12}{1000 * spent / n:>9.2f} ms a report   {spent / first:>6.1%}")
    print(f"nothing to do: {again:.2f} s ({again / first:.1%} of the first run)")
    print(f"one report more: {more:.2f} s ({more / first:.1%} of the first run)")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
