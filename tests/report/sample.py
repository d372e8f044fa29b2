"""A record to draw: invented reports about an invented border, made by hand so that every part of the page has work.

One interview (Jana Rehl, a toll clerk) travels through seven outlets, one reporter saw the same thing, an unnamed
officer may be a third voice, a figure differs, a hedge gets lost, a denial stands against it, a claim is taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from woozle.model import records as r
from woozle.model.ids import bytes_id, document_id, row_id
from woozle.model.values import Carrier, Occasion, Published, Range, Reason, Side, Span, Voice

OUTLETS = {
    "TP": "Tolm Post",
    "RK": "Radio Kesh East",
    "AW": "Ardova Wire",
    "HM": "Hollin Mercury",
    "DB": "Daily Brenn",
    "VX": "Vox Kesh",
    "N4": "News 4 Ardova",
    "LC": "Lakeside Chronicle",
    "SN": "صدى الحدود",
}


@dataclass(frozen=True, slots=True)
class Says:
    """A document says a claim once: the claim, its words, and who is named as having said them."""

    claim: str
    words: str
    origin: str
    source: str | None = None
    cue: str | None = None
    mode: str = "indirect"
    via: str | None = None
    stance: str = "plain"
    time: str | None = None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document was made from another (a key), or from something outside the pile (a name)."""

    parent: str
    kind: str
    credited: bool = True
    direction: str = "known"


@dataclass(frozen=True, slots=True)
class Told:
    """One invented report."""

    key: str
    outlet: str
    title: str
    published: tuple[str | None, str | None, str] | None
    text: str
    says: tuple[Says, ...]
    made: tuple[Made, ...] = ()


def minute(at: str) -> tuple[str, str, str]:
    return f"2031-04-{at}:00Z", f"2031-04-{at}:59Z", "stated"


def day(number: int) -> tuple[str, str, str]:
    return f"2031-04-{number:02d}T00:00:00Z", f"2031-04-{number + 1:02d}T00:00:00Z", "metadata"


