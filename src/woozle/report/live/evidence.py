"""The evidence beside a question: both sides in the words of the reports, with links to where they stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from woozle.model import records as r
from woozle.model.values import Reason, Side, Span
from woozle.report.diff import compare
from woozle.report.index import Index, Report
from woozle.report.live.address import Addresses
from woozle.report.live.asking import Question
from woozle.report.live.cuts import Cut, Place, cuts_for
from woozle.report.live.slices import Slice, heads_of, light_documents
from woozle.report.live.source import Asked
from woozle.report.quote import Piece, quote
from woozle.report.words import (
    ACT,
    DERIVATION,
    count,
    occasion_name,
    plain_kind,
    three_numbers,
    voice_kind,
    voice_name,
)

#: Sentences that one side shows, passages of a copy, and code points of one passage.
MOST_SAID, MOST_PASSAGES, LONGEST = 3, 3, 900
#: Claims told more often are not counted together: that would read all their reports.
MOST_COUNTED = 2_000
_CERTAINTY = MappingProxyType(
    {
        "sure": "counted",
        "half": "counted, but perhaps the same as another",
        "may": "not counted, perhaps one more",
        "none": "not counted",
    }
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of a report with the words that count marked, and where it stands.

    ``is_whole``: the words that are not marked count too.
    """

    pieces: tuple[Piece, ...]
    is_cut: bool
    outlet: str
    stamp: str
    href: str
    bytes_href: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """One side. ``head`` is a name as reports have it, ``note`` is ours.

    ``claim``: words, address and numbers of the claim that it stands in now.
    """

    head: str
    note: str
    sayings: tuple[Saying, ...]
    claim: tuple[str, str, str] | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in words. ``lean``: how it weighs, from -1 (two) to 1 (one); None where that was not measured."""

    words: str
    value: str = ""
    lean: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Both sides, the reasons of the record, and the claims that an answer bears on, at most a few."""

    left: Half
    right: Half
    reasons: tuple[Why, ...] = ()
    claim_ids: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Desk:
    """The record and what was looked up in it for one question."""

    asked: Asked
    totals: Mapping[str, Any]
    cuts: dict[str, Cut] = field(default_factory=dict)

    def index(self, ids: Iterable[str]) -> Index:
        """Reports by id, without their texts."""
        made = Slice()
        made.add(light_documents(self.asked, ids))
        return made.index(self.totals)

    def sayings(self, places: Sequence[tuple[str, tuple[Span, ...], str]]) -> tuple[Saying, ...]:
        """Sentences of reports: (report, stretches, address of the sentence)."""
        rows = [Place(document_id, spans) for document_id, spans, _ in places]
        cuts, index = cuts_for(self.asked, rows), self.index(row.document_id for row in rows)
        return tuple(
            _saying(index.reports[document_id], cuts[document_id], spans, href)
            for document_id, spans, href in places
            if document_id in cuts
        )

    def said(self, rows: Sequence[r.Assertion]) -> tuple[Saying, ...]:
        """The sentences of statements."""
        return self.sayings([(row.document_id, row.spans, Addresses().said(row)) for row in rows])

    def claim(self, claim_id: str | None) -> tuple[str, str, str] | None:
        """Words, address and numbers of a claim."""
        found = heads_of(self.asked, [claim_id]) if claim_id else []
        return next(
            (
                (row.text, Addresses().claim(row.id), three_numbers(row.reports, row.outlets, row.voices))
                for row in found
            ),
            None,
        )


def _saying(report: Report, cut: Cut, spans: tuple[Span, ...], href: str) -> Saying:
    found = quote(cut.text, cut.spans(spans))
    low = min((span.start for span in spans), default=0)
    high = max((span.end for span in spans), default=0)
    source = Addresses().bytes_of(report.id, low, high) if low < high else ""
    return Saying(found.pieces, found.is_cut, report.outlet, report.stamp, href, source)


def _statements(desk: _Desk, question: Question) -> Evidence | None:
    rows = {row.id: row for row in desk.asked.many(r.Assertion, question.ids)}
    if len(rows) < 2:
        return None
    halves = []
    for key in question.ids:
        row = rows[key]
        claim = desk.claim(row.claim_id)
        halves.append(Half("", "", desk.said([row]), claim))
    words = (Why("Both have the words", question.why),) if question.why else ()
    lean = (Why(_lean(question.score), lean=max(-1.0, min(1.0, question.score / 300))),)
    ids = tuple(dict.fromkeys(row.claim_id or "" for row in (rows[key] for key in question.ids)))
    return Evidence(halves[0], halves[1], (*lean, *words, *_conflicts(desk, ids)), ids, _together(desk, question, ids))


