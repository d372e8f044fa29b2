"""Decisions that concern a row, in plain words."""

from collections.abc import Iterator, Sequence
from typing import Any

from woozle.model.decisions import UNDO, Decision
from woozle.model.records import Claim, Entity, Mention, Origin
from woozle.review.record import Rows


def decisions_on(book: Rows, row: Any) -> list[Decision]:
    """The decisions that name a row or something of it, in the order of the journal; undone ones too."""
    found = [one for one in book.rows(Decision) if one.verdict != UNDO and _concerns(book, one, row)]
    return sorted(found, key=lambda one: one.number)


def _concerns(book: Rows, one: Decision, row: Any) -> bool:
    if row.id in (*one.subject_ids, *one.keys):
        return True
    if isinstance(row, Claim | Origin):
        return one.kind in ("claim", "origin") and not set(row.assertion_ids).isdisjoint(one.keys)
    if isinstance(row, Entity) and one.kind == "entity":
        mentions = (book.get(Mention, key) for key in one.keys)
        return any(mention is not None and mention.entity_id == row.id for mention in mentions)
    return False


def told(rows: Sequence[Decision]) -> Iterator[str]:
    """Each decision as a line."""
    for row in rows:
        why = f": {row.why}" if row.why else ""
        state = "; undone" if row.undone_by else "; another was made later" if row.superseded_by else ""
        state = f"; stale: {row.stale_why}" if row.stale else state
        yield f"Decided ({row.kind}, {row.verdict}) by {row.who}, {row.at[:10]}{why}{state}"
