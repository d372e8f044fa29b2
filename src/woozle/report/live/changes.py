"""What a run left otherwise than the run before it: reports, claims with their numbers, conflicts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.errors import UsageError
from woozle.model.arrow import plain
from woozle.model.runs import CHANGES, Change, Numbers, Run
from woozle.report.links import tail
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.runs import Past, changed_words, changes_url, when_words
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.words import CONFLICT, NO_OUTLET, plain_kind, three_numbers

#: Changes of one kind on its own page, and of each where all kinds stand on one page.
SIZE, EACH = 50, 10
#: Other claims that are named beside one, such as those that it was split from.
_MOST_OTHERS = 6
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "reports_added": "Reports added",
        "reports_gone": "Reports gone",
        "claims_changed": "Claims with other numbers",
        "claims_new": "New claims",
        "claims_gone": "Claims gone",
        "conflicts_new": "New conflicts",
        "conflicts_gone": "Conflicts gone",
    }
)
_COLUMNS = (
    "change",
    "id",
    "text",
    "before",
    "after",
    "old_id",
    "others",
    "input",
    "outlet",
    "kind",
    "left_claim_id",
    "right_claim_id",
    "right",
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of reports, and where they lead; an address is empty where the record that is shown lacks the row."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One change. ``said``: the title of a report, a claim, the two sides of a conflict; ``words`` and ``note`` ours.

    ``others``: the addresses of claims that hold statements of it.
    """

    said: tuple[Said, ...]
    words: str
    note: str
    others: tuple[str, ...]
    n_others: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some changes of one kind. ``url`` leads to all of them; empty where these are all."""

    kind: str
    words: str
    n: int
    rows: tuple[Row, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Since:
    """What a run changed: against which run before it, in words, and part by part."""

    number: int
    when: str
    before: str
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that the page shows. ``runs``: number, when, address, and whether it is the one that is shown."""

    since: Since | None
    fault: str
    runs: tuple[tuple[int, str, str, bool], ...]
    kinds: tuple[tuple[str, int, str, bool], ...]
    pager: Pager | None


@dataclass(frozen=True)
class _Read:
    """Changes of a run as they were kept, kind by kind."""

    run: Run
    rows: Mapping[str, Sequence[Change]]

    def ids(self) -> list[str]:
        """Ids of the claims and reports that they name."""
        found = list[str]()
        for row in (row for rows in self.rows.values() for row in rows):
            if row.report:
                found.append(row.report.id)
            if row.claim:
                found += [row.claim.id, *row.claim.others[:_MOST_OTHERS]]
            if row.conflict:
                found += [row.conflict.left_claim_id, row.conflict.right_claim_id]
        return found


def _read(past: Past, run: Run, kinds: Sequence[str], first: int, n: int) -> _Read:
    return _Read(run, {kind: past.changes(run, kind, first, n) for kind in kinds})


def _numbers(found: Numbers | None) -> str:
    return three_numbers(found.reports, found.outlets, found.voices) if found else ""


def _row(change: Change, link: Callable[[str, str], str]) -> Row:
    if report := change.report:
        title = report.title or "Without a title"
        return Row((Said(title, link("report", report.id)),), report.outlet or NO_OUTLET, report.input, (), 0)
    if claim := change.claim:
        said, others = (Said(claim.text, link("claim", claim.id)),), claim.others[:_MOST_OTHERS]
        numbers = " → ".join(filter(None, (_numbers(claim.before), _numbers(claim.after))))
        note = ("Split from" if claim.before is None else "Now in") if others else ""
        links = tuple(filter(None, (link("claim", other) for other in others)))
        return Row(said, numbers, note, links, len(claim.others))
    clash = change.conflict
    if clash is None:
        raise ValueError(f"a change of the kind {change.kind} names no row")
    pair = ((clash.left, clash.left_claim_id), (clash.right, clash.right_claim_id))
    sides = tuple(Said(text, link("claim", claim_id)) for text, claim_id in pair)
    return Row(sides, plain_kind(clash.kind, CONFLICT), "", (), 0)


def _parts(asked: Asked, read: _Read, *, shown: int) -> tuple[Part, ...]:
    known = {row_id for (row_id,) in asked.ask("known_ids", ids=sorted(set(read.ids())))}

    def link(view: str, row_id: str) -> str:
        return f"/{view}/{tail(row_id)}" if row_id in known else ""

    parts = []
    for kind, rows in read.rows.items():
        n = getattr(read.run.changes, kind)
        url = Query("/changes", {"run": str(read.run.number), "kind": kind}).url() if n > shown else ""
        if n:
            parts.append(Part(kind, _WORDS[kind], n, tuple(_row(row, link) for row in rows), url))
    return tuple(parts)


