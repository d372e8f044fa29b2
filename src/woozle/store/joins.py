"""Joins: rows as stages wrote them become rows of the record, with their final entities, claims and origins."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from woozle.model.happenings import Event, EventMention
from woozle.model.records import Assertion, Attribution, Claim, Document, Entity, Mention, Time
from woozle.model.tables import Dating
from woozle.model.values import Reason
from woozle.toolbox.verdicts import of_people


@dataclass(frozen=True, slots=True)
class Links:
    """What belongs to what, by id: local entity → entity, assertion → claim, assertion → origin.

    ``event`` leads an event mention, an assertion and a claim to its event; ``datings`` are by document;
    ``claims_of_event`` leads an event to the claims of which an assertion tells of it; ``decided`` holds what people
    decided about an entity or a claim.
    """

    entity: Mapping[str, str]
    claim: Mapping[str, str]
    origin: Mapping[str, str]
    event: Mapping[str, str]
    datings: Mapping[str, Dating]
    claims_of_event: Mapping[str, tuple[str, ...]]
    decided: Mapping[str, tuple[Reason, ...]]


def _document(row: Document, links: Links) -> Document:
    dating = links.datings.get(row.id)
    return row if dating is None else replace(row, published=dating.published, not_before=None)


def _time(row: Time, links: Links) -> Time:
    dating = links.datings.get(row.document_id)
    return row if dating is None else next((each for each in dating.times if each.id == row.id), row)


def _mention(row: Mention, links: Links) -> Mention:
    return replace(row, entity_id=links.entity.get(row.entity_id or ""))


def _attribution(row: Attribution, links: Links) -> Attribution:
    via = tuple(replace(carrier, entity_id=links.entity.get(carrier.entity_id or "")) for carrier in row.via)
    return replace(row, source_entity_id=links.entity.get(row.source_entity_id or ""), via=via)


def _entities(ids: Iterable[str], links: Links) -> tuple[str, ...]:
    return tuple(sorted({links.entity[key] for key in ids if key in links.entity}))


def _assertion(row: Assertion, links: Links) -> Assertion:
    return replace(
        row,
        actor_ids=_entities(row.actor_ids, links),
        claim_id=links.claim.get(row.id),
        origin_id=links.origin.get(row.id),
        event_id=links.event.get(row.id),
    )


def _event_mention(row: EventMention, links: Links) -> EventMention:
    return replace(
        row,
        actor_ids=_entities(row.actor_ids, links),
        target_ids=_entities(row.target_ids, links),
        event_id=links.event.get(row.id),
    )


def _claim(row: Claim, links: Links) -> Claim:
    return replace(row, event_id=links.event.get(row.id), reasons=(*links.decided.get(row.id, ()), *row.reasons))


def _entity(row: Entity, links: Links) -> Entity:
    return replace(row, reasons=links.decided.get(row.id, ()))


def decided_about(members: Iterable[tuple[str, Sequence[Reason]]]) -> dict[str, tuple[Reason, ...]]:
    """What people decided about groups, out of what is told of each member: (group, reasons)."""
    found: dict[str, dict[Reason, None]] = {}
    for group, reasons in members:
        told = of_people(reasons)
        if told:
            found.setdefault(group, {}).update(dict.fromkeys(told))
    return {
        group: tuple(sorted(told, key=lambda one: (one.weight, one.feature, one.value)))
        for group, told in found.items()
    }


def _event(row: Event, links: Links) -> Event:
    return replace(row, claim_ids=links.claims_of_event.get(row.id, ()))


def claims_of_events(claims: Mapping[str, str], events: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The claims of which an assertion tells of each event, sorted; see `event_of_claims` for the arguments."""
    found: dict[str, set[str]] = {}
    for assertion, event in events.items():
        if assertion in claims:
            found.setdefault(event, set()).add(claims[assertion])
    return {event: tuple(sorted(ids)) for event, ids in found.items()}


def event_of_claims(claims: Mapping[str, str], events: Mapping[str, str]) -> dict[str, str]:
    """The event that most assertions of each claim tell of; none where as many tell of another.

    Args:
        claims: the claim of each assertion.
        events: the event of each assertion that tells of one.
    """
    counts: dict[str, Counter[str]] = {}
    for assertion, claim in claims.items():
        if assertion in events:
            counts.setdefault(claim, Counter())[events[assertion]] += 1
    best = {claim: found.most_common(2) for claim, found in counts.items()}
    return {claim: top[0][0] for claim, top in best.items() if len(top) == 1 or top[0][1] > top[1][1]}


_JOINS: Mapping[str, Callable[[Any, Links], Any]] = {
    "documents": _document,
    "times": _time,
    "mentions": _mention,
    "attributions": _attribution,
    "assertions": _assertion,
    "event_mentions": _event_mention,
    "claims": _claim,
    "events": _event,
    "entities": _entity,
}


def joined(table: str, rows: Iterable[Any], links: Links) -> Iterator[Any]:
    """The rows of a record table with their final ids; tables without such ids pass unchanged."""
    join = _JOINS.get(table)
    yield from (rows if join is None else (join(row, links) for row in rows))
