"""Wires the date step: documents in, the dates of some that print no year out, with their times told anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from woozle.model.ids import row_id
from woozle.model.tables import Dating
from woozle.model.values import Published
from woozle.stages.date.settling import Open, year_of
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.when import sight
from woozle.toolbox.when.rows import read_times

#: How much of a text may tell the weekday on which it came out.
_LEAD = 600
_DAYS = """
SELECT substr(published.start, 1, 10) AS day, CAST(count(*) AS BIGINT) AS n
FROM documents
WHERE published.start IS NOT NULL AND published.known <> 'inferred'
GROUP BY substr(published.start, 1, 10)
"""
#: Months have at most 31 days: what lies near in the calendar lies near here too, around New Year as well.
_OPEN = f"""
SELECT d.id AS id, d.published_day AS published_day, d.not_before AS not_before, substr(d.text, 1, {_LEAD}) AS lead,
       o.day AS day, o.n AS n
FROM documents d JOIN days o
  ON abs(CAST(substr(o.day, 6, 2) AS INTEGER) * 31 + CAST(substr(o.day, 9, 2) AS INTEGER)
       - CAST(substr(d.published_day, 6, 2) AS INTEGER) * 31 - CAST(substr(d.published_day, 9, 2) AS INTEGER)) <= 14
  OR abs(CAST(substr(o.day, 6, 2) AS INTEGER) * 31 + CAST(substr(o.day, 9, 2) AS INTEGER)
       - CAST(substr(d.published_day, 6, 2) AS INTEGER) * 31 - CAST(substr(d.published_day, 9, 2) AS INTEGER)) >= 358
WHERE d.published IS NULL AND d.published_day IS NOT NULL
"""
_SETTLED = """
SELECT d.id AS id, d.text AS text, s.day AS day FROM documents d JOIN settled s ON s.id = d.id
"""


@dataclass(frozen=True, slots=True)
class DateSettings:
    """Nothing to set yet."""


@dataclass(frozen=True, slots=True)
class _Day:
    day: str
    n: int


@dataclass(frozen=True, slots=True)
class _Settled:
    id: str
    day: str


@dataclass(frozen=True, slots=True)
class _Told:
    id: str
    text: str
    day: str


def settle(rows: Sequence[Open]) -> Iterable[_Settled]:
    """The day of one report, where the others settle it."""
    day = year_of(rows)
    if day is not None:
        yield _Settled(rows[0].id, day.isoformat())


def tell(rows: Sequence[_Told]) -> Iterable[Dating]:
    """Datings of some reports, with their times as they are told from the day."""
    for row in rows:
        day = date.fromisoformat(row.day)
        published = Published(f"{day}T00:00:00Z", f"{day + timedelta(1)}T00:00:00Z", "inferred")
        times = read_times(sight(row.text), row.id, published)
        yield Dating(row_id("dating", row.id), row.id, published, times)


def date_reports(engine: Engine, tables: Mapping[str, Table[Any]], settings: DateSettings) -> Mapping[str, Table[Any]]:
    """Hold each day without a year against the days of the others."""
    del settings
    documents = tables["documents"]
    days = engine.keep(engine.sql(_DAYS, _Day, documents=documents))
    held = engine.sql(_OPEN, Open, documents=documents, days=days)
    settled = engine.keep(engine.map_groups(held, ("id",), settle, _Settled, order=("day",)))
    return {"datings": engine.map(engine.sql(_SETTLED, _Told, documents=documents, settled=settled), tell, Dating)}


DATE = SetStep("date", 1, ("documents",), {"datings": Dating}, DateSettings(), date_reports)
