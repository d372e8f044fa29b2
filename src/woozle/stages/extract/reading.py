"""Times, quantities and places of one text as rows: the pure functions that step and Reader share."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from woozle.model.ids import row_id
from woozle.model.records import Mention, Place, Quantity, Time
from woozle.model.values import Published, Span
from woozle.toolbox.numbers import Figure, find_figures
from woozle.toolbox.when import Expression, Sighted
from woozle.toolbox.where import place_name

#: Words before a time up to which a toll holds, how far the toll may stand from it, and what parts them.
_AS_OF = re.compile(r"\b(?:as\sof|as\sat|by|until|till|up\sto)\s(?:about\s|around\s|late\s|early\s)?\Z", re.IGNORECASE)
_REACH = 120
_ENDS = re.compile(r"[.;!?][\"”’)]?\s|\n\s*\n")


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


def _is_dated(found: Expression, text: str) -> bool:
    """Whether an expression is a date or clock time; durations and sets hold quantities."""
    value = found.meaning.value
    if found.meaning.start is not None or text.startswith("ago", found.end - 3):
        return True
    if value is None:
        return found.meaning.precision != "vague"
    return not value.startswith("P") or value.endswith("_REF")


def _as_of(figure: Figure, text: str, times: Sequence[Time]) -> str | None:
    """The time up to which a toll holds: "by 9 p.m. nine had died", "as of Tuesday 40 were missing"."""
    if figure.role is None:
        return None
    at = bisect_left(times, figure.start - _REACH, key=lambda row: row.span.start)
    for row in times[at:]:
        if row.span.start > figure.end + _REACH:
            break
        lead = _AS_OF.search(text, max(0, row.span.start - 16), row.span.start)
        low, high = min(row.span.end, figure.end), max(row.span.start, figure.start)
        if lead and not _ENDS.search(text, low, high):
            return row.id
    return None


def _quantity(figure: Figure, text: str, document_id: str, times: Sequence[Time]) -> Quantity:
    return Quantity(
        row_id("quantity", document_id, figure.start, figure.end),
        document_id,
        Span(figure.start, figure.end, text[figure.start : figure.end]),
        figure.low,
        figure.high,
        figure.unit,
        figure.counted,
        figure.is_approximate,
        figure.role,
        figure.sort,
        _as_of(figure, text, times),
    )


def read_quantities(sighted: Sighted, document_id: str, times: Sequence[Time] = ()) -> tuple[Quantity, ...]:
    """The figures of a text; numbers that are part of a date or a clock time are none.

    Args:
        sighted: the document's text, sighted; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        times: the text's times, in order, for those up to which a toll holds.
    """
    # Told without the day of publication, so that the figures of a text do not depend on it.
    dated = [(found.start, found.end) for found in sighted.times() if _is_dated(found, sighted.text)]
    return tuple(_quantity(figure, sighted.text, document_id, times) for figure in find_figures(sighted.text, dated))


def read_places(text: str, document_id: str, mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """One place for each mention of kind place, by the name that stands there.

    This version has no gazetteer, so country, coordinates and precision stay None rather than being guessed.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        mentions: the text's mentions, of all kinds.
    """
    return tuple(
        Place(
            row_id("place", document_id, mention.span.start, mention.span.end),
            document_id,
            Span(mention.span.start, mention.span.end, text[mention.span.start : mention.span.end]),
            place_name(mention.span.text),
            None,
            None,
            None,
            None,
            None,
            None,
        )
        for mention in sorted(mentions, key=lambda each: (each.span.start, each.span.end, each.id))
        if mention.kind == "place" and mention.document_id == document_id
    )