def _plain(reasons: Iterable[Reason]) -> tuple[Why, ...]:
    """Reasons of the record as they stand there; how they weighed is on a scale of their own."""
    told = (Why(_begun(one.feature.replace("_", " ")), one.value) for one in reasons)
    return tuple(dict.fromkeys(told))


def _begun(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]


def _sentences(reasons: Iterable[Reason]) -> tuple[Why, ...]:
    """Reasons of a copy: what was measured is a sentence already."""
    told = (one.value or one.feature.replace("_", " ") for one in reasons)
    return tuple(Why(_begun(words)) for words in dict.fromkeys(told))


def _lean(score: int) -> str:
    """What the program makes of two statements alone, in the words for the strength of a reason."""
    head = "The two statements alone: "
    if abs(score) < 20:
        return f"{head}open"
    strength = "weak" if abs(score) < 90 else "likely" if abs(score) < 220 else "strong"
    return f"{head}{strength}"


def _conflicts(desk: _Desk, ids: Sequence[str]) -> tuple[Why, ...]:
    if len(ids) < 2:
        return ()
    rows = desk.asked.read(r.Conflict, "conflicts_of", claims=[ids[0]], limit=60)
    kinds = {row.kind for row in rows if {row.left_claim_id, row.right_claim_id} == set(ids)}
    return tuple(Why("A conflict is listed between the two claims", kind, -0.4) for kind in sorted(kinds))


def _together(desk: _Desk, question: Question, ids: Sequence[str]) -> tuple[str, ...]:
    if len(ids) < 2 or question.n_told > MOST_COUNTED:
        return ()
    n, outlets = desk.asked.ask("review_both", one=ids[0], other=ids[1])[0]
    return (f"One claim would have {count(n, 'report')} of {count(outlets, 'outlet')}.",)


def _mentions(desk: _Desk, rows: Sequence[r.Mention]) -> tuple[Saying, ...]:
    return desk.sayings([(row.document_id, (row.span,), Addresses().report(row.document_id)) for row in rows])


def _entity(desk: _Desk, entity_id: str, shown: Sequence[r.Mention] = ()) -> Half | None:
    found = desk.asked.many(r.Entity, [entity_id])
    if not found:
        return None
    entity, counts = found[0], desk.asked.ask("name_row", id=entity_id)[0]
    rows = shown or desk.asked.read(r.Mention, "mentions_of", id=entity_id, limit=MOST_SAID)
    others = [alias for alias in entity.aliases if alias != entity.name][:6]
    note = f"{entity.kind}, in {count(counts[4], 'report')}"
    note += f", a voice behind {count(counts[6], 'claim')}" if counts[6] else ""
    note += f"; also “{'”, “'.join(others)}”" if others else ""
    return Half(entity.name, note, _mentions(desk, rows), href=f"/name/{entity_id.removeprefix('b2:')[:16]}")


def _names(desk: _Desk, question: Question) -> Evidence | None:
    left, right = (_entity(desk, key) for key in question.ids)
    if left is None or right is None:
        return None
    ids = [row[0] for key in question.ids for row in desk.asked.ask("claims_voiced", id=key, limit=MOST_SAID)]
    return Evidence(left, right, (Why(question.why),), tuple(dict.fromkeys(ids)))


def _name(desk: _Desk, question: Question) -> Evidence | None:
    rows = {row.id: row for row in desk.asked.many(r.Mention, question.ids)}
    if len(rows) < 2:
        return None
    left, right = (rows[key] for key in question.ids)
    whole = _entity(desk, left.entity_id or "", [left])
    if whole is None:
        return None
    other = Half(right.span.text, "in this report", _mentions(desk, [right]))
    ids = tuple(row[0] for row in desk.asked.ask("claims_voiced", id=left.entity_id, limit=MOST_SAID))
    return Evidence(whole, other, (Why(_begun(question.why)),), ids)


def _passage(report: Report, side: Side, other: str) -> Saying:
    """What a report has of a passage; marked is what the other has not."""
    text = side.text[:LONGEST]
    parts, _ = compare(text, other[:LONGEST])
    pieces = tuple(Piece(part.text, part.is_own) for part in parts)
    at = f"{report.href}?at={side.start}" if side.start else report.href
    source = Addresses().bytes_of(report.id, side.start, side.end)
    return Saying(pieces, len(side.text) > LONGEST, report.outlet, report.stamp, at, source, True)


