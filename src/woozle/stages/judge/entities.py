"""Wires the step that joins and parts entities as people decided."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.decisions import Decision
from woozle.model.ids import row_id
from woozle.model.records import Entity, EntityMember
from woozle.model.values import Reason
from woozle.stages.judge.naming import named
from woozle.stages.judge.parting import Parted, about, part
from woozle.stages.judge.reading import JudgeSettings, Key, keys, subjects
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.link.placed import Placed, entity_of, members_of
from woozle.toolbox.names import fold_name
from woozle.toolbox.verdicts import reason_of, was_in


@dataclass(frozen=True, slots=True)
class Named:
    """A mention (``id``) that a decision names, and the local entity that it stands for."""

    id: str
    local_id: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A local entity (``id``) as the program places it; ``entity_name`` and ``entity_kind`` are the entity's."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    protected: bool
    entity_id: str
    entity_name: str
    entity_kind: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A row that bears on judged entities: exactly one of the fields behind ``id`` is not None.

    ``taken``: the id of an entity that nobody judged.
    """

    id: str
    proposed: Proposed | None
    named: Named | None
    decision: Decision | None
    taken: str | None


def items(rows: Sequence[Any]) -> Iterable[Item]:
    """Each row as an item."""
    for row in rows:
        yield Item(
            row.id,
            row if isinstance(row, Proposed) else None,
            row if isinstance(row, Named) else None,
            row if isinstance(row, Decision) else None,
            row.id if isinstance(row, Key) else None,
        )


_NAMED = """
SELECT DISTINCT m.id AS id, m.entity_id AS local_id FROM mentions m JOIN keys k ON k.id = m.id
WHERE m.entity_id IS NOT NULL
"""
_TOUCHED = "SELECT DISTINCT m.entity_id AS id FROM entity_members m JOIN named n ON n.local_id = m.id"
_PROPOSED = """
SELECT l.id AS id, l.name AS name, l.kind AS kind, l.aliases AS aliases, l.protected AS protected,
       m.entity_id AS entity_id, e.name AS entity_name, e.kind AS entity_kind, m.score AS score, m.reasons AS reasons
FROM entity_members m JOIN touched t ON t.id = m.entity_id JOIN local_entities l ON l.id = m.id
JOIN entities e ON e.id = m.entity_id
"""
_OTHER_MEMBERS = "SELECT m.* FROM entity_members m WHERE m.entity_id NOT IN (SELECT id FROM touched)"
_OTHERS = "SELECT e.* FROM entities e WHERE e.id NOT IN (SELECT id FROM touched)"
_TAKEN = "SELECT DISTINCT s.id AS id FROM subjects s JOIN others e ON e.id = s.id"


def regroup(rows: Sequence[Item]) -> Iterable[Placed]:
    """The local entities of the entities that somebody judged, placed as decided."""
    locals_ = {row.proposed.id: row.proposed for row in rows if row.proposed}
    named_by = {row.named.id: row.named.local_id for row in rows if row.named and row.named.local_id in locals_}
    decisions = about((row.decision for row in rows if row.decision), named_by)
    parts = part({key: row.entity_id for key, row in locals_.items()}, decisions, _near(locals_, decisions))
    ids = named(parts, lambda one: _usual(one, locals_), {row.taken for row in rows if row.taken})
    for one, entity_id in zip(parts, ids, strict=True):
        yield from _entity([locals_[key] for key in one.items], one.decisions, entity_id)


def _near(locals_: Mapping[str, Proposed], decisions: Iterable[Decision]) -> dict[str, list[tuple[str, int]]]:
    """Whoever bears the name of somebody who was judged is near to them."""
    judged = sorted({item for row in decisions for item in row.keys})
    by_name: dict[str, list[str]] = defaultdict(list)
    for key in sorted(locals_):
        by_name[_folded(locals_[key])].append(key)
    return {item: [(other, 1) for other in by_name[_folded(locals_[item])] if other != item] for item in judged}


def _folded(row: Proposed) -> str:
    return fold_name(row.name, row.kind) or row.name.casefold()


def _usual(one: Parted, locals_: Mapping[str, Proposed]) -> Sequence[str]:
    """The entities that the program had them in, the most frequent first; then a name after the first one judged."""
    counts = Counter(locals_[key].entity_id for key in one.items)
    judged = [item for row in one.decisions for item in row.keys if item in one.items]
    return (
        *sorted(counts, key=lambda key: (-counts[key], key)),
        *(row_id("entity", "apart", item) for item in judged),
    )


def _entity(rows: Sequence[Proposed], decisions: Sequence[Decision], entity_id: str) -> Iterable[Placed]:
    first = next((row for one in decisions for key in one.keys for row in rows if row.id == key), rows[0])
    # The name that the program gave stays, as long as somebody here bears it.
    is_borne = any(first.entity_name in (row.name, *row.aliases) for row in rows if row.entity_id == first.entity_id)
    names = Counter(row.name for row in rows)
    name = first.entity_name if is_borne else min(names, key=lambda one: (-names[one], -len(one), one))
    aliases = tuple(sorted({name, *(alias for row in rows for alias in (row.name, *row.aliases))}))
    is_protected = any(row.protected for row in rows)
    decided = tuple(reason_of(row) for row in decisions)
    for row in rows:
        was = (was_in(row.entity_id),) if row.entity_id != entity_id else ()
        reasons = (*row.reasons, *was, *decided)
        yield Placed(row.id, entity_id, row.score, reasons, name, first.entity_kind, aliases, is_protected)


def judge_entities(
    engine: Engine, tables: Mapping[str, Table[Any]], settings: JudgeSettings
) -> Mapping[str, Table[Any]]:
    """The entities that somebody judged, joined and parted; all others as they are."""
    del settings
    proposed, members, decisions = tables["entities"], tables["entity_members"], tables["entity_decisions"]
    if engine.count(decisions) == 0:
        return {"judged_entities": proposed, "judged_entity_members": members}
    judged = engine.sql(_NAMED, Named, mentions=tables["mentions"], keys=engine.map(decisions, keys, Key))
    touched = engine.keep(engine.sql(_TOUCHED, Key, entity_members=members, named=judged))
    placed = engine.sql(
        _PROPOSED,
        Proposed,
        entity_members=members,
        touched=touched,
        local_entities=tables["local_entities"],
        entities=proposed,
    )
    others = engine.keep(engine.sql(_OTHERS, Entity, entities=proposed, touched=touched))
    taken = engine.sql(_TAKEN, Key, subjects=engine.map(decisions, subjects, Key), others=others)
    every = engine.union(Item, *(engine.map(table, items, Item) for table in (placed, judged, decisions, taken)))
    made = engine.keep(engine.map_groups(every, (), regroup, Placed, order=("id",)))
    kept = engine.sql(_OTHER_MEMBERS, EntityMember, entity_members=members, touched=touched)
    return {
        "judged_entities": engine.union(
            Entity, others, engine.map_groups(made, ("entity_id",), entity_of, Entity, order=("id",))
        ),
        "judged_entity_members": engine.union(EntityMember, kept, engine.map(made, members_of, EntityMember)),
    }


JUDGE_ENTITIES = SetStep(
    "judge_entities",
    1,
    ("entities", "entity_members", "local_entities", "mentions", "entity_decisions"),
    {"judged_entities": Entity, "judged_entity_members": EntityMember},
    JudgeSettings(),
    judge_entities,
)
