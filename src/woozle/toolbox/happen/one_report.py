"""The events of one report alone, out of its mentions and what they cite."""

from bisect import bisect_right
from collections.abc import Sequence

from woozle.model.happenings import Event, EventMention
from woozle.model.records import Sentence
from woozle.toolbox.happen.event import Told, make_event
from woozle.toolbox.happen.keys import Cited, telling
from woozle.toolbox.happen.within import within_report


def told_of(
    mentions: Sequence[EventMention], sentences: Sequence[Sentence], cited: Cited, day: str | None
) -> list[Told]:
    """The mentions of one report made comparable, in text order."""
    starts = sorted(sentence.start for sentence in sentences)
    rows = sorted(mentions, key=lambda row: (row.span.start, row.id))
    return [Told(row, telling(row, cited, sentence=bisect_right(starts, row.span.start), day=day)) for row in rows]


def groups_of(told: Sequence[Told]) -> list[list[Told]]:
    """The mentions of one report by happening, in text order."""
    by_id = {each.telling.id: each for each in told}
    return [[by_id[one.id] for one in group] for group in within_report([each.telling for each in told])]


def events_of_report(
    mentions: Sequence[EventMention], sentences: Sequence[Sentence], cited: Cited, day: str | None
) -> list[Event]:
    """The events that one report tells of, in text order."""
    return [make_event(group, cited) for group in groups_of(told_of(mentions, sentences, cited, day))]
