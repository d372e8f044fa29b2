"""Wires the step that regroups claims as people decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from woozle.model.decisions import Decision
from woozle.model.ids import row_id
from woozle.model.records import ClaimMember
from woozle.model.tables import ClaimLink
from woozle.model.values import Reason
from woozle.stages.judge.naming import named
from woozle.stages.judge.parting import Parted, about, part
from woozle.stages.judge.reading import JudgeSettings, Key, keys, subjects
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.verdicts import reason_of, was_in


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a claim that somebody judged, or a decision: exactly one of the fields behind ``id`` is not None.

    ``taken``: the id of a claim that nobody judged.
    """

    id: str
    member: ClaimMember | None
    link: ClaimLink | None
    decision: Decision | None
    taken: str | None


def items(rows: Sequence[Any]) -> Iterable[Item]:
    """Each row as an item."""
    for row in rows:
        yield Item(
            row.id,
            row if isinstance(row, ClaimMember) else None,
            row if isinstance(row, ClaimLink) else None,
            row if isinstance(row, Decision) else None,
            row.id if isinstance(row, Key) else None,
        )


_TOUCHED = "SELECT DISTINCT m.claim_id AS id FROM claim_members m JOIN keys k ON k.id = m.id"
_MEMBERS = "SELECT m.* FROM claim_members m JOIN touched t ON t.id = m.claim_id"
_OTHERS = "SELECT m.* FROM claim_members m WHERE m.claim_id NOT IN (SELECT id FROM touched)"
_LINKS = """
SELECT l.* FROM claim_links l JOIN members a ON a.id = l.left_id JOIN members b ON b.id = l.right_id
"""
_TAKEN = """
SELECT DISTINCT s.id AS id FROM subjects s JOIN claim_members m ON m.claim_id = s.id
WHERE m.claim_id NOT IN (SELECT id FROM touched)
"""


def regroup(rows: Sequence[Item]) -> Iterable[ClaimMember]:
    """The members of the claims that somebody judged, in their claims as decided."""
    members = {row.member.id: row.member for row in rows if row.member}
    links = [row.link for row in rows if row.link]
    decisions = about((row.decision for row in rows if row.decision), {key: key for key in members})
    home = {key: row.claim_id for key, row in members.items()}
    parts = part(home, decisions, _near(links))
    order = {row.left_id: (row.order, row.left_id) for row in links if row.left_id == row.right_id}
    ids = named(parts, lambda one: _usual(one, order), {row.taken for row in rows if row.taken})
    for one, claim_id in zip(parts, ids, strict=True):
        reasons = tuple(reason_of(row) for row in one.decisions)
        for key in one.items:
            yield _moved(members[key], claim_id, reasons)


def _moved(row: ClaimMember, claim_id: str, reasons: tuple[Reason, ...]) -> ClaimMember:
    """A member in its claim as decided; it says which claim the program had it in."""
    was = (was_in(row.claim_id),) if row.claim_id != claim_id else ()
    return replace(row, claim_id=claim_id, reasons=(*row.reasons, *was, *reasons))


def _near(links: Iterable[ClaimLink]) -> dict[str, list[tuple[str, int]]]:
    """Which statements fit together and how well; log-odds below even count too, for a claim is even on the whole."""
    near: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in links:
        if row.left_id != row.right_id and row.clash is None:
            near[row.left_id].append((row.right_id, row.score))
            near[row.right_id].append((row.left_id, row.score))
    return near


def _usual(one: Parted, order: Mapping[str, tuple[str, str]]) -> Sequence[str]:
    """As the program names a claim: by its earliest statement; where that name is taken, by the statement once more."""
    first = min(one.items, key=lambda key: order[key])
    return (row_id("claim", first), row_id("claim", first, "apart"))


def judge_claims(engine: Engine, tables: Mapping[str, Table[Any]], settings: JudgeSettings) -> Mapping[str, Table[Any]]:
    """The claims that somebody judged, grouped anew; all others as they are."""
    del settings
    proposed, decisions = tables["claim_members"], tables["claim_decisions"]
    if engine.count(decisions) == 0:
        return {"judged_claim_members": proposed}
    judged = engine.map(decisions, keys, Key)
    touched = engine.keep(engine.sql(_TOUCHED, Key, claim_members=proposed, keys=judged))
    members = engine.keep(engine.sql(_MEMBERS, ClaimMember, claim_members=proposed, touched=touched))
    taken = engine.sql(
        _TAKEN, Key, subjects=engine.map(decisions, subjects, Key), claim_members=proposed, touched=touched
    )
    links = engine.sql(_LINKS, ClaimLink, claim_links=tables["claim_links"], members=members)
    every = engine.union(Item, *(engine.map(table, items, Item) for table in (members, links, decisions, taken)))
    return {
        "judged_claim_members": engine.union(
            ClaimMember,
            engine.sql(_OTHERS, ClaimMember, claim_members=proposed, touched=touched),
            engine.map_groups(every, (), regroup, ClaimMember, order=("id",)),
        )
    }


JUDGE_CLAIMS = SetStep(
    "judge_claims",
    1,
    ("claim_members", "claim_links", "claim_decisions"),
    {"judged_claim_members": ClaimMember},
    JudgeSettings(),
    judge_claims,
)
