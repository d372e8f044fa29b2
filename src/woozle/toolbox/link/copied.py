"""Which assertions take up the same part of a passage that two documents share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.records import Passage


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage, flat: half-open stretches of two documents."""

    id: str
    kind: str
    left_document: str
    left_start: int
    left_end: int
    right_document: str
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Copied:
    """Two assertions of two documents, the smaller id left. ``overlap``: per thousand, how alike their parts lie.

    ``passage``: the kind of the passage.
    """

    left_id: str
    right_id: str
    overlap: int
    passage: str


def stretches(rows: Sequence[Passage]) -> Iterable[Stretch]:
    """Passages made flat; furniture that many pages share is none.

    Nor is a stretch of many sentences told in other words: where in it a statement stands says little, and the
    sentences that are told again are passages of their own.
    """
    for row in rows:
        if any(reason.feature == "like_words" for reason in row.reasons):
            continue
        if row.kind != "boilerplate" and row.left.start < row.left.end and row.right.start < row.right.end:
            left, right = row.left, row.right
            yield Stretch(
                row.id,
                row.kind,
                left.document_id,
                left.start,
                left.end,
                right.document_id,
                right.start,
                right.end,
            )


#: A query for `Copied` rows over ``stretches`` and ``statements`` (rows with ``id``, ``document_id``, ``start``,
#: ``end``). Positions are whole thousandths of the passage, so that no fraction is rounded here one way and there
#: another.
COPIED = """
WITH placed_left AS (
  SELECT p.id AS passage, p.kind AS kind, s.id AS id,
         (greatest(s.start, p.left_start) - p.left_start) * 1000 // (p.left_end - p.left_start) AS a,
         (least(s."end", p.left_end) - p.left_start) * 1000 // (p.left_end - p.left_start) AS b,
         (least(s."end", p.left_end) - greatest(s.start, p.left_start)) * 1000 // (s."end" - s.start) AS inside
  FROM stretches p JOIN statements s ON s.document_id = p.left_document
  WHERE s.start < p.left_end AND p.left_start < s."end"
), placed_right AS (
  SELECT p.id AS passage, s.id AS id,
         (greatest(s.start, p.right_start) - p.right_start) * 1000 // (p.right_end - p.right_start) AS a,
         (least(s."end", p.right_end) - p.right_start) * 1000 // (p.right_end - p.right_start) AS b,
         (least(s."end", p.right_end) - greatest(s.start, p.right_start)) * 1000 // (s."end" - s.start) AS inside
  FROM stretches p JOIN statements s ON s.document_id = p.right_document
  WHERE s.start < p.right_end AND p.right_start < s."end"
), pairs AS (
  SELECT least(l.id, r.id) AS left_id, greatest(l.id, r.id) AS right_id, l.kind AS kind,
         (least(l.b, r.b) - greatest(l.a, r.a)) * 1000 // (greatest(l.b, r.b) - least(l.a, r.a)) AS overlap
  FROM placed_left l JOIN placed_right r ON l.passage = r.passage
  WHERE l.inside >= 500 AND r.inside >= 500 AND least(l.b, r.b) > greatest(l.a, r.a) AND l.id <> r.id
)
SELECT left_id, right_id, max(overlap) AS overlap, min(kind) AS passage
FROM pairs WHERE overlap >= 400 GROUP BY left_id, right_id
"""