STORY = (
    Told(
        "d01",
        "TP",
        "“They had no plates”: toll clerk on the night at Tolm bridge",
        minute("08T06:50"),
        "“I think I counted three trucks, and none of them had plates,” said Jana Rehl, the toll clerk at Tolm bridge, "
        "in an interview with the Tolm Post. “They came over before dawn, towards Kesh.”\n\n"
        "Rehl said the barrier had been up since four in the morning. The bridge closed at noon on Tuesday.",
        (
            Says(
                "C1",
                "I think I counted three trucks, and none of them had plates",
                "O1",
                "Jana Rehl",
                "said",
                "direct",
                stance="doubted",
                figure="three trucks",
            ),
            Says(
                "C1", "They came over before dawn, towards Kesh", "O1", "Jana Rehl", None, "direct", time="before dawn"
            ),
            Says(
                "C2",
                "the barrier had been up since four in the morning",
                "O1",
                "Rehl",
                "said",
                time="since four in the morning",
            ),
            Says("C7", "The bridge closed at noon on Tuesday", "O7", time="at noon on Tuesday"),
        ),
    ),
    Told(
        "d02",
        "AW",
        "Trucks without plates cross into Kesh, clerk believes",
        minute("08T08:15"),
        "A toll clerk believes she saw three trucks without plates cross the Tolm bridge before dawn, the Tolm Post "
        "reported.\n\nThe border service of Ardova said in a statement that nobody crossed the bridge that night.\n\n"
        "About 40 people were waiting on the Kesh side, the statement said.",
        (
            Says(
                "C1",
                "three trucks without plates cross the Tolm bridge before dawn",
                "O1",
                "toll clerk",
                "believes",
                via="Tolm Post",
                stance="doubted",
                time="before dawn",
                figure="three trucks",
            ),
            Says(
                "C3",
                "nobody crossed the bridge that night",
                "O3",
                "border service of Ardova",
                "said",
                time="that night",
            ),
            Says(
                "C4",
                "About 40 people were waiting on the Kesh side",
                "O3",
                "the statement",
                "said",
                figure="About 40 people",
            ),
        ),
        (Made("d01", "paraphrase"), Made("Statement of the border service", "quotation")),
    ),
    Told(
        "d03",
        "HM",
        "Trucks without plates cross into Kesh, clerk believes",
        minute("08T09:05"),
        "A toll clerk believes she saw three trucks without plates cross the Tolm bridge before dawn, the Tolm Post "
        "reported.",
        (
            Says(
                "C1",
                "three trucks without plates cross the Tolm bridge before dawn",
                "O1",
                "toll clerk",
                "believes",
                via="Tolm Post",
                stance="doubted",
                time="before dawn",
                figure="three trucks",
            ),
        ),
        (Made("d02", "trimmed"),),
    ),
    Told(
        "d04",
        "DB",
        "Three trucks crossed Tolm bridge in the dark",
        minute("08T10:40"),
        "Three trucks without plates crossed the Tolm bridge before dawn, a toll clerk said. The border service of "
        "Ardova said in a statement that nobody crossed the bridge that night.",
        (
            Says(
                "C1",
                "Three trucks without plates crossed the Tolm bridge before dawn",
                "O1",
                "a toll clerk",
                "said",
                time="before dawn",
                figure="Three trucks",
            ),
            Says(
                "C3",
                "nobody crossed the bridge that night",
                "O3",
                "border service of Ardova",
                "said",
                time="that night",
            ),
        ),
        (Made("d02", "edited"),),
    ),
    Told(
        "d05",
        "VX",
        "Witnesses: five trucks crossed the bridge",
        minute("08T12:20"),
        "Witnesses said five trucks without plates crossed the Tolm bridge shortly before dawn.",
        (
            Says(
                "C5",
                "five trucks without plates crossed the Tolm bridge shortly before dawn",
                "O0",
                "Witnesses",
                "said",
                stance="reported",
                time="shortly before dawn",
                figure="five trucks",
            ),
        ),
        (Made("d04", "paraphrase", credited=False, direction="likely"),),
    ),
    Told(
        "d06",
        "N4",
        "Five trucks crossed the bridge, witnesses say",
        minute("08T13:10"),
        "Witnesses said five trucks without plates crossed the Tolm bridge shortly before dawn. News 4 has "
        "learned more.",
        (
            Says(
                "C5",
                "five trucks without plates crossed the Tolm bridge shortly before dawn",
                "O0",
                "Witnesses",
                "said",
                stance="reported",
                time="shortly before dawn",
                figure="five trucks",
            ),
        ),
        (Made("d05", "verbatim", credited=False),),
    ),
    Told(
        "d07",
        "RK",
        "Our reporter at the bridge: three trucks, no lights",
        minute("08T07:30"),
        "Three trucks without plates crossed the Tolm bridge before dawn. Our reporter stood at the Kesh end and saw "
        "them pass.\n\nHundreds of people were waiting on the Kesh side.",
        (
            Says(
                "C1",
                "Three trucks without plates crossed the Tolm bridge before dawn",
                "O2",
                time="before dawn",
                figure="Three trucks",
            ),
            Says("C6", "Hundreds of people were waiting on the Kesh side", "O2", figure="Hundreds of people"),
        ),
    ),
    Told(
        "d08",
        "LC",
        "What is known about the trucks at Tolm",
        day(9),
        "Jana Rehl, a toll clerk, told the Tolm Post that she thought she had seen three trucks without plates cross "
        "the bridge. A reporter of Radio Kesh East saw them too, the broadcaster said.\n\n"
        "“They were ours,” said an officer who asked not to be named.",
        (
            Says(
                "C1",
                "she thought she had seen three trucks without plates cross the bridge",
                "O1",
                "Jana Rehl",
                "told",
                via="Tolm Post",
                stance="doubted",
                figure="three trucks",
            ),
            Says("C1", "A reporter of Radio Kesh East saw them too", "O2", "the broadcaster", "said"),
            Says("C1", "They were ours", "O4", "an officer who asked not to be named", "said", "direct"),
        ),
        (Made("d01", "merged"), Made("d07", "quotation")),
    ),
    Told(
        "d09",
        "AW",
        "Clerk repeats her account of the trucks",
        minute("09T07:45"),
        "Jana Rehl, a toll clerk, repeated on Wednesday that three trucks without plates had crossed the bridge before "
        "dawn. “I stand by three,” she told Ardova Wire.",
        (
            Says(
                "C1",
                "three trucks without plates had crossed the bridge before dawn",
                "O5",
                "Jana Rehl",
                "repeated",
                time="before dawn",
                figure="three trucks",
            ),
            Says("C1", "I stand by three", "O5", "she", "told", "direct"),
        ),
    ),
    Told(
        "d10",
        "HM",
        "Clerk repeats her account of the trucks",
        minute("09T08:20"),
        "Jana Rehl, a toll clerk, repeated on Wednesday that three trucks without plates had crossed the bridge before "
        "dawn. “I stand by three,” she told Ardova Wire.",
        (
            Says(
                "C1",
                "three trucks without plates had crossed the bridge before dawn",
                "O5",
                "Jana Rehl",
                "repeated",
                via="Ardova Wire",
                time="before dawn",
                figure="three trucks",
            ),
        ),
        (Made("d09", "verbatim"),),
    ),
    Told(
        "d11",
        "DB",
        "Clerk stands by three trucks",
        minute("09T09:30"),
        "Jana Rehl, a toll clerk, repeated on Wednesday that three trucks without plates had crossed the bridge before "
        "dawn.",
        (
            Says(
                "C1",
                "three trucks without plates had crossed the bridge before dawn",
                "O5",
                "Jana Rehl",
                "repeated",
                time="before dawn",
                figure="three trucks",
            ),
        ),
        (Made("d09", "trimmed", credited=False),),
    ),
    Told(
        "d12",
        "SN",
        "شاحنات بلا لوحات على الجسر",
        day(9),
        "قالت موظفة إن ثلاث شاحنات بلا لوحات عبرت جسر تولم قبل الفجر، بحسب تولم بوست.",
        (Says("C1", "ثلاث شاحنات بلا لوحات عبرت جسر تولم قبل الفجر", "O1", "موظفة", "قالت", via="تولم بوست"),),
        (Made("d01", "paraphrase", direction="unknown"),),
    ),
    Told(
        "d13",
        "VX",
        "Correction: the number of trucks",
        minute("10T11:00"),
        "Vox Kesh wrote on Tuesday that five trucks crossed the Tolm bridge. That figure was wrong and is "
        "withdrawn.\n\n"
        "The minister never spoke about the bridge, his office said. Snow fell in Brenn in late March.",
        (
            Says("C8", "That figure was wrong and is withdrawn", "O8"),
            Says("C9", "The minister never spoke about the bridge", "O9", "his office", "said"),
            Says("C10", "Snow fell in Brenn in late March", "O8b", time="in late March"),
        ),
    ),
    Told(
        "d14",
        "LC",
        "A bridge and its history",
        None,
        "The Tolm bridge was built in 1911. Toll has been taken since.",
        (
            Says("C11", "The Tolm bridge was built in 1911", "O10", time="in 1911"),
            Says("C12", "Toll has been taken since", "O10"),
        ),
    ),
)

