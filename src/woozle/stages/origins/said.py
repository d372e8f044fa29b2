"""What one assertion says of its own source: who is named, through whom, on what occasion, and how it is hedged."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from woozle.model.records import Assertion, Attribution, Mention
from woozle.model.values import Carrier, Span
from woozle.stages.origins.nearby import RELATIVE, body_before, pointed_at
from woozle.stages.origins.occasions import Setting, settings_of
from woozle.stages.origins.unnamed import (
    PAPERS,
    describes_body,
    is_any_spokesperson,
    is_first_hand,
    is_reporter,
    is_unnamed,
    is_vague,
    kind_of,
)
from woozle.toolbox.link.bundle import Bearer, Bundle, Part, bundle
from woozle.toolbox.link.words import content_words, words_in
from woozle.toolbox.names import BODIES


@dataclass(frozen=True, slots=True)
class Said:
    """An assertion (``id``) with all that its report says about where it comes from.

    Attributes:
        id: the assertion's id.
        document_id: its report.
        outlet: who publishes the report, or None.
        house: publisher group or outlet, folded; the report's id where neither is known.
        day: the first day the report may be of, or None.
        start: where it stands in the report.
        text: its words.
        is_quoted: all of it stands in quotation marks.
        is_denied: it is told as denied.
        stance: as in `Assertion`.
        is_attributed: the report puts it down to somebody else.
        source: how the report names the source, or empty.
        entity_id: whom that means, or None.
        name: the name of that entity, or None.
        kind: person, organisation, document, anonymous, own_reporting or unknown.
        is_vague: nobody is described so that two such could be told apart ("officials").
        is_first_hand: the report says that its own people saw or heard it.
        is_headline: it stands in the headline.
        carriers: outlets between report and source, folded, outermost first.
        occasion: kind of occasion, as in `Occasion`.
        addressee: to whom it was said, where the report says so.
        figures: the figures in it, as they stand.
        times: the times in it, as they stand.
        places: the places in it, as they stand.
        amounts: the figures as ``low|high``; an open end is empty.
        spells: the times as ``start|end``, those that are not known left out.
    """

    id: str
    document_id: str
    outlet: str | None
    house: str
    day: str | None
    start: int
    text: str
    is_quoted: bool
    is_denied: bool
    stance: str
    is_attributed: bool
    source: str
    entity_id: str | None
    name: str | None
    kind: str
    is_vague: bool
    is_first_hand: bool
    is_headline: bool
    carriers: tuple[str, ...]
    occasion: str
    addressee: str | None
    figures: tuple[str, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    amounts: tuple[str, ...]
    spells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is named as the source of one attribution."""

    source: str
    entity_id: str | None
    name: str | None
    kind: str
    is_vague: bool


_OWN = Speaker("", None, None, "own_reporting", False)


def said(rows: Sequence[Part]) -> Iterable[Said]:
    """What each assertion of one document says of its source."""
    found = bundle(rows)
    if found is None:
        return []
    settings = settings_of(found.document.text, found.attributions.values())
    return [_said(found, row, settings) for row in found.assertions]


def folded(name: str) -> str:
    """A name of an outlet or house without case, article and marks."""
    return " ".join(word for word in words_in(name.casefold()) if word != "the")


