"""The data model: one frozen class a table; Arrow and SQLite derive from these. Events stand in ``happenings.py``.

Every row has an ``id`` that hashes its key (``ids.py``). Spans are half-open, in code points of ``Document.text``.
What is not known is None, never a guess.
"""

from dataclasses import dataclass

from woozle.model.values import Carrier, Occasion, Published, Range, Reason, Run, Side, Span, Token, Told, Voice

# ---- evidence


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came. ``inputs``: every path or URL that gave them, sorted; ``told``: what stood beside them."""

    id: str
    size: int
    inputs: tuple[str, ...]
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page's visible text, or one paragraph of a text file, before anything is left out.

    Attributes:
        text: its characters; white space of a page is folded, that of a text file is not.
        runs: the way back to the capture's bytes; characters count from the block's first.
        tag: the innermost block element, such as ``p`` or ``h1``; empty in a text file.
        hint: class names and ids of the innermost elements around it.
        is_furniture: it stands in something that says it is not the article, or that is not shown.
        region: 2 inside an ``article``, 1 inside a ``main``, else 0.
        article: number of the outermost ``article`` it stands in, from 1; 0 for none.
        n_linked: characters that stand inside links.
    """

    text: str
    runs: tuple[Run, ...]
    tag: str
    hint: str
    is_furniture: bool
    region: int
    article: int
    n_linked: int


@dataclass(frozen=True, slots=True)
class Page:
    """What ingest read of one capture: its blocks, and what it says about itself; only clean reads these rows.

    Attributes:
        id: the capture's id.
        form: ``html`` or ``text``.
        declared_language: BCP-47, as the page's markup says; not yet held against its words.
    """

    id: str
    input: str
    inputs: tuple[str, ...]
    form: str
    encoding: str
    outlet: str | None
    publisher_group: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Published | None
    declared_language: str | None
    blocks: tuple[Block, ...]
    published_day: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One cleaned text; every span counts in ``text``.

    Attributes:
        not_before: the latest past that an undated one tells.
        published_day: the day that it prints without a year, as ``XXXX-10-11`` or, beside its weekday,
            ``XXXX-10-11 Friday``. If it has a date all the same, other reports of the pile told the year.
        url: where it stood, as the collection that it came in says.
    """

    id: str
    capture_sha256: str
    input: str
    inputs: tuple[str, ...]
    outlet: str | None
    publisher_group: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Published | None
    language: str | None
    encoding: str
    text: str
    byte_map: tuple[Run, ...]
    not_before: str | None = None
    published_day: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What was not read, or not read well, and why. ``kind`` is one word, ``message`` says what to do."""

    id: str
    input: str
    document_id: str | None
    step: str
    kind: str
    message: str


# ---- reading


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, in text order. ``paragraph`` counts from 0."""

    id: str
    document_id: str
    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says what, as the engine reads it; `Attribution` rows come of it and of rules. ``score``: how sure, 0 to 1.

    ``act`` and ``stance`` as there, None where the cue is to tell.
    """

    id: str
    document_id: str
    sources: tuple[Span, ...]
    cue: Span | None
    contents: tuple[Span, ...]
    score: float
    act: str | None
    stance: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text. ``kind``: person, organisation, place, outlet, group, other.

    As a stage writes it, ``entity_id`` is the entity inside the one document (`LocalEntity`); in the record it is the
    entity across documents.
    """

    id: str
    document_id: str
    span: Span
    kind: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """Whoever several mentions of one document name. ``protected``: a call sign, nickname or unnamed person."""

    id: str
    document_id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    protected: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what. See RECORD.md for the values of mode, act and stance."""

    id: str
    document_id: str
    mode: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    source_entity_id: str | None
    via: tuple[Carrier, ...]
    act: str
    stance: str
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: half-open [start, end). ``precision``: minute, day, week, month, season, year, vague.

    ``value`` is the TIMEX3 string where there is one (also for durations ``P2W`` and sets ``XXXX-WXX``); ``anchor``
    is ``text``, ``published`` or None. ``days``: how far from the report's own day it is told, as yesterday is -1.
    """

    id: str
    document_id: str
    span: Span
    start: str | None
    end: str | None
    precision: str
    anchor: str | None
    value: str | None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the report names it; all but its name None unless the report and a gazetteer settle it.

    ``country``: ISO 3166, two letters. ``precision``: town, district, admin1 (a first-level area), country, region; the
    point of anything but a town is the middle of an area.
    """

    id: str
    document_id: str
    span: Span
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    gazetteer_id: str | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: closed bounds, None where open; ``role`` befell the counted, ``kind`` is their sort (docs/guide)."""

    id: str
    document_id: str
    span: Span
    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    approximate: bool
    role: str | None
    kind: str | None = None
    as_of_id: str | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one report says once, in its own voice (``attribution_id`` None) or somebody's.

    ``claim_id``, ``origin_id`` and ``event_id`` are None as the stage writes it; the record joins them in.
    """

    id: str
    document_id: str
    spans: tuple[Span, ...]
    attribution_id: str | None
    claim_id: str | None
    origin_id: str | None
    polarity: str
    stance: str
    actor_ids: tuple[str, ...]
    time_ids: tuple[str, ...]
    place_ids: tuple[str, ...]
    quantity_ids: tuple[str, ...]
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two documents share. ``kind``: verbatim, edited, paraphrase, quotation, boilerplate."""

    id: str
    left: Side
    right: Side
    kind: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A document made from another, in the pile (``parent_document_id``) or outside it (``parent_external``)."""

    id: str
    child_document_id: str
    parent_document_id: str | None
    parent_external: str | None
    kind: str
    direction: str
    credited: bool
    score: float
    reasons: tuple[Reason, ...]


# ---- conclusion


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what is named, across documents. ``reasons``: what people decided, and what the program alone had."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    protected: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityMember:
    """A document's entity belongs to an entity of the record. ``id`` is the `LocalEntity` id."""

    id: str
    entity_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """The thing said, across documents. ``first_seen`` and ``last_seen`` are publication days, ISO 8601.

    ``reasons``: what people decided about which assertions belong to it, and what the program alone had.
    """

    id: str
    text: str
    assertion_ids: tuple[str, ...]
    event_id: str | None
    reports: int
    outlets: int
    occasions: Range
    voices: Range
    first_seen: str | None
    last_seen: str | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimMember:
    """An assertion belongs to a claim. ``id`` is the assertion's id."""

    id: str
    claim_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A voice on an occasion, behind one claim, and the assertions that lead back to it."""

    id: str
    claim_id: str
    voice: Voice
    occasion: Occasion
    certainty: str
    root_assertion_id: str | None
    assertion_ids: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both hold. ``kind``: figure, denial, time, place, actor, retraction."""

    id: str
    left_claim_id: str
    right_claim_id: str
    kind: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """What a claim lost or gained between two assertions, in the words of both."""

    id: str
    claim_id: str
    from_assertion_id: str
    to_assertion_id: str
    kind: str
    before: str
    after: str
