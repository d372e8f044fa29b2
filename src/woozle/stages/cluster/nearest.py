"""Statements near each other in meaning, whatever their words: a direction for each, and its nearest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.step import Engine, Table
from woozle.toolbox.meaning.directions import direction_of, likeness, nearest_of, read_directions


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of statements, once however many say them so."""

    text: str


@dataclass(frozen=True, slots=True)
class Directed:
    """What some words mean, as a direction; see `toolbox.meaning.directions`."""

    text: str
    direction: str


@dataclass(frozen=True, slots=True)
class Couple:
    """Two statements to compare, by id, the smaller first, and how they met.

    ``overlap``: per thousand, how far the two take up the same part of a passage; 0 where they share none.
    ``meaning``: how alike they are in meaning, in thousandths; None where nobody asked.
    """

    left_id: str
    right_id: str
    overlap: int
    passage: str | None
    meaning: int | None


@dataclass(frozen=True, slots=True)
class Point:
    """A statement (``left_id``, ``right_id`` empty) with its direction, or a couple that words or copies brought.

    ``order``: rank of the statement, earlier reports first; empty for a couple.
    """

    left_id: str
    right_id: str
    overlap: int
    passage: str | None
    direction: str | None
    order: str


def directed(rows: Sequence[Wording]) -> Iterable[Directed]:
    """What each wording means."""
    return (Directed(row.text, direction_of(" ".join(row.text.split()))) for row in rows)


def meet(rows: Sequence[Point], *, nearest: int, least: int) -> Iterable[Couple]:
    """All couples with their likeness in meaning: those that are given, and each statement with its nearest.

    Statements in the same words are one here, the earliest of them: however many copies there are, each statement
    meets as many that say it differently.

    Args:
        rows: the points, statements and couples in any order.
        nearest: how many other wordings a statement brings along.
        least: thousandths below which two are not brought together by meaning.
    """
    alike: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: (row.order, row.left_id)):
        if row.direction is not None:
            alike.setdefault(row.direction, []).append(row.left_id)
    if not alike:
        return
    written = sorted(alike)
    directions = read_directions(written)
    found = {(row.left_id, row.right_id): row for row in rows if row.direction is None}
    for key in _brought(written, alike, nearest_of(directions, nearest, least)):
        found.setdefault(key, Point(*key, 0, None, None, ""))
    at = {name: number for number, direction in enumerate(written) for name in alike[direction]}
    keys = sorted(found)
    meanings = likeness(directions, [at[key[0]] for key in keys], [at[key[1]] for key in keys])
    for key, meaning in zip(keys, meanings, strict=True):
        yield Couple(*key, found[key].overlap, found[key].passage, meaning)


def _brought(
    written: Sequence[str], alike: Mapping[str, Sequence[str]], near: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Couples by id: every statement with the earliest in the same words, and with the earliest in near ones."""
    together = [*((number, number) for number in range(len(written))), *near]
    for left, right in together:
        ones, others = alike[written[left]], alike[written[right]]
        for one, other in [*((one, others[0]) for one in ones), *((ones[0], other) for other in others)]:
            if one != other:
                yield min(one, other), max(one, other)


_DISTINCT = "SELECT DISTINCT text FROM statements"
_POINTS = """
SELECT s.id AS left_id, '' AS right_id, 0 AS overlap, NULL AS passage, d.direction AS direction,
       coalesce(s.day, '9999') || ' ' || s.document_id || ' ' || lpad(CAST(s.start AS VARCHAR), 9, '0') AS "order"
FROM statements s JOIN directed d ON d.text = s.text
UNION ALL
SELECT left_id, right_id, overlap, passage, NULL AS direction, '' AS "order" FROM couples
"""


def points(engine: Engine, statements: Table[Any], couples: Table[Couple]) -> Table[Point]:
    """Statements with their directions, and the couples there are, as rows of one table."""
    wordings = engine.sql(_DISTINCT, Wording, statements=statements)
    known = engine.map(wordings, directed, Directed)
    return engine.sql(_POINTS, Point, statements=statements, directed=known, couples=couples)
