"""Event mentions of one text as rows: what the tree says of a deed, with the times, places, names and figures by it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woozle.model.happenings import EventMention
from woozle.model.ids import row_id
from woozle.model.records import Attribution, Mention, Place, Quantity, Time
from woozle.model.values import Span
from woozle.stages.extract.assertions import Evidence
from woozle.stages.extract.narrative import behind_dateline
from woozle.toolbox.happen.doers import Doers, Name, known_doers
from woozle.toolbox.happen.finding import Found, find_in
from woozle.toolbox.happen.scope import is_aside, is_by_saying, is_described, is_speaker
from woozle.toolbox.happen.tree import Pair, Tree, make_tree

#: Roles of figures of those who come to harm in a happening.
_HARMED = frozenset(("killed", "wounded", "captured", "missing", "arrested", "displaced"))
_OUR = re.compile(r"(?i)our\s")
#: Words for what a bomb does and gas does too, and words by which a report says that somebody meant it.
_NEUTRAL = ("expl", "blast", "detonat", "blew", "blow")
_MEANT = re.compile(
    r"(?i)\b(?:(?:car-?)?bomb\w*|grenades?|dynamite\w*|explosives?|landmines?|ied|rockets?|missiles?|mortars?|shell\w*"
    r"|terroris\w+|guerrillas?|rebels?|militants?|insurgents?|gunmen|attack\w*|sabotage\w*)\b"
)
#: Kinds of names of bodies.
_BODIES = frozenset(("organisation", "group"))
_AT = re.compile(r"\b(?:at|about|around|between|until|by|approximately|\d{4} and)\s(?:about\s|approximately\s)?$")
#: Precisions of times that may be the time of a happening.
_DATED = frozenset(("minute", "day", "week", "month", "season", "year"))


def read_happenings(evidence: Evidence) -> tuple[EventMention, ...]:
    """The happenings that a text tells of, in text order; none where the engine gives no trees."""
    rows: list[EventMention] = []
    doers = known_doers(evidence.text, _bodies(evidence.mentions))
    for sentence in sorted(evidence.sentences, key=lambda row: (row.start, row.end, row.id)):
        tree = make_tree(evidence.text, sentence.tokens)
        if tree:
            around = (behind_dateline(evidence.text, sentence.start, sentence.end), sentence.end)
            here = [row for row in evidence.places if around[0] <= row.span.start < around[1]]
            places = [row for row in here if not _is_other(tree, row.span)]
            for found in find_in(tree):
                if not _is_date(evidence.times, found):
                    told = _without_times(evidence.times, _sorted_out(evidence, found))
                    told = replace(told, scope=(max(around[0], told.scope[0]), told.scope[1]))
                    rows.append(_row(evidence, told, _when_where(evidence, tree, told, places), doers))
    return tuple(rows)


def _when_where(
    evidence: Evidence, tree: Tree, found: Found, places: Sequence[Place]
) -> tuple[Time | None, list[Place]]:
    """When and where a deed was, without what belongs to a verb of saying: "told reporters in Orlo on Monday"."""
    start, end = found.scope
    where = [
        row for row in places if start <= row.span.start < end or not is_by_saying(tree, row.span.start, row.span.end)
    ]
    times = [
        row
        for row in evidence.times
        if start <= row.span.start and row.span.end <= end
        if not is_by_saying(tree, row.span.start, row.span.end, behind=found.end)
        if not is_aside(tree, row.span.start, row.span.end, found.start)
    ]
    return _time(evidence.text, times, found), _places(where, found)


def _sorted_out(evidence: Evidence, found: Found) -> Found:
    """A happening with what the whole report tells of it: an explosion without a bomb, the place before "raid"."""
    if found.kind == "bombing" and found.instrument is None and not found.actors:
        word = evidence.text[found.start : found.end].lower()
        if word.startswith(_NEUTRAL) and not _MEANT.search(evidence.text):
            return replace(found, kind="accident", confidence=None)
    places = {(row.span.start, row.span.end) for row in evidence.mentions if row.kind == "place"}
    kept = tuple(pair for pair in found.actors if pair not in places or found.start - pair[1] not in (1, 2))
    return found if kept == found.actors else replace(found, actors=kept, confidence=found.confidence if kept else None)


def _is_other(tree: Tree, span: Span) -> bool:
    """Whether the name of a place says where nothing happened: "the U.S. embassy", "Velanoa denied it"."""
    return is_described(tree, span.start, span.end) or is_speaker(tree, span.start, span.end)


def _bodies(mentions: Sequence[Mention]) -> Iterator[Name]:
    """The names of bodies, of whom one may be meant by "the rebels"."""
    for row in mentions:
        if row.kind in _BODIES and row.entity_id:
            yield Name(row.span.start, row.span.end, row.entity_id)


def _is_date(times: Sequence[Time], found: Found) -> bool:
    """Whether the word is a part of a date: "until March"."""
    return any(row.span.start <= found.start and found.end <= row.span.end for row in times)


def _without_times(times: Sequence[Time], found: Found) -> Found:
    """A happening without the words for a time among those who did it or whom it befell: "attacked at 7:18 hours"."""
    spans = [(row.span.start, row.span.end) for row in times]

    def kept(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple((s, e) for s, e in pairs if not any(start <= s and e <= end for start, end in spans))

    return replace(found, actors=kept(found.actors), targets=kept(found.targets))


def _span(text: str, pair: Pair) -> Span:
    return Span(pair[0], pair[1], text[pair[0] : pair[1]])


def _row(evidence: Evidence, found: Found, when_where: tuple[Time | None, list[Place]], doers: Doers) -> EventMention:
    text, document = evidence.text, evidence.document_id
    time, places = when_where
    said = _innermost(evidence.attributions, found)
    actor_ids = _actors(evidence, found, doers)
    return EventMention(
        row_id("event_mention", document, found.start, found.end),
        document,
        _span(text, (found.start, found.end)),
        found.kind,
        tuple(_span(text, pair) for pair in found.actors),
        actor_ids,
        tuple(_span(text, pair) for pair in found.targets),
        _entities(evidence.mentions, found.targets),
        _span(text, found.instrument) if found.instrument else None,
        tuple(place.id for place in places),
        time.id if time else None,
        tuple(row.id for row in _figures(evidence.quantities, found)),
        found.stage,
        _confidence(found, said, is_own=_is_own(evidence.text, found, said, actor_ids, doers)),
        said.id if said else None,
        found.is_vague,
        found.is_effect,
        found.is_back,
        None,
    )


def _actors(evidence: Evidence, found: Found, doers: Doers) -> tuple[str, ...]:
    """Entities of those who did it: of the names among the words, and whom plain words mean in this report."""
    meant: list[str] = []
    for start, end in found.actors:
        own = _entities(evidence.mentions, ((start, end),))
        whom = None if own else doers.meant(evidence.text[start:end], start)
        meant += own or ((whom,) if whom else ())
    return tuple(dict.fromkeys(meant))


def _entities(mentions: Sequence[Mention], pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Entities whose names stand in or around the words for somebody; the land they come from is none of them."""
    found = [
        mention.entity_id
        for start, end in pairs
        for mention in mentions
        if start < mention.span.end and mention.span.start < end and mention.entity_id and mention.kind != "place"
    ]
    return tuple(dict.fromkeys(found))


