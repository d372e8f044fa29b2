"""Wires the step that concludes anew about the claims that a decision bears on, and takes the others as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from woozle.model.records import Claim, ClaimMember, Drift
from woozle.model.values import Range, Reason
from woozle.stages.origins.evidence import Ruling
from woozle.stages.origins.ruled import RULING_TABLES, rulings
from woozle.stages.origins.steps import CONCLUSIONS, VOICES, Evidence, conclusions
from woozle.stages.origins.straying import strays
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.verdicts import ALONE


@dataclass(frozen=True, slots=True)
class JudgeOriginsSettings:
    """Nothing to set: what a person decided is not weighed."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A claim (``id``), as proposed or as decided, that a decision bears on."""

    id: str


@dataclass(frozen=True, slots=True)
class Both:
    """A claim (``id``) as decided, and as the program had it, if it had one of that id."""

    id: str
    claim: Claim
    proposed: Claim | None


_TOUCHED = """
WITH moved AS (
  SELECT j.claim_id AS now, m.claim_id AS before
  FROM judged_claim_members j JOIN claim_members m ON m.id = j.id WHERE j.claim_id <> m.claim_id
), copies AS (
  SELECT coalesce(j.child_document_id, d.child_document_id) AS child,
         coalesce(j.parent_document_id, d.parent_document_id) AS parent
  FROM judged_derivations j FULL JOIN derivations d ON d.id = j.id
  WHERE j.id IS NULL OR d.id IS NULL OR j.direction <> d.direction
), there AS (
  SELECT DISTINCT m.claim_id AS claim_id, p.document_id AS document_id
  FROM judged_claim_members m JOIN places p ON p.id = m.id
)
SELECT now AS id FROM moved UNION SELECT before FROM moved UNION SELECT claim_id FROM rulings
UNION SELECT c.claim_id FROM copies k JOIN there c ON c.document_id = k.child
      JOIN there p ON p.document_id = k.parent AND p.claim_id = c.claim_id
"""
_MEMBERS = "SELECT m.* FROM judged_claim_members m WHERE m.claim_id IN (SELECT id FROM touched)"
_RULINGS = "SELECT r.* FROM rulings r WHERE r.claim_id IN (SELECT id FROM touched)"
_KEPT = "SELECT p.* FROM proposed p WHERE p.{column} NOT IN (SELECT id FROM touched)"
_KEPT_MEMBERS = "SELECT p.* FROM proposed p WHERE p.origin_id IN (SELECT id FROM kept)"
_BOTH = """
SELECT c.id AS id, c AS claim, CASE WHEN p.id IS NULL THEN NULL ELSE p END AS proposed
FROM claims c LEFT JOIN proposed p ON p.id = c.id
"""


def counted(rows: Sequence[Both]) -> Iterable[Claim]:
    """Claims as decided; where the count is another one now, they say what the program counted alone."""
    for row in rows:
        before = row.proposed.voices if row.proposed else row.claim.voices
        if before == row.claim.voices:
            yield row.claim
        else:
            reason = Reason(f"{ALONE}counted voices", _told(before), 0.0)
            yield replace(row.claim, reasons=(*row.claim.reasons, reason))


def _told(voices: Range) -> str:
    return f"{voices.best} (at least {voices.low}, at most {voices.high})"


def judge_origins(
    engine: Engine, tables: Mapping[str, Table[Any]], settings: JudgeOriginsSettings
) -> Mapping[str, Table[Any]]:
    """The conclusions as decided: anew for the claims that a decision bears on, as proposed for all others."""
    del settings
    ruled = engine.keep(rulings(engine, tables))
    names = ("judged_claim_members", "claim_members", "judged_derivations", "derivations")
    touched = engine.keep(
        engine.sql(_TOUCHED, Touched, rulings=ruled, places=tables["said_at"], **{name: tables[name] for name in names})
    )
    strayed = strays(engine, tables, tables["judged_derivations"])
    if engine.count(touched) == 0:
        found = {name: tables[f"proposed_{name}"] for name in CONCLUSIONS}
        return {**found, "drifts": engine.union(Drift, found["drifts"], strayed)}
    members = engine.sql(_MEMBERS, ClaimMember, judged_claim_members=tables[names[0]], touched=touched)
    here = engine.sql(_RULINGS, Ruling, rulings=ruled, touched=touched)
    made = conclusions(engine, tables, Evidence(engine.keep(members), tables["judged_derivations"], here))
    both = engine.sql(_BOTH, Both, claims=made["claims"], proposed=tables["proposed_claims"])
    new = {**made, "claims": engine.map(both, counted, Claim), "drifts": engine.union(Drift, made["drifts"], strayed)}
    kept = {name: _kept(engine, tables, name, touched) for name in ("claims", "origins", "drifts")}
    kept["origin_members"] = engine.sql(
        _KEPT_MEMBERS,
        CONCLUSIONS["origin_members"],
        proposed=tables["proposed_origin_members"],
        kept=kept["origins"],
    )
    return {name: engine.union(row, kept[name], new[name]) for name, row in CONCLUSIONS.items()}


def _kept(engine: Engine, tables: Mapping[str, Table[Any]], name: str, touched: Table[Touched]) -> Table[Any]:
    query = _KEPT.format(column="id" if name == "claims" else "claim_id")
    return engine.keep(engine.sql(query, CONCLUSIONS[name], proposed=tables[f"proposed_{name}"], touched=touched))


JUDGE_ORIGINS = SetStep(
    "judge_origins",
    3,
    (
        *VOICES.writes,
        *(f"proposed_{name}" for name in CONCLUSIONS),
        *("claim_members", "judged_claim_members", "claim_links", "derivations", "judged_derivations"),
        *RULING_TABLES,
    ),
    CONCLUSIONS,
    JudgeOriginsSettings(),
    judge_origins,
)