def _said(found: Bundle, row: Assertion, settings: Mapping[str, Setting]) -> Said:
    document = found.document
    attribution = found.attributions.get(row.attribution_id or "")
    speaker = _speaker(found, attribution) if attribution else _OWN
    house = folded(document.publisher_group or document.outlet or "") or document.id
    if (
        speaker.kind == "organisation"
        and speaker.name
        and folded(speaker.name) in (house, folded(document.outlet or ""))
    ):
        speaker = Speaker(speaker.source, speaker.entity_id, speaker.name, "own_reporting", False)
    setting = settings[attribution.id] if attribution else Setting("reporting", None)
    published = document.published
    quantities = [found.quantities[key] for key in row.quantity_ids if key in found.quantities]
    times = [found.times[key] for key in row.time_ids if key in found.times]
    return Said(
        row.id,
        row.document_id,
        document.outlet,
        house,
        published.start[:10] if published and published.start else None,
        row.spans[0].start,
        " … ".join(span.text for span in row.spans),
        attribution is not None and attribution.mode == "direct",
        row.polarity == "denied",
        row.stance,
        attribution is not None and speaker.kind != "own_reporting",
        speaker.source,
        speaker.entity_id,
        speaker.name,
        speaker.kind,
        speaker.is_vague,
        _is_own(found, row, attribution, speaker),
        _is_headline(found, row.spans[0].start),
        tuple(_carriers(found, attribution)) if attribution else (),
        setting.kind,
        setting.addressee,
        tuple(each.span.text for each in quantities),
        tuple(each.span.text for each in times),
        _places(found, row),
        tuple(f"{_end(each.low)}|{_end(each.high)}" for each in quantities),
        tuple(f"{each.start}|{each.end}" for each in times if each.start and each.end),
    )


