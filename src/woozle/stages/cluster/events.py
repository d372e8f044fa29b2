"""Wires the events step: mentions of happenings in, the events they are of out, across all reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.happenings import Event, EventMember
from woozle.stages.cluster.eventparts import EVENT_QUERIES, EVENT_TABLES, EventPart, Item, Node, items, node
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.happen.across import keys_of, likeness, together
from woozle.toolbox.happen.event import Told, make_event
from woozle.toolbox.happen.keys import Cited
from woozle.toolbox.happen.telling import Telling
from woozle.toolbox.link.bundle import BEARERS, JUDGED_BEARERS, Bearer


@dataclass(frozen=True, slots=True)
class EventSettings:
    """``most_compared``: of happenings that share a place and day, or a name, each is held against so many others.

    One event that thousands of reports tell of would else be millions of pairs.
    """

    most_compared: int = 60


@dataclass(frozen=True, slots=True)
class Key:
    """What two tellings of one happening may share."""

    id: str
    document_id: str
    key: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two happenings side by side, the smaller id left; one beside itself stands for every happening alone."""

    left_id: str
    right_id: str
    left: Telling
    right: Telling


@dataclass(frozen=True, slots=True)
class Placed:
    """A happening of one report (``id``) in its event, which is named by its first happening."""

    id: str
    event_key: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A mention or a claim of an event: exactly one of the last two is not None."""

    event_key: str
    id: str
    item: Item | None
    claim_id: str | None


@dataclass(frozen=True, slots=True)
class Concluded:
    """An event, or what belongs to it."""

    event: Event | None
    member: EventMember | None


_EDGES = """
WITH ranked AS (
  SELECT k.id AS id, k.document_id AS document_id, k.key AS key,
         row_number() OVER (PARTITION BY k.key ORDER BY k.id) AS place
  FROM keys k
), pairs AS (
  SELECT DISTINCT least(l.id, r.id) AS left_id, greatest(l.id, r.id) AS right_id
  FROM ranked l JOIN ranked r ON r.key = l.key
  WHERE l.place <= {most} AND l.place < r.place AND l.document_id <> r.document_id
  UNION ALL SELECT n.id AS left_id, n.id AS right_id FROM nodes n
)
SELECT p.left_id AS left_id, p.right_id AS right_id, l.telling AS left, r.telling AS right
FROM pairs p JOIN nodes l ON l.id = p.left_id JOIN nodes r ON r.id = p.right_id
"""
_ITEMS = """
SELECT p.event_key AS event_key, i.id AS id, i AS item, NULL AS claim_id
FROM items i JOIN placed p ON p.id = i.node_id
"""
_CLAIMS = """
SELECT DISTINCT h.event_key AS event_key, m.claim_id AS id, NULL AS item, m.claim_id AS claim_id
FROM held h JOIN claim_members m ON m.id = h.id
"""


def keys(rows: Sequence[Node]) -> Iterable[Key]:
    """The keys of some happenings."""
    return (Key(row.id, row.document_id, key) for row in rows for key in keys_of(row.telling))


def fitting(rows: Sequence[Edge]) -> Iterable[Edge]:
    """Those pairs of which anything speaks for one happening, and all that stand alone."""
    return (row for row in rows if row.left_id == row.right_id or likeness(row.left, row.right))


def place(rows: Sequence[Edge]) -> Iterable[Placed]:
    """The event of every happening; `rows` are all pairs."""
    tellings = {row.left_id: row.left for row in rows} | {row.right_id: row.right for row in rows}
    links = {(row.left_id, row.right_id): likeness(row.left, row.right) for row in rows if row.left_id != row.right_id}
    order = sorted(tellings, key=lambda key: (tellings[key].day or "9999", tellings[key].document_id, tellings[key].at))
    for group in together(order, tellings, links):
        yield from (Placed(key, group[0]) for key in group)


@dataclass(frozen=True, slots=True)
class Held:
    """An assertion (``id``) that tells of an event."""

    id: str
    event_key: str


def held(rows: Sequence[Piece]) -> Iterable[Held]:
    """The assertions of some mentions."""
    return (Held(key, row.event_key) for row in rows if row.item for key in row.item.assertion_ids)


def conclude(rows: Sequence[Piece]) -> Iterable[Concluded]:
    """One event with its members, out of its mentions and claims."""
    found = [row.item for row in rows if row.item]
    cited = Cited(
        {time.id: time for row in found for time in row.times},
        {where.id: where for row in found for where in row.places},
        {figure.id: figure for row in found for figure in row.quantities},
        {each.id: each.entity_id for row in found for each in row.meant},
    )
    told = [Told(row.mention, row.telling) for row in found]
    event = make_event(told, cited, [row.claim_id for row in rows if row.claim_id])
    yield Concluded(event, None)
    for row in found:
        yield Concluded(None, EventMember(row.id, event.id))
        yield from (Concluded(None, EventMember(key, event.id)) for key in row.assertion_ids)


def events_of(rows: Sequence[Concluded]) -> Iterable[Event]:
    """The events among conclusions."""
    return (row.event for row in rows if row.event)


def members_of(rows: Sequence[Concluded]) -> Iterable[EventMember]:
    """The members among conclusions."""
    return (row.member for row in rows if row.member)


def events(engine: Engine, tables: Mapping[str, Table[Any]], settings: EventSettings) -> Mapping[str, Table[Any]]:
    """Happenings of each report, pairs that share a place, a day or a name, and groups in which nothing clashes."""
    bearers = engine.sql(BEARERS, Bearer, **{name: tables[table] for name, table in JUDGED_BEARERS.items()})
    named = {**{name: tables[name] for name in EVENT_TABLES}, "bearers": bearers}
    parts = (engine.sql(EVENT_QUERIES[name], EventPart, rows=table) for name, table in named.items())
    every = engine.union(EventPart, *parts)
    told = engine.keep(engine.map_groups(every, ("document_id",), items, Item, order=("id",)))
    nodes = engine.keep(engine.map_groups(told, ("node_id",), node, Node, order=("id",)))
    query = _EDGES.format(most=settings.most_compared)
    edges = engine.sql(query, Edge, keys=engine.map(nodes, keys, Key), nodes=nodes)
    kept = engine.keep(engine.map(edges, fitting, Edge))
    placed = engine.map_groups(kept, (), place, Placed, order=("left_id", "right_id"))
    pieces = engine.keep(engine.sql(_ITEMS, Piece, items=told, placed=placed))
    claims = engine.sql(_CLAIMS, Piece, held=engine.map(pieces, held, Held), claim_members=tables["claim_members"])
    both = engine.union(Piece, pieces, claims)
    concluded = engine.keep(engine.map_groups(both, ("event_key",), conclude, Concluded, order=("id",)))
    return {
        "events": engine.map(concluded, events_of, Event),
        "event_members": engine.map(concluded, members_of, EventMember),
    }


EVENTS = SetStep(
    "events",
    4,
    (*EVENT_TABLES, *JUDGED_BEARERS.values(), "claim_members"),
    {"events": Event, "event_members": EventMember},
    EventSettings(),
    events,
)