def _before(past: Past, run: Run) -> Run | None:
    return next((one for one in past.runs if one.number == run.number - 1), None)


def _since(asked: Asked, past: Past, read: _Read, *, shown: int) -> Since:
    run = read.run
    before = _before(past, run)
    return Since(
        number=run.number,
        when=when_words(run.at),
        before=when_words(before.at) if before else "",
        words=changed_words(run),
        parts=_parts(asked, read, shown=shown),
        url=changes_url(run),
        is_shown=run.id == asked.generation,
    )


def _twin(past: Past, read: _Read) -> Mapping[str, Any]:
    """As ``woozle diff --json`` tells it, with ``n`` of each kind beside the rows that are here."""
    before = _before(past, read.run)
    rows = {kind: [plain(getattr(row, CHANGES[kind])) for row in found] for kind, found in read.rows.items()}
    return {"old": plain(before), "new": plain(read.run), "n": plain(read.run.changes), **rows}


def since_last(asked: Asked, past: Past, *, shown: int) -> tuple[Since | None, Mapping[str, Any] | None]:
    """What the last run changed, for the page and for programs; None where there was none before it.

    Args:
        asked: the record.
        past: the runs.
        shown: so many changes of each kind.

    Raises:
        CaseError: the file of the run is damaged.
    """
    run = past.runs[-1] if past.runs else None
    if run is None or run.changes is None:
        return None, None
    read = _read(past, run, list(CHANGES), 0, shown)
    return _since(asked, past, read, shown=shown), _twin(past, read)


def _chosen(query: Query, past: Past) -> Run | None:
    known = {str(run.number): run for run in past.runs}
    name = query.get("run") or (str(past.runs[-1].number) if past.runs else "")
    if name and name not in known:
        raise UsageError(f"run={name[:40]} is no run that is remembered; there are {', '.join(known) or 'none'}")
    return known.get(name)


def changes(asked: Asked, query: Query, past: Past) -> View:
    """The view.

    Args:
        asked: the record.
        query: ``run`` the number of a run, the last if it is left out; ``kind`` of changes, ``page``.
        past: the runs.

    Raises:
        UsageError: the address asks for something that there cannot be.
        CaseError: the file of the run is damaged.
    """
    run, kind, first = _chosen(query, past), query.get("kind"), (query.page - 1) * SIZE
    if kind is not None and kind not in CHANGES:
        raise UsageError(f"kind={kind[:40]} is no kind of change; there are {', '.join(CHANGES)}")
    here = tuple((one.number, when_words(one.at), changes_url(one), one is run) for one in reversed(past.runs))
    if run is None or run.changes is None:
        content = Changes(None, past.fault, here, (), None)
        return View("changes.html", "coverage", "Changes", content, {"old": None, "new": plain(run)}, _table({}))
    read = _read(past, run, [kind], first, SIZE) if kind else _read(past, run, list(CHANGES), 0, EACH)
    content = Changes(
        since=_since(asked, past, read, shown=SIZE if kind else EACH),
        fault="",
        runs=here,
        kinds=_kinds(query, run),
        pager=pager(query, len(read.rows[kind]), getattr(run.changes, kind), size=SIZE) if kind else None,
    )
    title = f"Changes of run {run.number}"
    return View("changes.html", "coverage", title, content, _twin(past, read), _table(read.rows))


def _kinds(query: Query, run: Run) -> tuple[tuple[str, int, str, bool], ...]:
    """The kinds of changes that a run has, and the first that stands for all."""
    whole, here = query.having(kind=None, run=str(run.number)), query.get("kind")
    n = {name: getattr(run.changes, name) for name in CHANGES}
    made = ((_WORDS[name], n[name], whole.having(kind=name).url(), name == here) for name in CHANGES if n[name])
    return (("All", sum(n.values()), whole.url(), here is None), *made)


def _table(rows: Mapping[str, Sequence[Change]]) -> Table:
    return Table(_COLUMNS, [_flat(row) for found in rows.values() for row in found])


def _flat(row: Change) -> tuple[Any, ...]:
    found: dict[str, Any] = dict.fromkeys(_COLUMNS)
    found |= plain(getattr(row, CHANGES[row.kind]))
    found |= {"change": row.kind, "text": found.pop("title", None) or found["text"] or found.pop("left", None)}
    return tuple(found[name] for name in _COLUMNS)
