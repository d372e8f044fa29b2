"""A small record without a fault, held in memory: two reports, one claim, one voice on one occasion."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from woozle.errors import IntegrityError
from woozle.model.records import (
    Assertion,
    Attribution,
    Claim,
    Conflict,
    Derivation,
    Document,
    Drift,
    Entity,
    Mention,
    Origin,
    Passage,
    Place,
    Problem,
    Quantity,
    Time,
)
from woozle.model.values import Carrier, Occasion, Published, Range, Reason, Run, Side, Span, Voice

R = TypeVar("R")

ONE = "Ina Holm said on 3 May the ferry ran aground 🛳 at Orle."
TWO = "The ferry ran aground at Orle, Ina Holm told Harbour Wire; 40 people left."
CONTENTS = {f"sha256:{hashlib.sha256(text.encode()).hexdigest()}": text.encode() for text in (ONE, TWO)}
FIRST, SECOND = CONTENTS
WHY = (Reason("the same name", "Ina Holm", 1.0),)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def document(name: str, capture: str, text: str, outlet: str) -> Document:
    return Document(
        f"b2:{name}",
        capture,
        f"{name}.txt",
        (f"{name}.txt",),
        outlet,
        None,
        None,
        ("Ivo Marren",),
        Published("2024-05-04T00:00:00Z", "2024-05-05T00:00:00Z", "stated"),
        "en",
        "utf-8",
        text,
        (Run(0, len(text), 0, len(text.encode()), "verbatim"),),
    )


def assertion(name: str, at: str, words: Span, **more: Any) -> Assertion:
    row = Assertion(
        f"b2:{name}", f"b2:{at}", (words,), None, "b2:claim", "b2:origin", "affirmed", "plain", (), (), (), (), None
    )
    return replace(row, **more)


def whole() -> dict[type[Any], list[Any]]:
    """The rows of the record by class."""
    said = span(ONE, "the ferry ran aground 🛳 at Orle")
    left, right = span(ONE, "ran aground"), span(TWO, "ran aground")
    return {
        Document: [document("d1", FIRST, ONE, "Harbour Wire"), document("d2", SECOND, TWO, "Orle Times")],
        Mention: [Mention("b2:m1", "b2:d1", span(ONE, "Ina Holm"), "person", "b2:e1")],
        Entity: [Entity("b2:e1", "Ina Holm", "person", ("Ina Holm",), False)],
        Attribution: [
            Attribution(
                "b2:t1",
                "b2:d1",
                "indirect",
                (said,),
                span(ONE, "said"),
                span(ONE, "Ina Holm"),
                "b2:e1",
                (Carrier(span(ONE, "Orle"), "outlet", "b2:e1"),),
                "assert",
                "plain",
                None,
            )
        ],
        Assertion: [
            assertion("a1", "d1", said, attribution_id="b2:t1", actor_ids=("b2:e1",), time_ids=("b2:i1",)),
            assertion("a2", "d2", span(TWO, "The ferry ran aground at Orle"), quantity_ids=("b2:q1",)),
        ],
        Time: [
            Time(
                "b2:i1",
                "b2:d1",
                span(ONE, "3 May"),
                "2024-05-03T00:00:00Z",
                "2024-05-04T00:00:00Z",
                "day",
                "published",
                "2024-05-03",
            )
        ],
        Place: [Place("b2:p1", "b2:d1", span(ONE, "Orle"), "Orle", None, None, None, None, None, None)],
        Quantity: [Quantity("b2:q1", "b2:d2", span(TWO, "40"), 40.0, 40.0, None, "people", False, None)],
        Passage: [
            Passage(
                "b2:s1",
                Side("b2:d1", left.start, left.end, left.text),
                Side("b2:d2", right.start, right.end, right.text),
                "verbatim",
                1.0,
                WHY,
            )
        ],
        Derivation: [Derivation("b2:v1", "b2:d2", "b2:d1", None, "edited", "known", True, 0.9, WHY)],
        Claim: [
            Claim(
                "b2:claim",
                "The ferry ran aground.",
                ("b2:a1", "b2:a2"),
                None,
                2,
                2,
                Range(1, 1, 1),
                Range(1, 1, 1),
                "2024-05-04",
                "2024-05-04",
            )
        ],
        Origin: [
            Origin(
                "b2:origin",
                "b2:claim",
                Voice("b2:e1", "Ina Holm", "person"),
                Occasion("interview", None, "Harbour Wire"),
                "sure",
                "b2:a1",
                ("b2:a1", "b2:a2"),
                WHY,
            )
        ],
        Conflict: [],
        Drift: [Drift("b2:f1", "b2:claim", "b2:a1", "b2:a2", "source_dropped", "Ina Holm", "")],
        Problem: [Problem("b2:x1", "c.txt", None, "ingest", "empty", "c.txt is empty: leave it out")],
    }


class Fake:
    """A record in memory."""

    def __init__(self, rows: Mapping[type[Any], Sequence[Any]], facts: Mapping[str, Any] | None = None) -> None:
        self._rows, self._facts = rows, facts or {}

    def iterate(self, row: type[R]) -> Iterator[R]:
        yield from sorted(self._rows.get(row, ()), key=lambda item: item.id)

    def fact(self, name: str) -> Any:
        return self._facts.get(name)


def changed(row_class: type[Any], at: int = 0, /, **fields: Any) -> dict[type[Any], list[Any]]:
    """The record with one row changed."""
    rows = whole()
    rows[row_class][at] = replace(rows[row_class][at], **fields)
    return rows


def read_capture(capture_id: str) -> bytes:
    if capture_id not in CONTENTS:
        raise IntegrityError(f"the bytes of capture {capture_id} cannot be read")
    return CONTENTS[capture_id]


__all__ = ["CONTENTS", "FIRST", "ONE", "TWO", "Fake", "changed", "read_capture", "span", "whole"]
