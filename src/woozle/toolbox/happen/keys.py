"""Makes mentions of happenings comparable: a telling out of the rows that a mention cites."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from woozle.model.happenings import EventMention
from woozle.model.records import Place, Quantity, Time
from woozle.model.values import Span
from woozle.toolbox.happen.telling import Telling

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LEAD = re.compile(r"(?i)^(?:the|a|an|this|that|these|those|some|several|other|another|former|\d[\d,.]*)\s+")
_GENERIC = re.compile(
    r"(?i)\s+(?:city|town|village|departments?|province|district|municipality|neighbou?rhood|region|state|county"
    r"|jurisdiction|area|zone|canton|hamlet)$"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What the mentions of some reports cite, by id. ``entities`` leads an entity of one document to one of all."""

    times: Mapping[str, Time]
    places: Mapping[str, Place]
    quantities: Mapping[str, Quantity]
    entities: Mapping[str, str]


def place_key(name: str) -> str:
    """A place's name for comparing: small letters, without what sort of place it is."""
    return _GENERIC.sub("", _LEAD.sub("", " ".join(name.casefold().split())))


#: How exact a place is, the most exact first; one that no gazetteer settles is taken for exact.
_EXACT = ("town", "district", "admin1", "country", "region")


def _level(row: Place) -> int:
    return _EXACT.index(row.precision) if row.precision in _EXACT else 0


def place_keys(rows: Sequence[Place]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of the most exact of some places, in their order, and of the areas that these lie in."""
    least = min((_level(row) for row in rows), default=0)
    exact, inside = [], []
    for row in rows:
        name, land = place_key(row.name), f"={row.country}" if row.country else ""
        if _level(row) > least:
            inside += [name, land]
            continue
        exact.append(name)
        if row.precision == "country":
            exact.append(land)
        else:
            inside += [place_key(row.admin1) if row.admin1 else "", land]
    kept = [key for key in dict.fromkeys(inside) if key and key not in exact]
    return tuple(dict.fromkeys(key for key in exact if key)), tuple(kept)


def _head(span: Span) -> str:
    """The head noun of some words, roughly: the last word before "of" and the like."""
    words = _LEAD.sub("", span.text.casefold())
    before = re.split(r"\s(?:of|from|in|at|to|for|with|who|that)\s", words)[0]
    found = _WORD.findall(before)
    return found[-1].removesuffix("'s").removesuffix("’s") if found else ""


def _keys(spans: Iterable[Span], ids: Iterable[str], entities: Mapping[str, str]) -> tuple[str, ...]:
    names = {f"@{entities.get(each, each)}" for each in ids}
    return tuple(sorted(names | {head for span in spans if (head := _head(span))}))


def telling(row: EventMention, cited: Cited, *, sentence: int, day: str | None) -> Telling:
    """A mention made comparable.

    Args:
        row: the mention.
        cited: what it cites.
        sentence: the number of its sentence in the report.
        day: the day its report came out, or None.
    """
    time = cited.times.get(row.time_id or "")
    figures = [cited.quantities[key] for key in row.quantity_ids if key in cited.quantities]
    exact, inside = place_keys([cited.places[key] for key in row.place_ids if key in cited.places])
    return Telling(
        row.id,
        row.document_id,
        sentence,
        row.span.start,
        row.type,
        row.stage,
        _keys(row.actors, row.actor_ids, cited.entities),
        _keys(row.targets, row.target_ids, cited.entities),
        exact,
        inside,
        time.start if time else None,
        time.end if time else None,
        day,
        tuple(sorted({f"{each.role}|{each.low}|{each.high}" for each in figures})),
        row.is_vague,
        row.is_effect,
        row.is_back,
    )
