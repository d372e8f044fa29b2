"""Decisions in the journal: written as one entry a batch, read back with what undid and what superseded them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from woozle.model.decisions import KINDS, UNDO, Decision, Ruled
from woozle.model.ids import row_id
from woozle.store.tables import Tables
from woozle.toolbox.parquet import write_rows
from woozle.toolbox.verdicts import superseded

#: The one file of a table of decisions.
ALL = "all"


def judged(rulings: Sequence[Ruled], *, who: str, at: str, why: str) -> dict[str, Any]:
    """The journal's entry of a batch of decisions."""
    rows = [
        {"kind": one.kind, "verdict": one.verdict, "subjects": list(one.subject_ids), "keys": list(one.keys)}
        for one in rulings
    ]
    return {"at": at, "act": "judge", "who": who, "why": why, "rulings": rows}


def undone(batch_id: str, *, who: str, at: str, why: str) -> dict[str, Any]:
    """The journal's entry that takes a batch back."""
    return {"at": at, "act": "undo", "who": who, "why": why, "batch": batch_id}


def read_decisions(entries: Iterable[Mapping[str, Any]]) -> tuple[Decision, ...]:
    """All decisions of a journal in its order, each with what undid it and what superseded it."""
    rows: list[Decision] = []
    n_batches = 0
    for entry in entries:
        if entry.get("act") not in ("judge", "undo"):
            continue
        n_batches += 1
        batch = row_id("batch", n_batches, entry["at"], entry["who"], entry["act"])
        made = _undo(entry, rows, batch) if entry["act"] == "undo" else _batch(entry, batch, len(rows))
        rows += made
        if entry["act"] == "undo":
            undone_ids = set(made[0].subject_ids)
            rows = [replace(row, undone_by=made[0].id) if row.id in undone_ids else row for row in rows]
    return tuple(_superseded(rows))


def _batch(entry: Mapping[str, Any], batch: str, n_before: int) -> list[Decision]:
    return [
        Decision(
            row_id("decision", batch, at, one["kind"], one["verdict"], one["subjects"], one["keys"]),
            n_before + at,
            batch,
            one["kind"],
            one["verdict"],
            tuple(one["subjects"]),
            tuple(one["keys"]),
            entry["who"],
            entry["at"],
            entry["why"],
        )
        for at, one in enumerate(entry["rulings"], 1)
    ]


def _undo(entry: Mapping[str, Any], rows: Sequence[Decision], batch: str) -> list[Decision]:
    taken = [row for row in rows if row.batch_id == entry["batch"]]
    ids, number = tuple(row.id for row in taken), len(rows) + 1
    key, kind = row_id("decision", batch, number, UNDO, ids), taken[0].kind if taken else "claim"
    return [Decision(key, number, batch, kind, UNDO, ids, (), entry["who"], entry["at"], entry["why"])]


def _superseded(rows: Sequence[Decision]) -> Iterable[Decision]:
    later: dict[str, str] = {}
    for kind in KINDS:
        later |= superseded([row for row in rows if row.kind == kind and row.is_in_force])
    return (replace(row, superseded_by=later[row.id]) if row.id in later else row for row in rows)


def digest(rows: Iterable[Decision]) -> str:
    """The generation of a set of decisions: equal sets have one name."""
    parts = [f"{row.id} {row.undone_by} {row.superseded_by}" for row in rows]
    return row_id("decisions", *parts).removeprefix("b2:")[:16]


def in_force(rows: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions that steps read, by table: undone, superseded and unsure ones change nothing."""
    live = [row for row in rows if row.is_in_force and row.verdict != "unsure"]
    return {f"{kind}_decisions": tuple(row for row in live if row.kind == kind) for kind in KINDS}


def write_decisions(tables: Tables, by_table: Mapping[str, Sequence[Decision]]) -> None:
    """Write the tables of decisions that are not there yet.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    for table, rows in by_table.items():
        path = tables.path(table, digest(rows), ALL)
        if not path.exists():
            write_rows(path, Decision, rows)
