"""Which statements are worth comparing: those with a rare word in common, those near in meaning, and those of a copy.

In a large pile each wording is compared once. Its earliest statement meets a bounded number of other wordings, those
with which it shares most; the others of that wording meet it, what they were copied from, and what the report says that
theirs was made from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.records import Derivation
from woozle.stages.cluster.nearest import Couple, Near, meet_by_meaning
from woozle.stages.cluster.statements import Statement
from woozle.stages.cluster.wordings import Wordings
from woozle.step import Engine, Table
from woozle.toolbox.link.copied import COPIED, Copied, Stretch, stretches


@dataclass(frozen=True, slots=True)
class Kin:
    """Two documents of which one was made from the other, in the order of their ids."""

    left_document: str
    right_document: str


@dataclass(frozen=True, slots=True)
class Kindred:
    """The texts of two reports of which one was made from the other, by hash, in order."""

    left_report: str
    right_report: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements to compare, by number, the smaller first, with all that depends on which two they are.

    ``overlap``: per thousand, how far the two take up the same part of a passage; 0 where they share none.
    ``meaning``: how alike they are in meaning, in thousandths; None where that is not known.
    ``is_kin``: one's report was made from the other's.
    """

    left_number: int
    right_number: int
    left_wording: int
    right_wording: int
    overlap: int
    passage: str | None
    is_kin: bool
    is_one_report: bool
    meaning: int | None


@dataclass(frozen=True, slots=True)
class Met:
    """Two wordings to compare, the smaller number first."""

    left_number: int
    right_number: int


def kin(rows: Sequence[Derivation]) -> Iterable[Kin]:
    """Pairs of documents of the pile, one made from the other."""
    for row in rows:
        if row.parent_document_id is not None:
            yield Kin(*sorted((row.child_document_id, row.parent_document_id)))


