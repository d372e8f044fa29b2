"""A claim as its own page shows it: who says so, what was known when, what speaks against it, what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.model.records import Conflict, Drift
from woozle.model.values import Reason
from woozle.report.dates import iso_day_words
from woozle.report.diff import Part, beside, once
from woozle.report.draw_fan import claim_frame, fan
from woozle.report.draw_glyph import glyph
from woozle.report.draw_history import history
from woozle.report.draw_voice import lettered
from woozle.report.index import Index
from woozle.report.quote import Quote, quote
from woozle.report.shape import Shape
from woozle.report.svg import drawing, reach
from woozle.report.tree import Branch, branches
from woozle.report.view_row import ClaimHead, head_of, other
from woozle.report.voices import Occasion, Standing
from woozle.report.words import (
    CONFLICT,
    DRIFT,
    count,
    is_unnamed,
    occasion_name,
    plain_kind,
    spelled,
    spelled_count,
    voice_kind,
)

_RADIUS = 10


@dataclass(frozen=True, slots=True)
class OccasionView:
    """An occasion with its tree; ``name`` is empty where nothing is known of it."""

    name: str
    note: str
    why: str
    reasons: tuple[Reason, ...]
    tree: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A voice behind the claim with its occasions. ``dots``: of several people; empty where it is one."""

    letter: str
    hue: str
    dots: Markup
    certainty: str
    name: str
    note: str
    occasions: tuple[OccasionView, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two claims side by side, the words marked that only one of them has."""

    kind: str
    left: tuple[Part, ...]
    right: tuple[Part, ...]
    left_head: ClaimHead
    right_head: ClaimHead
    left_glyph: Markup
    right_glyph: Markup
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """One change: the wording it had, the wording it got, and what was lost and gained in them."""

    kind: str
    source: str
    target: str
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Everything that a claim's page shows."""

    head: ClaimHead
    marks: tuple[tuple[str, str], ...]
    summary: str
    why: str
    fans: tuple[Markup, Markup]
    voices: tuple[VoiceView, ...]
    history: Markup
    history_words: str
    conflicts: tuple[ConflictView, ...]
    drifts: tuple[DriftView, ...]


def _occasion_note(index: Index, occasion: Occasion) -> str:
    asked, n = len(occasion.first), len(occasion.report_ids)
    origin = occasion.origin
    day = iso_day_words(origin.occasion.date, index.year) if origin else ""
    heard = f"{count(asked, 'report')} went to the source" if asked else ""
    rest = f"{n - asked} repeat{'s' * (n - asked == 1)} it" if n > asked and asked else ""
    if not asked:
        rest = f"{count(n, 'report')} repeat{'s' * (n == 1)} it"
    tail = ", ".join(part for part in (heard, rest) if part)
    return ". ".join(part for part in (day, tail) if part) + "."


def _nobody_note(n: int) -> str:
    return f"{count(n, 'report')}, made from no report that names a source."


def _occasion(
    index: Index, occasion: Occasion, voices: Sequence[Standing], drifts: Mapping[str, Sequence[Drift]]
) -> OccasionView:
    origin, n = occasion.origin, len(occasion.report_ids)
    nobody = origin is None or origin.certainty == "none"
    if nobody:
        why = "Why this leads back to nobody"
    elif n == 1:
        why = "Why this report is an occasion of its own"
    else:
        why = f"Why these {spelled(n)} reports are one occasion"
    return OccasionView(
        name="" if nobody or origin is None else occasion_name(origin.occasion),
        note=_nobody_note(n) if nobody else _occasion_note(index, occasion),
        why=why,
        reasons=origin.reasons if origin else (),
        tree=branches(index, occasion, voices, drifts),
    )


def _voice_note(index: Index, voice: Standing) -> str:
    n, outlets = voice.people, len({index.reports[i].lane for i in voice.report_ids})
    carried = f"{count(len(voice.report_ids), 'report')} by {count(outlets, 'outlet')}"
    if voice.certainty == "none":
        return f"{carried}. No voice was found: these reports name nobody, and so do those they were made from."
    origin = voice.occasions[0].origin
    what = voice_kind(origin.voice) if origin and not is_unnamed(origin.voice) else ""
    head = f"{what[:1].upper()}{what[1:]}. " if what and not (origin and origin.voice.kind == "person") else ""
    if n > 1:
        head += f"{spelled(n).capitalize()} people, so {spelled_count(n, 'voice')}. "
    if voice.certainty == "may":
        return f"{head}{carried}. Not counted: could be one of the other voices or another; the range keeps both open."
    several = len(voice.occasions)
    occasions = "one occasion" if several == 1 else f"{spelled(several)} occasions: {spelled_count(n, 'voice')}"
    other = "the same as other voices" if n > 1 else "the same as another voice"
    half = f" Counted, but perhaps {other}." if voice.certainty == "half" else ""
    return f"{head}{carried}, {occasions}.{half}"


def _conflicts(index: Index, claim_id: str, shapes: Mapping[str, Shape]) -> tuple[ConflictView, ...]:
    found = index.conflicts_of.get(claim_id, ())
    own = glyph(shapes[claim_id]) if found else Markup("")
    return tuple(_conflict(index, row, (claim_id, own), shapes) for row in found)


def _conflict(
    index: Index, conflict: Conflict, left_side: tuple[str, Markup], shapes: Mapping[str, Shape]
) -> ConflictView:
    claim_id, own = left_side
    mine, rival = index.claims[claim_id], index.claims[other(conflict, claim_id)]
    left, right = beside(mine.text, rival.text)
    return ConflictView(
        kind=plain_kind(conflict.kind, CONFLICT),
        left=left,
        right=right,
        left_head=head_of(index, mine),
        right_head=head_of(index, rival),
        left_glyph=own,
        right_glyph=glyph(shapes[rival.id]),
        reasons=conflict.reasons,
    )


def _side(index: Index, assertion_id: str) -> tuple[str, Quote]:
    assertion = index.assertions.get(assertion_id)
    if assertion is None:
        return "a report that is not in the record", Quote((), False)
    report = index.reports[assertion.document_id]
    return f"{report.outlet}, {report.stamp}", quote(report.row.text, assertion.spans)


def _drift(index: Index, drift: Drift) -> DriftView:
    source, was = _side(index, drift.from_assertion_id)
    target, is_now = _side(index, drift.to_assertion_id)
    before, after = once(was.text, drift.before), once(is_now.text, drift.after)
    lost, gained = any(part.is_own for part in before), any(part.is_own for part in after)
    told = (lost or not drift.before) and (gained or not drift.after)
    words = ""
    if not told:
        words = f"{drift.before or 'nothing'} → {drift.after or 'nothing'}"
    return DriftView(plain_kind(drift.kind, DRIFT).capitalize(), source, target, before, after, words)


def _dots(voice: Standing) -> Markup:
    if voice.people < 2:
        return Markup("")
    size = (22 + reach(voice.people, _RADIUS), 22)
    return drawing(lettered(voice, 11, 11, _RADIUS), size, spelled_count(voice.people, "voice"), style='class="dots"')


def _summary(form: Shape) -> str:
    first = {i for voice in form.dots for i in voice.first}
    n, rest = len(form.strokes), len(form.strokes) - len(first)
    if not n:
        return ""
    went = f"{spelled(len(first)).capitalize()} report{'s' * (len(first) != 1)} went to a source."
    again = f" {spelled(rest).capitalize()} repeat{'s' * (rest == 1)} another report or name{'s' * (rest == 1)} nobody."
    return went + (again if rest else "")


def page_of(
    index: Index, head: ClaimHead, marks: tuple[tuple[str, str], ...], shapes: Mapping[str, Shape]
) -> ClaimPage:
    """A claim's page.

    Args:
        index: the record, or the part of it that holds the claim.
        head: the claim.
        marks: (kind, words) of conflicts and drifts, as its row has them.
        shapes: the shapes of the claim and of those that speak against it.
    """
    claim_id = head.id
    form = shapes[claim_id]
    drifts: dict[str, list[Drift]] = {}
    for drift in index.drifts_of.get(claim_id, ()):
        drifts.setdefault(drift.to_assertion_id, []).append(drift)
    voices = tuple(
        VoiceView(
            letter=voice.letter,
            hue=voice.hue,
            dots=_dots(voice),
            certainty=voice.certainty,
            name=voice.name,
            note=_voice_note(index, voice),
            occasions=tuple(_occasion(index, occasion, form.dots, drifts) for occasion in voice.occasions),
        )
        for voice in form.dots
    )
    drawn, words = history(form, index.year)
    return ClaimPage(
        head=head,
        marks=marks,
        summary=_summary(form),
        why=f"Why {spelled_count(head.voices.best, 'voice') if head.voices.best else 'no voice'}?",
        fans=(fan(form, claim_frame(index.year, narrow=False)), fan(form, claim_frame(index.year, narrow=True))),
        voices=voices,
        history=drawn,
        history_words=words,
        conflicts=_conflicts(index, claim_id, shapes),
        drifts=tuple(_drift(index, drift) for drift in index.drifts_of.get(claim_id, ())),
    )
