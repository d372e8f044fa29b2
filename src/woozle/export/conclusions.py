"""Checks across rows: claims, origins and events hold the rows that name them, and count what these say."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from woozle.model.happenings import Event, EventMention
from woozle.model.records import Assertion, Claim, Document, Origin


class Conclusions:
    """Gathers what the rows of a record say of each other, then compares it. Rows may come in any order."""

    def __init__(self) -> None:
        self._outlets: dict[str, str | None] = {}
        self._said: dict[str, Assertion] = {}
        self._by_claim: dict[str, set[str]] = defaultdict(set)
        self._by_origin: dict[str, set[str]] = defaultdict(set)
        self._claims: list[Claim] = []
        self._origins: list[Origin] = []
        self._behind: dict[str, list[Origin]] = defaultdict(list)
        self._events: list[Event] = []
        self._mentions: dict[str, dict[str, str]] = defaultdict(dict)

    def note(self, row: Any) -> None:
        """Take in a row; those that are no conclusion, and lead to none, are passed over."""
        match row:
            case Document():
                self._outlets[row.id] = row.outlet
            case Assertion():
                self._said[row.id] = row
                self._by_claim[row.claim_id or ""].add(row.id)
                self._by_origin[row.origin_id or ""].add(row.id)
            case Claim():
                self._claims.append(row)
            case Event():
                self._events.append(row)
            case EventMention() if row.event_id:
                self._mentions[row.event_id][row.id] = row.document_id
            case Origin():
                self._origins.append(row)
                self._behind[row.claim_id].append(row)

    def faults(self) -> Iterator[str]:
        """One sentence for each thing that does not hold: of claims, then origins, then events."""
        for claim in self._claims:
            yield from (f"claims {claim.id}: {fault}" for fault in self._claim(claim))
        for origin in self._origins:
            yield from (f"origins {origin.id}: {fault}" for fault in self._origin(origin))
        for event in self._events:
            yield from (f"events {event.id}: {fault}" for fault in self._event(event))

    def _claim(self, claim: Claim) -> Iterator[str]:
        if len(set(claim.assertion_ids)) != len(claim.assertion_ids):
            yield "an assertion is counted twice"
        if set(claim.assertion_ids) != self._by_claim[claim.id]:
            yield "its assertions are not those that name it"
        reports = {self._said[one].document_id for one in claim.assertion_ids if one in self._said}
        if claim.reports != len(reports):
            yield f"it counts {claim.reports} reports, and its assertions stand in {len(reports)}"
        named = {self._outlets[one] for one in reports if self._outlets.get(one)}
        n_unnamed = sum(self._outlets.get(one) is None for one in reports)
        # Reports whose outlet is unknown may be of one outlet, of several, or of a named one.
        if not len(named) <= claim.outlets <= len(named) + n_unnamed:
            yield f"it counts {claim.outlets} outlets, and its reports are of {len(named)} known outlets"
        yield from _count_faults(claim, self._behind[claim.id])

    def _event(self, event: Event) -> Iterator[str]:
        told = self._mentions[event.id]
        if set(event.mention_ids) != set(told):
            yield "its mentions are not those that name it"
        elif event.reports != len(set(told.values())):
            yield f"it counts {event.reports} reports, and its mentions stand in {len(set(told.values()))}"

    def _origin(self, origin: Origin) -> Iterator[str]:
        if set(origin.assertion_ids) != self._by_origin[origin.id]:
            yield "its assertions are not those that name it"
        if origin.root_assertion_id is not None and origin.root_assertion_id not in origin.assertion_ids:
            yield "its first assertion is not one of its assertions"
        strange = {self._said[one].claim_id for one in origin.assertion_ids if one in self._said} - {origin.claim_id}
        if strange:
            yield f"it stands behind {origin.claim_id}, and its assertions belong to another claim"


def _count_faults(claim: Claim, origins: Sequence[Origin]) -> Iterator[str]:
    """Compare the counts of a claim with its origins: those that are sure or half sure are counted, "may" may be."""
    counted = [origin for origin in origins if origin.certainty in ("sure", "half")]
    possible = len(counted) + sum(origin.certainty == "may" for origin in origins)
    if claim.occasions.best != len(counted):
        yield f"it counts {claim.occasions.best} occasions, and {len(counted)} of its origins are counted"
    if claim.occasions.high < possible:
        yield f"it counts up to {claim.occasions.high} occasions, and has {possible} possible origins"
    # Two entities may be one voice, where the words for them say so ("the government" and its spokesman).
    most = sum(origin.voice.people for origin in counted)
    if not min(1, len(counted)) <= claim.voices.best <= most:
        yield f"it counts {claim.voices.best} voices, and {most} people of {len(counted)} origins"
    more = sum(origin.voice.people - 1 for origin in origins)
    if claim.voices.high > claim.occasions.high + more:
        yield f"it counts up to {claim.voices.high} voices on up to {claim.occasions.high} occasions"
