"""Why a row is what it is, in plain words, down to the characters of the reports."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from woozle.errors import UsageError
from woozle.model.arrow import plain
from woozle.model.records import Assertion, Attribution, Claim, Conflict, Document, Drift, Origin
from woozle.model.values import Range, Reason, Span
from woozle.review.decided import decisions_on, told
from woozle.review.history import history_of, words
from woozle.review.record import Rows
from woozle.toolbox.verdicts import ALONE

#: What the certainty of an origin does to the count of voices.
CERTAINTY = {
    "sure": "counted",
    "half": "counted, but perhaps the same as another",
    "may": "not counted, perhaps one more",
    "none": "leads back to nobody",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a row is what it is: a title, lines of plain text, and the rows they speak of as plain values."""

    title: str
    lines: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]


def explain(book: Rows, prefix: str) -> Explanation:
    """Explain the row whose id begins with `prefix` (the tag ``b2:`` may be left out).

    Raises:
        UsageError: no row, or more than one, has such an id.
    """
    found = book.find(prefix)
    if not found:
        raise UsageError(f"no row of the record has an id that begins with {prefix}")
    if len(found) > 1:
        some = ", ".join(f"{type(row).__name__.lower()} {row.id}" for row in found[:5])
        raise UsageError(f"{len(found)} rows have an id that begins with {prefix}: {some}; give more of it")
    row = found[0]
    decisions = decisions_on(book, row)
    decided = (*told(decisions), *(f"  {one.feature} {one.value}" for one in _alone(row)))
    known = tuple(plain(one) for one in decisions if one.id != row.id)
    if isinstance(row, Claim):
        origins = book.where(Origin, "claim_id", row.id)
        lines = (*_claim(book, row, origins), *(("", *decided) if decided else ()))
        return Explanation(f"Claim {row.id}", lines, (*_claim_rows(book, row, origins), *known))
    return Explanation(f"{type(row).__name__} {row.id}", (*_plain_row(book, row), *decided), (plain(row), *known))


def _alone(row: Any) -> Iterator[Reason]:
    """What the program alone had, of a row that somebody judged."""
    return (one for one in getattr(row, "reasons", ()) if one.feature.startswith(ALONE))


def count_of(voices: Range) -> str:
    """The best value first, then how far it may be off: “2 voices, perhaps 3”."""
    noun = "voice" if voices.best == 1 else "voices"
    if voices.low == voices.high:
        return f"{voices.best} {noun}"
    if voices.high > voices.best:
        return f"{voices.best} {noun}, perhaps {voices.high}"
    return f"{voices.best} {noun}, perhaps only {voices.low}"


def _claim_rows(book: Rows, claim: Claim, origins: Sequence[Origin]) -> tuple[dict[str, Any], ...]:
    said = [book.get(Assertion, row_id) for row_id in claim.assertion_ids]
    return tuple(plain(row) for row in [claim, *origins, *said] if row is not None)


def _claim(book: Rows, claim: Claim, origins: Sequence[Origin]) -> Iterator[str]:
    yield claim.text
    reports = f"{claim.reports} report{'s' * (claim.reports != 1)}"
    yield f"{reports}, {claim.outlets} outlet{'s' * (claim.outlets != 1)}, {count_of(claim.voices)}"
    labels = cache(partial(_label_of, book))
    for origin in origins:
        yield ""
        yield from _origin(book, origin, labels)
    yield ""
    yield "What was known when:"
    yield from words(history_of(book, claim, origins))
    yield from _against(book, claim)
    for drift in book.where(Drift, "claim_id", claim.id):
        yield f"Changed on the way ({drift.kind.replace('_', ' ')}): “{drift.before}” became “{drift.after}”"


def _origin(book: Rows, origin: Origin, labels: Callable[[str], str | None]) -> Iterator[str]:
    name = origin.voice.name or origin.voice.kind.replace("_", " ")
    to = f" to {origin.occasion.addressee}" if origin.occasion.addressee else ""
    when = f", {origin.occasion.date[:10]}" if origin.occasion.date else ""
    yield f"Voice: {name} ({CERTAINTY.get(origin.certainty, origin.certainty)})"
    yield f"  Occasion: {origin.occasion.kind.replace('_', ' ')}{to}{when}"
    for reason in origin.reasons:
        yield f"  Because: {reason.feature}" + (f" ({reason.value})" if reason.value else "")
    for row_id in origin.assertion_ids:
        assertion = book.get(Assertion, row_id)
        if assertion:
            report = labels(assertion.document_id)
            first = "First heard in" if row_id == origin.root_assertion_id else "Said in"
            yield from (f"  {line}" for line in _said(book, assertion, f"{first} {report}") if report)


def _said(book: Rows, assertion: Assertion, where: str) -> Iterator[str]:
    text = " … ".join(span.text for span in assertion.spans)
    spans = ", ".join(f"{span.start}–{span.end}" for span in assertion.spans)
    yield f"{where}, characters {spans}:"
    yield f"    “{text}”"
    attribution = book.get(Attribution, assertion.attribution_id or "")
    if attribution:
        yield f"    {_attributed(attribution)}"


def _attributed(row: Attribution) -> str:
    source = f"“{row.source.text}”" if row.source else "nobody named"
    cue = f", cue “{row.cue.text}”" if row.cue else ""
    via = "".join(f", via “{carrier.span.text}”" for carrier in row.via)
    return f"attributed to {source}{cue}{via}; {row.mode}, {row.act}, {row.stance}"


def _label_of(book: Rows, document_id: str) -> str | None:
    document = book.get(Document, document_id)
    return label(document) if document else None


def label(document: Document) -> str:
    """How a report is called where there is little room: Harbour Wire, 2024-05-07, “Ferry runs aground”."""
    day = document.published.start[:10] if document.published and document.published.start else "undated"
    if day == "undated" and document.not_before:
        day += f", not before {document.not_before[:10]}"
    outlet = document.outlet or "an outlet that is not named"
    return f"{outlet}, {day}, “{document.title or document.input}”"


def _against(book: Rows, claim: Claim) -> Iterator[str]:
    for conflict in conflicts_of(book, claim.id):
        other_id = conflict.right_claim_id if conflict.left_claim_id == claim.id else conflict.left_claim_id
        other = book.get(Claim, other_id)
        if other:
            yield ""
            yield f"Against it ({conflict.kind}): {other.text} [{other.id}]"
            yield from (f"  Because: {reason.feature}" for reason in conflict.reasons)


def conflicts_of(book: Rows, claim_id: str) -> list[Conflict]:
    """The conflicts of a claim, by id."""
    sides = ("left_claim_id", "right_claim_id")
    found = {row.id: row for side in sides for row in book.where(Conflict, side, claim_id)}
    return [found[row_id] for row_id in sorted(found)]


def _plain_row(book: Rows, row: Any) -> Iterator[str]:
    """Every field of a row, and around each span the words of its report."""
    document = book.get(Document, getattr(row, "document_id", None) or "")
    for name, value in plain(row).items():
        if name not in ("text", "byte_map"):
            yield f"{name}: {value}"
    if document is None:
        return
    for span in _spans(row):
        before, after = document.text[max(0, span.start - 60) : span.start], document.text[span.end : span.end + 60]
        yield f"in {label(document)}: …{before}[{span.text}]{after}…".replace("\n", " ")


def _spans(row: Any) -> Iterator[Span]:
    for name in type(row).__dataclass_fields__:
        value = getattr(row, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span):
                yield item
