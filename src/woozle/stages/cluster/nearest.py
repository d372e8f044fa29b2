"""Statements near each other in meaning, whatever their words: a direction for each, and its nearest."""

from collections.abc import Iterable, Sequence
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
    """A statement (``left_id``, ``right_id`` empty) with its direction, or a couple that words or copies brought."""

    left_id: str
    right_id: str
    overlap: int
    passage: str | None
    direction: str | None


def directed(rows: Sequence[Wording]) -> Iterable[Directed]:
    """What each wording means."""
    return (Directed(row.text, direction_of(" ".join(row.text.split()))) for row in rows)


def meet(rows: Sequence[Point], *, nearest: int, least: int) -> Iterable[Couple]:
    """All couples with their likeness in meaning: those that are given, and each statement with its nearest.

    Args:
        rows: the points, statements and couples in any order.
        nearest: how many others a statement brings along.
        least: thousandths below which two are not brought together by meaning.
    """
    known = sorted((row for row in rows if row.direction is not None), key=lambda row: row.left_id)
    if not known:
        return
    ids = [row.left_id for row in known]
    at = {name: number for number, name in enumerate(ids)}
    directions = read_directions([row.direction or "" for row in known])
    found = {(row.left_id, row.right_id): row for row in rows if row.direction is None}
    for left, right in nearest_of(directions, nearest, least):
        key = (ids[min(left, right)], ids[max(left, right)])
        found.setdefault(key, Point(*key, 0, None, None))
    keys = sorted(found)
    meanings = likeness(directions, [at[key[0]] for key in keys], [at[key[1]] for key in keys])
    for key, meaning in zip(keys, meanings, strict=True):
        yield Couple(*key, found[key].overlap, found[key].passage, meaning)


_DISTINCT = "SELECT DISTINCT text FROM statements"
_POINTS = """
SELECT s.id AS left_id, '' AS right_id, 0 AS overlap, NULL AS passage, d.direction AS direction
FROM statements s JOIN directed d ON d.text = s.text
UNION ALL
SELECT left_id, right_id, overlap, passage, NULL AS direction FROM couples
"""


def points(engine: Engine, statements: Table[Any], couples: Table[Couple]) -> Table[Point]:
    """Statements with their directions, and the couples there are, as rows of one table."""
    wordings = engine.sql(_DISTINCT, Wording, statements=statements)
    known = engine.map(wordings, directed, Directed)
    return engine.sql(_POINTS, Point, statements=statements, directed=known, couples=couples)
