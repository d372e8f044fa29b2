"""The coded table of events: the column names of ACLED and UCDP, filled as far as the record tells, empty where not."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from woozle.export.record import Record
from woozle.model.happenings import Event, EventMention
from woozle.model.records import Claim, Document, Entity, Place
from woozle.toolbox.happen.ontology import KINDS
from woozle.toolbox.happen.words import FORCES, PEOPLE

#: The columns of ACLED's export (codebook of 2023), in its order.
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
#: Columns of UCDP's georeferenced events (GED codebook 23.1) beside them.
UCDP = "best low high date_prec where_prec number_of_sources".split()
#: What neither has a column for.
OWN = "kind stage confidence plover_type plover_mode first_seen".split()
COLUMNS = (*ACLED, *UCDP, *OWN)

_DISORDER: Mapping[str, str] = MappingProxyType(
    {
        "Battles": "Political violence",
        "Explosions/Remote violence": "Political violence",
        "Violence against civilians": "Political violence",
        "Protests": "Demonstrations",
        "Riots": "Political violence",
        "Strategic developments": "Strategic developments",
    }
)
#: ACLED's and UCDP's codes of how exact a place is, by the precision of a `Place` row.
_WHERE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "town": ("1", "1"),
        "district": ("2", "3"),
        "admin1": ("3", "4"),
        "region": ("3", "5"),
        "country": ("", "6"),
    }
)


def coded_rows(record: Record) -> Iterator[dict[str, str]]:
    """One row for every event that took place, and for every bomb that did not go off, by id; cells as text."""
    places = {row.id: row for row in record.iterate(Place)}
    outlets = {row.id: row.outlet or "" for row in record.iterate(Document)}
    names = {row.id: row.name for row in record.iterate(Entity)}
    texts = {row.id: (-row.reports, row.text) for row in record.iterate(Claim)}
    told: dict[str, set[str]] = {}
    for mention in record.iterate(EventMention):
        told.setdefault(mention.event_id or "", set()).add(outlets.get(mention.document_id, ""))
    for event in record.iterate(Event):
        if event.stage == "accomplished" or (event.stage == "attempted" and event.type == "bombing"):
            notes = min((texts[key] for key in event.claim_ids if key in texts), default=(0, ""))[1]
            row = _row(event, places.get(event.place_id or ""), sorted(told.get(event.id, set()) - {""}), notes)
            # One name is better than the words for it: "the rebels" are many movements in one table.
            known = [names[key] for key in event.actor_ids if key in names]
            yield row | ({"actor1": known[0]} if len(known) == 1 else {})


def _row(event: Event, place: Place | None, sources: list[str], notes: str) -> dict[str, str]:
    row = dict.fromkeys(COLUMNS, "")
    kind, (event_type, sub_event) = KINDS[event.type], acled_type(event)
    actors, targets = [*event.actors, ""], [*event.targets, ""]
    row |= {
        "event_id_cnty": event.id,
        "event_type": event_type,
        "sub_event_type": sub_event,
        "disorder_type": _DISORDER.get(event_type, ""),
        "actor1": actors[0],
        "actor2": targets[0],
        "civilian_targeting": "Civilian targeting" if event_type == "Violence against civilians" else "",
        "location": event.place or "",
        "source": "; ".join(sources),
        "notes": notes,
        "number_of_sources": str(event.reports),
        "kind": event.type,
        "stage": event.stage,
        "confidence": event.confidence or "",
        "plover_type": kind.plover[0] if kind.plover else "",
        "plover_mode": kind.plover[1] if kind.plover else "",
        "first_seen": event.first_seen or "",
    }
    return row | _when(event) | _where(place) | _deaths(event)


def acled_type(event: Event) -> tuple[str, str]:
    """ACLED's event and sub-event type; both empty where it depends on what no report tells.

    An attack or a killing is violence against civilians only where those whom it befell are known to be civilians, and
    a clash only where they bear arms.
    """
    if event.stage == "attempted":
        return "Strategic developments", "Disrupted weapons use"
    if event.type in ("attack", "killing"):
        words = {form for told in event.targets for word in told.lower().split() for form in (word, word.rstrip("s"))}
        if words & FORCES and not words & PEOPLE:
            return "Battles", "Armed clash"
        return ("Violence against civilians", "Attack") if words & PEOPLE and not words & FORCES else ("", "")
    return KINDS[event.type].acled or ("", "")


#: The longest time, in days, that each code stands for: ACLED's day, week, month; UCDP's day, days, week, month, year.
_ACLED_DAYS = ((1, "1"), (7, "2"), (31, "3"))
_UCDP_DAYS = ((1, "1"), (6, "2"), (7, "3"), (31, "4"), (366, "5"))


def _when(event: Event) -> dict[str, str]:
    """The first day of the time, with the codes for how long the time is."""
    if event.time is None:
        return {}
    start, end = (datetime.fromisoformat(known.removesuffix("Z")) for known in event.time.split("/"))
    last: date = (end - timedelta(microseconds=1)).date()
    days = (last - start.date()).days + 1
    return {
        "event_date": start.date().isoformat(),
        "year": str(start.year) if start.year == last.year else "",
        "time_precision": next((code for most, code in _ACLED_DAYS if days <= most), ""),
        "date_prec": next((code for most, code in _UCDP_DAYS if days <= most), ""),
    }


def _where(place: Place | None) -> dict[str, str]:
    if place is None:
        return {}
    acled, ucdp = _WHERE.get(place.precision or "", ("", ""))
    point = (place.latitude, place.longitude)
    return {
        "country": place.country or "",
        "admin1": place.admin1 or "",
        "latitude": "" if point[0] is None else f"{point[0]:g}",
        "longitude": "" if point[1] is None else f"{point[1]:g}",
        "geo_precision": acled,
        "where_prec": ucdp,
    }


def _deaths(event: Event) -> dict[str, str]:
    """UCDP's best, low and high; ACLED's fatalities is the best. Empty where no report gives a figure: not 0."""
    if event.killed is None:
        return {}
    best = "" if event.killed.best is None else str(event.killed.best)
    return {"best": best, "low": str(event.killed.low), "high": str(event.killed.high), "fatalities": best}
