"""Wires the extract step: one report's times, places, figures, assertions and event mentions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.happenings import EventMention
from woozle.model.records import Assertion, Place, Quantity, Time
from woozle.stages.extract.cells import Report, read_cells
from woozle.stages.extract.reading import Around
from woozle.step import Batch, MapStep, by_document
from woozle.toolbox.where import home_of, load_world


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """``gazetteer``: a file with places of your own, see docs/guide/places.md; its names go before those that ship."""

    gazetteer: str = ""


#: Tables by name; `Cells` has a field of each.
_WRITES = {
    "times": Time,
    "places": Place,
    "quantities": Quantity,
    "assertions": Assertion,
    "event_mentions": EventMention,
}


def extract(batch: Mapping[str, Sequence[Any]], settings: ExtractSettings) -> Batch:
    """Times, places, quantities, assertions and event mentions of a batch of documents."""
    world = load_world(settings.gazetteer)
    sentences, mentions, said = (by_document(batch[name]) for name in ("sentences", "mentions", "attributions"))
    found: dict[str, list[Any]] = {name: [] for name in _WRITES}
    for document in batch["documents"]:
        key = document.id
        report = Report(
            document.text, key, document.title, document.published, sentences[key], mentions[key], said[key]
        )
        around = Around(world, home_of(document.outlet, document.input, world))
        cells = read_cells(report, around).quoting(document.text)
        for name, rows in found.items():
            rows.extend(getattr(cells, name))
    return found


EXTRACT = MapStep(
    "extract",
    12,
    ("documents", "sentences", "mentions", "attributions"),
    _WRITES,
    ExtractSettings(),
    extract,
)
