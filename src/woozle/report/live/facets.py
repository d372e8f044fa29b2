"""What claims are filtered by: the values there are, with their counts, and those that are chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.report.dates import iso_day_words
from woozle.report.live.address import id_of
from woozle.report.live.query import Query
from woozle.report.live.source import Asked
from woozle.report.words import CONFLICT_OF, STANCE, plain_kind

#: The order of the groups, and what heads them.
GROUPS = MappingProxyType(
    {
        "voices": "Voices",
        "conflict": "Conflicts",
        "stance": "Stance",
        "day": "First seen",
        "outlet": "Outlet",
        "actor": "Actor",
        "place": "Place",
        "event": "Event",
        "standing": "Stands in",
    }
)
#: Values shown of one kind, and claims that are looked at to count values beside a choice.
MOST_VALUES, MOST_COUNTED = 8, 500
_VOICES = MappingProxyType({"0": "none", "1": "1", "2": "2", "3": "3 or more"})
_STANDING = MappingProxyType({"several": "several reports", "one": "one report", "all": "any number"})


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the number of claims that have it; ``share`` of the group's largest, in units of 0 to 40."""

    label: str
    n: int
    share: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one kind."""

    head: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something chosen, how it is called, and the address without it."""

    key: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen: the numbers of the values, the rarest first, how each is called, and the kinds whose value no
    claim has.
    """

    facets: tuple[int, ...]
    labels: Mapping[str, str]
    unknown: tuple[str, ...]


def worded(kind: str, value: str, label: str, year: int | None) -> str:
    """How a value is called on the page."""
    if kind == "voices":
        return _VOICES.get(value, value)
    if kind == "stance":
        return plain_kind(value, STANCE)
    if kind == "conflict":
        return plain_kind(value, CONFLICT_OF)
    if kind == "day":
        return iso_day_words(value, year)
    if kind == "standing":
        return _STANDING.get(value, value)
    return label.replace("_", " ") if kind == "event" else label


def chosen(asked: Asked, query: Query, year: int | None) -> Chosen:
    """What the address chooses; claims in several reports where it does not say otherwise."""
    facets, labels, unknown = [], {}, []
    wanted = {kind: query.get(kind) for kind in GROUPS}
    wanted["standing"] = wanted["standing"] or "several"
    for kind, value in wanted.items():
        if value is None or (kind, value) == ("standing", "all"):
            continue
        found = asked.ask("facet", kind=kind, value=value)
        if found:
            # Nearly every claim that is looked for stands in several reports, so that comes last.
            facets.append((kind == "standing", found[0][2], found[0][0]))
            labels[kind] = worded(kind, value, found[0][1], year)
        else:
            unknown.append(kind)
            labels[kind] = worded(kind, value, value[:80], year)
    return Chosen(tuple(facet for _, _, facet in sorted(facets)), labels, tuple(unknown))


def choices_of(query: Query, made: Chosen) -> tuple[Choice, ...]:
    """What is chosen, as the page names it."""
    words = [Choice("q", f"words: {query.get('q')}", query.having(q=None).url())] if query.words() else []
    words += [Choice("report", "in one report", query.having(report=None).url())] if query.get("report") else []
    kinds = [
        Choice(kind, f"{GROUPS[kind].lower()}: {label}", query.having(**{kind: None}).url())
        for kind, label in made.labels.items()
        if query.get(kind)
    ]
    return tuple(words + kinds)


def fits_of(asked: Asked, query: Query, made: Chosen) -> dict[str, Any]:
    """The parameters of the questions about claims that fit."""
    report = query.get("report")
    return {
        "facets": list(made.facets),
        "words": query.words(),
        "report": (id_of(asked, "document_ids", report) or "") if report else None,
    }


def _group(kind: str, rows: Sequence[tuple[Any, ...]], query: Query, year: int | None) -> Group:
    most = max((n for *_, n in rows), default=1) or 1
    here = query.get(kind) or ("several" if kind == "standing" else None)
    made = []
    for value, label, n in rows:
        is_chosen = value == here
        away = query.having(**{kind: "all" if kind == "standing" and value == "several" else None})
        url = (away if is_chosen else query.having(**{kind: value})).url()
        made.append(Value(worded(kind, value, label, year), n, max(1, round(40 * n / most)), url, is_chosen))
    return Group(GROUPS[kind], tuple(made))


def _standing(asked: Asked) -> list[tuple[Any, ...]]:
    """Claims in several reports or spoken against, and those in one report; the facets count the former only."""
    totals = dict(asked.ask("totals"))
    n = totals["several"]
    return [("several", "", n), *([("one", "", totals["claims"] - n)] if totals["claims"] > n else [])]


def groups(
    asked: Asked, query: Query, fits: tuple[Sequence[int], Sequence[int]], year: int | None
) -> tuple[Group, ...]:
    """Every group that has values.

    Args:
        asked: the record.
        query: the address, which links lead on from.
        fits: the numbers of the values that are chosen, and the places of the first claims that fit.
        year: the pile's usual year.
    """
    is_plain = not any(query.get(kind) for kind in (*GROUPS, "report")) and query.words() is None
    if is_plain:
        rows = asked.ask("facets", most=MOST_VALUES)
    else:
        facets, places = list(fits[0]), list(fits[1][:MOST_COUNTED])
        rows = asked.ask("claims_facets", facets=facets, places=places, each=MOST_VALUES)
    by_kind: dict[str, list[tuple[Any, ...]]] = {}
    for kind, value, label, n in rows:
        found = by_kind.setdefault(kind, [])
        if len(found) < MOST_VALUES or value == query.get(kind):
            found.append((value, label, n))
    for kind in ("voices", "day"):
        by_kind.get(kind, []).sort()
    by_kind["standing"] = _standing(asked) if is_plain else by_kind.get("standing", [])
    return tuple(_group(kind, by_kind[kind], query, year) for kind in GROUPS if by_kind.get(kind))