def _copy(desk: _Desk, question: Question) -> Evidence | None:
    found = desk.asked.many(r.Derivation, question.ids)
    if not found or found[0].parent_document_id is None:
        return None
    row, child, parent = found[0], found[0].child_document_id, found[0].parent_document_id
    index = desk.index([child, parent])
    sides: dict[str, list[Saying]] = {child: [], parent: []}
    passages = desk.asked.read(r.Passage, "passages_between", one=child, other=parent, limit=40)
    passages.sort(key=lambda one: (one.left.start - one.left.end, one.id))
    for one in passages[:MOST_PASSAGES]:
        sides[one.left.document_id].append(_passage(index.reports[one.left.document_id], one.left, one.right.text))
        sides[one.right.document_id].append(_passage(index.reports[one.right.document_id], one.right, one.left.text))
    if not passages:
        for key in (child, parent):
            text = desk.asked.ask("text_cut", id=key, low=0, most=LONGEST // 2)[0][0]
            report = index.reports[key]
            sides[key] = [Saying((Piece(text, False),), True, report.outlet, report.stamp, report.href, "", True)]
    ids = tuple(one[0] for one in desk.asked.ask("claims_shared", one=child, other=parent, limit=4))
    halves = [
        Half("", index.reports[key].title, tuple(sides[key]), href=index.reports[key].href) for key in (parent, child)
    ]
    kind = plain_kind(row.kind, DERIVATION)
    return Evidence(halves[0], halves[1], (Why(f"How: {kind}"), *_sentences(row.reasons)), ids)


def _voice(desk: _Desk, row: r.Origin) -> Half:
    ids = dict.fromkeys([*([row.root_assertion_id] if row.root_assertion_id else []), *row.assertion_ids])
    rows = {one.id: one for one in desk.asked.many(r.Assertion, list(ids)[:12])}
    kept: dict[str, r.Assertion] = {}
    for key in ids:
        if key in rows:
            kept.setdefault(rows[key].document_id, rows[key])
    kind = voice_kind(row.voice)
    note = "; ".join(part for part in (kind, occasion_name(row.occasion), _CERTAINTY.get(row.certainty, "")) if part)
    return Half(voice_name(row.voice), note, desk.said(list(kept.values())[:2]))


def _voices(desk: _Desk, question: Question) -> Evidence | None:
    rows = {row.id: row for row in desk.asked.many(r.Origin, question.ids)}
    if len(rows) < len(question.ids):
        return None
    mine = rows[question.ids[-1]]
    right = _voice(desk, mine)
    if question.right_id:
        left = _voice(desk, rows[question.left_id])
        why = (*mine.reasons, *rows[question.left_id].reasons)
    else:
        found = desk.asked.read(r.Origin, "claim_origins", claim=mine.claim_id, limit=40)
        counted = [row for row in found if row.certainty in ("sure", "half") and row.id != mine.id]
        first = max(counted, key=lambda row: (len(row.assertion_ids), row.id), default=None)
        others = [voice_name(row.voice) for row in counted if row is not first]
        left = _voice(desk, first) if first else Half("", "No other voice is counted behind the claim.", ())
        left = left if not others else Half(left.head, f"{left.note}; beside {_listed(others)}", left.sayings)
        why = mine.reasons
    return Evidence(left, right, _plain(why[:8]), (mine.claim_id,))


def _listed(names: Sequence[str]) -> str:
    shown = list(dict.fromkeys(names))[:4]
    return ", ".join(shown) + (f" and {len(set(names)) - 4} more" if len(set(names)) > 4 else "")


def _source(desk: _Desk, question: Question) -> Evidence | None:
    found = desk.asked.many(r.Attribution, question.ids)
    if not found or found[0].source is None:
        return None
    row, source = found[0], found[0].source
    spans = tuple(sorted((source, *([row.cue] if row.cue else [])), key=lambda span: span.start))
    said = desk.asked.read(r.Assertion, "said_of", report=row.document_id, id=row.id, limit=12)
    href = Addresses().said(said[0]) if said else Addresses().report(row.document_id)
    told = desk.sayings([(row.document_id, row.content, href)])
    named = desk.sayings([(row.document_id, spans, href)])
    act = plain_kind(row.act, ACT) if row.act != "assert" else ""
    left = Half("", "; ".join(part for part in ("What is said", act) if part), told)
    right = Half(source.text, "who is taken to say it", named)
    ids = tuple(dict.fromkeys(one.claim_id for one in said if one.claim_id))[:4]
    cue = (Why("The words that tell it", row.cue.text),) if row.cue else ()
    via = tuple(Why("Through", carrier.span.text) for carrier in row.via)
    return Evidence(left, right, (*cue, *via), ids)


_BY_ASK: Mapping[str, Callable[[_Desk, Question], Evidence | None]] = MappingProxyType(
    {
        "claims": _statements,
        "member": _statements,
        "names": _names,
        "name": _name,
        "copy": _copy,
        "voices": _voices,
        "voice": _voices,
        "attribution": _source,
    }
)


def evidence(asked: Asked, totals: Mapping[str, Any], question: Question) -> Evidence | None:
    """Both sides of a question; None if the record lacks a row of it."""
    return _BY_ASK[question.ask.name](_Desk(asked, totals), question)
