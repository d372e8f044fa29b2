"""Likens candidates: two wordings once for each way in which they met, then told of all statements that say so."""

from woozle.stages.cluster.candidates import Candidate
from woozle.stages.cluster.pairs import Likened, Link, liken
from woozle.stages.cluster.sides import SEPARATOR, Pair
from woozle.stages.cluster.wordings import Wordings
from woozle.step import Engine, Table

#: Lists of a wording that stand in a `Pair` as texts.
LISTS = ("words", "figures", "times", "verbs")


def _text(name: str) -> str:
    """A list as a text, in SQL."""
    return f"coalesce(array_to_string({name}, chr({ord(SEPARATOR)})), '') AS {name}"


# Materialised, or a planner joins the words of all wordings with each other first: 50 times as slow at 10,000 reports.
# Words by number: a million reports have 45 million pairs of wordings, each with all words of one of them.
_PAIRS = f"""
WITH ways AS (
  SELECT DISTINCT left_wording, right_wording, overlap, passage, is_kin, is_one_report, meaning FROM candidates
), flat AS (
  SELECT number, is_negated, is_denied, is_retraction, voice, {", ".join(map(_text, LISTS))}
  FROM said
), met AS (
  SELECT DISTINCT left_wording, right_wording FROM ways
), totals AS (
  SELECT wording, sum(weight) AS total FROM weighed WHERE NOT is_near GROUP BY wording
), lefts AS MATERIALIZED (
  SELECT m.left_wording AS left_wording, m.right_wording AS right_wording, l.word AS word, l.is_near AS is_near,
         l.weight AS weight
  FROM met m JOIN weighed l ON l.wording = m.left_wording
), common AS (
  SELECT l.left_wording AS left_wording, l.right_wording AS right_wording,
         sum(CASE WHEN NOT l.is_near AND NOT r.is_near THEN l.weight ELSE 0 END) AS shared,
         sum(CASE WHEN l.is_near <> r.is_near THEN l.weight ELSE 0 END) AS shared_near,
         sum(CASE WHEN l.is_near AND r.is_near THEN l.weight ELSE 0 END) AS shared_around
  FROM lefts l JOIN weighed r ON r.wording = l.right_wording AND r.word = l.word
  GROUP BY l.left_wording, l.right_wording
)
SELECT c.left_wording AS left_wording, c.right_wording AS right_wording,
       l.words AS left_words, r.words AS right_words, l.figures AS left_figures, r.figures AS right_figures,
       l.times AS left_times, r.times AS right_times,
       l.is_negated AS left_negated, r.is_negated AS right_negated,
       l.is_denied AS left_denied, r.is_denied AS right_denied, l.voice AS left_voice, r.voice AS right_voice,
       l.is_retraction AS left_retracts, r.is_retraction AS right_retracts,
       l.verbs AS left_verbs, r.verbs AS right_verbs,
       coalesce(a.total, 0) AS left_total, coalesce(b.total, 0) AS right_total,
       coalesce(m.shared, 0) AS shared, coalesce(m.shared_near, 0) AS shared_near,
       coalesce(m.shared_around, 0) AS shared_around,
       c.overlap AS overlap, c.passage AS passage, c.is_kin AS is_kin, c.is_one_report AS is_one_report,
       c.meaning AS meaning
FROM ways c
JOIN flat l ON l.number = c.left_wording JOIN flat r ON r.number = c.right_wording
LEFT JOIN common m ON m.left_wording = c.left_wording AND m.right_wording = c.right_wording
LEFT JOIN totals a ON a.wording = c.left_wording LEFT JOIN totals b ON b.wording = c.right_wording
"""
# By number: a million reports have 82 million links, and each further join would take their words through the disk.
_LINKS = """
SELECT c.left_number AS one, c.right_number AS other, k.score AS score, k.is_copy AS is_copy, k.clash AS clash,
       k.conflict AS conflict, k.against AS against, k.because AS because, k.words AS words
FROM candidates c
JOIN likened k ON k.left_wording = c.left_wording AND k.right_wording = c.right_wording AND k.overlap = c.overlap
  AND coalesce(k.passage, '') = coalesce(c.passage, '') AND k.is_kin = c.is_kin AND k.is_one_report = c.is_one_report
  AND coalesce(k.meaning, -9999) = coalesce(c.meaning, -9999)
"""


def find_links(engine: Engine, wordings: Wordings, candidates: Table[Candidate]) -> Table[Link]:
    """The links of all candidates that have enough in common.

    Args:
        engine: the verbs.
        wordings: what they say.
        candidates: which of them to compare.
    """
    pairs = engine.sql(
        _PAIRS,
        Pair,
        candidates=candidates,
        said=wordings.said,
        weighed=wordings.weighed,
    )
    likened = engine.map(pairs, liken, Likened)
    return engine.keep(engine.sql(_LINKS, Link, candidates=candidates, likened=likened))
