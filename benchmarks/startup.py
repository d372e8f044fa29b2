"""Prints how long starting takes, beside a plain Python: ``python benchmarks/startup.py``."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PYTHON = sys.executable
WOOZLE = [PYTHON, "-m", "woozle"]
REPORT = "A ferry ran aground off Saltby on Monday evening, the harbour office said.\n"


def calls(case: str) -> dict[str, list[str]]:
    """What is started; the last three open a case of one report."""
    return {
        "python -c pass": [PYTHON, "-c", "pass"],
        "import woozle": [PYTHON, "-c", "import woozle"],
        "woozle --help": [*WOOZLE, "--help"],
        "woozle run --help": [*WOOZLE, "run", "--help"],
        "woozle.Reader()": [PYTHON, "-c", "import woozle; woozle.Reader()"],
        "woozle claims CASE": [*WOOZLE, "claims", case],
        "woozle status CASE": [*WOOZLE, "status", case],
        "woozle run CASE, nothing to do": [*WOOZLE, "run", case],
    }


def seconds(words: list[str], n: int = 7) -> float:
    """The median of some calls."""
    times = []
    for _ in range(n):
        began = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main(folder: Path) -> None:
    """Make a case of one report and time each call."""
    case, report = str(folder / "case.woozle"), folder / "report.txt"
    report.write_text(REPORT)
    for words in (["init", case], ["add", case, str(report)], ["run", case]):
        subprocess.run([*WOOZLE, *words], check=True, capture_output=True)
    base = seconds([PYTHON, "-c", "pass"])
    for name, words in calls(case).items():
        took = seconds(words)
        print(f"{name:30} {took:.3f} s  {took / base:.1f} times a plain Python")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(Path(made))
