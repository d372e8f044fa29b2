"""Review: what the program cannot know and a person may, one question at a time or as a table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from woozle.errors import UsageError
from woozle.model.arrow import plain
from woozle.model.decisions import KINDS, Decision
from woozle.report.draw_comb import comb
from woozle.report.live.asking import ASKS, UNSURE, Answer, Question, question_of
from woozle.report.live.claims import listed
from woozle.report.live.decided import Done, Telling
from woozle.report.live.docket import Carried, Docket
from woozle.report.live.evidence import Evidence, evidence
from woozle.report.live.query import LAST_PAGE, Pager, Query, pager
from woozle.report.live.questions import Row, plain_question, rows_of
from woozle.report.live.slices import totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.view_row import ClaimRow

#: Questions on a page of the table, those that are next in line, decisions and stale ones that are listed.
SIZE, MOST_NEXT, MOST_SHOWN = 30, 4, 20
#: How the kinds of rows are called that decisions are about.
_ABOUT: Mapping[str, str] = MappingProxyType(
    {"entity": "Names", "claim": "Claims", "copy": "Copies", "origin": "Voices", "attribution": "Sources"}
)
_COLUMNS = ("id", "ask", "kind", "ids", "left", "right", "n_claims", "n_told", "score", "why", "decided", "who", "at")


@dataclass(frozen=True, slots=True)
class One:
    """The question that is asked. ``effects``: (words on the button, what it does)."""

    question: Question
    evidence: Evidence
    answers: tuple[Answer, ...]
    effects: tuple[tuple[str, str], ...]
    claims: tuple[ClaimRow, ...]
    decided: Done | None
    skip_url: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far it is. ``again_url`` leads to what was skipped, ``n_left_out`` are more than the book lists."""

    comb: Markup
    n_answered: int
    n_open: int
    n_skipped: int
    again_url: str
    n_left_out: int
    is_round_over: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was decided, and what a form needs. ``said`` was just recorded, less ``n_held`` rows of others.

    ``kinds``: what decisions are about: words, number of batches, address, whether only these are listed.
    """

    said: Done | None
    n_held: int
    carried: Carried | None
    held: Done | None
    latest: tuple[Done, ...]
    pager: Pager
    kinds: tuple[tuple[str, int, str, bool], ...]
    stale: tuple[Done, ...]
    n_stale: int
    n_waiting: int
    who: str
    off: str
    token: str
    seen: int
    last: str
    running: str
    failed: str


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that the page shows. ``tabs``: words, number of open questions, address, whether it is shown."""

    one: One | None
    rows: tuple[Row, ...]
    tabs: tuple[tuple[str, int, str, bool], ...]
    modes: tuple[tuple[str, str, bool], ...]
    standing: Standing
    ledger: Ledger
    back: str
    pager: Pager
    answers: tuple[Answer, ...]
    is_table: bool


@dataclass(frozen=True)
class _Round:
    """The questions of one kind, or of all, and where the person is among them."""

    all: Sequence[Question]
    open: Sequence[Question]
    after: int

    @property
    def next(self) -> Question | None:
        """The first open question after the place; when there is none, those that were skipped come again."""
        rest = [one for one in self.open if one.place > self.after]
        return next(iter(rest or self.open), None)

    @property
    def n_skipped(self) -> int:
        """Open questions that were passed over in this round."""
        return sum(one.place <= self.after for one in self.open)


def _round(query: Query, found: Sequence[Question], docket: Docket) -> _Round:
    kind = query.get("ask")
    if kind is not None and kind not in ASKS:
        raise UsageError(f"ask={kind[:40]} is no kind of question; there are {', '.join(ASKS)}")
    mine = [one for one in found if kind is None or one.ask.name == kind]
    waiting = [one for one in mine if one.subject not in docket.live]
    after = next((one.place for one in found if one.id == query.get("after")), 0)
    return _Round(mine, waiting, after)


def _one(asked: Asked, totals: Mapping[str, Any], query: Query, question: Question, done: Done | None) -> One | None:
    found = evidence(asked, totals, question)
    if found is None:
        return None
    places = [row for key in found.claim_ids for row in asked.ask("claim_place", id=key)]
    claims = listed(asked, places, totals).rows
    effects = zip((answer.words for answer in question.ask.answers), question.ask.effects, strict=True)
    skip = _away(query, after=question.id).url()
    return One(question, found, question.ask.answers, tuple(effects), claims, done, skip)


def _away(query: Query, **changes: str | None) -> Query:
    """The address of something else, without what holds for this page only."""
    return query.having(**{"q": None, "said": None, "held": None, **changes})


