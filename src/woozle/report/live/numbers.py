"""What the numbers and the drawings mean, and what the record holds."""

from woozle.report.live.query import Query
from woozle.report.live.slices import totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import View


def numbers(asked: Asked, query: Query) -> View:
    """The page; its twin gives what was counted over the whole record."""
    del query
    return View("numbers.html", "", "What the numbers mean", None, {"totals": totals_of(asked)})
