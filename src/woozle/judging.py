"""Judging a case: a decision is written down first, which is what counts, and then the record follows it."""

from collections.abc import Mapping, Sequence
from typing import Any

from woozle import run as running
from woozle.answers import By, Judged
from woozle.errors import CaseError, UsageError
from woozle.making import lacks_decisions_only, make, planned
from woozle.model.decisions import Decision
from woozle.review.deciding import decide, to_undo
from woozle.store.book import Book, open_live
from woozle.store.decisions import judged, read_decisions, undone
from woozle.store.folder import Folder, Lock


class Judging:
    """The decisions of one case; see `Case` for what is raised."""

    def __init__(self, folder: Folder, settings: Mapping[str, Any]) -> None:
        self._folder, self._settings = folder, settings

    def judge(self, what: tuple[str, str, Sequence[str]], by: By | str, *, is_applied: bool) -> Judged:
        """Decide something: kind, verdict and ids."""
        kind, verdict, ids = what
        with Lock(self._folder.path):
            book = self._book()
            ruled = decide(book, kind, verdict, ids)
            return self._write(judged(ruled, **_signed(by)), is_applied=is_applied)

    def undo(self, which: str, by: By | str, *, is_applied: bool) -> Judged:
        """Take a batch of decisions back."""
        with Lock(self._folder.path):
            batch = to_undo(read_decisions(self._folder.journal.entries()), which)
            return self._write(undone(batch, **_signed(by)), is_applied=is_applied)

    def decisions(self) -> list[Decision]:
        """All decisions, those that the live book knows with what it knows of them."""
        book = open_live(self._folder.path)
        known = {row.id: row for row in book.rows(Decision)} if book else {}
        rows = read_decisions(self._folder.journal.entries())
        return [_as_known(row, known.get(row.id)) for row in rows]

    def _book(self) -> Book:
        book = open_live(self._folder.path)
        if book is None:
            raise CaseError(f"{self._folder.path} has no record yet: woozle run {self._folder.path}")
        return book

    def _write(self, entry: dict[str, Any], *, is_applied: bool) -> Judged:
        began = running.seconds()
        self._folder.journal.append(entry)
        can_follow = is_applied and lacks_decisions_only(self._folder, planned(self._folder, self._settings))
        if can_follow:
            make(self._folder, self._settings, workers=1, progress=running.quiet)
        rows = self.decisions()
        new = tuple(row for row in rows if row.batch_id == rows[-1].batch_id)
        return Judged(new, can_follow, running.seconds() - began)


def _signed(by: By | str) -> dict[str, str]:
    signed = By(by) if isinstance(by, str) else by
    if not signed.who.strip():
        raise UsageError("a decision needs a name: say who decides")
    return {"who": signed.who, "why": signed.why, "at": signed.at or running.now()}


def _as_known(row: Decision, known: Decision | None) -> Decision:
    """A decision as the book has it, if nothing was decided about it since."""
    is_same = known is not None and (known.undone_by, known.superseded_by) == (row.undone_by, row.superseded_by)
    return known if known is not None and is_same else row
