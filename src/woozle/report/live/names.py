"""People and groups: every name with its aliases, who is named together, what a name is said to do and to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from woozle.model import records as r
from woozle.model.arrow import plain
from woozle.report.draw_arcs import Named, arcs
from woozle.report.links import tail
from woozle.report.live.address import id_of
from woozle.report.live.claims import listed, plain_claim
from woozle.report.live.query import Pager, Query, pager
from woozle.report.live.slices import totals_of
from woozle.report.live.source import Asked
from woozle.report.live.view import Table, View
from woozle.report.view_row import ClaimRow
from woozle.report.words import count

#: Names on one page; on the line of the drawing; beside one name; aliases that are listed; reports that are looked at.
SIZE, MOST_DRAWN, MOST_BESIDE, MOST_ALIASES, MOST_REPORTS = 60, 24, 16, 24, 400
_MOST_CLAIMS = 20
PEOPLE = ("person", "organisation", "group", "outlet")
_COLUMNS = ("id", "name", "kind", "n_reports", "n_claims", "n_said")


@dataclass(frozen=True, slots=True)
class Row:
    """A name in the list. ``href`` is empty for a name that is protected: nothing may narrow down who it is."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    n_more: int
    href: str
    n_reports: int
    n_claims: int
    n_said: int
    is_protected: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that the list shows. ``kinds``: (words, number, address, whether it is chosen)."""

    rows: tuple[Row, ...]
    kinds: tuple[tuple[str, int, str, bool], ...]
    arcs: tuple[Markup, Markup]
    words: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class OneName:
    """Everything that the page of a name shows."""

    row: Row
    aliases: tuple[str, ...]
    said: tuple[ClaimRow, ...]
    beside: tuple[tuple[str, str, int], ...]
    arcs: tuple[Markup, Markup]
    reports_url: str
    claims_url: str


def _row(entity: r.Entity, counts: Sequence[Any]) -> Row:
    _, _, name, kind, n_reports, n_claims, n_said = counts
    aliases = tuple(alias for alias in entity.aliases if alias != name)
    href = "" if entity.protected else f"/name/{tail(entity.id)}"
    shown = aliases[:MOST_ALIASES]
    more = len(aliases) - len(shown)
    return Row(name, kind, shown, more, href, n_reports, n_claims, n_said, entity.protected)


def _network(asked: Asked) -> tuple[Markup, Markup]:
    """The commonest names and who of them is named together; protected ones are left out."""
    found = asked.ask("names_page", kinds=list(PEOPLE), words=None, limit=MOST_DRAWN * 2, offset=0)
    hidden = {row.id for row in asked.many(r.Entity, [row[0] for row in found]) if row.protected}
    pairs = asked.ask("name_pairs")
    linked = {place for one, other, _ in pairs for place in (one, other)}
    kept = [row for row in found if row[1] in linked and row[0] not in hidden][:MOST_DRAWN]
    place = {row[1]: at for at, row in enumerate(kept)}
    names = [Named(row[2], count(row[4], "report"), f"/name/{tail(row[0])}") for row in kept]
    return arcs(names, [(place[one], place[other], n) for one, other, n in pairs if one in place and other in place])


def _kinds(kind: str | None, known: Sequence[str]) -> list[str]:
    """The kinds that are listed: people and groups where nothing else is chosen."""
    if kind is None:
        return [name for name in known if name in PEOPLE]
    return list(known) if kind == "all" else [kind]


def _choices(query: Query, known: Sequence[tuple[Any, ...]]) -> tuple[tuple[str, int, str, bool], ...]:
    kind = query.get("kind")
    people = sum(n for name, n in known if name in PEOPLE)
    made = [("people and groups", people, query.having(kind=None).url(), kind is None)]
    made += [(name, n, query.having(kind=name).url(), name == kind) for name, n in known]
    return (*made, ("all", sum(n for _, n in known), query.having(kind="all").url(), kind == "all"))


def names(asked: Asked, query: Query) -> View:
    """The list.

    Raises:
        UsageError: the address asks for a page that there cannot be.
    """
    words = (query.get("q") or "")[:100].lower().strip() or None
    kind, known = query.get("kind"), asked.ask("name_kinds")
    fits: Mapping[str, Any] = {"kinds": _kinds(kind, [name for name, _ in known]), "words": words}
    found = asked.ask("names_page", **fits, limit=SIZE, offset=(query.page - 1) * SIZE)
    total = asked.ask("names_count", **fits)[0][0]
    entities = {row.id: row for row in asked.many(r.Entity, [row[0] for row in found])}
    rows = tuple(_row(entities[row[0]], row) for row in found)
    content = Names(
        rows=rows,
        kinds=_choices(query, known),
        arcs=_network(asked) if not query.values else (Markup(""), Markup("")),
        words=query.get("q") or "",
        pager=pager(query, len(rows), total, size=SIZE),
    )
    values = [(row[0], *row[2:]) for row in found]
    plain_rows = [
        dict(zip(_COLUMNS, row, strict=True))
        | {"aliases": list(entities[row[0]].aliases), "protected": entities[row[0]].protected}
        for row in values
    ]
    return View(
        "names.html", "names", "People and groups", content, {"n": total, "names": plain_rows}, Table(_COLUMNS, values)
    )


def name(asked: Asked, row: str, query: Query) -> View | None:
    """A name's page; None if there is no such name, or if it is protected."""
    del query
    entity_id = id_of(asked, "entity_ids", row)
    if entity_id is None:
        return None
    entity = asked.many(r.Entity, [entity_id])[0]
    if entity.protected:
        return None
    made = _row(entity, asked.ask("name_row", id=entity_id)[0])
    found = asked.ask("claims_voiced", id=entity_id, limit=_MOST_CLAIMS)
    said = listed(asked, found, totals_of(asked))
    near = asked.ask("names_beside", id=entity_id, most=MOST_REPORTS, limit=MOST_BESIDE * 2)
    hidden = {one.id for one in asked.many(r.Entity, [one[0] for one in near]) if one.protected}
    near = [one for one in near if one[0] not in hidden][:MOST_BESIDE]
    line = [Named(made.name, count(made.n_reports, "report"), "")]
    line += [Named(one[2], count(one[4], "report"), f"/name/{tail(one[0])}") for one in near]
    content = OneName(
        row=made,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name)[:200],
        said=said.rows,
        beside=tuple((one[2], f"/name/{tail(one[0])}", one[4]) for one in near),
        arcs=arcs(line, [(0, at, one[4]) for at, one in enumerate(near, 1)]),
        reports_url=Query("/reports", {"name": row}).url(),
        claims_url=Query("/claims", {"actor": tail(entity_id), "standing": "all"}).url(),
    )
    twin = {
        "name": plain(entity) | {"n_reports": made.n_reports, "n_claims": made.n_claims, "n_said": made.n_said},
        "said": [plain_claim(claim, said.counted[claim.id]) for claim in said.claims],
        "beside": [{"id": one[0], "name": one[2], "kind": one[3], "reports": one[4]} for one in near],
    }
    return View("one_name.html", "names", entity.name[:80], content, twin)