def _distance(span: Span, found: Found) -> tuple[int, int]:
    """How far a stretch lies from the word that tells a happening; what stands behind it is nearer."""
    if span.start >= found.end:
        return span.start - found.end, span.start
    return 2 * (found.start - span.end), span.start


def _is_hour(text: str, row: Time) -> bool:
    """Whether what looks like a year is an hour: "at 1710"."""
    before = text[max(0, row.span.start - 24) : row.span.start].lower()
    return row.precision == "year" and row.span.text.isdigit() and _AT.search(before) is not None


def _time(text: str, times: Sequence[Time], found: Found) -> Time | None:
    """The time of a happening: the nearest dated one in its clause.

    One elsewhere in the sentence is as often when it was said, or when something else was (tried, and worse).
    """
    inside = [row for row in times if row.start and row.end and row.precision in _DATED and not _is_hour(text, row)]
    return min(inside, key=lambda row: _distance(row.span, found), default=None)


def _places(places: Sequence[Place], found: Found) -> list[Place]:
    """The places of a happening: those of its clause, else of its sentence, without those in the words for who did it.

    Args:
        places: of the sentence.
        found: the happening.
    """
    near = [row for row in places if not any(s <= row.span.start and row.span.end <= e for s, e in found.actors)]
    inside = [row for row in near if found.scope[0] <= row.span.start and row.span.end <= found.scope[1]]
    return sorted(inside or near, key=lambda row: _distance(row.span, found))


def _figures(quantities: Sequence[Quantity], found: Found) -> Iterator[Quantity]:
    """Figures of those who came to harm in a clause."""
    for row in quantities:
        if row.role in _HARMED and found.scope[0] <= row.span.start and row.span.end <= found.scope[1]:
            yield row


def _innermost(attributions: Sequence[Attribution], found: Found) -> Attribution | None:
    """The attribution with the smallest content around a happening."""
    around = [
        (sum(span.end - span.start for span in row.content), row.id, row)
        for row in attributions
        if any(span.start <= found.start and found.end <= span.end for span in row.content)
    ]
    return min(around)[2] if around else None


def _is_own(text: str, found: Found, said: Attribution | None, actor_ids: Sequence[str], doers: Doers) -> bool:
    """Whether those who did it are those who tell it: "the rebels say they took the post", "our forces"."""
    if any(_OUR.match(text, start) for start, _ in found.actors):
        return True
    if said is None or said.source is None:
        return False
    return (said.source_entity_id or doers.meant(said.source.text, said.source.start)) in actor_ids


def _confidence(found: Found, said: Attribution | None, *, is_own: bool) -> str | None:
    """How a deed is put down to its actors, with what the attribution around it says of the whole."""
    if found.confidence == "fact" and is_own and not (said and said.act == "deny"):
        return "claimed"
    if found.confidence == "fact" and said is not None:
        if said.act == "deny":
            return "denied"
        if said.stance in ("rumoured", "unverified", "doubted"):
            return "suspected"
    return found.confidence
