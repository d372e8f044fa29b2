"""Looking back: the runs of a case, what changed from one to another, and the history of a claim."""

from pathlib import Path
from typing import Protocol

from woozle.errors import UsageError
from woozle.model.runs import Run
from woozle.review.diff import Difference, difference
from woozle.review.history import Day, history
from woozle.store.book import Book
from woozle.store.runs import choose, content, runs
from woozle.toolbox.shown import Rows


class Recorded(Protocol):
    """A case, as far as looking back needs it."""

    path: Path

    def record(self) -> Book:
        """The record as the last run left it."""


def runs_of(case: Recorded) -> Rows[Run]:
    """The runs that changed the record, oldest first; the last ones of them are kept.

    Raises:
        CaseError: the file of one is damaged.
    """
    return Rows(runs(case.path))


def diff_of(case: Recorded, old: str | int | None = None, new: str | int | None = None) -> Difference:
    """What changed from one run to another; without names from the last but one to the last.

    Args:
        case: the case.
        old: the number of the earlier run, or the beginning of its id.
        new: that of the later one; the last if it is left out.

    Raises:
        UsageError: there is no such run, or only one.
        CaseError: the file of a run is damaged.
    """
    known = runs(case.path)
    if len(known) < 2 and old is None:
        raise UsageError(f"{case.path} remembers {len(known) or 'no'} run{'s' * (not known)}: nothing to compare yet")
    one = choose(known, str(old)) if old is not None else known[-2]
    other = choose(known, str(new)) if new is not None else known[-1]
    return difference((one, other), content(case.path, one), content(case.path, other))


def history_of(case: Recorded, claim_id: str) -> Rows[Day]:
    """When each voice behind a claim joined, and what was known of it on any day, earliest first.

    Args:
        case: the case.
        claim_id: the claim's id or its beginning.

    Raises:
        UsageError: no claim, or more than one, has such an id.
        CaseError: nothing was run yet.
    """
    return Rows(history(case.record(), claim_id))