def _tabs(query: Query, found: Sequence[Question], docket: Docket, *, is_table: bool) -> tuple[Any, ...]:
    counts = dict.fromkeys(ASKS, 0)
    for one in found:
        counts[one.ask.name] += one.subject not in docket.live
    here = query.get("ask")
    there = _away(query, after=None)
    made = [
        (ask.tab, counts[name], there.having(ask=name).url(), here == name)
        for name, ask in ASKS.items()
        if counts[name]
    ]
    whole = [] if is_table else [("All", sum(counts.values()), there.having(ask=None).url(), here is None)]
    return (*whole, *made)


def _table_query(query: Query, found: Sequence[Question], docket: Docket) -> Query:
    """A table is of one kind of question: that which is asked for, else the first that has an open one."""
    if query.get("as") != "table" or query.get("ask"):
        return query
    kinds = [one.ask.name for one in found if one.subject not in docket.live] or [one.ask.name for one in found]
    first = next((name for name in ASKS if name in kinds), None)
    page = query.get("page")
    return query.having(ask=first, page=page) if first else query


def _telling(asked: Asked, docket: Docket, query: Query, here: Decision | None, found: Sequence[Question]) -> Telling:
    """How all decisions are told that the page speaks of."""
    held = docket.carried.held if docket.carried else None
    singles = [[row] for row in (here, held, *docket.stale[:MOST_SHOWN]) if row]
    batches = [*_listed(docket, query), docket.batch(query.get("said") or ""), *singles]
    return Telling(asked, [rows for rows in batches if rows], {one.subject: f"/review?q={one.id}" for one in found})


def _of_kind(docket: Docket, query: Query) -> Sequence[Sequence[Decision]]:
    """The batches of the kind that the address asks for, or all."""
    kind = query.get("about")
    if kind is not None and kind not in KINDS:
        raise UsageError(f"about={kind[:40]} is nothing that is decided about; there are {', '.join(KINDS)}")
    return [rows for rows in docket.batches if kind is None or rows[0].kind == kind]


def _listed(docket: Docket, query: Query) -> Sequence[Sequence[Decision]]:
    """The batches that are listed: a page of them, the latest first."""
    first = (query.number("done", 1, LAST_PAGE) - 1) * MOST_SHOWN
    return _of_kind(docket, query)[first : first + MOST_SHOWN]


def _done_pager(docket: Docket, query: Query) -> Pager:
    """The pages of the decisions; the list is turned and the questions stay."""
    page, total = query.number("done", 1, LAST_PAGE), len(_of_kind(docket, query))
    there, shown = _away(query, page=query.get("page")), len(_listed(docket, query))
    turned = [there.having(page=query.get("page"), done=str(at)).url() + "#latest" for at in (page - 1, page + 1)]
    first = (page - 1) * MOST_SHOWN + 1 if shown else 0
    last = first + shown - 1 if shown else 0
    return Pager(first, last, total, False, turned[0] if page > 1 else "", turned[1] if last < total and shown else "")


def _kinds(docket: Docket, query: Query) -> tuple[tuple[str, int, str, bool], ...]:
    """What decisions are about; nothing where all are about one thing."""
    there, here = _away(query, page=query.get("page")), query.get("about")
    n = Counter(rows[0].kind for rows in docket.batches)
    if len(n) < 2 and here is None:
        return ()
    made = [
        (_ABOUT[kind], n[kind], there.having(about=kind, done=None).url() + "#latest", kind == here)
        for kind in KINDS
        if n[kind]
    ]
    return (("All", len(docket.batches), there.having(about=None, done=None).url() + "#latest", here is None), *made)


def _ledger(docket: Docket, query: Query, tell: Telling) -> Ledger:
    # Nothing is shown as recorded that the journal does not hold: what stands there is on the disk.
    said = docket.batch(query.get("said") or "")
    return Ledger(
        said=tell.of(said) if said else None,
        n_held=query.number("held", 0, SIZE) if said else 0,
        carried=docket.carried,
        held=tell.of([docket.carried.held]) if docket.carried and docket.carried.held else None,
        latest=tuple(tell.of(batch) for batch in _listed(docket, query)),
        pager=_done_pager(docket, query),
        kinds=_kinds(docket, query),
        stale=tuple(tell.of([row]) for row in docket.stale[:MOST_SHOWN]),
        n_stale=len(docket.stale),
        n_waiting=docket.n_waiting,
        who=docket.who,
        off=docket.off,
        token=docket.token,
        seen=docket.seen,
        last=docket.last.removeprefix("b2:")[:16],
        running=docket.running,
        failed=docket.failed,
    )


