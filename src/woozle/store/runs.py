"""The runs of a case, ``runs/<number>.parquet``: what each left, for `woozle diff`. May be deleted at any time."""

from collections.abc import Sequence
from pathlib import Path

from woozle.errors import CaseError, UsageError
from woozle.model.records import Claim, Conflict, Document
from woozle.model.runs import Run, RunClaim, RunConflict, RunContent, RunFile, RunHead, RunReport
from woozle.store.book import Book
from woozle.toolbox.parquet import read_rows, write_rows

#: So many runs are kept; older ones go. A run of 100,000 reports takes some tens of megabytes.
KEPT = 10


def remember(folder: Path, book: Book, at: str) -> None:
    """Keep what a book says as a run, unless the last run left the same book; the caller holds the case's lock.

    Args:
        folder: the case.
        book: its live book.
        at: this instant, as ISO 8601.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    found = sorted(_paths(folder))
    number = _number(found[-1]) + 1 if found else 1
    if found and _head(found[-1]).id == book.generation:
        return
    content = _content(book)
    counts = (len(content.reports), len(content.claims), len(content.conflicts))
    run = Run(book.generation, number, at, str(book.fact("woozle")), *counts)
    write_rows(folder / "runs" / f"{number:06d}.parquet", RunFile, [RunFile(run, content)])
    for old in found[: max(0, len(found) + 1 - KEPT)]:
        old.unlink(missing_ok=True)


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
    path = folder / "runs" / f"{run.number:06d}.parquet"
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


def _number(path: Path) -> int:
    return int(path.stem)


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
