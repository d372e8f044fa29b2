"""Wires the annotate step: one report's sentences, mentions and local entities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.ids import row_id
from woozle.model.records import Document, LocalEntity, Mention, Problem, Sentence
from woozle.stages.annotate.reading import annotate
from woozle.step import Batch, MapStep
from woozle.toolbox.nlp import load


@dataclass(frozen=True, slots=True)
class AnnotateSettings:
    """``engine``: the language engine; ``en`` reads English by rules."""

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


def annotate_batch(batch: Mapping[str, Sequence[Any]], settings: AnnotateSettings) -> Batch:
    """Sentences, mentions and local entities of a batch of documents."""
    engine = load(settings.engine)
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    entities: list[LocalEntity] = []
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
    return {
        "sentences": sentences,
        "mentions": mentions,
        "local_entities": entities,
        "annotate_problems": problems,
    }


ANNOTATE = MapStep(
    "annotate",
    2,
    ("documents",),
    {"sentences": Sentence, "mentions": Mention, "local_entities": LocalEntity},
    AnnotateSettings(),
    annotate_batch,
)
