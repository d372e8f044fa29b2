"""A report as its own page shows it: the whole text with its layers, notes beside it, what it was made from."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from woozle.model.records import Attribution, Derivation, Passage
from woozle.model.values import Published, Reason
from woozle.report.diff import Part, compare
from woozle.report.draw_family import family
from woozle.report.index import Index, Report
from woozle.report.marks import layers_of, paragraphs
from woozle.report.view_row import ClaimHead
from woozle.report.words import ACT, DERIVATION, DIRECTION, MODE, STANCE, count, plain_kind

_HUES = ("a", "b", "c", "d", "e")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")

#: So many passages of a pair are shown, the longest; a passage with more words is shown by its ends.
_MOST_PASSAGES, _MOST_WORDS = 4, 120
_KNOWN = {"stated": "as stated in the text", "metadata": "from the page’s own data", "inferred": "as the text allows"}


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin: who is said to have said the numbered words, how, and the claims they carry.

    ``via`` holds names as the report has them, which may run the other way; ``words`` are ours.
    """

    number: int
    anchor: str
    hue: str
    name: str
    mode: str
    via: tuple[str, ...]
    words: tuple[str, ...]
    claims: tuple[ClaimHead, ...]
    is_only_here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its notes, the claims it carries in the report's own voice, and the link to its bytes."""

    html: Markup
    notes: tuple[Note, ...]
    own: tuple[ClaimHead, ...]
    bytes_href: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of two reports: side by side with what differs, or by its first and last words where it is long."""

    kind: str
    words: str
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    ends: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of copying, seen from the report: the other report (None: outside the pile) and how it was done."""

    report: Report | None
    name: str
    kind: str
    words: str
    reasons: tuple[Reason, ...]
    shared: tuple[Shared, ...]
    n_more: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything that a report's page shows. ``lost``: names of assertions without a place in the text."""

    report: Report
    language: str
    published: str
    lines: tuple[Line, ...]
    lost: tuple[str, ...]
    parents: tuple[Step, ...]
    children: tuple[Step, ...]
    family: Markup
    n_attributions: int
    n_claims: int


def published_words(report: Report, known: Published | None) -> str:
    """When it came out, and how that is known."""
    return f"{report.stamp}, {_KNOWN.get(known.known, known.known)}" if known else "No date is known"


def _voice_key(row: Attribution) -> str:
    return row.source_entity_id or (row.source.text.casefold() if row.source else "")


def _hues(rows: Sequence[Attribution]) -> Mapping[str, str]:
    """A colour for each attribution: one a source, the source with most of them first; nobody has none."""
    tally = Counter(_voice_key(row) for row in rows if _voice_key(row))
    first = {key: place for place, key in reversed(list(enumerate(_voice_key(row) for row in rows)))}
    ranked = sorted(tally, key=lambda key: (-tally[key], first[key]))
    hue = {key: _HUES[place] if place < len(_HUES) else "k" for place, key in enumerate(ranked)}
    return {row.id: hue.get(_voice_key(row), "n") for row in rows}


def _ordered(index: Index, document_id: str) -> list[Attribution]:
    rows = index.attributions_of.get(document_id, ())
    return sorted(rows, key=lambda row: (row.content[0].start if row.content else 0, row.id))


