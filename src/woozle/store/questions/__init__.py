"""The questions that pages ask the book: one file a question, and how the rows that fit a filter are worded."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

_N_CLAIMS = "(SELECT value FROM totals WHERE name = 'claims')"


@lru_cache(maxsize=128)
def _text(name: str) -> str:
    return files("woozle.store.questions").joinpath(f"{name}.sql").read_text("utf-8")


def statements(name: str) -> list[str]:
    """The statements of a file, each to be executed alone."""
    lines = [line for line in _text(name).splitlines() if not line.startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip()]


def _claims(values: Mapping[str, Any]) -> str:
    """The places of claims that fit.

    ``facets`` lists the numbers of values that a claim must have, the rarest first: its claims are gone through, and
    looked up in the other lists. ``words`` (None for any) must stand in one of its wordings, and ``report`` (None for
    any) must say it.
    """
    has = "SELECT 1 FROM claim_facets f WHERE f.place = {place} AND f.facet = json_extract(:facets, '$[{at}]')"
    facets = range(len(values["facets"]))
    if values["words"] is not None:
        first = f"SELECT rowid AS place FROM search WHERE search MATCH :words AND rowid <= {_N_CLAIMS}"
        wanted = [f" AND EXISTS ({has.format(place='search.rowid', at=at)})" for at in facets]
    elif facets:
        first = "SELECT place FROM claim_facets c WHERE facet = json_extract(:facets, '$[0]')"
        wanted = [f" AND EXISTS ({has.format(place='c.place', at=at)})" for at in facets[1:]]
    else:
        first, wanted = "SELECT place FROM claim_looks", []
    terms = ["".join((first, *wanted))]
    if values["report"] is not None:
        terms.append(
            "SELECT DISTINCT l.place FROM assertions a JOIN claim_looks l ON l.id = a.claim_id "
            "WHERE a.document_id = :report"
        )
    return " INTERSECT ".join(terms)


#: What reports are narrowed down by, each with the places of those that fit.
_REPORT_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "words": f"SELECT rowid - {_N_CLAIMS} AS place FROM search WHERE search MATCH :words AND rowid > {_N_CLAIMS}",
        "claim": (
            "SELECT DISTINCT l.place FROM assertions a JOIN report_list l ON l.id = a.document_id "
            "WHERE a.claim_id = :claim"
        ),
        "name": (
            "SELECT DISTINCT l.place FROM mentions m JOIN report_list l ON l.id = m.document_id "
            "WHERE m.entity_id = :name"
        ),
        "event": (
            "SELECT DISTINCT l.place FROM event_mentions m JOIN report_list l ON l.id = m.document_id "
            "WHERE m.event_id = :event"
        ),
    }
)
#: And by what the list of reports itself knows of them.
_REPORT_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "day": "substr(start, 1, 10) = :day",
        "outlet": "outlet = :outlet",
        "first": "is_first",
        "linked": "n_parents + n_children > 0",
        "silent": "n_attributions = 0",
    }
)


def _reports(values: Mapping[str, Any]) -> str:
    """The places of reports that fit every one of `_REPORT_TERMS` and `_REPORT_SIGNS` that has a value, in order."""
    terms = [term for name, term in _REPORT_TERMS.items() if values.get(name) is not None]
    # One list, not one for each sign: a day has some thousand reports, and others of it need not be looked at.
    signs = " AND ".join(sign for name, sign in _REPORT_SIGNS.items() if values.get(name) is not None)
    if signs or not terms:
        terms.append("SELECT place FROM report_list" + (f" WHERE {signs}" if signs else ""))
    # The index of words finds rows in their order, so a page of them stops early; a place is told from the row, and
    # whoever sorts by it makes the whole list first.
    order = "rowid" if len(terms) == 1 and values.get("words") is not None else "1"
    return f"{' INTERSECT '.join(terms)} ORDER BY {order}"


#: What stands in a question for the places of rows that fit.
_FITS: Mapping[str, Callable[[Mapping[str, Any]], str]] = MappingProxyType(
    {"{matches}": _claims, "{reports}": _reports}
)


def worded(name: str, values: Mapping[str, Any]) -> str:
    """A question ready to be asked; values stay parameters, none becomes part of the text."""
    text = _text(name)
    for sign, fits in _FITS.items():
        if sign in text:
            text = text.replace(sign, fits(values))
    return text
