"""Drift from claim to claim: a report made from another that gives another figure, time or place for the same matter.

Such a change makes another claim of it, so it is looked for between claims: where two statements of one matter clash
and the report of one was made from the report of the other. Where either report has both versions, it tells of the
difference, and nothing was changed on the way; where the second names a source of its own, it was told something else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.ids import row_id
from woozle.model.records import Drift
from woozle.stages.origins.drifting import changes_of
from woozle.stages.origins.said import Said
from woozle.step import Engine, Table

#: What must be alike, in hundredths of log-odds that both say the same, before another place counts as changed.
_LEAST = 0


@dataclass(frozen=True, slots=True)
class Strayed:
    """A statement (``id``) of a report and one of another claim in the report that this one was made from.

    ``conflict``: the kind in which they plainly differ, or None; ``score``: hundredths of log-odds that they say the
    same.
    """

    id: str
    claim_id: str
    conflict: str | None
    score: int
    now: Said
    was: Said


_STRAYED = """
WITH way AS (
  SELECT child_document_id AS child, parent_document_id AS parent FROM derivations
  WHERE parent_document_id IS NOT NULL AND direction <> 'unknown'
), home AS (
  SELECT m.id AS id, m.claim_id AS claim_id, p.document_id AS document_id
  FROM members m JOIN places p ON p.id = m.id
), present AS (
  SELECT DISTINCT claim_id, document_id FROM home
), ends AS (
  SELECT left_id AS id, right_id AS parent_id, conflict, score FROM links WHERE left_id <> right_id
  UNION ALL SELECT right_id, left_id, conflict, score FROM links WHERE left_id <> right_id
), pairs AS (
  SELECT e.*, c.claim_id AS claim_id, c.document_id AS child, p.claim_id AS parent_claim, p.document_id AS parent
  FROM ends e JOIN home c ON c.id = e.id JOIN home p ON p.id = e.parent_id
  JOIN way w ON w.child = c.document_id AND w.parent = p.document_id
  WHERE c.claim_id <> p.claim_id AND (e.conflict IN ('figure', 'time') OR (e.conflict IS NULL AND e.score >= {least}))
)
SELECT k.id AS id, k.claim_id AS claim_id, k.conflict AS conflict, k.score AS score, c AS now, p AS was
FROM pairs k JOIN said c ON c.id = k.id JOIN said p ON p.id = k.parent_id
LEFT JOIN present a ON a.claim_id = k.parent_claim AND a.document_id = k.child
LEFT JOIN present b ON b.claim_id = k.claim_id AND b.document_id = k.parent
WHERE a.claim_id IS NULL AND b.claim_id IS NULL
  AND (NOT c.is_attributed OR c.entity_id IS NOT DISTINCT FROM p.entity_id)
"""


def strays(engine: Engine, tables: Mapping[str, Table[Any]], derivations: Table[Any]) -> Table[Drift]:
    """Drifts between claims.

    Args:
        engine: the verbs.
        tables: ``claim_links``, ``judged_claim_members``, ``said`` and ``said_at``.
        derivations: as decided.
    """
    found = engine.sql(
        _STRAYED.format(least=_LEAST),
        Strayed,
        derivations=derivations,
        members=tables["judged_claim_members"],
        links=tables["claim_links"],
        said=tables["said"],
        places=tables["said_at"],
    )
    return engine.map_groups(found, ("id",), strayed, Drift, order=("id", "score"))


def strayed(rows: Sequence[Strayed]) -> Iterable[Drift]:
    """What changed in one statement, told of the parent's statement that is most like it."""
    for row in sorted(rows, key=lambda row: (-row.score, row.was.id)):
        wanted = f"{row.conflict or 'place'}_changed"
        found = next((change for change in changes_of(row.was, row.now) if change[0] == wanted), None)
        if found is not None:
            yield Drift(row_id("drift", row.was.id, row.id, wanted), row.claim_id, row.was.id, row.id, *found)
            return
