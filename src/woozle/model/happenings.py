"""The data model of happenings: what one report tells once, and the event that several tell of."""

from dataclasses import dataclass

from woozle.model.values import Span


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one report tells once of a happening. What it does not tell is empty or None.

    Attributes:
        id: hashes the document and the span.
        document_id: the report.
        span: the word that tells it.
        type: a kind of the ontology in docs/guide/events.md.
        actors: the words for those who are said to have done it.
        actor_ids: their entities; as a stage writes it those of the one document, in the record those across documents.
        targets: the words for those whom, or that which, it befell.
        target_ids: likewise.
        instrument: the words for the weapon.
        place_ids: `Place` rows of its clause, the nearest first.
        time_id: the `Time` row that says when.
        quantity_ids: `Quantity` rows of those who came to harm.
        stage: accomplished, attempted, threatened, denied.
        confidence: how the deed is put down to its actors: fact, claimed, suspected, by_authorities, denied.
        attribution_id: who tells it, where the report does not.
        is_vague: it tells of several or of any such happenings, and of no one in particular.
        is_effect: it only tells what befell somebody, not by what.
        is_back: its words point back to what was told before.
        event_id: the event; None as a stage writes it, and where the mention stands for none.
    """

    id: str
    document_id: str
    span: Span
    type: str
    actors: tuple[Span, ...]
    actor_ids: tuple[str, ...]
    targets: tuple[Span, ...]
    target_ids: tuple[str, ...]
    instrument: Span | None
    place_ids: tuple[str, ...]
    time_id: str | None
    quantity_ids: tuple[str, ...]
    stage: str
    confidence: str | None
    attribution_id: str | None
    is_vague: bool
    is_effect: bool
    is_back: bool
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Toll:
    """How many came to harm, over all that reports say: the lowest, the one most reports give, and the highest.

    ``best`` is None where no figure is given by more reports than every other.
    """

    low: int
    best: int | None
    high: int


@dataclass(frozen=True, slots=True)
class Event:
    """What is said to have happened, across documents. What no report tells is None.

    Attributes:
        id: hashes the earliest of its mentions.
        type: a kind of the ontology in docs/guide/events.md.
        actor_ids: entities that are said to have done it.
        target_ids: entities that it befell.
        place: the name of the most exact place that a report gives.
        time: when it was, as ``start/end`` in ISO 8601, half-open, UTC.
        quantities: ids of the `Quantity` rows that its mentions cite.
        claim_ids: claims of which an assertion tells of it.
        time_precision: as of the `Time` row that gives the time: minute, day, week, month, season, year.
        geo_precision: as of the `Place` row that gives the place; None where no gazetteer settles it.
        place_id: that row.
        time_id: that row.
        stage: accomplished, attempted, threatened.
        confidence: how the deed is put down to its actors.
        actors: the words for those who did it, the commonest first; also of those who are no entity.
        targets: likewise.
        killed: those who died.
        wounded: those who were hurt.
        mention_ids: its mentions.
        reports: number of documents that tell of it.
        first_seen: the day of the earliest report, which it cannot have followed.
    """

    id: str
    type: str
    actor_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    place: str | None
    time: str | None
    quantities: tuple[str, ...]
    claim_ids: tuple[str, ...]
    time_precision: str | None
    geo_precision: str | None
    place_id: str | None
    time_id: str | None
    stage: str
    confidence: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    killed: Toll | None
    wounded: Toll | None
    mention_ids: tuple[str, ...]
    reports: int
    first_seen: str | None


@dataclass(frozen=True, slots=True)
class EventMember:
    """A mention, or an assertion that holds one, belongs to an event. ``id`` is that row's id."""

    id: str
    event_id: str
