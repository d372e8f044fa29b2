"""Checks of single rows: spans against texts, texts against bytes, ranges and intervals in order."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from woozle.model.records import Document, Quantity, Time
from woozle.model.values import Published, Range, Side, Span
from woozle.toolbox.text.runs import check_runs


def document_faults(document: Document, content: bytes | None) -> Iterator[str]:
    """What is wrong between a document and the bytes of its capture; nothing is said where there are none."""
    if content is None:
        return
    found = f"sha256:{hashlib.sha256(content).hexdigest()}"
    if found != document.capture_sha256:
        yield f"documents {document.id}: the bytes of {document.capture_sha256} were changed, they are now {found}"
        return
    for fault in check_runs(content, document.encoding, document.text, document.byte_map):
        yield f"documents {document.id}: {fault}"


def parts(value: Any) -> Iterator[Any]:
    """A row and every dataclass inside it, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))


def row_faults(row: Any, texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong inside one row.

    Args:
        row: of any table of the record.
        texts: the text of each document by id.
    """
    home = getattr(row, "document_id", None)
    if isinstance(row, Document):
        # The byte map has a part for each stretch of text, and `check_runs` has looked at it.
        yield from _order_faults(row.published) if row.published else ()
        return
    for part in parts(row):
        if isinstance(part, Span):
            yield from _span_faults(part, texts.get(home or ""))
        elif isinstance(part, Side):
            yield from _span_faults(part, texts.get(part.document_id))
        else:
            yield from _order_faults(part)


def _span_faults(span: Span | Side, text: str | None) -> Iterator[str]:
    where = f"characters {span.start} to {span.end}"
    if text is None:
        yield f"{where} lie in no document of the record"
    elif not 0 <= span.start < span.end <= len(text):
        yield f"{where} are no stretch of a text of {len(text)} characters"
    elif text[span.start : span.end] != span.text:
        yield f"{where} say {text[span.start : span.end][:60]!r}, and the row says {span.text[:60]!r}"


def _order_faults(part: Any) -> Iterator[str]:
    if isinstance(part, Range) and not 0 <= part.low <= part.best <= part.high:
        yield f"the range {part.low}, {part.best}, {part.high} is not in order"
    if isinstance(part, Quantity) and part.low is not None and part.high is not None and part.low > part.high:
        yield f"the low bound {part.low} is above the high bound {part.high}"
    # Instants in one form (UTC, to the second) sort as text; others are left alone rather than misjudged.
    is_known = isinstance(part, Time | Published) and part.start and part.end and len(part.start) == len(part.end)
    if is_known and part.start > part.end:
        yield f"the interval begins at {part.start} and ends at {part.end}"
