"""The times of a text as rows of the record."""

from datetime import date, datetime, timedelta

from woozle.model.ids import row_id
from woozle.model.records import Time
from woozle.model.values import Published, Span
from woozle.toolbox.when.found import Expression
from woozle.toolbox.when.scan import Sighted


def published_day(published: Published | None) -> date | None:
    """The day of publication where it is known to the day, else None."""
    if published is None or published.start is None or published.end is None:
        return None
    try:
        start, end = (datetime.fromisoformat(known[:19]) for known in (published.start, published.end))
    except ValueError:
        return None
    last = max(start, end - timedelta(microseconds=1))
    return start.date() if start <= end and start.date() == last.date() else None


def _instant(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat() + "Z"


def _time(found: Expression, text: str, document_id: str) -> Time:
    meaning = found.meaning
    return Time(
        row_id("time", document_id, found.start, found.end),
        document_id,
        Span(found.start, found.end, text[found.start : found.end]),
        _instant(meaning.start),
        _instant(meaning.end),
        meaning.precision,
        meaning.anchor,
        meaning.value,
        meaning.days,
    )


def read_times(sighted: Sighted, document_id: str, published: Published | None) -> tuple[Time, ...]:
    """The time expressions of a text.

    Args:
        sighted: the document's text, sighted; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        published: when it came out; anchors relative times only where it is one day.
    """
    return tuple(_time(found, sighted.text, document_id) for found in sighted.times(published_day(published)))
