"""Checks of references: every id that a row names is the id of a row."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from woozle.export.evidence import parts
from woozle.model.records import Document

#: The table that a field's ids belong to, wherever in a row the field stands.
TABLE_OF: Mapping[str, str] = MappingProxyType(
    {
        "document_id": "documents",
        "child_document_id": "documents",
        "parent_document_id": "documents",
        "entity_id": "entities",
        "source_entity_id": "entities",
        "actor_ids": "entities",
        "target_ids": "entities",
        "attribution_id": "attributions",
        "parent_id": "attributions",
        "claim_id": "claims",
        "claim_ids": "claims",
        "left_claim_id": "claims",
        "right_claim_id": "claims",
        "origin_id": "origins",
        "event_id": "events",
        "mention_ids": "event_mentions",
        "place_id": "places",
        "time_id": "times",
        "quantities": "quantities",
        "time_ids": "times",
        "as_of_id": "times",
        "place_ids": "places",
        "quantity_ids": "quantities",
        "assertion_ids": "assertions",
        "root_assertion_id": "assertions",
        "from_assertion_id": "assertions",
        "to_assertion_id": "assertions",
        "undone_by": "decisions",
        "superseded_by": "decisions",
    }
)


def reference_faults(row: Any, ids: Mapping[str, Collection[str]]) -> Iterator[str]:
    """One sentence for each id that a row names and that no row has.

    Args:
        row: of any table of the record.
        ids: the ids of each table.
    """
    if isinstance(row, Document):
        return
    for part in parts(row):
        for field in fields(part):
            table = TABLE_OF.get(field.name)
            if table:
                missing = (named for named in _named(getattr(part, field.name)) if named not in ids[table])
                yield from (f"{field.name} names {named}, which is not among the {table}" for named in missing)


def _named(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
