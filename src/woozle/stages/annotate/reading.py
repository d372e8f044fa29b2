"""Sentences, mentions and local entities of one text as rows: the pure function that step and Reader share."""

from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import LocalEntity, Mention, Sentence
from woozle.model.values import Span
from woozle.stages.annotate.entities import Bearer, bearers_of, with_outlet
from woozle.toolbox.nlp import Engine


@dataclass(frozen=True, slots=True)
class Annotated:
    """What annotate makes of one text; sentences and mentions in text order, local entities by first mention."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    local_entities: tuple[LocalEntity, ...]


def _entity(document_id: str, bearer: Bearer) -> LocalEntity:
    return LocalEntity(
        row_id("local_entity", document_id, bearer.kind, bearer.start),
        document_id,
        bearer.name,
        bearer.kind,
        bearer.aliases,
        bearer.is_protected,
    )


def annotate(text: str, document_id: str, engine: Engine, *, outlet: str | None) -> Annotated:
    """Sentences, names, and whom each name means inside this text.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        engine: what reads the language.
        outlet: who publishes; its own name in the text is an outlet, whatever it looks like.
    """
    analysis = with_outlet(text, engine.analyse(text), outlet)
    sentences = tuple(
        Sentence(
            row_id("sentence", document_id, read.start, read.end),
            document_id,
            read.start,
            read.end,
            read.paragraph,
            read.tokens,
        )
        for read in analysis.sentences
    )
    mentions: list[Mention] = []
    entities: list[LocalEntity] = []
    for bearer in bearers_of(text, analysis, outlet=outlet):
        entity = _entity(document_id, bearer)
        entities.append(entity)
        for start, end in bearer.spans:
            span = Span(start, end, text[start:end])
            mentions.append(
                Mention(row_id("mention", document_id, start, end), document_id, span, bearer.kind, entity.id)
            )
    return Annotated(
        sentences, tuple(sorted(mentions, key=lambda row: (row.span.start, row.span.end))), tuple(entities)
    )
