"""When things are said to have happened: claims with the times that their reports give, and events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model import records as r
from woozle.model.arrow import plain
from woozle.model.happenings import Event, Toll
from woozle.model.values import Range
from woozle.report.dates import interval, words
from woozle.report.draw_spread import Spread, spread_of
from woozle.report.draw_timeline import Timeline
from woozle.report.draw_timeline import timeline as drawn
from woozle.report.index import Index
from woozle.report.links import tail
from woozle.report.live.claims import Fitting, fitting
from woozle.report.live.facets import Chosen, chosen, fits_of
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.slices import Slice, heads_of, light_claims, totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.view_row import ClaimHead, head_of, shapes_of
from woozle.report.wordings import TimedClaim, Wording, timed
from woozle.report.words import count

#: Claims and events on one page, and values that a reader may choose by a click.
CLAIMS, EVENTS = 16, 40
#: Statements of one claim whose times are told: a claim in thousands of reports is told by its first wordings.
MOST_SAID = 24
_CLAIM_COLUMNS = ("claim_id", "claim", "words", "start", "end", "by")
_EVENT_COLUMNS = (
    "id",
    "type",
    "place",
    "start",
    "end",
    "stage",
    "actors",
    "targets",
    "killed",
    "wounded",
    "reports",
    "n_claims",
    "first_seen",
)


_NOBODY = Range(0, 0, 0)


@dataclass(frozen=True, slots=True)
class ClaimTimes:
    """Everything that the page of claims in time shows. ``is_part``: some are told by a part of their reports."""

    timeline: Timeline
    spread: Spread
    choices: tuple[tuple[str, str], ...]
    pager: Pager
    is_part: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the table; figures of who came to harm as words."""

    type: str
    place: str
    when: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    harm: str
    stage: str
    n_reports: int
    reports_url: str
    n_claims: int
    claims_url: str


@dataclass(frozen=True, slots=True)
class Events:
    """Everything that the page of events shows. ``types``: (words, number, address, whether it is chosen)."""

    drawn: Timeline
    rows: tuple[EventRow, ...]
    types: tuple[tuple[str, int, str, bool], ...]
    pager: Pager


def _with_times(asked: Asked, part: Slice) -> None:
    """Add the times that the assertions of a slice cite."""
    part.add(asked.many(r.Time, {i for row in part.rows(r.Assertion) for i in row.time_ids}))


def _fitting(asked: Asked, query: Query, year: int | None) -> tuple[Chosen, Mapping[str, Any] | None]:
    """What is chosen, and the question's parameters: claims that fit and give a time; None where none can."""
    made = chosen(asked, query, year)
    time = asked.ask("facet", kind="timed", value="yes")
    if not time or made.unknown:
        return made, None
    fits = fits_of(asked, query, made)
    return made, {**fits, "facets": [*fits["facets"], time[0][0]]}


def _claim_table(rows: Sequence[TimedClaim]) -> Table:
    made = []
    for row in rows:
        for one in row.wordings:
            start, end = (at.isoformat() if at else None for at in (one.when.start, one.when.end))
            made.append((row.head.id, row.head.text, one.text, start, end, one.by))
    return Table(_CLAIM_COLUMNS, made)


def _drawn(index: Index, heads: Sequence[ClaimHead]) -> tuple[Timeline, Spread]:
    shapes = shapes_of(index)
    rows = timed(index, heads, shapes, index.links.said)
    spread = spread_of([(head, shapes[head.id]) for head in heads], index.year)
    return drawn(rows, [report.when for report in index.reports.values()], index.year), spread


def timeline(asked: Asked, query: Query) -> View:
    """Claims in time; filters are those of the start page.

    Raises:
        UsageError: the address asks for something that there cannot be.
    """
    totals = totals_of(asked)
    made, fits = _fitting(asked, query, totals.get("year"))
    found = Fitting() if fits is None else fitting(asked, fits, query.page, CLAIMS)
    ids = [row[0] for row in found.rows]
    claims = heads_of(asked, ids)
    part = light_claims(asked, claims, ids, each=MOST_SAID)
    _with_times(asked, part)
    index = part.index(totals)
    heads = [head_of(index, index.claims[claim_id]) for claim_id in ids]
    shown, spread = _drawn(index, heads)
    labels = {kind: label for kind, label in made.labels.items() if query.get(kind)}
    labels |= {"q": query.get("q") or ""} if query.words() else {}
    choices = tuple((label, query.having(**{kind: None}).url()) for kind, label in labels.items())
    is_part = any(claim.reports > MOST_SAID for claim in claims)
    content = ClaimTimes(
        shown,
        spread,
        choices,
        pager(query, len(ids), found.n, size=CLAIMS, is_cut=found.is_cut),
        is_part,
    )
    table = _claim_table(shown.rows)
    rows = [dict(zip(_CLAIM_COLUMNS, row, strict=True)) for row in table.rows]
    return View(
        "timeline.html",
        "timeline",
        "Timeline",
        content,
        {"n": found.n, "n_is_cut": found.is_cut, "times": rows},
        table,
    )


