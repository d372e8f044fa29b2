"""Everything that is read in one report beside who says it: the one order of it, for the step and for single texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from woozle.model.happenings import EventMention
from woozle.model.records import Assertion, Attribution, Mention, Place, Quantity, Sentence, Time
from woozle.model.values import Published
from woozle.stages.extract.assertions import Evidence, read_assertions
from woozle.stages.extract.happenings import read_happenings
from woozle.stages.extract.reading import Around, read_places, read_quantities
from woozle.toolbox.nlp.capitals import heard, respanned
from woozle.toolbox.when import sight
from woozle.toolbox.when.rows import read_times


@dataclass(frozen=True, slots=True)
class Report:
    """A report with what was read in it before; spans count in `text`."""

    text: str
    document_id: str
    title: str | None
    published: Published | None
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]


@dataclass(frozen=True, slots=True)
class Cells:
    """What a report tells, in text order. ``heard``: the text that was read, which spans of these rows quote."""

    heard: str
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    assertions: tuple[Assertion, ...]
    event_mentions: tuple[EventMention, ...]

    def quoting(self, text: str) -> "Cells":
        """The same, with spans that quote the text as it stands; offsets are the same in both."""
        return Cells(
            text,
            respanned(self.times, self.heard, text),
            respanned(self.places, self.heard, text),
            respanned(self.quantities, self.heard, text),
            respanned(self.assertions, self.heard, text),
            respanned(self.event_mentions, self.heard, text),
        )


def read_cells(report: Report, around: Around) -> Cells:
    """Times, places, figures, assertions and event mentions of a report; one in capitals is read in small letters."""
    text, own = report.text, report.document_id
    plain = heard(text, report.sentences)
    mentions, said = respanned(report.mentions, text, plain), respanned(report.attributions, text, plain)
    sighted = sight(plain)
    times = read_times(sighted, own, report.published)
    places = read_places(plain, own, mentions, said, around)
    quantities = read_quantities(sighted, own, times)
    evidence = Evidence(plain, own, report.title, report.sentences, mentions, said, times, places, quantities)
    return Cells(plain, times, places, quantities, read_assertions(evidence), read_happenings(evidence))
