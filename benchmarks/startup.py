"""Prints how long starting takes, beside a plain Python: ``python benchmarks/startup.py``."""

import statistics
import subprocess
import sys
import time

CALLS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import woozle": [sys.executable, "-c", "import woozle"],
    "woozle --help": [sys.executable, "-m", "woozle", "--help"],
    "woozle run --help": [sys.executable, "-m", "woozle", "run", "--help"],
    "woozle.Reader()": [sys.executable, "-c", "import woozle; woozle.Reader()"],
}


def seconds(words: list[str], n: int = 7) -> float:
    """The median of some calls."""
    times = []
    for _ in range(n):
        began = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    base = seconds(CALLS["python -c pass"])
    for name, words in CALLS.items():
        took = seconds(words)
        print(f"{name:20} {took:.3f} s  {took / base:.1f} times a plain Python")