def _toll(name: str, toll: Toll | None) -> str:
    if toll is None:
        return ""
    if toll.low == toll.high:
        return f"{toll.low:,} {name}"
    return f"{toll.low:,} to {toll.high:,} {name}" + (f", most say {toll.best:,}" if toll.best is not None else "")


def _bounds(event: Event) -> tuple[str | None, str | None]:
    start, _, end = (event.time or "").partition("/")
    return start or None, end or None


def _event_row(event: Event, year: int | None) -> EventRow:
    harm = "; ".join(part for part in (_toll("killed", event.killed), _toll("wounded", event.wounded)) if part)
    return EventRow(
        type=event.type.replace("_", " "),
        place=event.place or "",
        when=words(interval(*_bounds(event)), year) if event.time else "",
        actors=event.actors[:4],
        targets=event.targets[:4],
        harm=harm,
        stage="" if event.stage == "accomplished" else event.stage,
        n_reports=event.reports,
        reports_url=Query("/reports", {"event": tail(event.id)}).url(),
        n_claims=len(event.claim_ids),
        claims_url=Query("/claims", {"event": tail(event.id), "standing": "all"}).url(),
    )


def _event_bars(asked: Asked, events: Sequence[Event], totals: Mapping[str, Any]) -> Timeline:
    """Events on one axis: the words that give the time, and how many reports tell of it."""
    times = {row.id: row for row in asked.many(r.Time, [event.time_id for event in events if event.time_id])}
    rows = []
    for event in events:
        if event.time is None:
            continue
        when = interval(*_bounds(event))
        time = times.get(event.time_id or "")
        row = _event_row(event, totals.get("year"))
        told = ", ".join(part for part in (row.type, row.place, row.harm) if part)
        words_of = time.span.text if time else row.when
        by = count(event.reports, "report")
        said = words(when, totals.get("year"))
        head = ClaimHead(event.id, "", told, 0, 0, _NOBODY, "", "", "", row.claims_url, "", "")
        rows.append(TimedClaim(head, (Wording(words_of, when, said, by, None, row.reports_url),), 0))
    span = [interval(totals.get("first"), totals.get("last"))]
    return drawn(rows, span, totals.get("year"), most=EVENTS, has_dots=False)


def _event_values(event: Event) -> tuple[Any, ...]:
    start, end = _bounds(event)
    return (
        event.id,
        event.type,
        event.place,
        start,
        end,
        event.stage,
        list(event.actors),
        list(event.targets),
        plain(event.killed) if event.killed else None,
        plain(event.wounded) if event.wounded else None,
        event.reports,
        len(event.claim_ids),
        event.first_seen,
    )


def events(asked: Asked, query: Query) -> View:
    """Events, the earliest first.

    Raises:
        UsageError: the address asks for a page that there cannot be.
    """
    totals, kind = totals_of(asked), query.get("type")
    found = asked.read(Event, "events_page", type=kind, limit=EVENTS, offset=(query.page - 1) * EVENTS)
    total = asked.ask("events_count", type=kind)[0][0]
    types = [
        (name.replace("_", " "), n, query.having(type=name).url(), name == kind) for name, n in asked.ask("event_types")
    ]
    everything = ("all", sum(n for _, n, _, _ in types), query.having(type=None).url(), kind is None)
    content = Events(
        drawn=_event_bars(asked, found, totals),
        rows=tuple(_event_row(event, totals.get("year")) for event in found),
        types=(everything, *types) if types else (),
        pager=pager(query, len(found), total, size=EVENTS),
    )
    rows = [_event_values(event) for event in found]
    plain_rows = [dict(zip(_EVENT_COLUMNS, row, strict=True)) for row in rows]
    return View(
        "events.html", "timeline", "Events", content, {"n": total, "events": plain_rows}, Table(_EVENT_COLUMNS, rows)
    )
