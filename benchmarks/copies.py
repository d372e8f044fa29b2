"""Copies among many reports: documents a second and planted copies found, beside MinHash LSH of the datasketch package.

Run by hand: ``pip install datasketch`` (not a dependency), then ``python benchmarks/copies.py [NUMBER]``. Both read
the same invented pile on one core. The peer tells pairs of reports only; Woozle also gives the passages, to the
character, and keeps quotations apart.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Set
from pathlib import Path

import woozle

sys.path.insert(0, str(Path(__file__).parent))
from pile import Pile, pile

try:
    from datasketch import MinHash, MinHashLSH
except ImportError:
    MinHash = MinHashLSH = None

Pairs = Set[tuple[str, str]]
COPY = {"verbatim", "edited", "paraphrase"}


def with_woozle(made: Pile) -> Pairs:
    """Pairs of reports that share a passage which is no quotation."""
    rows = woozle.passages(made.reports)
    return {(row.left.document_id, row.right.document_id) for row in rows if row.kind in COPY}


def with_datasketch(made: Pile) -> Pairs:
    """Pairs whose sets of 5 words are alike: MinHash with 128 permutations, LSH from Jaccard .3 on."""
    index, pairs = MinHashLSH(threshold=0.3, num_perm=128), set()
    for name, text in made.reports:
        words = re.findall(r"\w+", text.lower())
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 5]).encode() for at in range(max(1, len(words) - 4))])
        pairs |= {(other, name) for other in index.query(sketch)}
        index.insert(name, sketch)
    return pairs


def families(made: Pile) -> dict[str, str]:
    """The first ancestor of each report."""
    head: dict[str, str] = {}
    for parent, child in sorted(made.copies, key=lambda pair: pair[1]):
        head[child] = head.get(parent, parent)
    return head


def measure(name: str, find: Callable[[Pile], Pairs], made: Pile) -> float:
    """Print one line; returns documents a second."""
    began = time.perf_counter()
    pairs = find(made)
    speed = len(made.reports) / (time.perf_counter() - began)
    head, found = families(made), len(made.copies & pairs) / len(made.copies)
    strange = sum(head.get(one, one) != head.get(other, other) for one, other in pairs)
    print(f"{name:<12}{speed:>10.0f} documents/s   {found:>6.1%} of planted copies   {strange} pairs of strangers")
    return speed


def main() -> None:
    """Measure both on one pile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=2000, help="reports in the pile (default 2000)")
    made = pile(parser.parse_args().number)
    ours = measure("woozle", with_woozle, made)
    if MinHash is None:
        print("datasketch is not installed: pip install datasketch, to compare")
        return
    theirs = measure("datasketch", with_datasketch, made)
    print(f"woozle reads {ours / theirs:.2f} times as many documents a second")


if __name__ == "__main__":
    main()
