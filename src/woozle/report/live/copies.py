"""Copies over time: who took from whom, narrowed down to a claim, a report's family, an outlet, a day, a kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.errors import UsageError
from woozle.model import records as r
from woozle.report.dates import iso_day_words
from woozle.report.draw_copies import Copies
from woozle.report.draw_copies import copies as drawn
from woozle.report.graph import MOST_MARKS
from woozle.report.live.address import id_of
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.slices import FEW, Slice, heads_of, light_claims, light_documents, light_steps, totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.shape import Shape
from woozle.report.view_row import ClaimHead, head_of, shapes_of
from woozle.report.voices import Standing
from woozle.report.words import DERIVATION, count

#: Steps that one drawing takes, generations of a family that are followed, days that can be chosen by a click.
_MOST_STEPS, _MOST_AGES, _MOST_DAYS = 4_000, 12, 14
ZOOMS = 4
#: Voices of the lit claim that are named beside it.
MOST_NAMED = 6
_CREDITED = {"yes": "credited", "no": "not credited"}
_COLUMNS = (
    "id",
    "child_document_id",
    "parent_document_id",
    "parent_external",
    "kind",
    "direction",
    "credited",
    "score",
)


@dataclass(frozen=True, slots=True)
class Link:
    """Something to choose: words, address, whether it is chosen."""

    words: str
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class CopiesPage:
    """Everything that the page shows."""

    n_first: int
    n_reports: int
    n_steps: int
    copies: Copies
    lit: ClaimHead | None
    voices: tuple[Standing, ...]
    choices: tuple[tuple[str, str], ...]
    kinds: tuple[Link, ...]
    credits: tuple[Link, ...]
    days: tuple[Link, ...]
    zooms: tuple[Link, ...]
    zoom: int
    pager: Pager
    list_url: str
    n_linked: int


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The reports that are drawn, in order of publication; ``total``: all that could be, page after page."""

    ids: Sequence[str]
    total: int
    claim: r.Claim | None
    choices: tuple[tuple[str, str], ...]
    list_url: str


def _family(asked: Asked, document_id: str) -> list[str]:
    """A report with all that it comes from and all that comes from it."""
    known, edge = {document_id}, [document_id]
    for _ in range(_MOST_AGES):
        found = {row[0] for row in asked.ask("family", ids=edge, limit=MOST_MARKS)} - known
        edge = sorted(found)[: MOST_MARKS - len(known)]
        known |= set(edge)
        if not edge:
            break
    return sorted(known)


def _values(asked: Asked, query: Query) -> dict[str, Any]:
    claim = query.get("claim")
    return {
        "outlet": query.get("outlet"),
        "day": query.get("day"),
        "claim": None if claim is None else id_of(asked, "claim_ids", claim) or "",
        "linked": None if claim is not None else "1",
        "words": None,
    }


def _chosen(asked: Asked, query: Query, year: int | None) -> _Chosen:
    values = _values(asked, query)
    heads = heads_of(asked, [values["claim"]]) if values["claim"] else []
    labels = {
        "claim": heads[0].text if heads else "a claim that is not there",
        "report": "one report and its family",
        "outlet": query.get("outlet") or "",
        "day": iso_day_words(query.get("day"), year),
        "kind": DERIVATION.get(query.get("kind") or "", ""),
        "credited": _CREDITED.get(query.get("credited") or "", ""),
    }
    choices = tuple((words, query.having(**{key: None}).url()) for key, words in labels.items() if query.get(key))
    kept = {key: query.get(key) or "" for key in ("claim", "outlet", "day")}
    list_url = Query("/reports", {**kept, "linked": "" if kept["claim"] else "1"}).url()
    report = query.get("report")
    if report is not None:
        document_id = id_of(asked, "document_ids", report)
        ids = _family(asked, document_id) if document_id else []
        return _Chosen(ids, len(ids), None, choices, f"/report/{report}" if ids else "/reports")
    rows = asked.ask("copies_ids", **values, limit=MOST_MARKS, offset=(query.page - 1) * MOST_MARKS)
    total = asked.ask("reports_count", **values, most=1_000_000)[0][0]
    return _Chosen([row[0] for row in rows], total, heads[0] if heads else None, choices, list_url)


def _fits(row: r.Derivation, query: Query) -> bool:
    kind, credited = query.get("kind"), query.get("credited")
    return (kind is None or row.kind == kind) and (credited is None or row.credited == (credited == "yes"))


def _lit(asked: Asked, chosen: _Chosen, totals: Mapping[str, Any]) -> r.Claim | None:
    """The claim to light: the one chosen, else the one at the head of the start page; none that is too large."""
    heads = [chosen.claim] if chosen.claim else heads_of(asked, [totals.get("key") or ""])
    return heads[0] if heads and heads[0].reports <= FEW else None