CLAIMS = {
    "C1": "Three trucks without plates crossed the Tolm bridge before dawn.",
    "C2": "The barrier had been up since four in the morning.",
    "C3": "Nobody crossed the bridge that night.",
    "C4": "About 40 people were waiting on the Kesh side.",
    "C5": "Five trucks without plates crossed the Tolm bridge shortly before dawn.",
    "C6": "Hundreds of people were waiting on the Kesh side.",
    "C7": "The bridge closed at noon on Tuesday.",
    "C8": "The figure of five trucks was wrong and is withdrawn.",
    "C9": "The minister never spoke about the bridge.",
    "C10": "Snow fell in Brenn in late March.",
    "C11": "The Tolm bridge was built in 1911.",
    "C12": "Toll has been taken since.",
}

#: Voice, occasion and certainty of each origin.
ORIGINS = {
    "O0": (Voice(None, None, "unknown"), Occasion("unknown", None, None), "none"),
    "O1": (Voice("b2:e-rehl", "Jana Rehl", "person"), Occasion("interview", "2031-04-08", "Tolm Post"), "sure"),
    "O2": (Voice(None, None, "own_reporting"), Occasion("reporting", "2031-04-08", None), "sure"),
    "O3": (
        Voice("b2:e-service", "Border service of Ardova", "organisation"),
        Occasion("statement", "2031-04-08", None),
        "sure",
    ),
    "O4": (Voice(None, None, "anonymous"), Occasion("interview", None, "Lakeside Chronicle"), "may"),
    "O5": (Voice("b2:e-rehl", "Jana Rehl", "person"), Occasion("interview", "2031-04-09", "Ardova Wire"), "sure"),
    "O7": (Voice(None, "Tolm Post", "own_reporting"), Occasion("reporting", None, None), "half"),
    "O8": (Voice(None, "Vox Kesh", "own_reporting"), Occasion("reporting", "2031-04-10", None), "sure"),
    "O8b": (Voice(None, "Vox Kesh", "own_reporting"), Occasion("reporting", None, None), "half"),
    "O9": (Voice("b2:e-office", "The minister’s office", "organisation"), Occasion("unknown", None, None), "sure"),
    "O10": (Voice(None, "Lakeside Chronicle", "own_reporting"), Occasion("unknown", None, None), "half"),
}

TIMES = {
    "before dawn": (None, "2031-04-08T04:30:00Z", "vague"),
    "shortly before dawn": ("2031-04-08T04:00:00Z", "2031-04-08T04:30:00Z", "vague"),
    "since four in the morning": ("2031-04-08T04:00:00Z", None, "minute"),
    "at noon on Tuesday": ("2031-04-08T12:00:00Z", "2031-04-08T12:01:00Z", "minute"),
    "that night": ("2031-04-07T18:00:00Z", "2031-04-08T06:00:00Z", "day"),
    "in late March": ("2031-03-21T00:00:00Z", "2031-04-01T00:00:00Z", "vague"),
    "in 1911": ("1911-01-01T00:00:00Z", "1912-01-01T00:00:00Z", "year"),
}


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
