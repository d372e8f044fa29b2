"""Judging a case: a decision is written down first, which is what counts, and then the record follows it."""

import errno
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from woozle import run as running
from woozle.answers import By, Judged
from woozle.engines.place import On
from woozle.errors import CaseReadOnly, UsageError
from woozle.making import about_of, lacks_decisions_only, make, planned
from woozle.model.decisions import Decision, Ruled
from woozle.review.deciding import decide, to_undo
from woozle.store.book import open_live, open_record
from woozle.store.decisions import judged, read_decisions, undone
from woozle.store.folder import Folder, Lock

#: What a call decides: kind, verdict and ids.
What = tuple[str, str, Sequence[str]]
_READ_ONLY = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


class Judging:
    """The decisions of one case; see `Case` for what is raised."""

    def __init__(self, folder: Folder, settings: Mapping[str, Any]) -> None:
        self._folder, self._settings = folder, settings

    def judge(self, whats: Sequence[What], by: By | str, *, is_applied: bool, seen: int | None = None) -> Judged:
        """Decide some things in one go.

        Args:
            whats: what is decided.
            by: who decides.
            is_applied: whether the record is to follow at once; then the case must not be locked.
            seen: the number of the last decision that the person knew. What was decided about the same rows after it
                is not overruled unseen; None overrules whatever there is.
        """
        held: list[Decision] = []
        with self._writing(is_applied):
            book = open_record(self._folder.path)
            ruled = [one for what in whats for one in decide(book, *what)]

            def entry(before: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
                known = read_decisions(before) if seen is not None else ()
                meanwhile = [row for row in known if row.is_in_force and row.number > (seen or 0)]
                held[:] = [row for row in meanwhile if any(_is_same(row, one) for one in ruled)]
                kept = [one for one in ruled if not any(_is_same(row, one) for row in held)]
                return judged(kept, **_signed(by)) if kept else None

            return self._write(entry, held, is_applied=is_applied)

    def undo(self, which: str, by: By | str, *, is_applied: bool) -> Judged:
        """Take a batch of decisions back."""
        with self._writing(is_applied):
            return self._write(
                lambda before: undone(to_undo(read_decisions(before), which), **_signed(by)), [], is_applied=is_applied
            )

    def decisions(self) -> list[Decision]:
        """All decisions, those that the live book knows with what it knows of them."""
        return [row for row, _ in self.standing()]

    def standing(self) -> list[tuple[Decision, bool]]:
        """All decisions as `decisions` gives them, each with whether the live book knows of it as it is now."""
        book, known = open_live(self._folder.path), dict[str, Decision]()
        if book:
            known = {row.id: row for row in book.rows(Decision)}
            book.close()
        rows = read_decisions(self._folder.journal.entries())
        return [_as_known(row, known.get(row.id)) for row in rows]

    def _writing(self, is_applied: bool) -> AbstractContextManager[Any]:
        """What is held while a decision is written: a line alone needs the lock of the journal only."""
        return Lock(self._folder.path, act="judge") if is_applied else nullcontext()

    def _write(
        self,
        entry: Callable[[Sequence[Mapping[str, Any]]], dict[str, Any] | None],
        held: Sequence[Decision],
        *,
        is_applied: bool,
    ) -> Judged:
        began, n_before = running.seconds(), -1

        def counted(before: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
            nonlocal n_before
            made = entry(before)
            n_before = len(read_decisions(before)) if made else -1
            return made

        try:
            self._folder.journal.amend(counted)
        except OSError as error:
            if error.errno not in _READ_ONLY:
                raise
            raise CaseReadOnly(f"{self._folder.path} can be read but not written: {error.strerror}") from error
        if n_before < 0:
            return Judged((), False, running.seconds() - began, tuple(held))
        about = about_of(self._folder) if is_applied else None
        can_follow = is_applied and lacks_decisions_only(self._folder, planned(self._folder, self._settings, about))
        if can_follow:
            make(self._folder, self._settings, on=On(1), progress=running.quiet, about=about)
        rows = self.decisions()
        # Others may have written since: ours are those of the first batch after what was there.
        new = tuple(row for row in rows if row.batch_id == rows[n_before].batch_id)
        return Judged(new, can_follow, running.seconds() - began, tuple(held))


def _is_same(row: Decision, one: Ruled) -> bool:
    """Whether a decision is about exactly what is ruled now."""
    return row.kind == one.kind and frozenset(row.keys) == frozenset(one.keys)


def _signed(by: By | str) -> dict[str, str]:
    signed = By(by) if isinstance(by, str) else by
    if not signed.who.strip():
        raise UsageError("a decision needs a name: say who decides")
    return {"who": signed.who, "why": signed.why, "at": signed.at or running.now()}


def _as_known(row: Decision, known: Decision | None) -> tuple[Decision, bool]:
    """A decision as the book has it, if nothing was decided about it since."""
    if known is not None and (known.undone_by, known.superseded_by) == (row.undone_by, row.superseded_by):
        return known, True
    return row, False
