"""The runs of a case, ``runs/<number>.parquet``, and what each changed: for `woozle diff` and the page of coverage.

May be deleted at any time.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from woozle.errors import CaseError, UsageError
from woozle.model.records import Claim, Conflict, Document, Problem
from woozle.model.runs import (
    CHANGES,
    Change,
    Counts,
    Run,
    RunClaim,
    RunConflict,
    RunContent,
    RunFile,
    RunHead,
    RunReport,
)
from woozle.store.book import Book
from woozle.toolbox.parquet import read_part, read_rows, write_rows

Compare = Callable[[tuple[Run, Run], RunContent, RunContent], Sequence[Change]]
#: So many runs are kept; older ones go. A run of 100,000 reports takes some tens of megabytes.
KEPT = 10
#: Changes that are read together: a page shows some tens of them.
_GROUP = 1_000


def remember(folder: Path, book: Book, at: str, seconds: float, compare: Compare) -> None:
    """Keep what a book says as a run, unless the last run left the same book; the caller holds the case's lock.

    Args:
        folder: the case.
        book: its live book.
        at: this instant, as ISO 8601.
        seconds: how long the run took.
        compare: tells what changed from one run to another, kind by kind in the order of `CHANGES`.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
        CaseError: the file of the run before is damaged.
    """
    known = runs(folder)
    last = known[-1] if known else None
    if last and last.id == book.generation:
        return
    run, left = _run(book, last.number + 1 if last else 1, at, seconds), _content(book)
    if last:
        changes = compare((last, run), content(folder, last), left)
        # Before the run itself: if this is killed in between, the next run does both again.
        write_rows(_changes(folder, run), Change, changes, group=_GROUP)
        run = replace(run, changes=_counts(changes))
    write_rows(_path(folder, run), RunFile, [RunFile(run, left)])
    for old in known[: max(0, len(known) + 1 - KEPT)]:
        _path(folder, old).unlink(missing_ok=True)
        _changes(folder, old).unlink(missing_ok=True)


def _run(book: Book, number: int, at: str, seconds: float) -> Run:
    totals = dict(book.ask("totals"))
    return Run(
        id=book.generation,
        number=number,
        at=at,
        woozle=str(book.fact("woozle")),
        n_reports=book.count(Document),
        n_claims=book.count(Claim),
        n_conflicts=book.count(Conflict),
        seconds=round(seconds, 1),
        n_inputs=totals["inputs_read"] + totals["inputs_unread"],
        n_unread=totals["inputs_unread"],
        n_problems=book.count(Problem),
    )


def _counts(rows: Sequence[Change]) -> Counts:
    found = Counter(row.kind for row in rows)
    return Counts(**{kind: found[kind] for kind in CHANGES})


def changes(folder: Path, run: Run, kind: str, first: int, n: int) -> Sequence[Change]:
    """What a run left otherwise than the run before it.

    Args:
        folder: the case.
        run: the run.
        kind: one of `CHANGES`.
        first: how many of the kind are passed over.
        n: at most so many.

    Raises:
        CaseError: its file is gone or damaged.
    """
    if run.changes is None:
        return []
    counts, kinds = [getattr(run.changes, name) for name in CHANGES], list(CHANGES)
    start, there = sum(counts[: kinds.index(kind)]), counts[kinds.index(kind)]
    if first >= there:
        return []
    path = _changes(folder, run)
    try:
        return read_part(Change, path, start + first, min(n, there - first))
    except (OSError, ValueError) as error:
        raise CaseError(f"{path} cannot be read ({error}): the record does not need it") from error


def runs(folder: Path) -> list[Run]:
    """The runs that are kept, oldest first.

    Raises:
        CaseError: one of them is damaged.
    """
    return [_head(path) for path in sorted(_paths(folder))]


def content(folder: Path, run: Run) -> RunContent:
    """What a run left.

    Raises:
        CaseError: its file is gone or damaged.
    """
    path = _path(folder, run)
    try:
        return read_rows(RunFile, [path])[0].content
    except (OSError, ValueError, IndexError) as error:
        raise CaseError(f"{path} cannot be read ({error}): delete it, the record does not need it") from error


def choose(known: Sequence[Run], name: str) -> Run:
    """The run of a number, or whose id begins so.

    Raises:
        UsageError: none or more than one is.
    """
    found = [run for run in known if name == str(run.number)]
    found = found or [run for run in known if len(name) > 3 and run.id.startswith(name)]
    if len(found) != 1:
        there = ", ".join(f"{run.number} ({run.id[:8]}, {run.at[:10]})" for run in known) or "none"
        raise UsageError(f"{name} is no run of this case; there are {there}")
    return found[0]


def _paths(folder: Path) -> list[Path]:
    return [path for path in (folder / "runs").glob("[0-9]*.parquet") if path.stem.isdigit()]


def _path(folder: Path, run: Run) -> Path:
    return folder / "runs" / f"{run.number:06d}.parquet"


def _changes(folder: Path, run: Run) -> Path:
    return folder / "runs" / f"{run.number:06d}-changes.parquet"


def _head(path: Path) -> Run:
    try:
        return read_rows(RunHead, [path])[0].run
    except (OSError, ValueError, IndexError) as error:
        raise CaseError(f"{path} cannot be read ({error}): delete it, the record does not need it") from error


def _content(book: Book) -> RunContent:
    return RunContent(
        tuple(RunReport(row.id, row.input, row.outlet, row.title) for row in book.iterate(Document)),
        tuple(
            RunClaim(row.id, row.text, row.reports, row.outlets, row.voices, _short(row.assertion_ids))
            for row in book.iterate(Claim)
        ),
        tuple(RunConflict(row.id, row.left_claim_id, row.right_claim_id, row.kind) for row in book.iterate(Conflict)),
    )


def _short(ids: Sequence[str]) -> tuple[int, ...]:
    """64 bits of each hash, signed: two of a million assertions share them once in 37 million piles."""
    return tuple(sorted(int(row_id.rpartition(":")[2][:16], 16) - 2**63 for row_id in ids))
