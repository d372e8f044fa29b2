"""Joins: rows as stages wrote them become rows of the record, with their final entities, claims and origins."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from woozle.model.records import Assertion, Attribution, Mention


@dataclass(frozen=True, slots=True)
class Links:
    """What belongs to what, by id: local entity → entity, assertion → claim, assertion → origin."""

    entity: Mapping[str, str]
    claim: Mapping[str, str]
    origin: Mapping[str, str]


def _mention(row: Mention, links: Links) -> Mention:
    return replace(row, entity_id=links.entity.get(row.entity_id or ""))


def _attribution(row: Attribution, links: Links) -> Attribution:
    via = tuple(replace(carrier, entity_id=links.entity.get(carrier.entity_id or "")) for carrier in row.via)
    return replace(row, source_entity_id=links.entity.get(row.source_entity_id or ""), via=via)


def _assertion(row: Assertion, links: Links) -> Assertion:
    actors = tuple(sorted({links.entity[actor] for actor in row.actor_ids if actor in links.entity}))
    return replace(row, actor_ids=actors, claim_id=links.claim.get(row.id), origin_id=links.origin.get(row.id))


_JOINS: Mapping[str, Callable[[Any, Links], Any]] = {
    "mentions": _mention,
    "attributions": _attribution,
    "assertions": _assertion,
}


def joined(table: str, rows: Iterable[Any], links: Links) -> Iterator[Any]:
    """The rows of a record table with their final ids; tables without such ids pass unchanged."""
    join = _JOINS.get(table)
    yield from (rows if join is None else (join(row, links) for row in rows))
