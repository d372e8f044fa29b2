"""Times, quantities and places of one text as rows: the pure functions that step and Reader share."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import Attribution, Mention, Place, Quantity, Time
from woozle.model.values import Span
from woozle.toolbox.numbers import Figure, find_figures
from woozle.toolbox.when import Expression, Sighted
from woozle.toolbox.where import Located, World, is_voice, locate, place_name

#: Words before a time up to which a toll holds, how far the toll may stand from it, and what parts them.
_AS_OF = re.compile(r"\b(?:as\sof|as\sat|by|until|till|up\sto)\s(?:about\s|around\s|late\s|early\s)?\Z", re.IGNORECASE)
_REACH = 120
_ENDS = re.compile(r"[.;!?][\"”’)]?\s|\n\s*\n")


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


@dataclass(frozen=True, slots=True)
class Around:
    """What places are settled with: all places, and the country of who publishes (ISO 3166; None where not known)."""

    world: World
    home: str | None = None


def _place(text: str, document_id: str, start: int, end: int, found: Located) -> Place:
    return Place(
        row_id("place", document_id, start, end),
        document_id,
        Span(start, end, text[start:end]),
        place_name(text[start:end]),
        found.country,
        found.admin1,
        found.latitude,
        found.longitude,
        found.gazetteer_id,
        found.precision,
    )


def located(text: str, document_id: str, spans: Sequence[tuple[int, int]], around: Around) -> tuple[Place, ...]:
    """One place for each span, in the order of the spans, with where it lies as far as the text tells.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        spans: half-open.
        around: what settles them.
    """
    found = locate(text, spans, around.world, around.home)
    return tuple(_place(text, document_id, *span, where) for span, where in zip(spans, found, strict=True))


def read_places(
    text: str, document_id: str, mentions: Sequence[Mention], said: Sequence[Attribution], around: Around
) -> tuple[Place, ...]:
    """One place for each mention of kind place, with where it lies as far as the text tells.

    A name that speaks is a voice and lies nowhere ("Moscow denied it"), and so does the word for a people ("Syrian").
    What the text and the gazetteer do not settle keeps its name and stays None otherwise.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        mentions: the mentions of this text, of all kinds.
        said: its attributions.
        around: what settles them.
    """
    speaking = {(each.source.end, place_name(each.source.text)) for each in said if each.source}
    spans = sorted((each.span.start, each.span.end) for each in mentions if each.kind == "place")
    rows = []
    for (start, end), where in zip(spans, locate(text, spans, around.world, around.home), strict=True):
        is_source = (end, place_name(text[start:end])) in speaking
        speaks = is_source or is_voice(text, (start, end), where, around.world)
        rows.append(_place(text, document_id, start, end, Located() if speaks else where))
    return tuple(rows)
