"""Writes the conclusions about one claim: the claim with its counts, its origins, and what it lost on the way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import Claim, Drift, Origin
from woozle.model.values import Occasion, Range, Voice
from woozle.stages.origins.drifting import drifts_of
from woozle.stages.origins.evidence import Case, Item
from woozle.stages.origins.hearing import hear
from woozle.stages.origins.judged import as_decided, heard_out, held_apart
from woozle.stages.origins.tracing import trace
from woozle.stages.origins.voices import settled
from woozle.stages.origins.weighing import Weighed, weigh
from woozle.stages.origins.wording import clearest


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One row of what is concluded of a claim: exactly one of the fields behind ``id`` is not None."""

    claim_id: str
    id: str
    claim: Claim | None
    origin: Origin | None
    drift: Drift | None


def case_of(rows: Sequence[Item]) -> Case:
    """The items of one claim put together."""
    members = sorted(settled(row.voiced for row in rows if row.voiced), key=lambda row: row.order)
    words = sorted((row.words for row in rows if row.words), key=lambda row: (row.left_id, row.right_id))
    descents = sorted((row.descent for row in rows if row.descent), key=lambda row: (row.child, row.parent, row.id))
    rulings = sorted((row.ruling for row in rows if row.ruling), key=lambda row: (row.number, row.id))
    by_pair = {(row.child, row.parent): row for row in descents}
    return heard_out(Case(rows[0].claim_id, tuple(members), tuple(words), by_pair, tuple(rulings)))


def conclude(rows: Sequence[Item]) -> Iterable[Conclusion]:
    """All conclusions about one claim."""
    case = case_of(rows)
    if not case.members:
        return
    case, steps = held_apart(case, trace(case))
    weighed = as_decided(case, weigh(hear(case, steps)))
    claim = _claim(case, weighed)
    yield Conclusion(claim.id, claim.id, claim, None, None)
    for one in weighed:
        origin = _origin(case.claim_id, one)
        yield Conclusion(claim.id, origin.id, None, origin, None)
    for drift in drifts_of(case, steps):
        yield Conclusion(claim.id, drift.id, None, None, drift)


def _origin(claim_id: str, one: Weighed) -> Origin:
    root = one.heard.root
    row = root.said
    is_known = row.kind not in ("anonymous", "unknown") or row.entity_id is not None
    name = (root.body if root.body_id else row.name) if is_known else row.source or None
    kind = "organisation" if root.body_id else row.kind
    if row.kind == "own_reporting":
        name = row.outlet
    return Origin(
        row_id("origin", claim_id, row.id),
        claim_id,
        Voice(None if row.kind == "own_reporting" else root.body_id or row.entity_id, name, kind, one.people),
        Occasion(row.occasion, row.day, row.addressee),
        one.certainty,
        row.id,
        tuple(sorted(member.said.id for member in one.heard.members)),
        (one.why, *one.heard.reasons),
    )


def _claim(case: Case, weighed: Sequence[Weighed]) -> Claim:
    days = sorted({row.said.day for row in case.members if row.said.day})
    documents = {row.said.document_id for row in case.members}
    outlets = {row.said.outlet for row in case.members if row.said.outlet}
    occasions, voices = count(weighed)
    return Claim(
        case.claim_id,
        clearest([one.heard.root for one in weighed if one.certainty != "none"] or case.members),
        tuple(sorted(row.said.id for row in case.members)),
        None,
        len(documents),
        len(outlets) or 1,
        occasions,
        voices,
        days[0] if days else None,
        days[-1] if days else None,
    )


def count(weighed: Sequence[Weighed]) -> tuple[Range, Range]:
    """(occasions, voices) of a claim.

    Best counts what is sure and what is probable; low takes everything unproven for one, high for one each. Hearsay
    that leads back to nobody may have had one source, so it raises high by one where nothing else
    stands behind the claim.
    """
    sure = [one for one in weighed if one.certainty == "sure"]
    counted = [one for one in weighed if one.certainty in ("sure", "half")]
    possible = [one for one in weighed if one.certainty != "none"]
    hearsay = [one for one in weighed if one.certainty == "none" and not one.heard.root.said.is_denied]

    def voices_of(some: Sequence[Weighed]) -> int:
        people: dict[str, int] = {}
        for one in some:
            people[one.heard.root.voice] = max(one.people, people.get(one.heard.root.voice, 1))
        return sum(people.values())

    lone = 1 if counted else 0
    more = 1 if hearsay and not possible else 0
    occasions = Range(
        max(lone, len([one for one in sure if not one.heard.is_repeat])), len(counted), len(possible) + more
    )
    return occasions, Range(max(lone, voices_of(sure)), voices_of(counted), voices_of(possible) + more)
