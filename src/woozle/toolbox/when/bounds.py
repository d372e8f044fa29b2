"""What a text without a date tells of its own date: it came out after what it tells as past."""

from datetime import datetime

from woozle.toolbox.when import meaning as m
from woozle.toolbox.when.scan import sight
from woozle.toolbox.when.tense import leans_ahead


def not_before(text: str) -> datetime | None:
    """The latest instant at which something began that the text tells as past, from dates that it writes out.

    A month or a year counts from its first instant, because no more is told. Dates to come, and those of which the
    text does not say whether they lie ahead, prove nothing.
    """
    told = (
        found.meaning.start
        for found in sight(text).times()
        if found.meaning.anchor == m.TEXT
        and found.meaning.start is not None
        and leans_ahead(text, found.start, found.end) is False
    )
    return max(told, default=None)
