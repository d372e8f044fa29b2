"""Assertions of one text: what the report says once, in somebody's voice or its own, cut into propositions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from woozle.model.ids import row_id
from woozle.model.records import Assertion, Attribution, Mention, Place, Quantity, Sentence, Time
from woozle.model.values import Span
from woozle.stages.extract.clauses import BACKGROUND, Piece, pieces_of
from woozle.stages.extract.narrative import is_about_naming, own_pieces, stance_of
from woozle.stages.extract.tolls import by_fate
from woozle.toolbox.link.verbs import has_verb

#: Acts that say nothing of the world: a question, and a refusal to speak.
_SILENT = frozenset({"ask", "decline"})
#: Acts whose content only says something together with the words that carry it: "demanded the return of the men".
_CARRIED = frozenset({"direct", "intend"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was read in one document, rows in any order. ``sentences`` may lack parts of speech."""

    text: str
    document_id: str
    title: str | None
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    times: Sequence[Time]
    places: Sequence[Place]
    quantities: Sequence[Quantity]


#: Share of a piece that may lie in what somebody else is quoted with inside it, and in that with who says it and how.
_MOST_INNER, _MOST_TAKEN = 0.4, 0.6


class _Spanned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=_Spanned)


def read_assertions(evidence: Evidence) -> tuple[Assertion, ...]:
    """The assertions of a document, in text order.

    An attributed content gives one assertion a sentence or clause; what another attribution inside it puts down to
    somebody else is left to that one. Then come the report's own sentences that state something. A denied content is
    kept as it stands, with polarity ``denied``: the words are those of the thing denied.
    """
    evidence = replace(
        evidence,
        mentions=_in_text_order(evidence.mentions),
        times=_in_text_order(evidence.times),
        places=_in_text_order(evidence.places),
        quantities=_in_text_order(evidence.quantities),
    )
    sentences = sorted(evidence.sentences, key=lambda row: (row.start, row.end, row.id))
    heard = sorted(evidence.attributions, key=lambda row: (_bounds(row), row.id))
    made = [
        _assertion(evidence, piece, attribution)
        for attribution in heard
        if attribution.act not in _SILENT
        for piece in by_fate(evidence.text, _said(evidence.text, attribution, heard, sentences), evidence.quantities)
        if not is_about_naming(" ".join(evidence.text[start:end] for start, end in piece))
    ]
    taken = [span for row in heard for span in _zone(row, sentences)]
    own = own_pieces(evidence.text, sentences, taken, evidence.title)
    made += [_assertion(evidence, piece, None) for piece in by_fate(evidence.text, own, evidence.quantities)]
    return tuple(sorted(made, key=lambda row: (row.spans[0].start, row.spans[-1].end, row.id)))


def _bounds(row: Attribution) -> tuple[int, int]:
    """Where what is said begins and ends; a refusal to speak may have no content, and stands where its cue does."""
    spans = row.content or ((row.cue,) if row.cue else ())
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)


def _zone(row: Attribution, sentences: Sequence[Sentence]) -> Iterable[tuple[int, int]]:
    """What of the text an attribution takes up: content and cue, and who is named in the same sentence."""
    told = [(span.start, span.end) for span in (*row.content, *([row.cue] if row.cue else []))]
    named = [*([row.source] if row.source else []), *(carrier.span for carrier in row.via)]
    here = [(span.start, span.end) for span in named if _is_beside(span, told, sentences)]
    return [(start, end) for start, end in (*told, *here) if start < end]


