"""The times that reports give for a claim, by wording: who says it, in how many reports, and what interval it means."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from woozle.model.records import Assertion, Time
from woozle.report.dates import Interval, interval, sort_key, words
from woozle.report.index import Index
from woozle.report.shape import Shape
from woozle.report.view_row import ClaimHead
from woozle.report.voices import Standing
from woozle.report.words import count

#: So many wordings of a claim are told; a claim with more is mostly told by its first ones.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a time and what they mean. ``voice`` is None where they lead back to nobody."""

    text: str
    when: Interval
    said: str
    by: str
    voice: Standing | None
    href: str


@dataclass(frozen=True, slots=True)
class TimedClaim:
    """A claim with the times that its reports give, earliest first. ``n_more``: wordings that are not told."""

    head: ClaimHead
    wordings: tuple[Wording, ...]
    n_more: int


def _voice_of(form: Shape) -> Mapping[str, Standing]:
    return {row.id: voice for voice in form.dots for occasion in voice.occasions for row in occasion.assertions}


def _wording(index: Index, rows: Sequence[Time], voice: Standing | None, href: str) -> Wording:
    first = rows[0]
    when = interval(first.start, first.end)
    name = "nobody is named" if voice is None or voice.certainty == "none" else voice.name
    n = len({row.document_id for row in rows})
    return Wording(first.span.text, when, words(when, index.year), f"{name}, {count(n, 'report')}", voice, href)


def timed(
    index: Index, heads: Sequence[ClaimHead], shapes: Mapping[str, Shape], link: Callable[[Assertion], str]
) -> list[TimedClaim]:
    """Claims that give a time, in the order given.

    Args:
        index: the record.
        heads: claims.
        shapes: the shape of each.
        link: the address of an assertion; empty for none.
    """
    made = []
    for head in heads:
        voices = _voice_of(shapes[head.id])
        voice_by = {"": None, **{v.letter: v for v in reversed(shapes[head.id].dots)}}
        groups: dict[tuple[object, ...], list[tuple[Time, Assertion]]] = defaultdict(list)
        for row in index.members_of.get(head.id, ()):
            voice = voices.get(row.id)
            for time in (index.times[i] for i in row.time_ids if i in index.times):
                if time.start or time.end:
                    key = (time.span.text.casefold(), time.start, time.end, voice.letter if voice else "")
                    groups[key].append((time, row))
        found = [
            _wording(index, [time for time, _ in rows], voice_by[str(key[3])], link(rows[0][1]))
            for key, rows in groups.items()
        ]
        found.sort(key=lambda one: (*sort_key(one.when), one.text, one.by))
        if found:
            made.append(TimedClaim(head, tuple(found[:_MOST]), max(0, len(found) - _MOST)))
    return made


def by_time(one: TimedClaim) -> tuple[object, ...]:
    """The order of time: by the earliest wording."""
    return (*sort_key(one.wordings[0].when), one.head.id)


def bounds(one: Wording) -> tuple[datetime, ...]:
    """The ends that are known."""
    return tuple(at for at in (one.when.start, one.when.end) if at)
