"""Each view of the local pages at the server: milliseconds by the clock and of work, and its size.

Run by hand: ``python benchmarks/pages.py [REPORTS] [--times N] [--case DIR]``. The record is made up row by row
(`made_up.py`), and nothing is read.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).parent))
from made_up import made_up

import woozle
from woozle.desk import Desk
from woozle.model import records as r
from woozle.model.ids import row_id
from woozle.report.live.asking import ASKS
from woozle.review.diff import changes
from woozle.store.book import Book, build, open_live
from woozle.store.runs import remember
from woozle.web import get
from woozle.web.within import ask


def _views(case: Path) -> Iterator[tuple[str, str]]:
    """Each view with an address: lists as they open, narrowed down, far down; the largest claim and a usual one."""
    with_claims = woozle.open(case).claims(limit=1)[0].id[3:19]
    listed = json.loads(get(case, "/claims.json?page=2").content)["claims"]
    some, report = listed[0]["href"], json.loads(get(case, "/reports.json?page=2").content)["reports"][0]["href"]
    yield from (
        ("claims", "/"),
        ("claims, page 200", "/claims?page=200"),
        ("claims, two words", "/claims?q=boat+harbour"),
        ("claims, three filters", "/claims?voices=2&stance=plain&outlet=Outlet%2014"),
        ("claims, by last seen", "/claims?sort=last"),
        ("claims in one report", "/claims?standing=one"),
        ("a claim", some),
        ("the largest claim", f"/claim/{with_claims}"),
        ("reports", "/reports"),
        ("reports, two words", "/reports?q=boat+harbour"),
        ("reports, page 900", "/reports?page=900"),
        ("a report", report),
        ("copies", "/copies"),
        ("copies of a day", "/copies?day=2031-04-20"),
        ("copies of an outlet", "/copies?outlet=Outlet%2014"),
        ("timeline", "/timeline"),
        ("events", "/events"),
        ("people and groups", "/names"),
        ("a name", f"/name/{row_id('entity', 1)[3:19]}"),
        ("map", "/map"),
        ("coverage", "/coverage"),
        ("review", "/review"),
        ("coverage, page 6", "/coverage?page=6"),
        ("changes", "/changes"),
        ("changed claims, page 90", "/changes?kind=claims_changed&page=90"),
        *((f"review, {ask}", f"/review?ask={ask}") for ask in ASKS),
        *((f"review as a table, {ask}", f"/review?as=table&ask={ask}") for ask in ASKS),
        ("review, decisions", "/review?done=2"),
        ("claims as JSON", "/claims.json"),
    )


class Earlier:
    """A record as an earlier run left it: every 20th claim was not there, every 10th had other numbers."""

    generation = "earlier"

    def __init__(self, book: Book) -> None:
        self._book = book
        self.ask, self.fact, self.count = book.ask, book.fact, book.count

    def iterate(self, row: type[Any]) -> Iterator[Any]:
        """The rows of a class."""
        for at, one in enumerate(self._book.iterate(row)):
            if row is r.Claim and at % 20 == 0:
                continue
            yield replace(one, reports=one.reports + 1) if row is r.Claim and at % 10 == 1 else one


def _ran(case: Path) -> None:
    """Two runs of the case; the second one's comparison with the first is timed."""
    book = open_live(case)
    assert book is not None
    remember(case, cast(Any, Earlier(book)), "2031-05-01T00:00:00Z", 60.0, changes)
    began = time.perf_counter()
    remember(case, book, "2031-05-02T00:00:00Z", 60.0, changes)
    print(f"a run remembered and compared with the one before it in {time.perf_counter() - began:.1f} s")
    claims = [row.id for row in woozle.open(case).claims(limit=100)]
    for one, other in zip(claims[::2], claims[1::2], strict=True):
        woozle.open(case).judge("claim", "unsure", one, other, by="Mira", is_applied=False)


def main() -> None:
    """Make the record, ask each view some times, and tell."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("reports", type=int, nargs="?", default=5_000)
    words.add_argument("--times", type=int, default=5)
    words.add_argument("--case", type=Path, help="make the case here, or take the one that is here")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = given.case or Path(folder) / "pages.woozle"
        if not case.exists():
            woozle.Case.create(case)
            began = time.perf_counter()
            tables = made_up(given.reports)
            rows = sum(len(found) for found in tables.values())
            made = time.perf_counter()
            build(case, "made-up", tables, {})
            took = time.perf_counter() - made
            size = sum(path.stat().st_size for path in (case / "books").iterdir()) / 2**20
            del tables
            print(f"{rows:,} rows made in {made - began:.0f} s; book of {size:.0f} MB built in {took:.0f} s")
            sys.stdout.flush()
            _ran(case)
        # As a server does, the case is opened once; what is read while it is opened is no part of a page.
        desk = Desk(case)
        for name, address in _views(case):
            spent, used, answer = list[float](), list[float](), ask(desk, address)
            for _ in range(given.times):
                began, worked = time.perf_counter(), time.process_time()
                answer = ask(desk, address)
                spent.append((time.perf_counter() - began) * 1000)
                used.append((time.process_time() - worked) * 1000)
            kb, middle = len(answer.content) / 1000, statistics.median(spent)
            print(f"{name:24} {answer.status} {middle:6.0f} ms {statistics.median(used):6.0f} of work {kb:7.0f} kB")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
