"""One report: its text with layers and notes, what it was made from and who copied it; a long one in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from woozle.model import records as r
from woozle.model.arrow import plain
from woozle.report.index import Index
from woozle.report.live.address import PART, Addresses, id_of
from woozle.report.live.cuts import Cut, parts
from woozle.report.live.query import Query
from woozle.report.live.slices import Slice, heads_of, light_documents, totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import View
from woozle.report.view_report import ReportPage, report_page
from woozle.report.view_row import head_of

#: Rows of each kind that one part shows, steps of copying, and passages of a pair that are looked at.
MOST_ROWS, MOST_STEPS, MOST_PASSAGES = 1_500, 40, 40


@dataclass(frozen=True, slots=True)
class OneReport:
    """Everything that the page shows. ``parts``: (number, address, whether it is the one shown); empty for one.

    ``left``: what is not shown, in words.
    """

    page: ReportPage
    parts: tuple[tuple[int, str, bool], ...]
    n_parts: int
    n_attributions: int
    n_claims: int
    claims_url: str
    family_url: str
    left: tuple[str, ...]


def _shifted(cut: Cut, rows: Sequence[Any]) -> list[Any]:
    """Rows of one span each, as they stand in the cut."""
    return [replace(row, span=span) for row in rows if (span := cut.span(row.span))]


def _read(asked: Asked, made: Slice, document_id: str, cut: Cut) -> dict[str, int]:
    """Add what was read in the part that is shown; returns where each assertion begins in the whole report."""
    place = {"id": document_id, "low": cut.low, "high": cut.low + len(cut.text), "limit": MOST_ROWS}
    made.add(_shifted(cut, asked.read(r.Mention, "report_mentions", **place)))
    made.add(_shifted(cut, asked.read(r.Time, "report_times", **place)))
    made.add(_shifted(cut, asked.read(r.Quantity, "report_quantities", **place)))
    attributions = asked.read(r.Attribution, "report_attributions", **place)
    made.add(cut.attribution(row) for row in attributions)
    made.add(asked.many(r.Entity, [row.source_entity_id for row in attributions if row.source_entity_id]))
    said = asked.read(r.Assertion, "report_assertions", **place)
    made.add(cut.assertion(row) for row in said)
    made.add(heads_of(asked, [row.claim_id for row in said if row.claim_id]))
    return {row.id: row.spans[0].start for row in said if row.spans}


def _copied(asked: Asked, made: Slice, document_id: str) -> None:
    """Add the reports it was made from and those made from it, with the passages they share."""
    parents = asked.read(r.Derivation, "parents", id=document_id, limit=MOST_STEPS)
    children = asked.read(r.Derivation, "children", id=document_id, limit=MOST_STEPS)
    others = {row.parent_document_id for row in parents if row.parent_document_id}
    made.add(light_documents(asked, (others | {row.child_document_id for row in children}) - {document_id}))
    made.add(parents)
    made.add(row for row in children if row.child_document_id != document_id)
    for other in sorted(others):
        made.add(asked.read(r.Passage, "passages_between", one=document_id, other=other, limit=MOST_PASSAGES))


def _head(asked: Asked, row: str) -> tuple[r.Document, str] | None:
    """A report and its whole text, whose map to the bytes is left out."""
    document_id = id_of(asked, "document_ids", row)
    if document_id is None:
        return None
    found = asked.read(r.Document, "report_head", id=document_id)[0]
    return found, asked.ask("text_cut", id=document_id, low=0, most=2**30)[0][0]


def _numbers(n: int, here: int) -> list[int]:
    """The parts that are linked: the first, the last, and those around the one shown."""
    return sorted({0, n - 1, *range(max(0, here - 3), min(n, here + 4))})


def _parts(query: Query, cuts: Sequence[tuple[int, int]], here: int) -> tuple[tuple[int, str, bool], ...]:
    if len(cuts) < 2:
        return ()
    return tuple(
        (n + 1, query.having(at=str(cuts[n][0]) if n else None).url(), n == here) for n in _numbers(len(cuts), here)
    )


def _left(document_id: str, index: Index, counts: tuple[Any, ...]) -> tuple[str, ...]:
    said = []
    if counts[2] > MOST_STEPS or counts[3] > MOST_STEPS:
        said.append(f"It was made from {counts[2]:,} and copied by {counts[3]:,}; {MOST_STEPS} of each are shown.")
    if any(len(found.get(document_id, ())) >= MOST_ROWS for found in (index.mentions_of, index.quantities_of)):
        said.append(f"Of each kind of mark in this part, the first {MOST_ROWS:,} are shown.")
    return tuple(said)


def _twin(
    index: Index, document: r.Document, bounds: tuple[int, int, int], counts: tuple[Any, ...]
) -> Mapping[str, Any]:
    """The report and what was read in the part shown; spans count in that part, which begins at ``part.start``."""
    low, high, total = bounds
    rows = {
        "mentions": index.mentions_of,
        "attributions": index.attributions_of,
        "times": index.times_of,
        "quantities": index.quantities_of,
        "assertions": index.assertions_of,
    }
    head = plain(document)
    head.pop("byte_map")
    return {
        "report": head | {"n_claims": counts[1], "n_attributions": counts[5], "is_first": bool(counts[4])},
        "part": {"start": low, "end": high, "of": total},
        **{name: [plain(row) for row in found.get(document.id, ())] for name, found in rows.items()},
        "made_from": [plain(row) for row in index.parents_of.get(document.id, ())],
        "copied_by": [plain(row) for row in index.children_of.get(document.id, ())],
        "passages": [plain(row) for found in index.passages_of.values() for row in found],
    }


def report(asked: Asked, row: str, query: Query) -> View | None:
    """A report's page; None if there is no such report.

    Args:
        asked: the record.
        row: the start of its hash.
        query: its address; ``at`` is a code point of the text, and the part that holds it is shown.

    Raises:
        UsageError: ``at`` is no number.
    """
    found = _head(asked, row)
    if found is None:
        return None
    document, text = found
    cuts = parts(text, PART)
    at = query.number("at", 0, 2**31)
    here = next((n for n, (_, high) in enumerate(cuts) if at < high), len(cuts) - 1)
    low, high = cuts[here]
    shown, made, totals = replace(document, text=text[low:high]), Slice(), totals_of(asked)
    made.add([shown])
    starts = _read(asked, made, document.id, Cut(low, shown.text))
    _copied(asked, made, document.id)
    index = made.index(totals, Addresses(starts, low))
    alone = frozenset(claim_id for (claim_id,) in asked.ask("claims_alone", ids=sorted(index.claims)))
    heads = {claim.id: head_of(index, claim) for claim in index.claims.values()}
    counts = asked.ask("report_counts", id=document.id)[0]
    page = report_page(index, index.reports[document.id], heads, alone)
    content = OneReport(
        page=replace(page, n_attributions=counts[5], n_claims=counts[1]),
        parts=_parts(query, cuts, here),
        n_parts=len(cuts),
        n_attributions=counts[5],
        n_claims=counts[1],
        claims_url=Query("/claims", {"report": row, "standing": "all"}).url(),
        family_url=Query("/copies", {"report": row}).url() if counts[2] + counts[3] else "",
        left=_left(document.id, index, counts),
    )
    twin = partial(_twin, index, shown, (low, high, len(text)), counts)
    return View("one_report.html", "reports", index.reports[document.id].title[:80], content, twin)
