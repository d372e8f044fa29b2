"""Applies what people decided about one claim: whose voice it is, who was copied, who counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from woozle.model.values import Reason
from woozle.stages.origins.evidence import Case, Ruling, Voiced
from woozle.stages.origins.tracing import Taken, root_of
from woozle.stages.origins.weighing import Weighed
from woozle.toolbox.verdicts import ALONE


def heard_out(case: Case) -> Case:
    """The evidence of a claim as decided, before anybody asks who took it from whom."""
    for one in case.rulings:
        if (one.kind, one.verdict) == ("attribution", "reject"):
            members = (_of_nobody(row) if row.said.id in one.keys else row for row in case.members)
            case = replace(case, members=tuple(members))
        elif (one.kind, one.verdict) == ("origin", "same"):
            case = replace(case, members=tuple(_one_voice(case.members, one)))
        elif (one.kind, one.verdict) == ("copy", "reject"):
            case = _uncopied(case, one)
    return case


def _of_nobody(row: Voiced) -> Voiced:
    """An assertion whose attribution does not hold: nobody is known to say so."""
    said = replace(
        row.said,
        is_attributed=False,
        source="",
        entity_id=None,
        name=None,
        kind="unknown",
        is_vague=True,
        is_first_hand=False,
        carriers=(),
        occasion="unknown",
        addressee=None,
    )
    return replace(row, said=said, body_id=None, body=None, speaks=None, voice=f"nobody:{row.said.id}")


def _one_voice(members: Sequence[Voiced], one: Ruling) -> Iterable[Voiced]:
    """The members, those whose voice is the same with one voice: that of the first of them who has a name."""
    judged = [row for row in members if row.said.id in one.keys]
    if not judged:
        return members
    lead = min(judged, key=lambda row: (row.body_id is None and row.said.entity_id is None, row.order))
    voices = {row.voice for row in judged} - {lead.voice}
    return (_with_voice_of(row, lead) if row.voice in voices else row for row in members)


def _with_voice_of(row: Voiced, lead: Voiced) -> Voiced:
    said = replace(
        row.said,
        # How many a source is, and whether it may be somebody else, is read from its words.
        source=lead.said.source,
        entity_id=lead.said.entity_id,
        name=lead.said.name,
        kind=lead.said.kind,
        is_vague=lead.said.is_vague,
    )
    return replace(row, said=said, body_id=lead.body_id, body=lead.body, speaks=lead.speaks, voice=lead.voice)


def _uncopied(case: Case, one: Ruling) -> Case:
    """Without the words that the two reports share: neither has them from the other."""
    home = {row.said.id: row.said.document_id for row in case.members}
    pair = set(one.keys)
    words = (row for row in case.words if {home.get(row.left_id), home.get(row.right_id)} != pair)
    return replace(case, words=tuple(words))


def held_apart(case: Case, steps: Mapping[str, Taken]) -> tuple[Case, dict[str, Taken]]:
    """The evidence and the steps back, such that two voices which a person told apart never meet."""
    kept = dict(steps)
    for one in case.rulings:
        if (one.kind, one.verdict) == ("origin", "different"):
            judged = [row for row in case.members if row.said.id in one.keys]
            for first, second in combinations(judged, 2):
                _cut(kept, first.said.id, second.said.id)
                case = _two_voices(case, root_of(first.said.id, kept), root_of(second.said.id, kept))
    return case, kept


def _cut(steps: dict[str, Taken], first: str, second: str) -> None:
    """Take the later one's step back away while both lead to one root; then the earlier one's."""
    for key in (second, first):
        if root_of(first, steps) == root_of(second, steps):
            steps.pop(key, None)


def _two_voices(case: Case, first: str, second: str) -> Case:
    voices = {row.said.id: row.voice for row in case.members}
    if voices[first] != voices[second]:
        return case
    apart = f"{voices[second]} apart {second}"
    members = (replace(row, voice=apart) if row.said.id == second else row for row in case.members)
    return replace(case, members=tuple(members))


def as_decided(case: Case, weighed: Sequence[Weighed]) -> list[Weighed]:
    """The origins of a claim with the certainty that people gave them, and what was decided among the reasons."""
    return [_decided(case, one) for one in weighed]


def _decided(case: Case, one: Weighed) -> Weighed:
    ids = {row.said.id for row in one.heard.members}
    documents = {row.said.document_id for row in one.heard.members}
    about = [row for row in case.rulings if not (documents if row.kind == "copy" else ids).isdisjoint(row.keys)]
    if not about:
        return one
    certainty = one.certainty
    for row in about:
        certainty = _certainty(one, row, certainty)
    heard = replace(one.heard, reasons=(*one.heard.reasons, *(row.reason for row in about)))
    why = one.why
    if certainty != one.certainty:
        why = Reason(f"{ALONE.strip()}: {why.feature}", why.value, why.weight)
    return replace(one, heard=heard, certainty=certainty, why=why)


def _certainty(one: Weighed, row: Ruling, so_far: str) -> str:
    match row.kind, row.verdict:
        case "origin", "accept":
            return "sure"
        case "origin", "reject":
            return "none"
        case "origin", "different":
            return so_far if so_far == "none" else "sure"
        case "attribution", "reject" if one.heard.root.said.id in row.keys:
            return "none"
    return so_far
