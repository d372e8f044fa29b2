"""Local entities placed in entities: one row for each, out of which the entities and their members are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.records import Entity, EntityMember
from woozle.model.values import Reason


@dataclass(frozen=True, slots=True)
class Placed:
    """A local entity (``id``) and the entity it belongs to, written out so that both tables come of one pass."""

    id: str
    entity_id: str
    score: float
    reasons: tuple[Reason, ...]
    name: str
    kind: str
    aliases: tuple[str, ...]
    protected: bool


def entity_of(placed: Sequence[Placed]) -> Iterable[Entity]:
    """The entity that a group of placed local entities makes."""
    first = placed[0]
    yield Entity(first.entity_id, first.name, first.kind, first.aliases, first.protected)


def members_of(placed: Sequence[Placed]) -> Iterable[EntityMember]:
    """Which entity each local entity belongs to."""
    return (EntityMember(row.id, row.entity_id, row.score, row.reasons) for row in placed)
