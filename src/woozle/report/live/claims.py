"""The start page: claims by what needs a look, found by words, narrowed down by what they have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from woozle.errors import UsageError
from woozle.model import records as r
from woozle.report.dates import days_between, instant
from woozle.report.draw_fan import fan, key_frame
from woozle.report.links import tail
from woozle.report.live.bundles import bundles
from woozle.report.live.facets import Choice, Group, choices_of, chosen, fits_of, groups
from woozle.report.live.instead import Way, ways
from woozle.report.live.query import PAGE, Pager, Query, pager
from woozle.report.live.slices import FEW, heads_of, light_claims, totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.shape import Shape
from woozle.report.view_row import ClaimRow, row_of, shapes_of
from woozle.report.words import count, spelled, spelled_count

#: Claims that fit are counted up to this, and sorted by anything but what needs a look among so many.
MOST_COUNTED, MOST_SORTED = 5_000, 20_000
#: Conflicts and drifts that a page of claims reads at most.
_MOST_MARKS = 2_000
SORTS = MappingProxyType(
    {"look": "needs a look", "reports": "most reports per voice", "voices": "most voices", "last": "last seen"}
)
_COLUMNS = "id,text,reports,outlets,voices_low,voices_best,voices_high,first_seen,last_seen,n_conflicts,n_drifts,weight"


@dataclass(frozen=True, slots=True)
class Key:
    """The claim at the head of the page: the one with most reports to a voice."""

    head: Any
    fans: tuple[Markup, Markup]
    words: str


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that the page of claims shows. ``sorts``: words, address, whether it is the one in use."""

    title: tuple[str, str]
    state: tuple[str, ...]
    n_unread: int
    key: Key | None
    rows: tuple[ClaimRow, ...]
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    ways: tuple[Way, ...]
    sorts: tuple[tuple[str, str, bool], ...]
    pager: Pager
    words: str
    is_empty: bool
    n_single: int
    single_url: str
    reports_url: str
    first_url: str


def span_of(totals: Mapping[str, Any]) -> tuple[datetime, datetime] | None:
    """From the first report of the pile to its last."""
    first, last = instant(totals.get("first")), instant(totals.get("last"))
    return (first, last) if first and last else None


def _title(totals: Mapping[str, Any]) -> tuple[str, str]:
    n, n_claims, voices = totals["reports"], totals["claims"], totals["voices"]
    if not n:
        return "No reports yet.", ""
    stand = "voice stands" if voices == 1 else "voices stand"
    behind = "it" if n_claims == 1 else "them"
    says = "say" if n > 1 else "says"
    head = f"{count(n, 'report')} {says} {count(n_claims, 'thing')}."
    return head, f"{spelled(voices).capitalize()} {stand} behind {behind}."


