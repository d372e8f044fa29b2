"""The sample record with what it lacks: places, events, actors, aliases, a name that is protected."""

from dataclasses import replace

from tests.report.sample import Record, sample, span
from woozle.model import records as r
from woozle.model.happenings import Event, EventMention, Toll
from woozle.model.ids import row_id
from woozle.model.values import Span

REHL, SERVICE, HERON = (row_id("entity", name) for name in ("Jana Rehl", "Border service", "Heron"))
_NEW = {"b2:e-rehl": REHL, "b2:e-service": SERVICE}
_EVENT = row_id("event", "crossing")


def _renamed(record: Record) -> None:
    """Ids of entities become hashes, as those of a real record are."""
    entities = [replace(row, id=_NEW[row.id]) for row in record.rows(r.Entity)]
    entities[0] = replace(entities[0], aliases=("Jana Rehl", "Rehl", "the toll clerk", "يانا ريل"))
    entities.append(r.Entity(HERON, "Heron", "person", ("Heron", "the Heron"), True))
    record.tables[r.Entity] = entities
    record.tables[r.Mention] = [replace(row, entity_id=REHL) for row in record.rows(r.Mention)]
    record.tables[r.Origin] = [
        replace(row, voice=replace(row.voice, entity_id=_NEW.get(row.voice.entity_id or "")))
        for row in record.rows(r.Origin)
    ]
    record.tables[r.Attribution] = [
        replace(row, source_entity_id=_NEW.get(row.source_entity_id or "")) for row in record.rows(r.Attribution)
    ]


def _placed(record: Record) -> None:
    places = []
    known = {
        "Tolm": ("HR", "Tolm County", 45.1, 15.2, "gn:1", "town"),
        "Kesh": ("HR", None, 45.4, 15.9, "gn:2", "admin1"),
        "Brenn": (None, None, None, None, None, None),
    }
    for document in record.rows(r.Document):
        for name, (country, admin1, latitude, longitude, gazetteer, precision) in known.items():
            if name in document.text:
                at = span(document.text, name)
                key = row_id("place", document.id, at.start)
                places.append(
                    r.Place(key, document.id, at, name, country, admin1, latitude, longitude, gazetteer, precision)
                )
                mention = r.Mention(row_id("mention", document.id, name), document.id, at, "organisation", SERVICE)
                record.add(mention)
        if "Jana Rehl" in document.text:
            at = span(document.text, "Jana")
            record.add(r.Mention(row_id("mention", document.id, "h"), document.id, at, "person", HERON))
    record.add(*places)
    by_report: dict[str, list[str]] = {}
    for place in places:
        by_report.setdefault(place.document_id, []).append(place.id)
    record.tables[r.Assertion] = [
        replace(row, place_ids=tuple(by_report.get(row.document_id, ())), actor_ids=(REHL, HERON))
        for row in record.rows(r.Assertion)
    ]


def _happened(record: Record) -> None:
    said = record.rows(r.Assertion)[0]
    claim, document_id = said.claim_id or "", said.document_id
    words = Span(0, 5, record.rows(r.Document)[0].text[:5])
    mention = EventMention(
        id=row_id("event_mention", document_id),
        document_id=document_id,
        span=words,
        type="border_crossing",
        actors=(),
        actor_ids=(REHL,),
        targets=(),
        target_ids=(),
        instrument=None,
        place_ids=(),
        time_id=None,
        quantity_ids=(),
        stage="accomplished",
        confidence=None,
        attribution_id=None,
        is_vague=False,
        is_effect=False,
        is_back=False,
        event_id=_EVENT,
    )
    event = Event(
        id=_EVENT,
        type="border_crossing",
        actor_ids=(REHL,),
        target_ids=(),
        place="Tolm",
        time="2031-04-08T04:00:00Z/2031-04-08T05:00:00Z",
        quantities=(),
        claim_ids=(claim,),
        time_precision="minute",
        geo_precision="town",
        place_id=None,
        time_id=record.rows(r.Time)[0].id,
        stage="accomplished",
        confidence=None,
        actors=("three trucks",),
        targets=("the bridge",),
        killed=Toll(0, 1, 3),
        wounded=None,
        mention_ids=(mention.id,),
        reports=1,
        first_seen="2031-04-08",
    )
    untimed = replace(event, id=row_id("event", "none"), time=None, time_id=None, place=None, claim_ids=(), killed=None)
    record.add(mention, event, untimed)
    record.tables[r.Claim] = [replace(row, event_id=_EVENT) if row.id == claim else row for row in record.rows(r.Claim)]


def rich() -> Record:
    """The record."""
    record = sample()
    _renamed(record)
    _placed(record)
    _happened(record)
    return record
