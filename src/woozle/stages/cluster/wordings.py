"""Wordings: what statements say, each once however many reports say it in the same words, and what its words weigh."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.stages.cluster.statements import NEGATED, Statement
from woozle.step import Engine, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement (``id``) by number, in the order of ids, with the number of the earliest that says it so.

    ``wording``: equal for statements that no comparison can tell apart; ``is_first``: it is that earliest one.
    """

    id: str
    document_id: str
    report: str
    number: int
    wording: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """What the statements of one wording (``number``) have in common; see `Statement` for the fields."""

    number: int
    words: tuple[str, ...]
    near: tuple[str, ...]
    figures: tuple[str, ...]
    times: tuple[str, ...]
    is_negated: bool
    is_denied: bool
    is_retraction: bool
    verbs: tuple[str, ...]
    voice: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a wording. ``is_near``: it stands around the statement, not in it."""

    wording: int
    word: str
    is_near: bool


@dataclass(frozen=True, slots=True)
class WordCount:
    """In how many of all wordings a word stands, and in how many documents that have one of them first.

    ``number``: its place among the words in alphabetical order.
    """

    word: str
    number: int
    documents: int
    wordings: int
    total: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What it says of two statements that both have a word, in hundredths; ``number`` as in `WordCount`."""

    word: str
    number: int
    documents: int
    weight: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word of a wording, by its number, with its weight. ``is_near``: it stands around the statement, not in it."""

    wording: int
    word: int
    is_near: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of a pile: its statements numbered, what each wording says, its words, and what these weigh."""

    placed: Table[Placed]
    said: Table[Wording]
    words: Table[Word]
    weights: Table[Weight]
    weighed: Table[Weighed]


#: Weight of a word that every document has. In a pile on one story the names and things of the story are in most
#: reports, and still two statements that share none of them are not of one matter.
BASE = 20
#: Weight of a negation: common as it is, it turns what is said.
NEGATION = 60

_PLACED = """
WITH ranked AS (
  SELECT id, document_id, report, row_number() OVER (ORDER BY id) AS number, first_value(id) OVER same AS first_id
  FROM statements
  WINDOW same AS (PARTITION BY words, near, figures, times, is_negated, is_denied, is_retraction, verbs, voice, text
                  ORDER BY coalesce(day, '9999'), document_id, start, id)
)
SELECT r.id AS id, r.document_id AS document_id, r.report AS report, r.number AS number, f.number AS wording,
       r.number = f.number AS is_first
FROM ranked r JOIN ranked f ON f.id = r.first_id
"""
_SAID = "SELECT s.*, p.number AS number FROM statements s JOIN placed p ON p.id = s.id WHERE p.is_first"
_WORDS = """
SELECT number AS wording, unnest(words) AS word, FALSE AS is_near FROM said
UNION ALL SELECT number AS wording, unnest(near) AS word, TRUE AS is_near FROM said
"""
# Each wording counts once, in the report that has it first: copies must not make the words of the rest rarer.
_COUNTS = """
WITH total AS (SELECT count(*) AS n FROM said WHERE array_length(words) + array_length(near) > 0),
each AS (SELECT p.document_id AS document_id, unnest(s.words) AS word FROM said s JOIN placed p ON p.number = s.number)
SELECT w.word AS word, row_number() OVER (ORDER BY w.word) AS number, count(DISTINCT w.document_id) AS documents,
       count(*) AS wordings, max(total.n) AS total
FROM each w, total GROUP BY w.word
"""
_WEIGHED = """
SELECT w.wording AS wording, g.number AS word, w.is_near AS is_near, g.weight AS weight
FROM words w JOIN weights g ON g.word = w.word
"""


def weigh(rows: Sequence[WordCount]) -> Iterable[Weight]:
    """Inverse frequency over wordings: in a pile on one matter every report has its words, not every statement."""
    for row in rows:
        value = math.log((row.total + 1) / (row.wordings + 0.5)) / math.log(row.total + 1)
        weight = NEGATION if row.word == NEGATED else BASE + round((100 - BASE) * max(0.0, value))
        yield Weight(row.word, row.number, row.documents, weight)


def find_wordings(engine: Engine, statements: Table[Statement]) -> Wordings:
    """Who says the same in the same words, and how much each word says, over all documents."""
    placed = engine.keep(engine.sql(_PLACED, Placed, statements=statements))
    said = engine.keep(engine.sql(_SAID, Wording, statements=statements, placed=placed))
    words = engine.keep(engine.sql(_WORDS, Word, said=said))
    weights = engine.keep(engine.map(engine.sql(_COUNTS, WordCount, said=said, placed=placed), weigh, Weight))
    weighed = engine.keep(engine.sql(_WEIGHED, Weighed, words=words, weights=weights))
    return Wordings(placed, said, words, weights, weighed)
