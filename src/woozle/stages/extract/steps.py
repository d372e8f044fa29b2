"""Wires the extract step: one report's times, places, figures and assertions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.records import Assertion, Place, Quantity, Time
from woozle.stages.extract.assertions import Evidence, read_assertions
from woozle.stages.extract.reading import read_places, read_quantities, read_times
from woozle.step import Batch, MapStep, by_document
from woozle.toolbox.when import sight


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Nothing to set yet."""


def extract(batch: Mapping[str, Sequence[Any]], settings: ExtractSettings) -> Batch:
    """Times, places, quantities and assertions of a batch of documents."""
    del settings
    sentences, mentions, said = (by_document(batch[name]) for name in ("sentences", "mentions", "attributions"))
    times: list[Time] = []
    places: list[Place] = []
    quantities: list[Quantity] = []
    assertions: list[Assertion] = []
    for document in batch["documents"]:
        sighted = sight(document.text)
        found_times = read_times(sighted, document.id, document.published)
        found_places = read_places(document.text, document.id, mentions[document.id])
        found_quantities = read_quantities(sighted, document.id, found_times)
        times += found_times
        places += found_places
        quantities += found_quantities
        assertions += read_assertions(
            Evidence(
                document.text,
                document.id,
                document.title,
                sentences[document.id],
                mentions[document.id],
                said[document.id],
                found_times,
                found_places,
                found_quantities,
            )
        )
    return {"times": times, "places": places, "quantities": quantities, "assertions": assertions}


EXTRACT = MapStep(
    "extract",
    3,
    ("documents", "sentences", "mentions", "attributions"),
    {"times": Time, "places": Place, "quantities": Quantity, "assertions": Assertion},
    ExtractSettings(),
    extract,
)
