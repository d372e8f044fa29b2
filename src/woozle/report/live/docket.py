"""What the pages of review know beside the record: who looks, what was decided, and whether anything may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from woozle.model.decisions import UNDO, Decision


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer that was not recorded, so that nothing of it is lost: the verdict, and why in the person's words.

    ``held``: what somebody else decided meanwhile; None where the answer lacked something, which ``words`` say.
    ``questions``: what it answered.
    """

    verdict: str
    why: str
    held: Decision | None = None
    words: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Docket:
    """The decisions of a case as one person sees them.

    Attributes:
        standing: all decisions in the order of the journal, each with whether the record follows it already.
        who: the name of the person who looks; empty where none was given yet.
        off: why nothing may be decided; empty where it may.
        token: what a form must bring along.
        carried: an answer that was not recorded.
        running: what a run that was started here does at the moment; empty where none goes on.
        failed: why the last run that was started here stopped; empty where it did not.
    """

    standing: Sequence[tuple[Decision, bool]] = ()
    who: str = ""
    off: str = ""
    token: str = ""
    carried: Carried | None = None
    running: str = ""
    failed: str = ""

    @cached_property
    def live(self) -> Mapping[str, Decision]:
        """Decisions in force by what they are about."""
        return {subject(row): row for row, _ in self.standing if row.is_in_force}

    @property
    def seen(self) -> int:
        """The number of the last decision."""
        return self.standing[-1][0].number if self.standing else 0

    @property
    def n_waiting(self) -> int:
        """Decisions that the record does not follow yet."""
        return sum(not is_known for _, is_known in self.standing)

    @cached_property
    def stale(self) -> Sequence[Decision]:
        """Decisions that nothing follows from any more."""
        return [row for row, _ in self.standing if row.stale]

    @cached_property
    def batches(self) -> Sequence[Sequence[Decision]]:
        """The decisions by what was decided in one go, the latest first."""
        found: dict[str, list[Decision]] = {}
        for row, _ in self.standing:
            found.setdefault(row.batch_id, []).append(row)
        return list(found.values())[::-1]

    @property
    def last(self) -> str:
        """The batch that the person decided last and did not take back; empty where there is none."""
        mine = (rows[0] for rows in self.batches if rows[0].who == self.who and rows[0].verdict != UNDO)
        return next((row.batch_id for row in mine if row.undone_by is None), "")

    def batch(self, start: str) -> Sequence[Decision]:
        """The decisions of the batch whose hash begins so; none if there is no such."""
        return next((rows for rows in self.batches if rows[0].batch_id.startswith(f"b2:{start}")), ()) if start else ()


def subject(row: Decision) -> str:
    """What a decision is about, as the book names it."""
    return " ".join((row.kind, *sorted(row.keys)))
