"""Cuts the links of a large pile into parts that no claim reaches across, so that each is grouped by itself."""

from dataclasses import dataclass
from functools import partial

from woozle.stages.cluster.grouping import Grouped, group
from woozle.stages.cluster.pairs import Link
from woozle.stages.cluster.wordings import Placed
from woozle.step import Engine, Table

#: Up to so many links are grouped in one go.
ONE_GO = 200_000


@dataclass(frozen=True, slots=True)
class Label:
    """The part of a statement, by number: the smallest number that is known to be in it."""

    number: int
    label: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two statements that may be one claim."""

    one: int
    other: int


# Two groups are joined only if they fit on average, so no claim reaches across links that are all worse than that.
_EDGES = """
SELECT l.number AS one, r.number AS other
FROM links k JOIN placed l ON l.id = k.left_id JOIN placed r ON r.id = k.right_id
WHERE k.left_id <> k.right_id AND (k.is_copy OR k.score >= {least})
"""
_EACH = "SELECT number, number AS label FROM placed"
# Everybody takes the smallest number beside them, then the number that this one has taken.
_CLOSER = """
WITH beside AS (
  SELECT one AS number, other AS label FROM edges
  UNION ALL SELECT other AS number, one AS label FROM edges
), least AS (
  SELECT number, least(number, min(label)) AS label FROM beside GROUP BY number
)
SELECT a.number AS number, b.label AS label FROM least a JOIN least b ON b.number = a.label
"""
# Those of one label are one from now on, so that each round has far fewer edges than the one before.
_ROUND = """
SELECT DISTINCT least(l.label, r.label) AS one, greatest(l.label, r.label) AS other
FROM edges e JOIN closer l ON l.number = e.one JOIN closer r ON r.number = e.other WHERE l.label <> r.label
"""
_TAKEN = """
SELECT l.number AS number, coalesce(c.label, l.label) AS label
FROM labels l LEFT JOIN closer c ON c.number = l.label
"""
# The difference, for of two that are equal the planner would first join every statement with all others of its part.
_PARTED = """
WITH home AS (SELECT p.id AS id, l.label AS label FROM placed p JOIN labels l ON l.number = p.number)
SELECT k.left_id AS left_id, k.right_id AS right_id, k.score AS score, k.is_copy AS is_copy, k.clash AS clash,
       k.conflict AS conflict, k.against AS against, k.because AS because, k.words AS words, k."order" AS "order",
       a.label AS part
FROM links k JOIN home a ON a.id = k.left_id JOIN home b ON b.id = k.right_id WHERE a.label - b.label = 0
"""


def find_groups(engine: Engine, links: Table[Link], placed: Table[Placed], least_mean: int) -> Table[Grouped]:
    """The claim of every statement; cut into parts or not, the same.

    Args:
        engine: the verbs.
        links: of all statements, and a row for each of its own.
        placed: their numbers.
        least_mean: see `grouping.group`.
    """
    function = partial(group, least_mean=least_mean)
    if engine.count(links) <= ONE_GO:
        return engine.map_groups(links, (), function, Grouped, order=("left_id", "right_id"))
    labels = find_parts(engine, links, placed, least_mean)
    parted = engine.sql(_PARTED, Link, links=links, placed=placed, labels=labels)
    return engine.map_groups(parted, ("part",), function, Grouped, order=("left_id", "right_id"))


def find_parts(engine: Engine, links: Table[Link], placed: Table[Placed], least_mean: int) -> Table[Label]:
    """The part of every statement."""
    edges = engine.keep(engine.sql(_EDGES.format(least=least_mean), Edge, links=links, placed=placed))
    labels = engine.sql(_EACH, Label, placed=placed)
    while engine.count(edges):
        closer = engine.keep(engine.sql(_CLOSER, Label, edges=edges))
        labels = engine.keep(engine.sql(_TAKEN, Label, labels=labels, closer=closer))
        edges = engine.keep(engine.sql(_ROUND, Edge, edges=edges, closer=closer))
    return labels