def _said_words(row: Attribution, numbers: Mapping[str, int]) -> tuple[str, ...]:
    parts = [plain_kind(row.act, ACT)] if row.act != "assert" else []
    parts += [plain_kind(row.stance, STANCE)] if row.stance != "plain" else []
    outer = numbers.get(row.parent_id or "")
    parts += [f"inside {outer}"] if outer else []
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A report with what its notes need."""

    index: Index
    report: Report
    rows: Sequence[Attribution]
    hues: Mapping[str, str]
    heads: Mapping[str, ClaimHead]
    alone: frozenset[str]

    @property
    def prefix(self) -> str:
        return self.report.anchor.replace("r-", "n-", 1)

    def claims(self, attribution_id: str | None, bounds: tuple[int, int] | None = None) -> tuple[list[ClaimHead], bool]:
        """Claims of an attribution (or of the report's own voice within bounds) that stand elsewhere too."""
        found = {}
        for row in self.index.assertions_of.get(self.report.id, ()):
            is_inside = bounds is None or bool(row.spans and bounds[0] <= row.spans[0].start < bounds[1])
            head = self.heads.get(row.claim_id or "")
            if row.attribution_id == attribution_id and is_inside and head:
                found[head.id] = head
        shared = [head for claim_id, head in found.items() if claim_id not in self.alone]
        return sorted(shared, key=lambda head: (-head.reports, head.id)), bool(found) and not shared


def _note(reading: _Reading, number: int, numbers: Mapping[str, int]) -> Note:
    row = reading.rows[number - 1]
    entity = reading.index.entities.get(row.source_entity_id or "")
    claims, is_only_here = reading.claims(row.id)
    return Note(
        number=number,
        anchor=f"{reading.prefix}-{number}",
        hue=reading.hues[row.id],
        name=entity.name if entity else row.source.text if row.source else "Nobody named",
        mode=plain_kind(row.mode, MODE),
        via=tuple(carrier.span.text for carrier in row.via),
        words=_said_words(row, numbers),
        claims=tuple(claims),
        is_only_here=is_only_here,
    )


def _lines(reading: _Reading) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    index, report = reading.index, reading.report
    layers = layers_of(index, report.id, reading.rows, reading.hues)
    made, lost = paragraphs(report.row.text, layers, index.assertions_of.get(report.id, ()), reading.prefix)
    numbers = {row.id: number for number, row in enumerate(reading.rows, 1)}
    starts = [row.content[0].start if row.content else 0 for row in reading.rows]
    lines, given = [], 0
    for place, paragraph in enumerate(made):
        is_last = place == len(made) - 1
        notes = []
        while given < len(starts) and (is_last or starts[given] < paragraph.end):
            given += 1
            notes.append(_note(reading, given, numbers))
        own, _ = reading.claims(None, (paragraph.start, paragraph.end))
        source = index.links.bytes_of(report.id, paragraph.start, paragraph.end)
        lines.append(Line(paragraph.html, tuple(notes), tuple(own), source))
    return tuple(lines), lost


def _ends(words: Sequence[str]) -> tuple[str, str]:
    return " ".join(words[:8]), " ".join(words[-8:])


def _shared(passage: Passage, parent_id: str) -> Shared:
    is_left = passage.left.document_id == parent_id
    source, target = (passage.left, passage.right) if is_left else (passage.right, passage.left)
    words = target.text.split()
    said = f"{count(len(words), 'word')}"
    kind = plain_kind(passage.kind, DERIVATION)
    if len(words) > _MOST_WORDS:
        return Shared(kind, said, (), (), _ends(words))
    if source.text == target.text:
        return Shared(kind, said, (), (Part(target.text, False),), None)
    return Shared(kind, said, *compare(source.text, target.text), None)


def _how(row: Derivation) -> str:
    parts = [plain_kind(row.kind, DERIVATION), "credited" if row.credited else "not credited"]
    return ", ".join([*parts, plain_kind(row.direction, DIRECTION)])


def _step(index: Index, row: Derivation, *, is_parent: bool) -> Step:
    other_id = row.parent_document_id if is_parent else row.child_document_id
    found = index.reports.get(other_id or "")
    passages: Sequence[Passage] = ()
    if is_parent and found:
        passages = index.passages_of.get(frozenset((row.child_document_id, found.id)), ())
    longest = sorted(passages, key=lambda p: (p.left.start - p.left.end, p.id))[:_MOST_PASSAGES]
    kept = [p for p in passages if p in longest]
    return Step(
        report=found,
        name=found.outlet if found else row.parent_external or "something that is not in the pile",
        kind=row.kind if row.kind in DERIVATION else "edited",
        words=_how(row),
        reasons=row.reasons,
        shared=tuple(_shared(passage, found.id) for passage in kept) if found else (),
        n_more=len(passages) - len(kept),
    )


def report_page(index: Index, report: Report, heads: Mapping[str, ClaimHead], alone: frozenset[str]) -> ReportPage:
    """A report's page.

    Args:
        index: the record.
        report: the report.
        heads: every claim, by id.
        alone: claims that stand in one report only.
    """
    rows = _ordered(index, report.id)
    lines, lost = _lines(_Reading(index, report, rows, _hues(rows), heads, alone))
    parents = tuple(_step(index, row, is_parent=True) for row in index.parents_of.get(report.id, ()))
    children = tuple(_step(index, row, is_parent=False) for row in index.children_of.get(report.id, ()))
    language = report.row.language or ""
    return ReportPage(
        report=report,
        language=language if _LANGUAGE.match(language) else "",
        published=published_words(report, report.row.published),
        lines=lines,
        lost=lost,
        parents=parents,
        children=children,
        family=family(
            [(step.name, step.report.stamp if step.report else "", step.kind) for step in parents],
            [(step.name, step.report.stamp if step.report else "", step.kind) for step in children],
        ),
        n_attributions=len(rows),
        n_claims=len({row.claim_id for row in index.assertions_of.get(report.id, ()) if row.claim_id in heads}),
    )
