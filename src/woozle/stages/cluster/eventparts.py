"""The happenings of one report: its mentions by happening, each in one row with all that it cites."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from woozle.model.happenings import EventMention
from woozle.model.records import Assertion, Document, Place, Quantity, Sentence, Time
from woozle.model.tables import Dating
from woozle.toolbox.happen.event import Told
from woozle.toolbox.happen.keys import Cited
from woozle.toolbox.happen.one_report import groups_of, told_of
from woozle.toolbox.happen.telling import Telling, merged
from woozle.toolbox.link.bundle import Bearer, part_query, without

#: Tables of which `EVENT_QUERIES` makes parts.
EVENT_TABLES = ("documents", "sentences", "times", "places", "quantities", "assertions", "event_mentions", "datings")


@dataclass(frozen=True, slots=True)
class EventPart:
    """One row of a document: exactly one of the fields behind ``id`` is not None."""

    document_id: str
    id: str
    document: Document | None
    sentence: Sentence | None
    time: Time | None
    dating: Dating | None
    place: Place | None
    quantity: Quantity | None
    assertion: Assertion | None
    mention: EventMention | None
    bearer: Bearer | None


#: By table, and for ``bearers``, a query for `EventPart` rows over its ``rows``, without long fields that nobody here
#: asks for.
EVENT_QUERIES: Mapping[str, str] = MappingProxyType(
    {f"{name}s": part_query(EventPart, name) for name in "time place assertion dating bearer".split()}
    | {
        "quantities": part_query(EventPart, "quantity"),
        "event_mentions": part_query(EventPart, "mention"),
        "documents": part_query(EventPart, "document", without(Document, "byte_map", "text")),
        "sentences": part_query(EventPart, "sentence", without(Sentence, "tokens")),
    }
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A document's entity (``id``) and the one across documents."""

    id: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Item:
    """A mention (``id``) of a happening of its report (``node_id``), with what it cites.

    ``assertion_ids``: assertions that hold it, and of whose happenings it is the first.
    """

    id: str
    node_id: str
    mention: EventMention
    telling: Telling
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    meant: tuple[Meant, ...]
    assertion_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A happening of one report, its tellings put together."""

    id: str
    document_id: str
    telling: Telling


def items(rows: Sequence[EventPart]) -> Iterable[Item]:
    """The mentions of one document that stand for a happening."""
    mentions = [row.mention for row in rows if row.mention]
    document = next((row.document for row in rows if row.document), None)
    if not mentions or document is None:
        return []
    dating = next((row.dating for row in rows if row.dating), None)
    told = {time.id: time for time in dating.times} if dating else {}
    cited = Cited(
        {row.id: told.get(row.id, row.time) for row in rows if row.time},
        {row.id: row.place for row in rows if row.place},
        {row.id: row.quantity for row in rows if row.quantity},
        {row.id: row.bearer.entity_id for row in rows if row.bearer},
    )
    sentences = [row.sentence for row in rows if row.sentence]
    published = dating.published if dating else document.published
    day = published.start[:10] if published and published.start else None
    groups = groups_of(told_of(mentions, sentences, cited, day))
    held = _held([row.assertion for row in rows if row.assertion], groups)
    return [
        _item(told, group[0].mention.id, cited, held.get(told.mention.id, ())) for group in groups for told in group
    ]


def _item(told: Told, node_id: str, cited: Cited, assertion_ids: Sequence[str]) -> Item:
    row = told.mention
    return Item(
        row.id,
        node_id,
        row,
        told.telling,
        tuple(cited.times[key] for key in (row.time_id or "",) if key in cited.times),
        tuple(cited.places[key] for key in row.place_ids if key in cited.places),
        tuple(cited.quantities[key] for key in row.quantity_ids if key in cited.quantities),
        tuple(Meant(key, cited.entities[key]) for key in (*row.actor_ids, *row.target_ids) if key in cited.entities),
        tuple(assertion_ids),
    )


def _held(assertions: Sequence[Assertion], groups: Sequence[Sequence[Told]]) -> dict[str, list[str]]:
    """The assertions of which each mention is the first that tells of a happening in particular, by mention."""
    told = sorted((each.mention for group in groups for each in group), key=lambda row: (row.span.start, row.id))
    starts = [row.span.start for row in told]
    held: dict[str, list[str]] = {}
    for assertion in sorted(assertions, key=lambda row: row.id):
        inside = [
            row
            for span in assertion.spans
            for row in told[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end)]
            if row.span.end <= span.end
        ]
        first = min(inside, key=lambda row: (row.is_vague, row.is_effect, row.span.start), default=None)
        if first is not None:
            held.setdefault(first.id, []).append(assertion.id)
    return held


def node(rows: Sequence[Item]) -> Iterable[Node]:
    """The happening of some mentions of one report."""
    yield Node(rows[0].node_id, rows[0].mention.document_id, merged([row.telling for row in rows]))
