"""Wires the extract step: one report's times, places, figures and assertions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.records import Assertion, Place, Quantity, Time
from woozle.stages.extract.assertions import Evidence, read_assertions
from woozle.stages.extract.reading import read_places, read_quantities, read_times
from woozle.step import Batch, MapStep


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Nothing to set yet."""


def _by_document(rows: Sequence[Any]) -> dict[str, list[Any]]:
    """Rows by the document they belong to, in text order, so that the order in which they came does not matter."""
    table: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        table[row.document_id].append(row)
    return table


def _in_text_order(rows: Sequence[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.span.start, row.span.end, row.id))


def extract(batch: Mapping[str, Sequence[Any]], settings: ExtractSettings) -> Batch:
    """Times, places, quantities and assertions of a batch of documents."""
    del settings
    sentences, mentions, attributions = (
        _by_document(batch[name]) for name in ("sentences", "mentions", "attributions")
    )
    times: list[Time] = []
    places: list[Place] = []
    quantities: list[Quantity] = []
    assertions: list[Assertion] = []
    for document in batch["documents"]:
        own = sorted(sentences[document.id], key=lambda row: (row.start, row.end, row.id))
        named = _in_text_order(mentions[document.id])
        said = sorted(attributions[document.id], key=lambda row: row.id)
        found_times = read_times(document.text, document.id, document.published, own)
        found_places = read_places(document.text, document.id, named)
        found_quantities = read_quantities(document.text, document.id, own)
        times += found_times
        places += found_places
        quantities += found_quantities
        assertions += read_assertions(
            Evidence(
                document.text,
                document.id,
                document.title,
                own,
                named,
                said,
                found_times,
                found_places,
                found_quantities,
            )
        )
    return {"times": times, "places": places, "quantities": quantities, "assertions": assertions}


EXTRACT = MapStep(
    "extract",
    2,
    ("documents", "sentences", "mentions", "local_entities", "attributions"),
    {"times": Time, "places": Place, "quantities": Quantity, "assertions": Assertion},
    ExtractSettings(),
    extract,
)
