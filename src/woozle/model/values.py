"""Values: the small frozen parts that rows are made of. Instants are ISO 8601 in UTC, ``2024-09-18T00:00:00Z``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of a document's text in code points; ``text`` is exactly ``document.text[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a passage: a span and whose it is."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out: half-open [start, end), and how that is known: ``stated`` in the visible text, in the
    page's ``metadata``, or ``inferred`` (bounds that the text supports). ``start`` may be null: no lower bound.
    """

    start: str | None
    end: str | None
    known: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a document's text and the bytes of the capture it came from, both half-open.

    ``kind``: ``verbatim`` (the bytes, decoded, are the text) · ``reference`` (a character reference such as ``&amp;``)
    · ``space`` (white space of the page folded into one character) · ``break`` (a line break that the page's structure
    asks for; no bytes).
    """

    start: int
    end: int
    byte_start: int
    byte_end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Range:
    """A count that is not known for sure: low = everything unproven is one, high = everything unproven stands alone."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a score or a count is what it is: a plain sentence, the measured value, and how it weighed (may be 0)."""

    feature: str
    value: str
    weight: float


@dataclass(frozen=True, slots=True)
class Carrier:
    """Somebody or something between outlet and source. ``kind``: person, organisation, outlet, post, document."""

    span: Span
    kind: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who uttered or witnessed. ``kind``: person, organisation, document, own_reporting, anonymous, unknown.

    ``people``: how many they are, where a report counts them without a name: "two fishermen". They count as
    so many voices.
    """

    entity_id: str | None
    name: str | None
    kind: str
    people: int = 1


@dataclass(frozen=True, slots=True)
class Occasion:
    """One act of utterance or witnessing. ``kind``: interview, press_conference, post, statement, document, reporting,
    unknown. ``date`` is an ISO 8601 day or null.
    """

    kind: str
    date: str | None
    addressee: str | None


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark by offsets into the document; an engine that gives no tags or trees leaves the rest null.

    Attributes:
        start: first code point.
        end: half-open.
        pos: UPOS tag.
        lemma: dictionary form.
        head: place of its head in the sentence's tokens, from 0; null for a root.
        relation: Universal Dependencies relation to the head, ``root`` for a root.
        feats: Universal Dependencies features, such as ``Number=Plur``; ``_`` for none.
    """

    start: int
    end: int
    pos: str | None = None
    lemma: str | None = None
    head: int | None = None
    relation: str | None = None
    feats: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a collection tells about a record beside its text.

    Attributes:
        form: ``html`` or ``text``; null where the bytes have to tell.
        url: where it stood.
        outlet: who published it, a name or a host.
        title: its headline.
        published: when it came out, as it stands there.
        language: as it stands there.
        charset: the encoding that its server named.
    """

    form: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureContent:
    """A capture with its bytes, as the first step gets it: ``id`` is ``sha256:…`` of ``content``."""

    id: str
    inputs: tuple[str, ...]
    content: bytes
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the bytes of a capture stand that was left in its collection.

    Attributes:
        path: the collection, from the root of the file system.
        beside: the same from the case's folder, for both may be moved together.
        form: ``jsonl``, ``parquet`` or ``warc``.
        at: the byte at which the line or the archive's record (or what is packed with it) begins; the row, from 0.
        length: so many bytes suffice for the record, packed or not.
        column: name of the column that holds the text; empty in an archive.
    """

    path: str
    beside: str
    form: str
    at: int
    length: int
    column: str


@dataclass(frozen=True, slots=True)
class Left:
    """A record of a collection that was not copied: its name, what it tells, and where its bytes are."""

    source: str
    capture: str
    size: int
    added_at: str
    told: Told | None
    spot: Spot
