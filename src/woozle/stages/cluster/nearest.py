"""Statements near each other in meaning, whatever their words: a direction for each, and its nearest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from woozle.stages.cluster.wordings import Placed
from woozle.step import Engine, Lasting, Table
from woozle.toolbox.meaning.directions import around, centred, direction_of, likeness, read_directions
from woozle.toolbox.meaning.encoder import load_centre


@dataclass(frozen=True, slots=True)
class Text:
    """The words of statements, once however many say them so."""

    text: str


@dataclass(frozen=True, slots=True)
class Directed:
    """What some words mean, as a direction; see `toolbox.meaning.directions`."""

    text: str
    direction: str


@dataclass(frozen=True, slots=True)
class Couple:
    """Two statements to compare, by number, the smaller first, and how they met.

    ``overlap``: per thousand, how far the two take up the same part of a passage; 0 where they share none.
    ``meaning``: how alike they are in meaning, in thousandths; None where nobody asked.
    """

    left_number: int
    right_number: int
    overlap: int
    passage: str | None
    meaning: int | None


@dataclass(frozen=True, slots=True)
class Bearing:
    """A statement (``number``) with its direction, and the number of that, in the order of how they are written.

    ``place``: its rank among the statements of that direction, earlier reports first, from 1.
    """

    number: int
    direction: str
    way: int
    place: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Two directions, by number, whose likeness is asked for. The same one twice stands for itself and is written."""

    left: int
    right: int
    direction: str


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two directions are, in thousandths. ``is_near``: their statements are brought together for that."""

    left: int
    right: int
    meaning: int
    is_near: bool


@dataclass(frozen=True, slots=True)
class Near:
    """How many other directions a statement brings along, and the thousandths below which it brings none."""

    nearest: int
    least: int


def directed(rows: Sequence[Text]) -> Iterable[Directed]:
    """What each text means."""
    return (Directed(row.text, direction_of(" ".join(row.text.split()))) for row in rows)


def meet(rows: Sequence[Asked], *, nearest: int, least: int) -> Iterable[Alike]:
    """The likeness of all directions that are asked for, and of each with itself and its nearest.

    Args:
        rows: pairs of directions; each direction, numbered from 1 without a gap, once with itself.
        nearest: how many others a direction brings along.
        least: thousandths below which two are not brought together.
    """
    written = [direction for _, direction in sorted((row.left, row.direction) for row in rows if row.left == row.right)]
    if not written:
        return
    directions = centred(read_directions(written), load_centre())
    found = around(directions, nearest, least)
    near = found.near | {(number, number) for number in range(len(written))}
    pairs = sorted(near | {(row.left - 1, row.right - 1) for row in rows})
    for start in range(0, len(pairs), _ASIDE):
        some = pairs[start : start + _ASIDE]
        meanings = likeness(directions, [left for left, _ in some], [right for _, right in some])
        for (left, right), meaning in zip(some, meanings, strict=True):
            less = 0 if left == right else _LESS * (found.crowds[left] + found.crowds[right]) // 2000
            yield Alike(left + 1, right + 1, meaning - less, (left, right) in near)


#: Pairs that are likened at once.
_ASIDE = 100_000
#: Thousandths of how crowded it is around two statements that are taken off their likeness.
_LESS = 800


_DISTINCT = "SELECT DISTINCT text FROM statements"
_BEARINGS = """
SELECT p.number AS number, d.direction AS direction, dense_rank() OVER (ORDER BY d.direction) AS way,
       row_number() OVER (
         PARTITION BY d.direction ORDER BY coalesce(s.day, '9999'), s.document_id, s.start, s.id) AS place
FROM statements s JOIN directed d ON d.text = s.text JOIN placed p ON p.id = s.id
"""
_ASKED = """
SELECT DISTINCT least(l.way, r.way) AS left, greatest(l.way, r.way) AS right, '' AS direction
FROM couples c JOIN bearings l ON l.number = c.left_number JOIN bearings r ON r.number = c.right_number
WHERE l.way <> r.way
UNION ALL SELECT way AS left, way AS right, direction FROM bearings WHERE place = 1
"""
# Statements in the same words are one here, the earliest of them: however many copies there are, each statement meets
# as many that say it differently.
_MET = """
WITH sides AS (
  SELECT k.left AS one, k.right AS other FROM alike k WHERE k.is_near
  UNION SELECT k.right AS one, k.left AS other FROM alike k WHERE k.is_near
), brought AS (
  SELECT DISTINCT least(a.number, b.number) AS left_number, greatest(a.number, b.number) AS right_number
  FROM sides s JOIN bearings a ON a.way = s.one JOIN bearings b ON b.way = s.other AND b.place = 1
  WHERE a.number <> b.number
), every AS (
  SELECT left_number, right_number, overlap, passage FROM couples
  UNION ALL SELECT left_number, right_number, 0 AS overlap, NULL AS passage
  FROM brought b ANTI JOIN couples c USING (left_number, right_number)
)
SELECT e.left_number AS left_number, e.right_number AS right_number, e.overlap AS overlap, e.passage AS passage,
       k.meaning AS meaning
FROM every e JOIN bearings l ON l.number = e.left_number JOIN bearings r ON r.number = e.right_number
JOIN alike k ON k.left = least(l.way, r.way) AND k.right = greatest(l.way, r.way)
"""


def meet_by_meaning(
    engine: Engine, statements: Table[Any], placed: Table[Placed], couples: Table[Couple], near: Near
) -> Table[Couple]:
    """All couples with their likeness in meaning: those that are given, and each statement with its nearest.

    Args:
        engine: the verbs.
        statements: all of them.
        placed: their numbers.
        couples: what words and copies brought together.
        near: how far meaning brings statements together.
    """
    known = engine.map(engine.sql(_DISTINCT, Text, statements=statements), Lasting(directed), Directed)
    bearings = engine.keep(engine.sql(_BEARINGS, Bearing, statements=statements, directed=known, placed=placed))
    asked = engine.sql(_ASKED, Asked, couples=couples, bearings=bearings)
    function = partial(meet, nearest=near.nearest, least=near.least)
    alike = engine.map_groups(asked, (), function, Alike, order=("left", "right"))
    return engine.sql(_MET, Couple, couples=couples, bearings=bearings, alike=alike)