def _end(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _is_headline(found: Bundle, start: int) -> bool:
    """Whether a place lies in the headline, which stands near the top of a text."""
    title = found.document.title
    at = found.document.text.find(title, 0, _TOP) if title else -1
    return at >= 0 and title is not None and start < at + len(title)


#: Code points of a text within which its headline ends.
_TOP = 600


def _places(found: Bundle, row: Assertion) -> tuple[str, ...]:
    spans = [(span.start, span.end) for span in row.spans]
    return tuple(
        mention.span.text
        for mention in found.mentions
        if mention.kind == "place" and any(a <= mention.span.start and mention.span.end <= b for a, b in spans)
    )


def _is_own(found: Bundle, row: Assertion, attribution: Attribution | None, speaker: Speaker) -> bool:
    if attribution is not None:
        return speaker.kind == "own_reporting"
    start = row.spans[0].start
    if _TOLD.search(row.spans[0].text.lower()):
        return False  # Whatever the words are, they came from somebody else.
    at = next((at for at, one in enumerate(found.sentences) if one.start <= start < one.end), None)
    if at is None:
        return is_first_hand(row.spans[0].text)
    # Whoever writes "I came by the field track" in one sentence tells in the next what there was to see.
    near = range(max(0, at - _WITHIN), min(len(found.sentences), at + _WITHIN + 1))
    here = found.sentences[at].paragraph
    own = [found.sentences[k] for k in near if found.sentences[k].paragraph == here or k == at - 1]
    return any(is_first_hand(_unquoted(found.document.text[one.start : one.end])) for one in own)


#: In small letters.
_TOLD = re.compile(
    r"\b(?:says?|said|tells?|told|claim(?:s|ed)?|according|has\sit|have\sit|announced?|report(?:s|ed)|counts|puts"
    r"|den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|confirm(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|blam(?:e|es|ed)"
    r"|accus(?:e|es|ed)|t(?:akes?|ook|aken)\s(?:it\s)?back|withdr[ae]wn?|withdraws|pooh-pooh(?:s|ed)?|scoff(?:s|ed)?"
    r"|wav(?:e|es|ed)\s(?:it\s)?(?:away|aside)|brush(?:es|ed)\s(?:it\s)?(?:away|aside)"
    r"|(?:has|have|had)\s(?:her|him|it|them)\sat)\b"
)
#: Sentences of the same paragraph, or the one before, around one in which the reporter speaks of being there.
_WITHIN = 2
_QUOTED = re.compile('[“"«„][^”"»“]*[”"»“]')


def _unquoted(text: str) -> str:
    """The words outside of quotation marks: an "I" inside them is somebody else."""
    return _QUOTED.sub(" ", text)


def _carriers(found: Bundle, row: Attribution) -> Iterable[str]:
    for carrier in row.via:
        if carrier.kind == "outlet" or _is_outlet(found, carrier):
            bearer = found.bearers.get(carrier.entity_id or "")
            yield folded(bearer.name if bearer else carrier.span.text)


def _is_outlet(found: Bundle, carrier: Carrier) -> bool:
    bearer = found.bearers.get(carrier.entity_id or "")
    return bearer is not None and bearer.kind == "outlet"


def _speaker(found: Bundle, row: Attribution) -> Speaker:
    """Who speaks: a named entity, a body inside the words for the source, or somebody who stays unnamed."""
    source = row.source.text if row.source else ""
    bearer = found.bearers.get(row.source_entity_id or "")
    if bearer is None and row.parent_id is None and is_reporter(source):
        return _OWN
    author = _author(found, row.source, source, bearer.name if bearer else "")
    if author is not None:
        return Speaker(source, author.entity_id, author.name, "organisation", False)
    if bearer is not None and not is_unnamed(bearer.name):
        return Speaker(source, bearer.entity_id, bearer.name, _kind(bearer, source), False)
    body = _body(found, row.source, source)
    if body is not None:
        return Speaker(source, body.entity_id, body.name, "organisation", False)
    named = source or (bearer.name if bearer else "")
    is_relative = row.source is not None and source.casefold() in RELATIVE
    if row.source and is_relative:
        # For the reader; who only points back is told from nobody by these words.
        named = " ".join(pointed_at(found.document.text, row.source.start).split()) or named
    elif row.source and _is_place(found, row.source):
        return Speaker(source, None, source, "organisation", False)
    if not named or not content_words(named):
        return Speaker(named, None, None, "unknown", True)
    # "Orvia One, not a station known for dreaming": what stands behind the comma is no part of the name.
    name = named.split(",")[0] if named[:1].isupper() else named
    return Speaker(named, None, name, kind_of(name), is_relative or is_vague(named))


def _is_place(found: Bundle, span: Span) -> bool:
    """Whether a source is the name of a place, which stands for those who govern it."""
    return any(
        row.kind == "place" and (row.span.start, row.span.end) == (span.start, span.end) for row in found.mentions
    )


def _kind(bearer: Bearer, source: str) -> str:
    if bearer.kind == "person":
        return "person"
    return "document" if describes_document(source, bearer.name) else "organisation"


def describes_document(source: str, name: str) -> bool:
    """Whether the words for a source say that it is a paper."""
    return not PAPERS.isdisjoint(word.casefold() for word in (*words_in(source), *words_in(name)))


def _author(found: Bundle, span: Span | None, source: str, name: str) -> Bearer | None:
    """The body whose paper is the source, where the words name it: "the board's report", "a report of the board"."""
    if span is None or not describes_document(source, name):
        return None
    text = found.document.text
    for mention in found.mentions:
        if not (span.start <= mention.span.start and mention.span.end <= span.end):
            continue
        is_owner = re.match(r"['’]s?\s", text[mention.span.end : mention.span.end + 3]) is not None
        before = text[span.start : mention.span.start]
        is_author = mention.kind in BODIES and re.search(r"(?i)\b(?:of|by|from)\s(?:the\s)?$", before) is not None
        if (is_owner and mention.span.end < span.end) or is_author:
            return found.bearers.get(mention.entity_id or "")
    return None


def _body(found: Bundle, span: Span | None, source: str) -> Bearer | None:
    """The body whose spokesperson the words for the source describe, where they name it."""
    if span is None or not describes_body(source):
        return None
    inside: list[Mention] = [
        mention
        for mention in found.mentions
        if span.start <= mention.span.start and mention.span.end <= span.end + 40
        if mention.kind in ("organisation", "group")
    ]
    bearers = [found.bearers[mention.entity_id] for mention in inside if mention.entity_id in found.bearers]
    if bearers:
        return bearers[0]
    return body_before(found, span.start) if is_any_spokesperson(source) else None
