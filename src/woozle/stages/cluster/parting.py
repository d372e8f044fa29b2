"""Groups the links of a pile. A large one is cut into parts that no claim reaches across, each grouped by itself."""

from dataclasses import dataclass
from functools import partial

from woozle.stages.cluster.grouping import Bond, Homed, group
from woozle.stages.cluster.pairs import Alone, Link
from woozle.stages.cluster.wordings import Placed
from woozle.step import Engine, Table

#: Up to so many links are grouped in one go.
ONE_GO = 200_000


@dataclass(frozen=True, slots=True)
class Grouped:
    """A statement (``id``) in its claim, and its best link there.

    ``first_id``: the claim's earliest statement; ``score``: hundredths of log-odds, None where the statement is alone.
    """

    id: str
    first_id: str
    score: int | None
    because: str
    words: str


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


_BONDS = """
WITH own AS (
  SELECT p.number AS number, row_number() OVER (ORDER BY s."order", s.id) AS place,
         min(p.number) OVER (PARTITION BY s.words) AS text
  FROM said s JOIN placed p ON p.id = s.id
)
SELECT number AS one, number AS other, 0 AS score, false AS is_copy, false AS is_clash, place, text, 0 AS part FROM own
UNION ALL
SELECT one, other, score, is_copy, clash IS NOT NULL AS is_clash, 0 AS place, 0 AS text, 0 AS part FROM links
"""
# Two groups are joined only if they fit on average, so no claim reaches across links that are all worse than that.
_EDGES = """
SELECT one, other FROM bonds WHERE one <> other AND (is_copy OR score >= {least})
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
# The difference, for of two that are equal the planner may first join every statement with all others of its part. One
# claim of 40,000 statements filled a disk in that way.
_PARTED = """
SELECT b.one AS one, b.other AS other, b.score AS score, b.is_copy AS is_copy, b.is_clash AS is_clash,
       b.place AS place, b.text AS text, l.label AS part
FROM bonds b JOIN labels l ON l.number = b.one JOIN labels r ON r.number = b.other WHERE l.label - r.label = 0
"""
# Of two links that are equally good the one between the smaller ids. The difference here too, see _PARTED.
_GROUPED = """
WITH inside AS (
  SELECT k.one AS one, k.other AS other, k.score AS score, k.because AS because, k.words AS words
  FROM links k JOIN homed a ON a.number = k.one JOIN homed b ON b.number = k.other
  WHERE k.clash IS NULL AND a.claim - b.claim = 0
), sided AS (
  SELECT one AS number, i.* FROM inside i UNION ALL SELECT other AS number, i.* FROM inside i
), ranked AS (
  SELECT number, score, because, words, row_number() OVER (PARTITION BY number ORDER BY score DESC, one, other) AS place
  FROM sided
)
SELECT p.id AS id, c.id AS first_id, r.score AS score, coalesce(r.because, 'alone') AS because,
       coalesce(r.words, '') AS words
FROM homed h JOIN placed p ON p.number = h.number JOIN placed c ON c.number = h.claim
LEFT JOIN ranked r ON r.number = h.number AND r.place = 1
"""


def find_groups(
    engine: Engine, links: Table[Link], said: Table[Alone], placed: Table[Placed], least_mean: int
) -> Table[Grouped]:
    """The claim of every statement; cut into parts or not, the same.

    Args:
        engine: the verbs.
        links: of the statements.
        said: all statements, those without a link too.
        placed: their numbers.
        least_mean: see `grouping.group`.
    """
    bonds = engine.keep(engine.sql(_BONDS, Bond, links=links, said=said, placed=placed))
    if engine.count(bonds) > ONE_GO:
        labels = find_parts(engine, bonds, placed, least_mean)
        bonds = engine.sql(_PARTED, Bond, bonds=bonds, labels=labels)
    function = partial(group, least_mean=least_mean)
    homed = engine.map_groups(bonds, ("part",), function, Homed, order=("one", "other"))
    return engine.sql(_GROUPED, Grouped, homed=engine.keep(homed), placed=placed, links=links)


def find_parts(engine: Engine, bonds: Table[Bond], placed: Table[Placed], least_mean: int) -> Table[Label]:
    """The part of every statement."""
    edges = engine.keep(engine.sql(_EDGES.format(least=least_mean), Edge, bonds=bonds))
    labels = engine.sql(_EACH, Label, placed=placed)
    while engine.count(edges):
        closer = engine.keep(engine.sql(_CLOSER, Label, edges=edges))
        labels = engine.keep(engine.sql(_TAKEN, Label, labels=labels, closer=closer))
        edges = engine.keep(engine.sql(_ROUND, Edge, edges=edges, closer=closer))
    return labels
