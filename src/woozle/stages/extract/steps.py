"""Wires the extract step: one report's times, places, figures, assertions and event mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.happenings import EventMention
from woozle.model.records import Assertion, Place, Quantity, Time
from woozle.stages.extract.assertions import Evidence, read_assertions
from woozle.stages.extract.happenings import read_happenings
from woozle.stages.extract.reading import Around, read_places, read_quantities, read_times
from woozle.step import Batch, MapStep, by_document
from woozle.toolbox.nlp.capitals import heard, respanned
from woozle.toolbox.when import sight
from woozle.toolbox.where import home_of, load_world


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """``gazetteer``: a file with places of your own, see docs/guide/places.md; its names go before those that ship."""

    gazetteer: str = ""


def extract(batch: Mapping[str, Sequence[Any]], settings: ExtractSettings) -> Batch:
    """Times, places, quantities, assertions and event mentions of a batch of documents."""
    world = load_world(settings.gazetteer)
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
        cited = respanned(said[document.id], text, plain)
        around = Around(world, home_of(document.outlet, document.input, world))
        found_places = read_places(plain, document.id, named, cited, around)
        found_quantities = read_quantities(sighted, document.id, found_times)
        evidence = Evidence(
            plain,
            document.id,
            document.title,
            own,
            named,
            cited,
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
    5,
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
