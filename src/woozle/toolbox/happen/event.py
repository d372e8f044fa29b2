"""Concludes an event from the mentions that tell of it: what most reports say, and nothing that none says."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from woozle.model.happenings import Event, EventMention, Toll
from woozle.model.ids import row_id
from woozle.model.records import Place, Quantity, Time
from woozle.model.values import Span
from woozle.toolbox.happen.keys import Cited, place_key
from woozle.toolbox.happen.ontology import KINDS
from woozle.toolbox.happen.telling import Telling

T = TypeVar("T")

#: Of two ways to put a deed down to somebody that equally many mentions give, the less sure one.
_CAUTIOUS = ("claimed", "denied", "suspected", "by_authorities", "fact")
_STRONGEST = ("accomplished", "attempted", "threatened", "denied")
#: How exact a time is, the most exact first.
_EXACT = ("minute", "day", "week", "month", "season", "year")
#: Places that are a whole land or more than one: kept only where nothing more exact is told.
_WIDE = frozenset(("country", "continent", "region", "admin0"))


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with what makes it comparable."""

    mention: EventMention
    telling: Telling


def _commonest(values: Iterable[T], rank: Callable[[T], Any]) -> T | None:
    """The value that stands most often; of several, that of the lowest rank; None for no values."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], rank(value)), default=None)


def make_event(told: Sequence[Told], cited: Cited, claim_ids: Iterable[str] = ()) -> Event:
    """The event of some mentions.

    Args:
        told: its mentions with their tellings; at least one.
        cited: the rows that they cite.
        claim_ids: claims that tell of it.
    """
    rows = sorted(told, key=lambda each: (each.telling.day or "9999", each.telling.document_id, each.telling.at))
    mentions = [each.mention for each in rows]
    happened = [each for each in mentions if each.stage != "denied"] or mentions
    # "They claim many attacks" tells who did many, and nothing of this one.
    exact = [each for each in mentions if each.is_back or not each.is_vague] or mentions
    doing = _putting_down(exact)
    place, time = _place(mentions, cited), _time(mentions, cited)
    days = sorted(each.telling.day for each in rows if each.telling.day)
    return Event(
        row_id("event", mentions[0].id),
        _kind(happened),
        _entities((each.actor_ids for each in doing), cited),
        _entities((each.target_ids for each in exact), cited),
        place.name if place else None,
        f"{time.start}/{time.end}" if time else None,
        tuple(sorted({key for each in mentions for key in each.quantity_ids})),
        tuple(sorted(set(claim_ids))),
        time.precision if time else None,
        place.precision if place else None,
        place.id if place else None,
        time.id if time else None,
        min((each.stage for each in happened), key=_STRONGEST.index),
        _confidence(doing),
        _words(each.actors for each in doing),
        _words(each.targets for each in exact),
        _toll(mentions, cited, "killed"),
        _toll(mentions, cited, "wounded"),
        tuple(sorted(each.id for each in mentions)),
        len({each.document_id for each in mentions}),
        days[0] if days else None,
    )


def _putting_down(mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """The mentions that say who did it: those in which somebody denies it only where no other says so."""
    return [each for each in mentions if each.confidence not in (None, "denied")] or mentions


#: A kind names the event only where at least one mention in so many is of it.
_ONE_IN = 6


def _kind(mentions: Sequence[EventMention]) -> str:
    """The most telling kind that more than a stray mention gives."""
    # "The mafia answers with bomb attacks" says nothing of the kind of this deed.
    exact = [each for each in mentions if not each.is_vague] or mentions
    exact = [each for each in exact if KINDS[each.type].family in ("accident", "disaster")] or exact
    counts = Counter(each.type for each in exact)
    enough = [name for name, n in counts.items() if n * _ONE_IN >= len(exact)]
    return max(enough or counts, key=lambda name: (KINDS[name].rank, name))


def _entities(groups: Iterable[Sequence[str]], cited: Cited) -> tuple[str, ...]:
    return tuple(sorted({cited.entities.get(key, key) for group in groups for key in group}))


def _confidence(mentions: Sequence[EventMention]) -> str | None:
    """A deed that somebody claims is claimed; else what most mentions say."""
    if any(each.confidence == "claimed" for each in mentions):
        return "claimed"
    # That "unknown men" did it is told as a fact, and says nothing of how surely a name is tied to the deed.
    naming = [each for each in mentions if each.actor_ids] or mentions
    found = [each.confidence for each in naming if each.confidence]
    return _commonest(found, _CAUTIOUS.index)


def _words(groups: Iterable[Sequence[Span]]) -> tuple[str, ...]:
    """The words for somebody, the commonest first, then in the order of the reports."""
    spans = [" ".join(span.text.split()) for group in groups for span in group]
    first = {words: at for at, words in reversed(list(enumerate(spans)))}
    counts = Counter(spans)
    return tuple(sorted(counts, key=lambda words: (-counts[words], first[words])))


def _place(mentions: Sequence[EventMention], cited: Cited) -> Place | None:
    """The place that most mentions give, whole lands last."""
    near = [
        cited.places[each.place_ids[0]] for each in mentions if each.place_ids and each.place_ids[0] in cited.places
    ]
    exact = [row for row in near if row.precision not in _WIDE] or near
    order = {place_key(row.name): at for at, row in reversed(list(enumerate(exact)))}
    best = _commonest((place_key(row.name) for row in exact), lambda name: order[name])
    return next((row for row in exact if place_key(row.name) == best), None)


def _time(mentions: Sequence[EventMention], cited: Cited) -> Time | None:
    """The time that most mentions give; the most exact of those that as many give."""
    rows = [cited.times[key] for each in mentions if (key := each.time_id or "") in cited.times]
    spans = [(row.start[:10], row.end or "", row.precision) for row in rows if row.start]
    order = {span: at for at, span in reversed(list(enumerate(spans)))}
    best = _commonest(spans, lambda span: (_EXACT.index(span[2]), order[span]))
    return next((row for row in rows if row.start and (row.start[:10], row.end or "", row.precision) == best), None)


def _figure(rows: Sequence[Quantity]) -> tuple[int, int] | None:
    """The lowest and highest number of one mention; of several figures one may hold the others, or add to them."""
    known = [(row.low, row.high) for row in rows if row.low is not None or row.high is not None]
    if not known:
        return None
    lows = [low if low is not None else 0.0 for low, _ in known]
    highs = [high if high is not None else low or 0.0 for low, high in known]
    return int(max(lows)), int(sum(highs))


def _toll(mentions: Sequence[EventMention], cited: Cited, role: str) -> Toll | None:
    """The figures that reports give of those who came to harm."""
    found: list[tuple[int, int]] = []
    for each in mentions:
        rows = [cited.quantities[key] for key in each.quantity_ids if key in cited.quantities]
        figure = _figure([row for row in rows if row.role == role])
        if figure:
            found.append(figure)
    if not found:
        return None
    counts = Counter(low for low, high in found if low == high)
    top = [value for value, n in counts.items() if n == max(counts.values())]
    return Toll(min(low for low, _ in found), top[0] if len(top) == 1 else None, max(high for _, high in found))
