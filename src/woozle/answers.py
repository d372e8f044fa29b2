"""What the façade answers: plain values about what was done, and what a case holds."""

from dataclasses import dataclass

from woozle.model.decisions import Decision
from woozle.model.records import Document, Problem
from woozle.store.book import Book
from woozle.store.folder import Folder


@dataclass(frozen=True, slots=True)
class Added:
    """What `Case.add` did: inputs seen, new and known ones, files of folders that are no reports, and problems.

    ``skipped``: records of collections that are no reports, by what they are, and how many; ``n_left``: those whose
    bytes were not copied.
    """

    inputs: int
    n_new: int
    n_known: int
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[tuple[str, int], ...] = ()
    n_left: int = 0


@dataclass(frozen=True, slots=True)
class RunReport:
    """What `Case.run` did: steps that made something, steps that had nothing to do, and what is in the record now.

    ``about``: words that the record is narrowed to, or None; ``n_outside``: reports that it leaves out for that.
    """

    made: tuple[str, ...]
    kept: tuple[str, ...]
    n_documents: int
    n_new_documents: int
    problems: int
    unread: tuple[str, ...]
    is_changed: bool
    seconds: float
    stale_decisions: int = 0
    about: str | None = None
    n_outside: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """What a case holds, and whether its record is that of its captures and settings.

    ``about``: words that the record is narrowed to, or None; ``n_outside``: reports that it leaves out for that.
    ``left_in``: collections in which captures were left; ``gone``: those of them that are not there.
    """

    path: str
    n_captures: int
    n_inputs: int
    n_documents: int
    n_claims: int
    n_problems: int
    is_current: bool
    stale_steps: tuple[str, ...]
    has_record: bool
    book: str | None
    n_decisions: int = 0
    stale_decisions: int = 0
    about: str | None = None
    n_outside: int = 0
    left_in: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What `Case.judge` or `Case.undo` did: the new decisions as they stand now.

    ``is_applied``: the record follows them already; else the next run makes it follow. ``held``: what others decided
    meanwhile about the same rows, so that nothing was written about these; asked for on the pages only.
    """

    decisions: tuple[Decision, ...]
    is_applied: bool
    seconds: float
    held: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class By:
    """Who decides and why; ``at`` is when, ISO 8601 in UTC, or None for this instant."""

    who: str
    why: str = ""
    at: str | None = None


def unread_of(folder: Folder, book: Book) -> tuple[str, ...]:
    """The names of the inputs of a case that could not be read, sorted."""
    told: list[str] | None = book.fact("unread")
    if told is not None:
        return tuple(told)
    read = {name for document in book.iterate(Document) for name in document.inputs}
    named = {name for capture in folder.captures.all() for name in capture.inputs}
    return tuple(sorted((named | {problem.input for problem in folder.captures.refused()}) - read))
