"""Which statements are worth comparing: those with a rare word in common, and those in a passage two reports share."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from woozle.model.records import Derivation
from woozle.stages.cluster.nearest import Couple, meet, points
from woozle.stages.cluster.statements import NEGATED, Statement
from woozle.step import Engine, Table
from woozle.toolbox.link.copied import COPIED, Copied, Stretch, stretches


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement. ``is_near``: it stands around the statement, not in it."""

    id: str
    document_id: str
    word: str
    is_near: bool


@dataclass(frozen=True, slots=True)
class WordCount:
    """In how many documents, and in how many of all statements, a word stands."""

    word: str
    documents: int
    statements: int
    total: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What it says of two statements that both have a word, in hundredths."""

    word: str
    documents: int
    weight: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Two documents of which one was made from the other, in the order of their ids."""

    left_document: str
    right_document: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements to compare, by id, the smaller first, with what is needed to compare them.

    ``overlap``: per thousand, how far the two take up the same part of a passage; 0 where they share none.
    ``meaning``: how alike they are in meaning, in thousandths; None where that is not known.
    """

    left_id: str
    right_id: str
    overlap: int
    passage: str | None
    is_kin: bool
    meaning: int | None


#: Weight of a word that every document has. In a pile on one story the names and things of the story are in most
#: reports, and still two statements that share none of them are not of one matter.
BASE = 20
#: Weight of a negation: common as it is, it turns what is said.
NEGATION = 60


def weigh(rows: Sequence[WordCount]) -> Iterable[Weight]:
    """Inverse frequency over statements: in a pile on one matter every report has its words, not every statement."""
    for row in rows:
        value = math.log((row.total + 1) / (row.statements + 0.5)) / math.log(row.total + 1)
        yield Weight(
            row.word, row.documents, NEGATION if row.word == NEGATED else BASE + round((100 - BASE) * max(0.0, value))
        )


def words(rows: Sequence[Statement]) -> Iterable[Word]:
    """Every word in and around each statement."""
    for row in rows:
        yield from (Word(row.id, row.document_id, word, False) for word in row.words)
        yield from (Word(row.id, row.document_id, word, True) for word in row.near)


def kin(rows: Sequence[Derivation]) -> Iterable[Kin]:
    """Pairs of documents of the pile, one made from the other."""
    for row in rows:
        if row.parent_document_id is not None:
            yield Kin(*sorted((row.child_document_id, row.parent_document_id)))


_COUNTS = """
WITH total AS (SELECT count(DISTINCT id) AS n FROM words)
SELECT w.word AS word, count(DISTINCT w.document_id) AS documents, count(DISTINCT w.id) AS statements,
       max(total.n) AS total
FROM words w, total WHERE NOT w.is_near GROUP BY w.word
"""

# Statements that share a word of at most {cap} documents. Pairs of one report are compared too: headline and body.
_BLOCKED = """
WITH rare AS (
  SELECT w.id AS id, w.word AS word FROM words w JOIN weights g ON g.word = w.word
  WHERE NOT w.is_near AND g.documents <= {cap} AND w.word <> '!'
)
SELECT l.id AS left_id, r.id AS right_id, 0 AS overlap, NULL AS passage, NULL AS meaning
FROM rare l JOIN rare r ON l.word = r.word AND l.id < r.id
GROUP BY l.id, r.id
"""

_COUPLES = """
WITH every AS (SELECT left_id, right_id, overlap, passage FROM blocked
               UNION ALL SELECT left_id, right_id, overlap, passage FROM copied)
SELECT left_id, right_id, max(overlap) AS overlap, min(passage) AS passage, NULL AS meaning
FROM every GROUP BY left_id, right_id
"""

_CANDIDATES = """
WITH kindred AS (SELECT DISTINCT left_document, right_document FROM kin)
SELECT p.left_id AS left_id, p.right_id AS right_id, p.overlap AS overlap, p.passage AS passage,
       k.left_document IS NOT NULL AS is_kin, p.meaning AS meaning
FROM couples p JOIN statements l ON l.id = p.left_id JOIN statements r ON r.id = p.right_id
LEFT JOIN kindred k ON k.left_document = least(l.document_id, r.document_id)
                   AND k.right_document = greatest(l.document_id, r.document_id)
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The words of statements and what they weigh."""

    words: Table[Word]
    weights: Table[Weight]


def find_weights(engine: Engine, spoken: Table[Word]) -> Table[Weight]:
    """How much each word says, over all documents."""
    return engine.map(engine.sql(_COUNTS, WordCount, words=spoken), weigh, Weight)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far meaning brings statements together.

    Attributes:
        statements: more statements than this are not held against each other.
        nearest: how many others a statement brings along.
        least: thousandths below which two are not brought together.
    """

    statements: int
    nearest: int
    least: int


def find_candidates(
    engine: Engine, said: Table[Statement], weighed: Weighed, tables: dict[str, Table[Any]], reach: Reach
) -> Table[Candidate]:
    """Pairs to compare; never all of them.

    Args:
        engine: the verbs.
        said: all statements.
        weighed: their words, and what these weigh.
        tables: ``passages`` and ``derivations``.
        reach: how far meaning brings statements together.
    """
    query = _BLOCKED.format(cap=LARGEST_BLOCK)
    blocked = engine.sql(query, Couple, words=weighed.words, weights=weighed.weights)
    flat = engine.map(tables["passages"], stretches, Stretch)
    copied = engine.sql(COPIED, Copied, stretches=flat, statements=said)
    couples = engine.keep(engine.sql(_COUPLES, Couple, blocked=blocked, copied=copied))
    if engine.count(said) <= reach.statements:
        function = partial(meet, nearest=reach.nearest, least=reach.least)
        couples = engine.map_groups(points(engine, said, couples), (), function, Couple, order=("left_id", "right_id"))
    related = engine.map(tables["derivations"], kin, Kin)
    return engine.sql(_CANDIDATES, Candidate, couples=couples, statements=said, kin=related)


#: A word that stands in more documents brings no pair together by itself.
LARGEST_BLOCK = 60