def _is_beside(span: Span, told: Sequence[tuple[int, int]], sentences: Sequence[Sentence]) -> bool:
    """Whether a stretch begins in a sentence in which something of what is told stands."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or sentences[at].end <= span.start:
        return False
    return any(start < sentences[at].end and sentences[at].start < end for start, end in told)


def _inner(row: Attribution, others: Sequence[Attribution]) -> list[Attribution]:
    """Attributions whose contents lie inside this one's and are smaller; `others` are in order of bounds."""
    own = {(span.start, span.end) for span in row.content}
    size = sum(end - start for start, end in own)
    low, high = _bounds(row)
    first = bisect_left(others, low, key=lambda other: _bounds(other)[0])
    last = bisect_right(others, high, first, key=lambda other: _bounds(other)[0])
    found = []
    for other in others[first:last]:
        spans = [(span.start, span.end) for span in other.content]
        is_smaller = sum(end - start for start, end in spans) < size
        if other.id != row.id and is_smaller and all(any(a <= s and e <= b for a, b in own) for s, e in spans):
            found.append(other)
    return found


def _covered(piece: Piece, spans: Iterable[tuple[int, int]]) -> float:
    whole = sum(end - start for start, end in piece)
    inside = {at for s, e in spans for start, end in piece for at in range(max(start, s), min(end, e))}
    held = len(inside)
    return held / whole if whole else 1.0


def _said(text: str, row: Attribution, others: Sequence[Attribution], sentences: Sequence[Sentence]) -> Iterable[Piece]:
    inner = _inner(row, others)
    quoted = [(span.start, span.end) for other in inner for span in other.content]
    # "The commander of a group that crossed the river claims": who says it is told with something that may be so.
    taken = [
        (start, end)
        for other in inner
        for start, end in _zone(other, sentences)
        if (start, end) in quoted or not has_verb(text[start:end]) or (other.cue and start == other.cue.start)
    ]
    pieces = [
        piece
        for piece in pieces_of(text, [(span.start, span.end) for span in row.content], sentences)
        if _covered(piece, quoted) < _MOST_INNER and _covered(piece, taken) < _MOST_TAKEN
    ]
    if row.act in _CARRIED and row.cue is not None and pieces:
        first, gap = pieces[0], pieces[0][0][0] - row.cue.end
        if 0 <= gap <= 40 and "\n\n" not in text[row.cue.end : first[0][0]]:
            pieces[0] = ((row.cue.start, first[0][1]), *first[1:])
    return pieces


def _in_text_order(rows: Sequence[S]) -> list[S]:
    return sorted(rows, key=lambda row: (row.span.start, row.span.end, row.id))


def _inside(piece: Piece, rows: Sequence[S]) -> list[S]:
    """Those of the rows, which are in text order, that lie in a stretch of the piece; a piece is in text order too."""
    first = bisect_left(rows, piece[0][0], key=lambda row: row.span.start)
    last = bisect_right(rows, piece[-1][1], key=lambda row: row.span.start)
    return [
        row for row in rows[first:last] if any(start <= row.span.start and row.span.end <= end for start, end in piece)
    ]


def _is_background(text: str, piece: Piece) -> bool:
    """Whether a clause only says when the rest happened: "denied that anybody was held when boats crossed"."""
    start = piece[0][0]
    return BACKGROUND.search(text[max(0, start - 10) : start]) is not None


def _assertion(evidence: Evidence, piece: Piece, row: Attribution | None) -> Assertion:
    document = evidence.document_id
    actors = [m.entity_id for m in _inside(piece, evidence.mentions) if m.entity_id and m.kind != "place"]
    return Assertion(
        row_id("assertion", document, row.id if row else None, [at for span in piece for at in span]),
        document,
        tuple(Span(start, end, evidence.text[start:end]) for start, end in piece),
        row.id if row else None,
        None,
        None,
        "denied" if row and row.act == "deny" and not _is_background(evidence.text, piece) else "affirmed",
        row.stance if row else stance_of(" ".join(evidence.text[start:end] for start, end in piece)),
        tuple(dict.fromkeys(actors)),
        tuple(found.id for found in _inside(piece, evidence.times)),
        tuple(found.id for found in _inside(piece, evidence.places)),
        tuple(found.id for found in _inside(piece, evidence.quantities)),
        None,
    )
