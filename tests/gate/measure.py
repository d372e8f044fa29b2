"""Prints the current figures as a Markdown table; ``--write`` also makes them the floors, a small margin below.

Examples:
    python -m tests.gate.measure                    every figure, for docs/quality.md
    python -m tests.gate.measure times names        those whose name begins so
    python -m tests.gate.measure --write            the same, and tests/gate/floors.toml is written anew
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.gate import evaluation, floors, own_story, phenomena
from tests.gate.scorers import SCORERS, measure


def figures(wanted: list[str]) -> dict[str, dict[str, float]]:
    """Figures by scorer, of those whose name begins like one of `wanted`; all if it is empty."""
    found: dict[str, dict[str, float]] = {}
    shared = evaluation.folder()
    if shared is None:
        print(evaluation.MISSING, file=sys.stderr)

    def is_wanted(name: str) -> bool:
        return not wanted or name.startswith(tuple(wanted))

    with tempfile.TemporaryDirectory() as made:
        for at, scorer in enumerate(SCORERS if shared else ()):
            if not is_wanted(scorer.name):
                continue
            began, place = time.monotonic(), Path(made, str(at))
            place.mkdir()
            assert shared is not None
            try:
                found[scorer.name] = measure(scorer, shared, place)
            except Exception as error:  # noqa: BLE001 - one scorer that fails must not hide the figures of the others
                print(f"{scorer.name}: {error!r}", file=sys.stderr)
            print(f"{scorer.name}: {time.monotonic() - began:.1f} s", file=sys.stderr)
        found |= own_story.figures(is_wanted, Path(made, "own"))
    return found | {name: phenomena.measure(name) for name in phenomena.NAMES if is_wanted(name)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wanted", nargs="*", metavar="NAME", help="measure only what begins so")
    parser.add_argument("--write", action="store_true", help="make these figures the floors")
    arguments = parser.parse_args()
    found = figures(arguments.wanted)
    if arguments.write:
        # What was not measured now keeps its floors.
        kept = {name: values for name, values in floors.read().items() if name not in found}
        floors.PATH.write_text(floors.toml(found, kept), "utf-8")
    print(floors.markdown(found), end="")


if __name__ == "__main__":
    main()
