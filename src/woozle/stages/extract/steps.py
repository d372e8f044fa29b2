"""Wires the extract step: one report's times, places, figures, assertions and event mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.happenings import EventMention
from woozle.model.records import Assertion, Place, Quantity, Time
from woozle.stages.extract.assertions import Evidence, read_assertions
from woozle.stages.extract.happenings import read_happenings
from woozle.stages.extract.reading import read_places, read_quantities, read_times
from woozle.step import Batch, MapStep, by_document
from woozle.toolbox.nlp.capitals import heard, respanned
from woozle.toolbox.when import sight


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Nothing to set yet."""


def extract(batch: Mapping[str, Sequence[Any]], settings: ExtractSettings) -> Batch:
    """Times, places, quantities, assertions and event mentions of a batch of documents."""
    del settings
    sentences, mentions, said = (by_document(batch[name]) for name in ("sentences", "mentions", "attributions"))
    times: list[Time] = []
    places: list[Place] = []
    quantities: list[Quantity] = []
    assertions: list[Assertion] = []
    happenings: list[EventMention] = []
    for document in batch["documents"]:
        text, own = document.text, sentences[document.id]
        plain = heard(text, own)
        named = respanned(mentions[document.id], text, plain)
        sighted = sight(plain)
        found_times = read_times(sighted, document.id, document.published)
        found_places = read_places(plain, document.id, named)
        found_quantities = read_quantities(sighted, document.id, found_times)
        evidence = Evidence(
            plain,
            document.id,
            document.title,
            own,
            named,
            respanned(said[document.id], text, plain),
            found_times,
            found_places,
            found_quantities,
        )
        times += respanned(found_times, plain, text)
        places += respanned(found_places, plain, text)
        quantities += respanned(found_quantities, plain, text)
        assertions += respanned(read_assertions(evidence), plain, text)
        happenings += respanned(read_happenings(evidence), plain, text)
    return {
        "times": times,
        "places": places,
        "quantities": quantities,
        "assertions": assertions,
        "event_mentions": happenings,
    }


EXTRACT = MapStep(
    "extract",
    4,
    ("documents", "sentences", "mentions", "attributions"),
    {
        "times": Time,
        "places": Place,
        "quantities": Quantity,
        "assertions": Assertion,
        "event_mentions": EventMention,
    },
    ExtractSettings(),
    extract,
)
