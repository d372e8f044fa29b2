"""Helpers of these tests: the file as a tree, and records that are small, odd or hostile."""

import dataclasses
from typing import Any

from lxml import html

from tests.report.sample import Made, Record, Says, Told, build, minute
from woozle.model import records as r
from woozle.model.values import Occasion, Reason
from woozle.report import render

#: What a hostile page may bring: markup, a closing script, a text turned round, a null byte, half a pair, a template.
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)> &amp; \u202etxt.exe \x00 \ud83d 'q' \"d\" {{ 7*7 }}"
)


def tree(record: Record, name: str = "case") -> html.HtmlElement:
    return html.document_fromstring(render(record, name=name))


def one_report() -> Record:
    says = Says("It rained.", "It rained", "O1", source="the pilot")
    return build([Told("one", "TP", "Rain at Tolm", minute("08T06:50"), "It rained, the pilot said.", (says,))])


def hostile() -> Record:
    """Every word that came from outside is hostile."""
    words = f"{HOSTILE} on 40 men before dawn"
    says = Says(HOSTILE, words, "O1", source="the pilot", time="before dawn", figure="40 men")
    text = f"{words}, the pilot said."
    record = build(
        [
            Told("h1", "TP", HOSTILE, minute("08T06:50"), text, (says,)),
            Told("h2", "TP", HOSTILE, minute("08T07:50"), text, (says,), (Made("h1", "verbatim"), Made("x", "edited"))),
        ]
    )
    record.add(r.Problem("b2:p1", HOSTILE, None, HOSTILE, HOSTILE, HOSTILE))
    for kind, rows in record.tables.items():
        record.tables[kind] = [_poison(row) for row in rows]
    return record


def _poison(row: Any) -> Any:
    names = {field.name for field in dataclasses.fields(row)}
    texts = {"title", "outlet", "input", "publisher_group", "message", "name", "language", "parent_external"}
    changes: dict[str, Any] = {name: HOSTILE for name in names & texts if getattr(row, name) is not None}
    if "authors" in names:
        changes["authors"] = (HOSTILE,)
    if "voice" in names:
        changes["voice"] = dataclasses.replace(row.voice, name=HOSTILE)
        changes["occasion"] = Occasion("interview", HOSTILE, HOSTILE)
    if "reasons" in names:
        changes["reasons"] = (Reason(HOSTILE, HOSTILE, 0.5),)
    return dataclasses.replace(row, **changes)


def words_of(node: html.HtmlElement) -> str:
    """The words of an element as a reader sees them: the borders of elements and lines are spaces."""
    return " ".join(" ".join(node.itertext()).split())
