"""What the steps of this room have in common: decisions taken apart, and no settings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.decisions import Decision


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """Nothing to set: what a person decided is not weighed."""


@dataclass(frozen=True, slots=True)
class Key:
    """Something (``id``) that a decision names."""

    id: str


def keys(rows: Sequence[Decision]) -> Iterable[Key]:
    """The keys of decisions."""
    return (Key(key) for row in rows for key in row.keys)


def subjects(rows: Sequence[Decision]) -> Iterable[Key]:
    """The rows that decisions were made on."""
    return (Key(key) for row in rows for key in row.subject_ids)
