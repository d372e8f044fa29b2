"""A record to draw: invented reports about an invented border, made by hand so that every part of the page has work.

One interview (Jana Rehl, a toll clerk) travels through seven outlets, one reporter saw the same thing, an unnamed
officer may be a third voice, a figure differs, a hedge gets lost, a denial stands against it, a claim is taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.report.story import CLAIMS, ORIGINS, OUTLETS, STORY, TIMES
from tests.report.telling import Made, Says, Told, minute
from woozle.model import records as r
from woozle.model.ids import bytes_id, document_id, row_id
from woozle.model.values import Carrier, Occasion, Published, Range, Reason, Side, Span, Voice

__all__ = ["OUTLETS", "STORY", "Made", "Record", "Says", "Told", "build", "many", "minute", "sample"]


@dataclass(frozen=True, slots=True)
class Record:
    """Rows by class, handed over as the report asks for them."""

    tables: dict[type[Any], list[Any]] = field(default_factory=dict)

    def rows(self, row: type[Any]) -> Sequence[Any]:
        return list(self.tables.get(row, ()))

    def add(self, *rows: Any) -> None:
        for row in rows:
            self.tables.setdefault(type(row), []).append(row)


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def document(told: Told) -> r.Document:
    capture = bytes_id(told.key.encode() + told.text.encode("utf-8", "surrogatepass"))
    return r.Document(
        id=document_id(capture),
        capture_sha256=capture,
        input=f"inbox/{told.key}.html",
        inputs=(f"inbox/{told.key}.html",),
        outlet=OUTLETS.get(told.outlet, told.outlet),
        publisher_group=None,
        title=told.title,
        authors=(),
        published=Published(*told.published) if told.published else None,
        language="ar" if told.outlet == "SN" else "en",
        encoding="utf-8",
        text=told.text,
        byte_map=(),
    )


def _attribution(row: r.Document, says: Says, content: Span) -> r.Attribution:
    def find(words: str | None) -> Span | None:
        return span(row.text, words) if words and words in row.text else None

    via = find(says.via)
    return r.Attribution(
        id=row_id("attribution", row.id, content.start, content.end),
        document_id=row.id,
        mode=says.mode,
        content=(content,),
        cue=find(says.cue),
        source=find(says.source),
        source_entity_id=ORIGINS[says.origin][0].entity_id,
        via=(Carrier(via, "outlet", None),) if via else (),
        act="assert",
        stance=says.stance,
        parent_id=None,
    )


def _said(record: Record, row: r.Document, says: Says) -> tuple[str, str, str]:
    content = span(row.text, says.words)
    attribution = _attribution(row, says, content) if says.source else None
    times, figures = [], []
    if says.time and says.time in row.text:
        start, end, precision = TIMES[says.time]
        at = span(row.text, says.time, content.start)
        times.append(r.Time(row_id("time", row.id, at.start), row.id, at, start, end, precision, "text", None))
    if says.figure and says.figure in row.text:
        at = span(row.text, says.figure)
        figures.append(r.Quantity(row_id("quantity", row.id, at.start), row.id, at, 3, 3, None, None, False, None))
    assertion = r.Assertion(
        id=row_id("assertion", row.id, content.start, content.end),
        document_id=row.id,
        spans=(content,),
        attribution_id=attribution.id if attribution else None,
        claim_id=row_id("claim", says.claim),
        origin_id=row_id("origin", says.claim, says.origin),
        polarity="affirmed",
        stance=says.stance,
        actor_ids=(),
        time_ids=tuple(t.id for t in times),
        place_ids=(),
        quantity_ids=tuple(q.id for q in figures),
        event_id=None,
    )
    record.add(assertion, *([attribution] if attribution else []), *times, *figures)
    return says.claim, says.origin, assertion.id


def _derivations(record: Record, told: Told, ids: dict[str, r.Document]) -> None:
    for made in told.made:
        parent = ids.get(made.parent)
        record.add(
            r.Derivation(
                row_id("derivation", told.key, made.parent),
                ids[told.key].id,
                parent.id if parent else None,
                None if parent else made.parent,
                made.kind,
                made.direction,
                made.credited,
                0.9,
                (Reason("Fourteen of sixteen words stand in the same order", "14/16", 0.6),),
            )
        )
        if parent and made.kind in ("verbatim", "trimmed", "edited"):
            left = parent.text[: min(90, len(parent.text))]
            right = ids[told.key].text[: min(90, len(ids[told.key].text))]
            record.add(
                r.Passage(
                    row_id("passage", told.key, made.parent),
                    Side(parent.id, 0, len(left), left),
                    Side(ids[told.key].id, 0, len(right), right),
                    "verbatim" if left == right else "edited",
                    0.9,
                    (),
                )
            )


def _conclude(record: Record, said: Iterable[tuple[str, str, str]]) -> None:
    by_claim: dict[str, dict[str, list[str]]] = {}
    for claim, origin, assertion in said:
        by_claim.setdefault(claim, {}).setdefault(origin, []).append(assertion)
    docs = {row.id: row for row in record.rows(r.Document)}
    of = {row.id: docs[row.document_id] for row in record.rows(r.Assertion)}
    for claim, origins in by_claim.items():
        ids = [i for found in origins.values() for i in found]
        for key, found in origins.items():
            voice, occasion, certainty = ORIGINS.get(
                key, (Voice(None, key, "person"), Occasion("unknown", None, None), "sure")
            )
            record.add(
                r.Origin(
                    row_id("origin", claim, key),
                    row_id("claim", claim),
                    voice,
                    occasion,
                    certainty,
                    found[0],
                    tuple(found),
                    (Reason("The words name the same speaker and the same occasion", key, 0.8),),
                )
            )
        kinds = [ORIGINS.get(key, (Voice(None, key, "person"), None, "sure")) for key in origins]
        sure = {
            voice.entity_id or voice.name or str(n) for n, (voice, _, c) in enumerate(kinds) if c in ("sure", "half")
        }
        may = sum(c == "may" for _, _, c in kinds)
        days = sorted(docs_.published.start[:10] for docs_ in (of[i] for i in ids) if docs_.published)
        record.add(
            r.Claim(
                row_id("claim", claim),
                CLAIMS.get(claim, claim),
                tuple(ids),
                None,
                len({of[i].id for i in ids}),
                len({of[i].outlet for i in ids}),
                Range(len(origins), len(origins), len(origins)),
                Range(len(sure), len(sure), len(sure) + may),
                days[0] if days else None,
                days[-1] if days else None,
            )
        )


def build(story: Sequence[Told]) -> Record:
    """The record of a story: everything but conflicts, drifts and problems."""
    record = Record()
    ids = {told.key: document(told) for told in story}
    record.add(*ids.values())
    said = [_said(record, ids[told.key], says) for told in story for says in told.says]
    for told in story:
        _derivations(record, told, ids)
        row = ids[told.key]
        for name in ("Jana Rehl", "Tolm Post", "Radio Kesh East"):
            if name in row.text:
                at = span(row.text, name)
                record.add(r.Mention(row_id("mention", row.id, at.start), row.id, at, "person", "b2:e-rehl"))
    _conclude(record, said)
    record.add(
        *(
            r.Entity(i, name, kind, (), False)
            for i, name, kind in (
                ("b2:e-rehl", "Jana Rehl", "person"),
                ("b2:e-service", "Border service of Ardova", "organisation"),
            )
        )
    )
    return record


def _at(record: Record, key: str, claim: str) -> str:
    document_row = next(row for row in record.rows(r.Document) if row.input == f"inbox/{key}.html")
    return next(
        row.id
        for row in record.rows(r.Assertion)
        if row.document_id == document_row.id and row.claim_id == row_id("claim", claim)
    )


def sample() -> Record:
    """The whole story."""
    record = build(STORY)
    for left, right, kind in (
        ("C1", "C3", "denial"),
        ("C1", "C5", "figure"),
        ("C4", "C6", "figure"),
        ("C5", "C8", "retraction"),
    ):
        record.add(
            r.Conflict(
                row_id("conflict", left, right),
                row_id("claim", left),
                row_id("claim", right),
                kind,
                (Reason("Both speak of one night and one bridge", "8 April", 0.7),),
            )
        )
    for source, target, kind, before, after, claims in (
        ("d02", "d04", "hedge_dropped", "believes", "", ("C1", "C1")),
        ("d04", "d05", "figure_changed", "Three", "five", ("C1", "C5")),
        ("d04", "d05", "source_changed", "a toll clerk", "Witnesses", ("C1", "C5")),
    ):
        first, last = _at(record, source, claims[0]), _at(record, target, claims[1])
        record.add(r.Drift(row_id("drift", kind), row_id("claim", claims[1]), first, last, kind, before, after))
    record.add(
        r.Problem(
            "b2:p1",
            "inbox/scan.pdf",
            None,
            "ingest",
            "no_text",
            "Twelve pages are pictures: run text recognition first",
        ),
        r.Problem("b2:p2", "inbox/empty.txt", None, "ingest", "empty", "The file is empty: nothing to read"),
        r.Problem(
            "b2:p3",
            "inbox/d12.html",
            record.rows(r.Document)[11].id,
            "annotate",
            "language",
            "There is no engine for ar: copies are compared, who says what is not read",
        ),
    )
    return record


def many(n: int) -> Record:
    """A pile of `n` reports with the texts of the story, a few claims each, for speed and for crowded drawings."""
    base, story = [told for told in STORY if told.outlet != "SN"], []
    for i in range(n):
        told = base[i % len(base)]
        key = f"m{i:04d}"
        at = f"{8 + i % 5:02d}T{(6 + i * 7) % 18:02d}:{i * 13 % 60:02d}"
        own = Says(f"Item {i} was counted at gate {i % 17}", f"Item {i} was counted at gate {i % 17}", f"V{i % 40}")
        made = tuple(
            Made(
                f"m{i - i % len(base) + int(m.parent[1:]) - 1:04d}" if m.parent[0] == "d" else m.parent,
                m.kind,
                m.credited,
            )
            for m in told.made
            if m.parent[0] != "d" or int(m.parent[1:]) - 1 < i % len(base)
        )
        text = (
            f"{told.text}\n\n{own.words}. " + "The rest of this report is filler about the weather and the roads. " * 20
        )
        outlet = OUTLETS[told.outlet] if i % 3 else f"Gazette of District {i % 90}"
        story.append(Told(key, outlet, f"{told.title} ({i})", minute(at), text, (*told.says, own), made))
    return build(story)
