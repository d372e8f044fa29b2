"""Decisions held against the record that is being written: which of them nothing follows from, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from woozle.model.decisions import KEYS_OF, Decision
from woozle.store.joins import Links
from woozle.toolbox.verdicts import is_followed


class Standing:
    """Watches the rows of a record go by, and then says of each decision whether it stands."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        self._wanted = {key for row in decisions for key in (*row.keys, *row.subject_ids)}
        self._seen: dict[str, Any] = {}

    def watched(self, rows: Iterable[Any]) -> Iterator[Any]:
        """The rows unchanged; those that a decision names are remembered."""
        for row in rows:
            if row.id in self._wanted:
                self._seen[row.id] = row
            yield row

    def rows(self, links: Links) -> Iterator[Decision]:
        """The decisions; to be asked for when all other rows have gone by."""
        for row in sorted(self._decisions, key=lambda row: row.id):
            why = self._fault(row, links) if row.is_in_force else None
            yield replace(row, stale=why is not None, stale_why=why)

    def _fault(self, row: Decision, links: Links) -> str | None:
        """Why nothing follows from a decision; None where it stands."""
        gone = [key for key in row.keys if key not in self._seen]
        if gone:
            return f"the record no longer holds {len(gone)} of the {len(row.keys)} {KEYS_OF[row.kind]} that it names"
        if row.kind == "copy":
            is_there = row.subject_ids[0] in self._seen
            return None if is_there == (row.verdict != "reject") or row.verdict == "unsure" else _NOT_FOLLOWED
        homes = {key: self._home(row.kind, key, links) for key in row.keys}
        if row.kind == "origin" and len(set(homes.values())) > 1:
            return "the statements that it names no longer stand in one claim"
        return None if row.kind not in ("entity", "claim") or is_followed(row, homes) else _NOT_FOLLOWED

    def _home(self, kind: str, key: str, links: Links) -> str | None:
        if kind == "entity":
            found: str | None = self._seen[key].entity_id
            return found
        return links.claim.get(key)


_NOT_FOLLOWED = "the record could not follow it"
