"""One claim: who says so, what was known when, what speaks against it, what changed on the way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from woozle.model import records as r
from woozle.model.arrow import plain
from woozle.report.links import tail
from woozle.report.live.address import Addresses, id_of
from woozle.report.live.claims import plain_claim
from woozle.report.live.cuts import cuts_for
from woozle.report.live.query import Query
from woozle.report.live.slices import FEW, Slice, heads_of, light_claims, light_documents, light_steps, totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import View
from woozle.report.view_claim import ClaimPage, page_of
from woozle.report.view_row import head_of, marks_of, shapes_of
from woozle.report.words import count

#: Of a claim in more reports, so many assertions are shown, those of the earliest reports; the rest is said in words.
MOST_SAID = 220
#: Conflicts and changes that are shown.
MOST_CONFLICTS, MOST_DRIFTS = 24, 60
_MOST_ORIGINS = 2_000


@dataclass(frozen=True, slots=True)
class OneClaim:
    """Everything that the page shows. ``left``: what is not shown, in words; ``place``: by what needs a look."""

    page: ClaimPage
    place: int
    total: int
    left: str
    reports_url: str
    event_url: str


def _rivals(asked: Asked, made: Slice, claim_id: str) -> None:
    """Conflicts of a claim, with what the figures of the other claims are made of."""
    conflicts = asked.read(r.Conflict, "conflicts_of", claims=[claim_id], limit=MOST_CONFLICTS)
    sides = {side for row in conflicts for side in (row.left_claim_id, row.right_claim_id)} - {claim_id}
    heads = heads_of(asked, sides)
    part = light_claims(asked, heads, [claim.id for claim in heads if claim.reports <= FEW])
    for row, found in part.tables.items():
        known = {one.id for one in made.rows(row)}
        made.add(one for one in found if one.id not in known)
    made.add(conflicts)


def _cut(asked: Asked, made: Slice, said: Sequence[r.Assertion]) -> dict[str, int]:
    """Add the reports of assertions with their texts, and the assertions as they stand in those."""
    cuts = cuts_for(asked, said)
    made.add(light_documents(asked, cuts, {key: cut.text for key, cut in cuts.items()}))
    made.add(cuts[row.document_id].assertion(row) for row in said if row.document_id in cuts)
    return {row.id: row.spans[0].start for row in said if row.spans}


def _gathered(asked: Asked, claim: r.Claim) -> tuple[Slice, list[r.Assertion], dict[str, int]]:
    """The slice of one claim, the assertions in it, and where each begins in its report."""
    said = asked.read(r.Assertion, "claim_assertions", claim=claim.id, limit=MOST_SAID)
    drifts = asked.read(r.Drift, "drifts_of", claims=[claim.id], limit=MOST_DRIFTS)
    known = {row.id for row in said}
    ends = {end for row in drifts for end in (row.from_assertion_id, row.to_assertion_id)} - known
    made = Slice()
    starts = _cut(asked, made, [*said, *asked.many(r.Assertion, ends)])
    made.add([replace(claim, assertion_ids=tuple(row.id for row in said))])
    made.add(asked.many(r.Attribution, [row.attribution_id for row in said if row.attribution_id]))
    made.add(asked.read(r.Origin, "claim_origins", claim=claim.id, limit=_MOST_ORIGINS))
    made.add(light_steps(asked, {row.document_id for row in said}))
    made.add(drifts)
    _rivals(asked, made, claim.id)
    return made, said, starts


def _left(claim: r.Claim, said: Iterable[r.Assertion]) -> str:
    shown = len({row.document_id for row in said})
    if shown >= claim.reports:
        return ""
    rest = count(claim.reports - shown, "more report")
    return f"Shown are the {count(shown, 'report')} that came first. {rest} say it too."


def _twin(
    asked: Asked, claim: r.Claim, said: Sequence[r.Assertion], counted: tuple[int, int, int]
) -> Mapping[str, Any]:
    conflicts = asked.read(r.Conflict, "conflicts_of", claims=[claim.id], limit=MOST_CONFLICTS)
    return {
        "claim": plain_claim(claim, counted) | {"event_id": claim.event_id, "occasions": plain(claim.occasions)},
        "n_assertions": len(claim.assertion_ids),
        "assertions": [
            plain(row) | {"href": Addresses().said(row), "report_href": Addresses().report(row.document_id)}
            for row in said
        ],
        "origins": [plain(row) for row in asked.read(r.Origin, "claim_origins", claim=claim.id, limit=_MOST_ORIGINS)],
        "conflicts": [plain(row) for row in conflicts],
        "drifts": [plain(row) for row in asked.read(r.Drift, "drifts_of", claims=[claim.id], limit=MOST_DRIFTS)],
    }


def claim(asked: Asked, row: str, query: Query) -> View | None:
    """A claim's page; None if there is no such claim.

    Args:
        asked: the record.
        row: the start of its hash.
        query: its address.
    """
    del query
    claim_id = id_of(asked, "claim_ids", row)
    if claim_id is None:
        return None
    totals, found = totals_of(asked), asked.many(r.Claim, [claim_id])[0]
    _, place, weight, _, n_conflicts, n_drifts = asked.ask("claim_place", id=claim_id)[0]
    made, said, starts = _gathered(asked, found)
    index = made.index(totals, Addresses(starts))
    shapes = shapes_of(index)
    head, marks = head_of(index, index.claims[claim_id]), marks_of(index, claim_id, n_conflicts, n_drifts)
    content = OneClaim(
        page=page_of(index, head, marks, shapes),
        place=place,
        total=totals["claims"],
        left=_left(found, said),
        reports_url=Query("/reports", {"claim": tail(claim_id)}).url(),
        event_url=Query("/claims", {"event": tail(found.event_id)}).url() if found.event_id else "",
    )
    twin = partial(_twin, asked, found, said, (weight, n_conflicts, n_drifts))
    return View("one_claim.html", "claims", head.text[:80], content, twin)
