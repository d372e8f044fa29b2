"""Reads single texts without a case: the same functions as the steps, in memory."""

import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from woozle.errors import UsageError
from woozle.model.happenings import Event, EventMention
from woozle.model.ids import bytes_id, document_id
from woozle.model.records import (
    Assertion,
    Attribution,
    LocalEntity,
    Mention,
    Place,
    Quantity,
    Sentence,
    Time,
)
from woozle.model.values import Published
from woozle.stages.annotate.reading import Annotated, annotate
from woozle.stages.attribute.reading import Annotations, read_attributions
from woozle.stages.extract.cells import Report, read_cells
from woozle.stages.extract.reading import Around, located
from woozle.toolbox.happen.keys import Cited
from woozle.toolbox.happen.one_report import events_of_report
from woozle.toolbox.nlp.engine import Engine
from woozle.toolbox.nlp.load import load
from woozle.toolbox.shown import Rows
from woozle.toolbox.where import World, home_of, load_world


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says: rows as in the record, their spans into `text`, in text order; events by first mention.

    ``entities`` are those of this one text; ids of entities in the other rows are theirs.
    """

    text: str
    document_id: str
    sentences: Rows[Sentence]
    mentions: Rows[Mention]
    entities: Rows[LocalEntity]
    attributions: Rows[Attribution]
    times: Rows[Time]
    places: Rows[Place]
    quantities: Rows[Quantity]
    assertions: Rows[Assertion]
    event_mentions: Rows[EventMention]
    events: Rows[Event]

    def __repr__(self) -> str:
        parts = (f"{len(getattr(self, name))} {name}" for name in _SHOWN)
        return f"Reading({', '.join(parts)})"

    def _repr_html_(self) -> str:
        return "".join(
            f"<h4>{name}</h4>{getattr(self, name)._repr_html_()}" for name in _SHOWN if len(getattr(self, name))
        )


#: Texts that the engine may be ahead of what is handed out, and the end of a list of days.
_AHEAD, _END = 12, "end"
#: Threads that the engine reads on: one more than cores, as one of them waits for the interpreter most of the time.
_THREADS = 3
_SHOWN = ("attributions", "mentions", "times", "places", "quantities")


def _published(value: str | None) -> Published | None:
    """A publication day; None where the words hold no ISO 8601 date: piles carry things such as “7:58 AM”."""
    if value is None:
        return None
    try:
        day = datetime.fromisoformat(value).date() if len(value) > 10 else date.fromisoformat(value)
    except ValueError:
        return None
    return Published(f"{day}T00:00:00Z", f"{day + timedelta(days=1)}T00:00:00Z", "stated")


class Reader:
    """Reads English texts; loads its engine once.

    Example:
        >>> Reader().read("“The dam holds,” said Dana Weil.").attributions[0].source.text
        'Dana Weil'
    """

    def __init__(self, engine: str | Engine = "en", gazetteer: str = "") -> None:
        """Load an engine by name, or take a given one.

        Args:
            engine: its name, or the engine.
            gazetteer: path of a file with places of your own (docs/guide/places.md); "" for none.

        Raises:
            UsageError: there is no engine of that name.
        """
        self._engine = load(engine, os.environ) if isinstance(engine, str) else engine
        self._gazetteer = gazetteer

    def read(self, text: str, published: str | None = None, outlet: str | None = None) -> Reading:
        """Read one text.

        Args:
            text: any text; spans count its code points.
            published: the day it came out, ISO 8601, from which "yesterday" is told; None, or words that are no such
                date, leave it open.
            outlet: who published it; what it was told itself has no carrier.
        """
        return self._reading(text, self._annotate(text, outlet), _published(published), outlet)

    def locate(
        self, text: str, spans: Sequence[tuple[int, int]], published: str | None = None, outlet: str | None = None
    ) -> Rows[Place]:
        """Where given names of places lie, one row a span in the order of the spans; unknown stays None.

        Args:
            text: the text that holds them; what stands around a name, and its other names, tell places apart.
            spans: half-open, in code points of `text`.
            published: taken for likeness with `read`; places do not hang on it.
            outlet: who published it, whose country speaks for places in it.
        """
        del published
        world = self._world()
        return Rows(located(text, _id(text), spans, Around(world, home_of(outlet, "", world))))

    def _world(self) -> World:
        return load_world(self._gazetteer)

    def _annotate(self, text: str, outlet: str | None = None) -> Annotated:
        return annotate(text, _id(text), self._engine, outlet=outlet)

    def read_many(self, texts: Iterable[str], published: Sequence[str | None] | None = None) -> Iterator[Reading]:
        """Read texts one after the other, in their order; the engine reads ahead, on two cores.

        Args:
            texts: the texts.
            published: a day or None for each; None for all of them.

        Raises:
            UsageError: there are more or fewer days than texts.
        """
        days = itertools.repeat(None) if published is None else iter(published)
        with ThreadPoolExecutor(_THREADS) as ahead:
            waiting: deque[tuple[str, str | None, Future[Annotated]]] = deque()
            try:
                for text in texts:
                    day = next(days, _END)
                    if day is _END:
                        raise UsageError("published has fewer days than there are texts")
                    waiting.append((text, day, ahead.submit(self._annotate, text)))
                    if len(waiting) > _AHEAD:
                        yield self._finished(*waiting.popleft())
                while waiting:
                    yield self._finished(*waiting.popleft())
            finally:
                ahead.shutdown(cancel_futures=True)
        if published is not None and next(days, _END) is not _END:
            raise UsageError("published has more days than there are texts")

    def _finished(self, text: str, day: str | None, found: Future[Annotated]) -> Reading:
        return self._reading(text, found.result(), _published(day), None)

    def _reading(self, text: str, found: Annotated, when: Published | None, outlet: str | None) -> Reading:
        own = _id(text)
        said = read_attributions(
            text,
            own,
            Annotations(found.sentences, found.mentions, found.local_entities, found.sayings),
            outlet=outlet,
        )
        world = self._world()
        report = Report(text, own, None, when, found.sentences, found.mentions, said)
        cells = read_cells(report, Around(world, home_of(outlet, "", world)))
        cited = Cited(
            {row.id: row for row in cells.times},
            {row.id: row for row in cells.places},
            {row.id: row for row in cells.quantities},
            {},
        )
        day = when.start[:10] if when and when.start else None
        events = events_of_report(cells.event_mentions, found.sentences, cited, day)
        shown = cells.quoting(text)
        return Reading(
            text,
            own,
            Rows(found.sentences),
            Rows(found.mentions),
            Rows(found.local_entities),
            Rows(said),
            Rows(shown.times),
            Rows(shown.places),
            Rows(shown.quantities),
            Rows(shown.assertions),
            Rows(shown.event_mentions),
            Rows(events),
        )


def _id(text: str) -> str:
    return document_id(bytes_id(text.encode("utf-8", "surrogatepass")))