def _state(totals: Mapping[str, Any]) -> tuple[str, ...]:
    read = totals["inputs_read"]
    span = span_of(totals)
    days = f", {days_between(*span)}" if span else ""
    return (
        f"{read:,} of {count(read + totals['inputs_unread'], 'input')} read",
        f"{count(totals['outlets'], 'outlet')}{days}",
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """Claims of one page, in its order, ready to be drawn."""

    rows: tuple[ClaimRow, ...]
    claims: tuple[r.Claim, ...]
    counted: Mapping[str, tuple[int, int, int]]
    shapes: Mapping[str, Shape]


def listed(asked: Asked, found: Sequence[tuple[Any, ...]], totals: Mapping[str, Any]) -> Listed:
    """Claims as rows of a list.

    Args:
        asked: the record.
        found: (id, place, weight, reports, conflicts, drifts) of each, in order.
        totals: what was counted over the whole record.
    """
    ids = [row[0] for row in found]
    conflicts = asked.read(r.Conflict, "conflicts_of", claims=ids, limit=_MOST_MARKS)
    drifts = asked.read(r.Drift, "drifts_of", claims=ids, limit=_MOST_MARKS)
    rivals = {side for row in conflicts for side in (row.left_claim_id, row.right_claim_id)} - set(ids)
    denials = {side for row in conflicts if row.kind == "denial" for side in (row.left_claim_id, row.right_claim_id)}
    heads = heads_of(asked, [*ids, *rivals])
    few = {row[0] for row in found if 1 < row[3] <= FEW or row[4] or row[5]}
    few = {claim.id for claim in heads if claim.reports <= FEW and (claim.id in few or claim.id in denials)}
    part = light_claims(asked, heads, few)
    part.add([*conflicts, *drifts])
    index = part.index(totals)
    shapes = shapes_of(index)
    counted = {claim_id: (weight, n, m) for claim_id, _, weight, _, n, m in found}
    big = {row[1]: index.claims[row[0]] for row in found if row[3] > FEW and row[0] in index.claims}
    figures = bundles(asked, big)
    span, made = span_of(totals), []
    for claim_id in ids:
        row = row_of(index, index.claims[claim_id], shapes, span, counted[claim_id][1:])
        made.append(replace(row, glyph=figures.get(claim_id, row.glyph)))
    return Listed(tuple(made), tuple(index.claims[i] for i in ids), counted, shapes)


def _key(asked: Asked, totals: Mapping[str, Any]) -> Key | None:
    found = asked.ask("claim_place", id=totals.get("key") or "")
    if not found or found[0][3] > FEW:
        return None
    heads = heads_of(asked, [found[0][0]])
    index = light_claims(asked, heads, [found[0][0]]).index(totals)
    shapes = shapes_of(index)
    claim = heads[0]
    head = row_of(index, index.claims[claim.id], shapes, None, (0, 0)).head
    voices = claim.voices.best
    noun = "nobody" if voices == 0 else spelled_count(voices, "voice")
    form = shapes[claim.id]
    fans = (fan(form, key_frame(index.year, narrow=False)), fan(form, key_frame(index.year, narrow=True)))
    return Key(head, fans, f"A claim in {count(claim.reports, 'report')} leads back to {noun}.")


def plain_claim(claim: r.Claim, counted: tuple[int, int, int]) -> dict[str, Any]:
    """A claim as programs get it."""
    weight, n_conflicts, n_drifts = counted
    return {
        "id": claim.id,
        "text": claim.text,
        "reports": claim.reports,
        "outlets": claim.outlets,
        "voices": {"low": claim.voices.low, "best": claim.voices.best, "high": claim.voices.high},
        "first_seen": claim.first_seen,
        "last_seen": claim.last_seen,
        "n_conflicts": n_conflicts,
        "n_drifts": n_drifts,
        "weight": weight,
        "href": f"/claim/{tail(claim.id)}",
    }


def table_of(rows: Sequence[Mapping[str, Any]]) -> Table:
    """Claims as rows: the range of voices in three columns."""
    made = []
    for row in rows:
        flat = {**row, **{f"voices_{name}": value for name, value in row["voices"].items()}}
        made.append(tuple(flat[name] for name in _COLUMNS.split(",")))
    return Table(tuple(_COLUMNS.split(",")), made)


@dataclass(frozen=True, slots=True)
class Fitting:
    """Claims that fit: one page of (id, place, weight, reports, conflicts, drifts), and the places of the first."""

    rows: Sequence[tuple[Any, ...]] = ()
    places: Sequence[int] = ()

    @property
    def n(self) -> int:
        """How many fit, counted up to `MOST_COUNTED`."""
        return min(len(self.places), MOST_COUNTED)

    @property
    def is_cut(self) -> bool:
        """Whether counting stopped."""
        return len(self.places) > MOST_COUNTED


def fitting(asked: Asked, fits: Mapping[str, Any], page: int, size: int) -> Fitting:
    """A page of the claims that fit, by what needs a look; what fits is searched for once, whatever is made of it."""
    places = [row[0] for row in asked.ask("claims_places", **fits, most=MOST_COUNTED + 1)]
    low = (page - 1) * size
    if low + size <= len(places) or len(places) <= MOST_COUNTED:
        return Fitting(asked.ask("claims_at", places=places[low : low + size]), places)
    return Fitting(asked.ask("claims_page", **fits, limit=size, offset=low), places)


def page_of_claims(asked: Asked, query: Query, fits: Mapping[str, Any]) -> Fitting:
    """The page of claims that the address asks for, in its order.

    Raises:
        UsageError: there is no such order.
    """
    sort = query.get("sort") or "look"
    if sort not in SORTS:
        raise UsageError(f"sort={sort[:40]} is no order; there are {', '.join(SORTS)}")
    found = fitting(asked, fits, query.page, PAGE)
    if sort == "look":
        return found
    bounds = {"limit": PAGE, "offset": (query.page - 1) * PAGE, "most": MOST_SORTED}
    return replace(found, rows=asked.ask("claims_sorted", **fits, **bounds, sort=sort))


def claims(asked: Asked, query: Query) -> View:
    """The page of claims.

    Raises:
        UsageError: the address asks for something that there cannot be.
    """
    totals = totals_of(asked)
    year = totals.get("year")
    made = chosen(asked, query, year)
    fits, choices = fits_of(asked, query, made), choices_of(query, made)
    found = Fitting() if made.unknown else page_of_claims(asked, query, fits)
    part, total, is_cut = listed(asked, found.rows, totals), found.n, found.is_cut
    sort, is_plain = query.get("sort") or "look", not query.values
    plain = [plain_claim(claim, part.counted[claim.id]) for claim in part.claims]
    content = Claims(
        title=_title(totals),
        state=_state(totals),
        n_unread=totals["inputs_unread"],
        key=_key(asked, totals) if is_plain else None,
        rows=part.rows,
        groups=groups(asked, query, (made.facets, found.places), year) if not made.unknown else (),
        choices=choices,
        ways=ways(asked, query, choices, year) if not total else (),
        sorts=tuple(
            (words, query.having(sort=None if name == "look" else name).url(), name == sort)
            for name, words in SORTS.items()
        ),
        pager=pager(query, len(part.rows), total, is_cut=is_cut),
        words=query.get("q") or "",
        is_empty=not totals["reports"],
        n_single=totals["claims"] - totals["several"] if not query.get("standing") else 0,
        single_url=query.having(standing="one").url(),
        reports_url=Query("/reports", {"q": query.get("q") or ""}).url(),
        first_url=query.having().url(),
    )
    return View(
        "list.html", "claims", "Claims", content, {"n": total, "n_is_cut": is_cut, "claims": plain}, table_of(plain)
    )
