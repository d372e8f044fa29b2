"""Wires the annotate step: one report's sentences, sayings, mentions and local entities."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.ids import row_id
from woozle.model.records import Document, LocalEntity, Mention, Problem, Saying, Sentence
from woozle.stages.annotate.reading import annotate
from woozle.step import Batch, MapStep
from woozle.toolbox.nlp import load


@dataclass(frozen=True, slots=True)
class AnnotateSettings:
    """``engine``: ``en`` is trained, ``en-rules`` reads by rules alone; for others see docs/guide/engines.md."""

    engine: str = "en"


def _other_language(document: Document) -> Problem | None:
    """What to tell of a document that is known to be in another language than English."""
    language = (document.language or "").lower().replace("_", "-")
    if not language or language.split("-")[0] in ("en", "eng", "english"):
        return None
    message = (
        f"The report is in another language ({document.language}); only English is read so far, so its sentences, "
        "names and claims are missing from the record. Add an English version of it, or correct the language."
    )
    return Problem(
        row_id("problem", "annotate", document.id, "language"),
        document.input,
        document.id,
        "annotate",
        "language",
        message,
    )


def _refused(document: Document, why: str) -> Problem:
    return Problem(
        row_id("problem", "annotate", document.id, "refused", why),
        document.input,
        document.id,
        "annotate",
        "refused",
        f"The language model's reading was not taken: {why}",
    )


def annotate_batch(batch: Mapping[str, Sequence[Any]], settings: AnnotateSettings) -> Batch:
    """Sentences, mentions, local entities and sayings of a batch of documents."""
    engine = load(settings.engine, os.environ)
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    entities: list[LocalEntity] = []
    sayings: list[Saying] = []
    problems: list[Problem] = []
    for document in batch["documents"]:
        problem = _other_language(document)
        if problem:
            problems.append(problem)
            continue
        read = annotate(document.text, document.id, engine, outlet=document.outlet)
        sentences += read.sentences
        mentions += read.mentions
        entities += read.local_entities
        sayings += read.sayings
        problems += [_refused(document, why) for why in read.refused]
    return {
        "sentences": sentences,
        "mentions": mentions,
        "local_entities": entities,
        "sayings": sayings,
        "annotate_problems": problems,
    }


ANNOTATE = MapStep(
    "annotate",
    14,
    ("documents",),
    {"sentences": Sentence, "mentions": Mention, "local_entities": LocalEntity, "sayings": Saying},
    AnnotateSettings(),
    annotate_batch,
)
