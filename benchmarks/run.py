"""A whole run: seconds a report for each step, a run with nothing to do, and a run after one more report.

Run by hand: ``python benchmarks/run.py [NUMBER] [--workers N] [--grown]``. Says where the time goes; nothing is
asserted. The reports are invented, in words that no dictionary has, some 350 a report; with ``--grown`` they are grown
from our stories (benchmarks/grow.py): real words, some 170 a report, in many worlds.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import woozle

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.grow import grow
from benchmarks.growing.reports import our_stories
from benchmarks.pile import pile

#: Steps that are named of those after one more report.
MOST = 5


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


def write(number: int, folder: Path, *, is_grown: bool) -> Path:
    """Write so many reports, and take the last of them out of the folder: it is what comes later."""
    if is_grown:
        grow(our_stories(), number, folder / "pile")
        inbox = folder / "pile" / "articles"
    else:
        inbox = folder / "inbox"
        inbox.mkdir()
        for name, text in pile(number).reports:
            (inbox / f"{name}.txt").write_text(text, "utf-8")
    last = max(inbox.rglob("*.txt"))
    return last.rename(folder / last.name)


def main() -> None:
    """Make a pile, run it three times, print what took how long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=500, help="reports in the pile (default 500)")
    parser.add_argument("--workers", type=int, help="processes (default: one a core)")
    parser.add_argument("--grown", action="store_true", help="reports grown from our stories")
    arguments = parser.parse_args()
    n = arguments.number
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        last = write(n + 1, folder, is_grown=arguments.grown)
        began = time.perf_counter()
        case = woozle.Case.create(folder / "bench.woozle")
        case.add(folder / ("pile/articles" if arguments.grown else "inbox"))
        print(f"adding them: {time.perf_counter() - began:.1f} s", flush=True)
        watch = Watch()
        first = timed(case, arguments.workers, watch)
        print(f"{n} reports: {first:.1f} s, {n / first:.1f} reports/s")
        for step, spent in watch.spent.items():
            print(f"  {step:<16}{1000 * spent / n:>9.2f} ms a report   {spent / first:>6.1%}", flush=True)
        again = timed(case, arguments.workers, Watch())
        print(f"nothing to do: {again:.2f} s ({again / first:.1%} of the first run)", flush=True)
        case.add(last)
        watch = Watch()
        more = timed(case, arguments.workers, watch)
    print(f"one report more: {more:.2f} s ({more / first:.1%} of the first run), of which")
    for step, spent in sorted(watch.spent.items(), key=lambda item: -item[1])[:MOST]:
        print(f"  {step:<16}{spent:>9.2f} s")
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
