"""A claim as a list shows it: its words, its numbers, its little figure, and why it needs a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from woozle.model.records import Claim, Conflict
from woozle.model.values import Range
from woozle.report.dates import iso_day_words
from woozle.report.draw_glyph import glyph
from woozle.report.draw_strip import strip
from woozle.report.index import Index
from woozle.report.links import anchor
from woozle.report.shape import Shape, shape
from woozle.report.voices import Standing, standing
from woozle.report.words import CONFLICT_OF, DRIFT, count, perhaps, plain_kind, spelled_count, three_numbers
from woozle.toolbox import looks


@dataclass(frozen=True, slots=True)
class ClaimHead:
    """What every mention of a claim needs: its words, its numbers, where it, its reasons and its reports are shown."""

    id: str
    anchor: str
    text: str
    reports: int
    outlets: int
    voices: Range
    numbers: str
    perhaps: str
    first_seen: str
    href: str
    why_href: str
    carriers_href: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the list. ``why``: the one reason to look; ``marks``: (kind, words); ``who``: its voices by name."""

    head: ClaimHead
    weight: int
    why: str
    who: str
    marks: tuple[tuple[str, str], ...]
    is_unnamed: bool
    glyph: Markup
    strip: Markup


def head_of(index: Index, claim: Claim) -> ClaimHead:
    """The head of a claim."""
    return ClaimHead(
        id=claim.id,
        anchor=anchor("c", claim.id),
        text=claim.text or "A claim without words",
        reports=claim.reports,
        outlets=claim.outlets,
        voices=claim.voices,
        numbers=three_numbers(claim.reports, claim.outlets, claim.voices),
        perhaps=perhaps(claim.voices),
        first_seen=iso_day_words(claim.first_seen, index.year),
        href=index.links.claim(claim.id),
        why_href=index.links.why(claim.id),
        carriers_href=index.links.carriers(claim.id),
    )


def surplus(claim: Claim) -> int:
    """Reports that add no voice; 0 for a claim that stands in one report."""
    return looks.surplus(claim.reports, claim.voices.best)


def weight(claim: Claim, n_conflicts: int, n_drifts: int) -> int:
    """How much a claim needs a look: docs/decisions/0006-one-file-report.md says why it is weighed so."""
    return looks.weight(claim.reports, claim.voices.best, n_conflicts, n_drifts)


def other(conflict: Conflict, claim_id: str) -> str:
    """The claim on the other side of a conflict."""
    return conflict.right_claim_id if conflict.left_claim_id == claim_id else conflict.left_claim_id


def _named(voices: Sequence[Standing]) -> str:
    named = [voice for voice in voices if voice.is_counted and not voice.unnamed]
    return named[0].name if len(named) == 1 else ""


def _against(index: Index, claim_id: str, shapes: Mapping[str, Shape]) -> str:
    conflicts = index.conflicts_of.get(claim_id, ())
    for conflict in conflicts:
        if conflict.kind == "denial":
            name = _named(shapes[other(conflict, claim_id)].dots)
            return f"Spoken against by {name}" if name else "Spoken against"
    kinds = {conflict.kind for conflict in conflicts}
    for kind, words in (("retraction", "Taken back"), ("figure", "Another figure is given")):
        if kind in kinds:
            return words
    return ""


def _changed(index: Index, claim_id: str) -> str:
    drifts = index.drifts_of.get(claim_id, ())
    for kind in ("hedge_dropped", "source_dropped", "source_changed", "figure_changed", "time_changed"):
        n = len({drift.to_assertion_id for drift in drifts if drift.kind == kind})
        if n:
            return f"{DRIFT[kind].capitalize()} in {count(n, 'report')}"
    return ""


def _why(index: Index, claim: Claim, shapes: Mapping[str, Shape]) -> str:
    if claim.voices.best == 0:
        return "Leads back to nobody"
    found = _against(index, claim.id, shapes) or _changed(index, claim.id)
    if not found and claim.reports >= 3 * claim.voices.best:
        return f"{count(claim.reports, 'report')}, {spelled_count(claim.voices.best, 'voice')}"
    return found


def marks_of(index: Index, claim_id: str, n_conflicts: int, n_drifts: int) -> tuple[tuple[str, str], ...]:
    """What a claim is marked with, as (kind, words)."""
    conflicts, drifts = index.conflicts_of.get(claim_id, ()), index.drifts_of.get(claim_id, ())
    marks = []
    if n_conflicts:
        tail = f": {plain_kind(conflicts[0].kind, CONFLICT_OF)}" if n_conflicts == len(conflicts) == 1 else ""
        marks.append(("conflict", count(n_conflicts, "conflict") + tail))
    if n_drifts:
        tail = f": {plain_kind(drifts[0].kind, DRIFT)}" if n_drifts == len(drifts) == 1 else ""
        marks.append(("drift", count(n_drifts, "drift") + tail))
    return tuple(marks)


def _who(voices: Sequence[Standing]) -> str:
    names = [voice.name for voice in voices if voice.is_counted]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def is_alone(index: Index, claim: Claim) -> bool:
    """Whether it stands in one report and nothing speaks against it: such claims fold away below the others."""
    return claim.reports <= 1 and not index.conflicts_of.get(claim.id) and not index.drifts_of.get(claim.id)


def row_of(
    index: Index,
    claim: Claim,
    shapes: Mapping[str, Shape],
    span: tuple[datetime, datetime] | None,
    counted: tuple[int, int] | None = None,
) -> ClaimRow:
    """A claim's row in the list. Rows that fold away carry no drawings.

    Args:
        index: the record, or a part of it.
        claim: the claim.
        shapes: the shape of every claim of the index.
        span: from the first report of the pile to its last.
        counted: conflicts and drifts, where the index holds a part of them only.
    """
    form = shapes[claim.id]
    n_conflicts, n_drifts = counted or (
        len(index.conflicts_of.get(claim.id, ())),
        len(index.drifts_of.get(claim.id, ())),
    )
    alone = claim.reports <= 1 and not n_conflicts and not n_drifts
    voices = [voice for voice in form.dots if voice.is_counted]
    return ClaimRow(
        head=head_of(index, claim),
        weight=weight(claim, n_conflicts, n_drifts),
        why="" if alone else _why(index, claim, shapes),
        who=_who(form.dots),
        marks=marks_of(index, claim.id, n_conflicts, n_drifts),
        is_unnamed=bool(voices) and all(voice.unnamed for voice in voices),
        glyph=Markup("") if alone else glyph(form),
        strip=Markup("") if alone else strip(form, span),
    )


def shapes_of(index: Index) -> Mapping[str, Shape]:
    """The shape of every claim."""
    return {
        claim.id: shape(index, standing(index, claim.id), three_numbers(claim.reports, claim.outlets, claim.voices))
        for claim in index.claims.values()
    }
