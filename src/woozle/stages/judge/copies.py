"""Wires the step that takes out derivations that people rejected, and confirms or adds those that they accepted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from woozle.model.decisions import Decision
from woozle.model.ids import row_id
from woozle.model.records import Derivation
from woozle.model.values import Reason
from woozle.stages.judge.reading import JudgeSettings
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.verdicts import ALONE, reason_of


@dataclass(frozen=True, slots=True)
class Item:
    """A derivation or a decision on it; ``id`` is the derivation's."""

    id: str
    row_id: str
    derivation: Derivation | None
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class There:
    """A document (``id``) of the pile."""

    id: str


def items(rows: Sequence[Derivation | Decision]) -> Iterable[Item]:
    """Derivations, and decisions by the derivation that they judge."""
    for row in rows:
        if isinstance(row, Decision):
            yield Item(row.subject_ids[0], row.id, None, row)
        else:
            yield Item(row.id, row.id, row, None)


# A decision about reports of which one is gone says nothing of those that are there.
_STANDING = """
WITH named AS (
  SELECT d.id AS id, unnest(d.keys) AS key FROM decisions d
), gone AS (
  SELECT n.id AS id FROM named n LEFT JOIN documents t ON t.id = n.key WHERE t.id IS NULL
)
SELECT d.* FROM decisions d WHERE d.id NOT IN (SELECT id FROM gone)
"""
_ALL = "SELECT id FROM documents"


def judge(rows: Sequence[Item]) -> Iterable[Derivation]:
    """One derivation as decided."""
    found = next((row.derivation for row in rows if row.derivation), None)
    decisions = sorted((row.decision for row in rows if row.decision), key=lambda row: row.number)
    if not decisions:
        return (found,) if found else ()
    last = decisions[-1]
    if last.verdict == "reject":
        return ()
    if found is not None:
        return (replace(found, direction="known", reasons=(*found.reasons, reason_of(last))),)
    if len(last.keys) < 2:
        return ()
    child, parent = last.keys
    alone = Reason(f"{ALONE}had found nothing", "", 0.0)
    key = row_id("derivation", child, parent, None)
    return (Derivation(key, child, parent, None, "paraphrase", "known", False, 1.0, (alone, reason_of(last))),)


def judge_copies(engine: Engine, tables: Mapping[str, Table[Any]], settings: JudgeSettings) -> Mapping[str, Table[Any]]:
    """Derivations as decided."""
    del settings
    proposed, decisions = tables["derivations"], tables["copy_decisions"]
    if engine.count(decisions) == 0:
        return {"judged_derivations": proposed}
    there = engine.sql(_ALL, There, documents=tables["documents"])
    standing = engine.sql(_STANDING, Decision, decisions=decisions, documents=there)
    every = engine.union(Item, engine.map(proposed, items, Item), engine.map(standing, items, Item))
    return {"judged_derivations": engine.map_groups(every, ("id",), judge, Derivation, order=("row_id",))}


JUDGE_COPIES = SetStep(
    "judge_copies",
    1,
    ("documents", "derivations", "copy_decisions"),
    {"judged_derivations": Derivation},
    JudgeSettings(),
    judge_copies,
)