def _standing(
    totals: Mapping[str, Any], query: Query, found: Sequence[Question], turn: _Round, docket: Docket
) -> Standing:
    n_open = sum(one.subject not in docket.live for one in found)
    following = turn.next
    return Standing(
        comb=comb(len(docket.live), n_open),
        n_answered=len(docket.live),
        n_open=n_open,
        n_skipped=turn.n_skipped,
        again_url=_away(query, after=None).url(),
        n_left_out=max(0, sum(totals.get(f"ask_{name}") or 0 for name in ASKS) - len(found)),
        is_round_over=bool(turn.after and following and following.place <= turn.after and not query.get("q")),
    )


def _current(query: Query, found: Sequence[Question], turn: _Round) -> Question | None:
    wanted = query.get("q")
    return next((one for one in found if one.id == wanted), None) if wanted else turn.next


def review(asked: Asked, query: Query, docket: Docket) -> View:
    """The page.

    Args:
        asked: the record.
        query: ``as=table``, ``ask`` a kind of question, ``q`` one question, ``after`` one that was passed over or
            answered, ``said`` the start of a batch that was just recorded, ``page``; of the list of decisions
            ``about`` a kind of row and ``done`` its page.
        docket: what was decided, and who looks.

    Raises:
        UsageError: the address asks for something that there cannot be.
    """
    totals, found = totals_of(asked), [question_of(row) for row in asked.ask("review_all")]
    if (mode := query.get("as") or "one") not in ("one", "table"):
        raise UsageError(f"as={mode[:40]} is no way to show questions; there are one and table")
    is_table, query = mode == "table", _table_query(query, found, docket)
    turn = _round(query, found, docket)
    current = None if is_table else _current(query, found, turn)
    here = docket.live.get(current.subject) if current else None
    tell = _telling(asked, docket, query, here, found)
    shown, total = _shown(turn, query, current, is_table=is_table)
    rows = rows_of(asked, totals, shown, docket.live)
    page = query.get("page")
    content = Review(
        one=_one(asked, totals, query, current, tell.of([here]) if here else None) if current else None,
        rows=rows,
        tabs=_tabs(query, found, docket, is_table=is_table),
        modes=(
            ("One at a time", _away(query, **{"as": None}).url(), not is_table),
            ("As a table", _away(query, **{"as": "table"}, after=None).url(), is_table),
        ),
        standing=_standing(totals, query, found, turn, docket),
        ledger=_ledger(docket, query, tell),
        back=_away(query, page=page).url(),
        pager=pager(_away(query, page=page), len(rows), total, size=SIZE),
        answers=(*_answers(shown), UNSURE) if is_table else (),
        is_table=is_table,
    )
    told = (*(rows_of(asked, totals, [current], docket.live) if current else ()), *rows)
    return View("review.html", "review", "Review", content, partial(_twin, content, query, told, docket), _csv(told))


def _answers(rows: Sequence[Question]) -> tuple[Answer, ...]:
    return rows[0].ask.answers if rows else ()


def _shown(turn: _Round, query: Query, current: Question | None, *, is_table: bool) -> tuple[Sequence[Question], int]:
    """The rows of the table, or those that are next in line; and how many there are."""
    if is_table:
        first = (query.page - 1) * SIZE
        return turn.open[first : first + SIZE], len(turn.open)
    here = current.place if current else 0
    rest = [one for one in turn.open if one.place != here]
    # What comes after it first, then what was passed over.
    rest.sort(key=lambda one: (one.place < here, one.place))
    return rest[:MOST_NEXT], len(rest)


def _twin(content: Review, query: Query, rows: Sequence[Row], docket: Docket) -> Mapping[str, Any]:
    decisions = [row for batch in _listed(docket, query) for row in batch]
    return {
        "is_on": not docket.off,
        "off": docket.off,
        "running": docket.running,
        "n_open": content.standing.n_open,
        "n_answered": content.standing.n_answered,
        "n_skipped": content.standing.n_skipped,
        "n_waiting": docket.n_waiting,
        "n_left_out": content.standing.n_left_out,
        "questions": [plain_question(row) for row in rows],
        "n_batches": content.ledger.pager.total,
        "decisions": [plain(row) for row in decisions],
        "stale": [plain(row) for row in docket.stale[:MOST_SHOWN]],
    }


def _csv(rows: Sequence[Row]) -> Table:
    made = []
    for row in rows:
        flat = plain_question(row)
        decided = flat["decided"] or {"verdict": None, "who": None, "at": None}
        flat |= {"decided": decided["verdict"], "who": decided["who"], "at": decided["at"]}
        made.append(tuple(flat[name] for name in _COLUMNS))
    return Table(_COLUMNS, made)
