"""What people decided about voices, copies and attributions, brought to the claims that it bears on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.decisions import Decision
from woozle.stages.origins.evidence import Ruling
from woozle.step import Engine, Table
from woozle.toolbox.verdicts import reason_of

RULING_TABLES = ("origin_decisions", "copy_decisions", "attribution_decisions")


@dataclass(frozen=True, slots=True)
class Named:
    """One key that a decision names."""

    decision_id: str
    key: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Hit:
    """A decision that bears on a claim: ``key`` is an assertion of the claim, or a document that says it."""

    claim_id: str
    decision_id: str
    key: str
    decision: Decision


_SAID = """
SELECT m.claim_id AS claim_id, n.decision_id AS decision_id, n.key AS key, n.decision AS decision
FROM named n JOIN claim_members m ON m.id = n.key
"""
_ATTRIBUTED = """
SELECT m.claim_id AS claim_id, n.decision_id AS decision_id, p.id AS key, n.decision AS decision
FROM named n JOIN places p ON p.attribution_id = n.key JOIN claim_members m ON m.id = p.id
"""
_COPIED = """
WITH there AS (SELECT DISTINCT m.claim_id AS claim_id, p.document_id AS document_id
               FROM claim_members m JOIN places p ON p.id = m.id)
SELECT t.claim_id AS claim_id, n.decision_id AS decision_id, n.key AS key, n.decision AS decision
FROM named n JOIN there t ON t.document_id = n.key
"""
_QUERIES = (("origin_decisions", _SAID), ("attribution_decisions", _ATTRIBUTED), ("copy_decisions", _COPIED))


def named(rows: Sequence[Decision]) -> Iterable[Named]:
    """Every key of every decision."""
    return (Named(row.id, key, row) for row in rows for key in row.keys)


def ruling(rows: Sequence[Hit]) -> Iterable[Ruling]:
    """A decision in one claim, if all that it names is there: both reports of a copy, all voices."""
    first = rows[0]
    row = first.decision
    if row.kind == "attribution" or len(rows) == len(row.keys):
        keys = tuple(hit.key for hit in rows)
        yield Ruling(first.claim_id, first.decision_id, row.number, row.kind, row.verdict, keys, reason_of(row))


def rulings(engine: Engine, tables: Mapping[str, Table[Any]]) -> Table[Ruling]:
    """All that people decided about the evidence of claims, claim by claim."""
    hits = [
        engine.sql(
            query,
            Hit,
            named=engine.map(tables[table], named, Named),
            claim_members=tables["judged_claim_members"],
            places=tables["said_at"],
        )
        for table, query in _QUERIES
        if engine.count(tables[table])
    ]
    every = engine.union(Hit, *hits) if hits else engine.rows(Hit, [])
    return engine.map_groups(every, ("claim_id", "decision_id"), ruling, Ruling, order=("key",))
