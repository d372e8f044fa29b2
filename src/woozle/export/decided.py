"""Checks of decisions: what they name exists, and the record follows those that stand."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from woozle.model.decisions import KEYS_OF, UNDO, VERDICTS, Decision
from woozle.model.records import Assertion, Mention


class Decided:
    """Gathers what decisions and the rows they name say, then compares it. Rows may come in any order."""

    def __init__(self) -> None:
        self._decisions: list[Decision] = []
        self._entity: dict[str, str | None] = {}
        self._claim: dict[str, str | None] = {}

    def note(self, row: object) -> None:
        """Take in a row; those that no decision can name are passed over."""
        match row:
            case Decision():
                self._decisions.append(row)
            case Mention():
                self._entity[row.id] = row.entity_id
            case Assertion():
                self._claim[row.id] = row.claim_id

    def faults(self, ids: Mapping[str, Collection[str]], journal: Sequence[Decision] | None) -> Iterator[str]:
        """One sentence for each thing that does not hold.

        Args:
            ids: the ids of each table.
            journal: all that the journal says was decided; None where there is no journal to compare with.
        """
        for row in self._decisions:
            yield from (f"decisions {row.id}: {fault}" for fault in self._row(row, ids))
        if journal is not None:
            written = {row.id for row in journal}
            lost = [row.id for row in self._decisions if row.id not in written]
            yield from (f"decisions {key}: the journal does not hold it" for key in sorted(lost))

    def _row(self, row: Decision, ids: Mapping[str, Collection[str]]) -> Iterator[str]:
        if row.verdict == UNDO:
            lost = [key for key in row.subject_ids if key not in ids["decisions"]]
            yield from (f"it takes {key} back, which is not among the decisions" for key in lost)
            return
        if row.verdict not in VERDICTS.get(row.kind, ()):
            yield f"no {row.kind} is judged {row.verdict}"
        elif row.stale != (row.stale_why is not None):
            yield "it is stale without a reason, or has a reason and is not"
        elif row.is_in_force and not row.stale:
            yield from self._standing(row, ids)

    def _standing(self, row: Decision, ids: Mapping[str, Collection[str]]) -> Iterator[str]:
        table = KEYS_OF[row.kind]
        lost = [key for key in row.keys if key not in ids[table]]
        if lost:
            yield from (f"it names {key}, which is not among the {table}" for key in lost)
            return
        home = self._entity if row.kind == "entity" else self._claim
        if row.kind in ("entity", "claim"):
            groups = [home[key] for key in row.keys]
            whole = groups[1:] if row.verdict == "split" else groups
            if row.verdict in ("same", "accept", "split") and len(set(whole)) > 1:
                yield f"what it says is one {row.kind} stands in {len(set(whole))}"
            if row.verdict in ("different", "split") and groups[0] in groups[1:]:
                yield f"what it tells apart stands in one {row.kind}"
        is_there = row.kind == "copy" and row.subject_ids[0] in ids["derivations"]
        if row.kind == "copy" and row.verdict != "unsure" and is_there != (row.verdict == "accept"):
            yield f"the record does not follow it: {row.verdict}"
