"""Copies among many reports: seconds, memory, candidate pairs and planted copies found, beside packages with MinHash.

Run by hand: ``python benchmarks/copies.py [NUMBER ...]``, with ``--peers`` beside ``datasketch``, ``rensa`` and
``daft``, whichever is installed (none is a dependency). All read the same invented pile, cut to reports of 2 kB. Every
run is a process of its own, so that its memory is its own. The peers tell pairs of reports only; Woozle also gives the
passages, to the character, and keeps quotations apart.
"""

import argparse
import importlib.util
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Set
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from pile import Pile, pile

Pairs = Set[tuple[str, str]]
COPY = {"verbatim", "edited", "paraphrase"}


#: Permutations of the peers' MinHash, and bands and rows of their index: Jaccard .3 is found in about 98 of 100.
PERMUTATIONS, BANDS, ROWS = 128, 64, 2
#: Characters of a report.
LENGTH = 2000
#: Processes in which Woozle compares.
WORKERS = 2


def with_woozle(made: Pile) -> tuple[Pairs, int]:
    """Pairs of reports that share a passage which is no quotation, and how many pairs were compared."""
    import woozle

    found = woozle.passages(made.reports, workers=WORKERS)
    return {(row.left.document_id, row.right.document_id) for row in found if row.kind in COPY}, found.candidates


def shingles(text: str) -> list[str]:
    """Every five words in a row: those of Woozle's prints."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]


def with_datasketch(made: Pile) -> tuple[Pairs, int]:
    """Pairs that datasketch's index gives."""
    from datasketch import MinHash, MinHashLSH

    index: Any = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    pairs: set[tuple[str, str]] = set()
    for name, text in made.reports:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([words.encode() for words in shingles(text)])
        pairs |= {(other, name) for other in index.query(sketch)}
        index.insert(name, sketch)
    return pairs, len(pairs)


def with_rensa(made: Pile) -> tuple[Pairs, int]:
    """Pairs that rensa's index gives."""
    from rensa import RMinHash, RMinHashLSH

    index: Any = RMinHashLSH(threshold=0.3, num_perm=PERMUTATIONS, num_bands=BANDS)
    pairs: set[tuple[str, str]] = set()
    for number, (name, text) in enumerate(made.reports):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(shingles(text))
        pairs |= {(made.reports[other][0], name) for other in index.query(sketch)}
        index.insert(number, sketch)
    return pairs, len(pairs)


def with_daft(made: Pile) -> tuple[Pairs, int]:
    """Pairs of reports with an equal band of Daft's minhash, joined as its guide to deduplication does."""
    import daft

    frame = daft.from_pydict({"name": [name for name, _ in made.reports], "text": [text for _, text in made.reports]})
    words = daft.col("text").normalize(remove_punct=True, lowercase=True, nfd_unicode=True, white_space=True)
    frame = frame.select(
        "name", words.minhash(num_hashes=PERMUTATIONS, ngram_size=5, seed=1).alias("sketch")
    ).to_pydict()
    bands: dict[tuple[int, ...], list[str]] = {}
    for name, sketch in zip(frame["name"], frame["sketch"], strict=True):
        for at in range(0, PERMUTATIONS, ROWS):
            bands.setdefault((at, *sketch[at : at + ROWS]), []).append(name)
    pairs = {(one, other) for names in bands.values() for at, one in enumerate(names) for other in names[at + 1 :]}
    return pairs, len(pairs)


FINDERS: dict[str, Callable[[Pile], tuple[Pairs, int]]] = {
    "woozle": with_woozle,
    "datasketch": with_datasketch,
    "rensa": with_rensa,
    "daft": with_daft,
}


def families(made: Pile) -> dict[str, str]:
    """The first ancestor of each report."""
    head: dict[str, str] = {}
    for parent, child in sorted(made.copies, key=lambda pair: pair[1]):
        head[child] = head.get(parent, parent)
    return head


def measure(name: str, made: Pile) -> None:
    """Print one line."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size, began, used = len(made.reports), time.perf_counter(), time.process_time()
    pairs, candidates = FINDERS[name](made)
    spent, used = time.perf_counter() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    head, found = families(made), len(made.copies & pairs) / len(made.copies)
    strange = sum(head.get(one, one) != head.get(other, other) for one, other in pairs)
    print(
        f"{name:<11}{size:>9,} reports {spent:>8.1f} s ({used:.1f} s of processor)",
        f"{candidates / size:.2f} pairs a report",
        f"{found:.1%} of planted copies",
        f"{strange:,} pairs of strangers",
        f"{peak:,} MB ({before:,} before)",
        sep="   ",
        flush=True,
    )


def names_of(is_with_peers: bool) -> Iterable[str]:
    """Woozle, and the peers that are installed."""
    peers = [name for name in FINDERS if name != "woozle" and importlib.util.find_spec(name)]
    return ["woozle", *(peers if is_with_peers else ())]


def main() -> None:
    """Measure every package on every size, each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, default=[2000], help="reports in the pile (default 2000)")
    parser.add_argument("--peers", action="store_true", help="measure the packages beside it too")
    parser.add_argument("--only", choices=FINDERS, help="one package, in this process")
    asked = parser.parse_args()
    for number in asked.numbers:
        if asked.only:
            measure(asked.only, pile(number, length=LENGTH))
            continue
        for name in names_of(asked.peers):
            subprocess.run([sys.executable, __file__, str(number), "--only", name], check=True)


if __name__ == "__main__":
    main()