# Statements that share a word of at most {cap} documents. Pairs of one report are compared too: headline and body.
_BLOCKED = """
WITH rare AS (
  SELECT p.number AS number, w.word AS word FROM words w JOIN weights g ON g.word = w.word
  JOIN placed p ON p.wording = w.wording
  WHERE NOT w.is_near AND g.documents <= {cap} AND w.word <> '!'
)
SELECT l.number AS left_number, r.number AS right_number, 0 AS overlap, NULL AS passage, NULL AS meaning
FROM rare l JOIN rare r ON l.word = r.word AND l.number < r.number
GROUP BY l.number, r.number
"""
# The same for wordings alone, and of each only the {nearest} with which it shares most.
_MET = """
WITH rare AS (
  SELECT w.wording AS number, w.word AS word, g.weight AS weight FROM words w JOIN weights g ON g.word = w.word
  WHERE NOT w.is_near AND g.documents <= {cap} AND w.word <> '!'
), pairs AS (
  SELECT l.number AS one, r.number AS other, sum(l.weight) AS shared
  FROM rare l JOIN rare r ON l.word = r.word AND l.number < r.number GROUP BY l.number, r.number
), sides AS (
  SELECT one, other, shared FROM pairs UNION ALL SELECT other AS one, one AS other, shared FROM pairs
), ranked AS (
  SELECT one, other, row_number() OVER (PARTITION BY one ORDER BY shared DESC, other) AS place FROM sides
)
SELECT DISTINCT least(one, other) AS left_number, greatest(one, other) AS right_number
FROM ranked WHERE place <= {nearest}
"""
# Wordings that met, each statement with the earliest in the same words, and statements of a report and of the one that
# it was made from, if their wordings met.
_SPARED = """
WITH said AS (
  SELECT k.left_document AS document_id, a.number AS number, a.wording AS wording, k.right_document AS other
  FROM kindred k JOIN placed a ON a.document_id = k.left_document
), every AS (
  SELECT left_number, right_number FROM met
  UNION ALL SELECT least(number, wording), greatest(number, wording) FROM placed WHERE NOT is_first
  UNION ALL SELECT least(s.number, b.number), greatest(s.number, b.number)
  FROM said s JOIN placed b ON b.document_id = s.other
  JOIN met m ON m.left_number = least(s.wording, b.wording) AND m.right_number = greatest(s.wording, b.wording)
)
SELECT DISTINCT left_number, right_number, 0 AS overlap, NULL AS passage, NULL AS meaning FROM every
"""
_COUPLES = """
WITH shared AS (
  SELECT least(l.number, r.number) AS left_number, greatest(l.number, r.number) AS right_number, c.overlap AS overlap,
         c.passage AS passage
  FROM copied c JOIN placed l ON l.id = c.left_id JOIN placed r ON r.id = c.right_id
), every AS (
  SELECT left_number, right_number, overlap, passage FROM blocked
  UNION ALL SELECT left_number, right_number, overlap, passage FROM shared
)
SELECT left_number, right_number, max(overlap) AS overlap, min(passage) AS passage, NULL AS meaning
FROM every GROUP BY left_number, right_number
"""
_CANDIDATES = """
SELECT c.left_number AS left_number, c.right_number AS right_number, l.wording AS left_wording,
       r.wording AS right_wording, c.overlap AS overlap, c.passage AS passage,
       k.left_report IS NOT NULL AS is_kin, l.document_id = r.document_id AS is_one_report, c.meaning AS meaning
FROM couples c JOIN placed l ON l.number = c.left_number JOIN placed r ON r.number = c.right_number
LEFT JOIN kindred k ON k.left_report = least(l.report, r.report) AND k.right_report = greatest(l.report, r.report)
"""
_KIN = "SELECT DISTINCT left_document, right_document FROM kin"
# Of reports that are the same word for word any one may be taken for the parent.
_KINDRED = """
WITH reports AS (SELECT DISTINCT document_id, report FROM placed)
SELECT DISTINCT least(l.report, r.report) AS left_report, greatest(l.report, r.report) AS right_report
FROM kin k JOIN reports l ON l.document_id = k.left_document JOIN reports r ON r.document_id = k.right_document
WHERE l.report <> r.report
"""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far statements are brought together.

    Attributes:
        pairs: of a pile of more statements than that, each wording is compared once.
        meaning: a pile of more statements than that is compared by words alone.
        nearest: how many others a statement brings along for its meaning; in a large pile a wording for its words too.
        least: thousandths of likeness in meaning below which two are not brought together.
    """

    pairs: int
    meaning: int
    nearest: int
    least: int


def find_candidates(
    engine: Engine, said: Table[Statement], wordings: Wordings, tables: dict[str, Table[Any]], reach: Reach
) -> Table[Candidate]:
    """Pairs to compare; never all of them.

    Args:
        engine: the verbs.
        said: all statements.
        wordings: what they say.
        tables: ``passages`` and ``derivations``.
        reach: how far they are brought together.
    """
    placed = wordings.placed
    related = engine.keep(engine.sql(_KIN, Kin, kin=engine.map(tables["derivations"], kin, Kin)))
    kindred = engine.sql(_KINDRED, Kindred, kin=related, placed=placed)
    size = engine.count(said)
    blocked = _spared(engine, wordings, related, reach) if size > reach.pairs else _blocked(engine, wordings)
    flat = engine.map(tables["passages"], stretches, Stretch)
    copied = engine.sql(COPIED, Copied, stretches=flat, statements=said)
    couples = engine.keep(engine.sql(_COUPLES, Couple, blocked=blocked, copied=copied, placed=placed))
    if size <= reach.meaning:
        couples = meet_by_meaning(engine, said, placed, couples, Near(reach.nearest, reach.least))
    return engine.sql(_CANDIDATES, Candidate, couples=couples, placed=placed, kindred=kindred)


def _blocked(engine: Engine, wordings: Wordings) -> Table[Couple]:
    query = _BLOCKED.format(cap=LARGEST_BLOCK)
    return engine.sql(query, Couple, words=wordings.words, weights=wordings.weights, placed=wordings.placed)


def _spared(engine: Engine, wordings: Wordings, related: Table[Kin], reach: Reach) -> Table[Couple]:
    """The pairs of a large pile, none of a wording with one that it shares little with."""
    query = _MET.format(cap=LARGEST_BLOCK, nearest=reach.nearest)
    met = engine.keep(engine.sql(query, Met, words=wordings.words, weights=wordings.weights))
    return engine.sql(_SPARED, Couple, met=met, placed=wordings.placed, kindred=related)


#: A word that stands in more documents brings no pair together by itself.
LARGEST_BLOCK = 60
