"""Wires the resolve step: the local entities of all documents in, entities and their members out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from woozle.model.records import Entity, EntityMember, LocalEntity
from woozle.stages.resolve.folding import fold
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.link.placed import Placed, entity_of, members_of


@dataclass(frozen=True, slots=True)
class ResolveSettings:
    """``least``: the likeness of names, 0 to 1, from which two full names are taken for spellings of one."""

    least: float = 0.8


def place(entities: Sequence[LocalEntity], *, least: float) -> Iterable[Placed]:
    """Fold one group of local entities."""
    return fold(entities, least=least)


def resolve(engine: Engine, tables: Mapping[str, Table[Any]], settings: ResolveSettings) -> Mapping[str, Table[Any]]:
    """One pass over all local entities, which holds their names in memory, then one group an entity."""
    one_pass = partial(place, least=settings.least)
    placed = engine.keep(engine.map_groups(tables["local_entities"], (), one_pass, Placed, order=("id",)))
    return {
        "entities": engine.map_groups(placed, ("entity_id",), entity_of, Entity, order=("id",)),
        "entity_members": engine.map(placed, members_of, EntityMember),
    }


RESOLVE = SetStep(
    "resolve",
    5,
    ("documents", "local_entities", "mentions"),
    {"entities": Entity, "entity_members": EntityMember},
    ResolveSettings(),
    resolve,
)