def _form(asked: Asked, lit: r.Claim | None, totals: Mapping[str, Any]) -> tuple[Slice, Shape | None]:
    """What the lit claim is made of, and its shape: whole, for its voices have the letters of its own page."""
    part = light_claims(asked, [lit], [lit.id]) if lit else Slice()
    index = part.index(totals)
    return part, shapes_of(index)[lit.id] if lit and index.members_of.get(lit.id) else None


def _drawn(asked: Asked, chosen: _Chosen, part: Slice, query: Query) -> list[r.Derivation]:
    """The steps that are drawn; the slice is left with their reports and no other."""
    here = set(chosen.ids)
    steps = [row for row in light_steps(asked, here, _MOST_STEPS) if _fits(row, query)]
    # What a report of this page was made from may stand on an earlier one; a line without its start says nothing.
    here |= {row.parent_document_id for row in steps if row.parent_document_id}
    if query.get("kind") or query.get("credited"):
        ends = {row.parent_document_id for row in steps} | {row.child_document_id for row in steps}
        here &= ends
    # The lit claim brings its own reports; only those that are drawn may stay, or they would be drawn too.
    part.tables[r.Document] = [row for row in part.rows(r.Document) if row.id in here]
    known = {row.id for row in part.rows(r.Document)}
    part.tables[r.Derivation] = []
    part.add(light_documents(asked, here - known))
    part.add(steps)
    part.tables[r.Assertion] = [row for row in part.rows(r.Assertion) if row.document_id in here]
    return steps


def _links(query: Query, name: str, words: Mapping[str, str]) -> tuple[Link, ...]:
    here = query.get(name)
    made = [Link("all", query.having(**{name: None}).url(), here is None)]
    return (*made, *(Link(said, query.having(**{name: key}).url(), here == key) for key, said in words.items()))


def _days(asked: Asked, query: Query, year: int | None) -> tuple[Link, ...]:
    found = asked.ask("report_days", limit=_MOST_DAYS + 1)
    if not 1 < len(found) <= _MOST_DAYS:
        return ()
    return _links(query, "day", {day: f"{iso_day_words(day, year)} ({n:,})" for day, n in found})


def _checked(query: Query) -> None:
    for name, known in (("kind", DERIVATION), ("credited", _CREDITED)):
        found = query.get(name)
        if found is not None and found not in known:
            raise UsageError(f"{name}={found[:40]} is none of {', '.join(known)}")


def _zoomed(query: Query) -> tuple[int, tuple[Link, ...]]:
    zoom = query.number("zoom", 1, ZOOMS)
    page = query.get("page")
    ways = [("narrower", zoom - 1), ("wider", zoom + 1)]
    return zoom, tuple(
        Link(words, query.having(zoom=str(to) if to > 1 else None, page=page).url(), False)
        for words, to in ways
        if 1 <= to <= ZOOMS
    )


def copies(asked: Asked, query: Query) -> View:
    """The page.

    Raises:
        UsageError: the address asks for something that there cannot be.
    """
    _checked(query)
    totals = totals_of(asked)
    chosen = _chosen(asked, query, totals.get("year"))
    lit = _lit(asked, chosen, totals)
    part, form = _form(asked, lit, totals)
    steps = _drawn(asked, chosen, part, query)
    index = part.index(totals)
    first = frozenset(row[0] for row in asked.ask("first_of", ids=sorted(index.reports)))
    zoom, zooms = _zoomed(query)
    copied = drawn(index, form, first)
    content = CopiesPage(
        n_first=totals["first_hand"],
        n_reports=totals["reports"],
        n_steps=totals["steps"],
        copies=copied,
        lit=head_of(index, lit) if lit and form else None,
        voices=tuple(voice for voice in form.dots[:MOST_NAMED] if voice.certainty != "none") if form else (),
        choices=chosen.choices,
        kinds=_links(query, "kind", DERIVATION),
        credits=_links(query, "credited", _CREDITED),
        days=_days(asked, query, totals.get("year")),
        zooms=zooms,
        zoom=zoom,
        pager=pager(query, len(chosen.ids), chosen.total, size=MOST_MARKS),
        list_url=chosen.list_url,
        n_linked=totals["linked"],
    )
    rows = [tuple(getattr(row, name) for name in _COLUMNS) for row in steps]
    plain = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    twin = {"n_reports": chosen.total, "reports": list(chosen.ids), "n_steps": len(steps), "steps": plain}
    title = f"Copies: {count(len(steps), 'step')}" if query.values else "Copies"
    return View("copies.html", "copies", title, content, twin, Table(_COLUMNS, rows))
