"""Wires the attribute step: one report's sentences and names in, its attributions out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.records import Attribution
from woozle.stages.attribute.reading import Annotations, read_attributions
from woozle.step import Batch, MapStep, by_document


@dataclass(frozen=True, slots=True)
class AttributeSettings:
    """Nothing to set yet."""


def attribute(batch: Mapping[str, Sequence[Any]], settings: AttributeSettings) -> Batch:
    """The attributions of a batch of documents."""
    del settings
    sentences, mentions, entities, sayings = (by_document(batch[name]) for name in ATTRIBUTE.reads[1:])
    rows: list[Attribution] = []
    for document in batch["documents"]:
        own = sorted(sentences[document.id], key=lambda row: (row.start, row.end, row.id))
        named = sorted(mentions[document.id], key=lambda row: (row.span.start, row.span.end, row.id))
        meant = sorted(entities[document.id], key=lambda row: row.id)
        said = sorted(sayings[document.id], key=lambda row: (row.contents[0].start, row.id))
        found = Annotations(own, named, meant, said)
        rows += read_attributions(document.text, document.id, found, outlet=document.outlet)
    return {"attributions": rows}


ATTRIBUTE = MapStep(
    "attribute",
    29,
    ("documents", "sentences", "mentions", "local_entities", "sayings"),
    {"attributions": Attribution},
    AttributeSettings(),
    attribute,
)
