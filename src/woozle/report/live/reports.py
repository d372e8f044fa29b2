"""The list of reports: in order of publication, found by words, narrowed down by outlet, day, claim or name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.model import records as r
from woozle.report.dates import iso_day_words
from woozle.report.index import Report
from woozle.report.live.address import id_of
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.slices import Slice, heads_of, light_documents, light_steps, totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.page import step_words
from woozle.report.words import count

#: Reports on one page, those that are counted, and steps of copying that are told of one report.
SIZE, MOST_COUNTED, MOST_STEPS = 60, 100_000, 4
#: Reports with some words are counted up to this: each has to be found anew.
MOST_FOUND = 10_000
#: How the question marks the words that were searched for.
_OPEN, _CLOSE = "\ue000", "\ue001"
_FLAGS = MappingProxyType(
    {"first": "went to a source", "linked": "took from another or gave to one", "silent": "quote nobody"}
)
_COLUMNS = (
    "id",
    "outlet",
    "title",
    "published_start",
    "published_end",
    "language",
    "input",
    "n_claims",
    "n_parents",
    "n_children",
    "is_first",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list. ``around``: (text, whether it was searched for) of the words found."""

    report: Report
    n_claims: int
    is_first: bool
    made_from: tuple[tuple[str, str, str], ...]
    n_more: int
    n_children: int
    around: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """Everything that the page shows. ``choices``: (words, address without it)."""

    title: str
    rows: tuple[Row, ...]
    choices: tuple[tuple[str, str], ...]
    words: str
    pager: Pager
    is_empty: bool


@dataclass(frozen=True, slots=True)
class _Fits:
    """What the address chooses: values for the question, and how they are called; None of a row that is not there."""

    values: Mapping[str, Any]
    labels: Mapping[str, str]


def _row_id(asked: Asked, query: Query, name: str, question: str) -> str | None:
    chosen = query.get(name)
    return None if chosen is None else id_of(asked, question, chosen) or ""


def _fits(asked: Asked, query: Query, year: int | None) -> _Fits:
    claim = _row_id(asked, query, "claim", "claim_ids")
    name = _row_id(asked, query, "name", "entity_ids")
    entities = [row for row in asked.many(r.Entity, [name] if name else []) if not row.protected]
    name = name and (entities[0].id if entities else "")
    event = _row_id(asked, query, "event", "event_ids")
    values = {"words": query.words(), "claim": claim, "name": name, "event": event}
    values |= {key: query.get(key) for key in ("outlet", "day", *_FLAGS)}
    labels = {key: words for key, words in _FLAGS.items() if query.get(key)}
    labels |= {"outlet": query.get("outlet") or "", "day": iso_day_words(query.get("day"), year)}
    heads = heads_of(asked, [claim]) if claim else []
    labels["claim"] = heads[0].text if heads else "a claim that is not there" if claim == "" else ""
    labels["name"] = entities[0].name if entities else "a name that is not there" if name == "" else ""
    labels["event"] = "one event" if event is not None else ""
    return _Fits(values, {key: words for key, words in labels.items() if words})


def _around(asked: Asked, words: str | None, places: Sequence[int]) -> Mapping[int, tuple[tuple[str, bool], ...]]:
    if words is None or not places:
        return {}
    made = {}
    for place, text in asked.ask("report_snippets", words=words, places=list(places)):
        parts = []
        for piece in text.split(_OPEN):
            marked, found, rest = piece.partition(_CLOSE)
            parts += [(marked, True), (rest, False)] if found else [(piece, False)]
        made[place] = tuple((" ".join(text.split("\n")), is_found) for text, is_found in parts if text)
    return made


def _plain(row: Row) -> dict[str, Any]:
    document = row.report.row
    return {
        "id": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "published_start": document.published.start if document.published else None,
        "published_end": document.published.end if document.published else None,
        "language": document.language,
        "input": document.input,
        "n_claims": row.n_claims,
        "n_parents": len(row.made_from) + row.n_more,
        "n_children": row.n_children,
        "is_first": row.is_first,
        "href": row.report.href,
    }


def _title(total: int, words: str, *, is_cut: bool) -> str:
    n = ("more than " if is_cut else "") + count(total, "report")
    return f"{n[:1].upper()}{n[1:]} with “{words}”" if words else f"{n[:1].upper()}{n[1:]}"


def reports(asked: Asked, query: Query) -> View:
    """The list.

    Raises:
        UsageError: the address asks for something that there cannot be.
    """
    totals = totals_of(asked)
    fits = _fits(asked, query, totals.get("year"))
    found = asked.ask("reports_page", **fits.values, limit=SIZE, offset=(query.page - 1) * SIZE)
    most = MOST_FOUND if query.words() else MOST_COUNTED
    total = asked.ask("reports_count", **fits.values, most=most + 1)[0][0]
    part, ids = Slice(), [row[0] for row in found]
    steps = light_steps(asked, ids)
    part.add(light_documents(asked, {*ids, *(row.parent_document_id or "" for row in steps)}))
    part.add(steps)
    index = part.index(totals)
    around = _around(asked, query.words(), [row[1] for row in found])
    rows = []
    for document_id, place, n_claims, n_parents, n_children, is_first, _ in found:
        made = index.parents_of.get(document_id, ())[:MOST_STEPS]
        told = tuple(step_words(index, row) for row in made)
        report, more = index.reports[document_id], n_parents - len(made)
        rows.append(Row(report, n_claims, bool(is_first), told, more, n_children, around.get(place, ())))
    shown, words = min(total, most), query.get("q") or ""
    content = Reports(
        title=_title(shown, words if query.words() else "", is_cut=total > most),
        rows=tuple(rows),
        choices=tuple((words, query.having(**{key: None}).url()) for key, words in fits.labels.items()),
        words=words,
        pager=pager(query, len(rows), shown, size=SIZE, is_cut=total > most),
        is_empty=not totals["reports"],
    )
    plain = [_plain(row) for row in rows]
    table = Table(_COLUMNS, [tuple(row[name] for name in _COLUMNS) for row in plain])
    twin = {"n": shown, "n_is_cut": total > most, "reports": plain}
    return View("reports.html", "reports", "Reports", content, twin, table)
