"""Sentences, sayings, mentions and local entities of one text as rows: the pure function that step and Reader share."""

from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import LocalEntity, Mention, Saying, Sentence
from woozle.model.values import Span
from woozle.stages.annotate.bodies import find_bodies, without_parts
from woozle.stages.annotate.called import with_bodies
from woozle.stages.annotate.entities import Bearer, bearers_of, with_outlet
from woozle.stages.annotate.parting import parted
from woozle.stages.annotate.shortplaces import with_short_places
from woozle.toolbox.nlp import Engine, ParsedSaying
from woozle.toolbox.nlp.capitals import is_loud, quiet, small


@dataclass(frozen=True, slots=True)
class Annotated:
    """What annotate makes of one text; all in text order, local entities by first mention.

    ``refused``: why answers of a language model were not taken, one sentence each.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    local_entities: tuple[LocalEntity, ...]
    sayings: tuple[Saying, ...]
    refused: tuple[str, ...]


def _entity(document_id: str, bearer: Bearer) -> LocalEntity:
    return LocalEntity(
        row_id("local_entity", document_id, bearer.kind, bearer.start),
        document_id,
        bearer.name,
        bearer.kind,
        bearer.aliases,
        bearer.is_protected,
    )


def _saying(text: str, document_id: str, said: ParsedSaying) -> Saying:
    def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
        return tuple(Span(start, end, text[start:end]) for start, end in pairs)

    cue = spans(said.cue)[0] if said.cue else None
    key = (*(said.cue or ()), *(edge for pair in (*said.sources, *said.contents) for edge in pair))
    return Saying(
        row_id("saying", document_id, *key),
        document_id,
        spans(*said.sources),
        cue,
        spans(*said.contents),
        said.score,
        said.act,
        said.stance,
    )


def annotate(text: str, document_id: str, engine: Engine, *, outlet: str | None) -> Annotated:
    """Sentences, names, and whom each name means inside this text.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the span.
        engine: what reads the language.
        outlet: who publishes; its own name in the text is an outlet, whatever it looks like.
    """
    # The spans are the same in both; what a row quotes is the text as it stands.
    plain = quiet(text, engine.analyse(small(text)).sentences) if is_loud(text) else text
    analysis = with_outlet(plain, with_short_places(plain, parted(plain, engine.analyse(plain))), outlet)
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
    bodies = find_bodies(plain, analysis)
    named = bearers_of(plain, without_parts(analysis, bodies), outlet=outlet)
    for bearer in with_bodies(analysis, named, bodies):
        entity = _entity(document_id, bearer)
        entities.append(entity)
        for start, end in bearer.spans:
            span = Span(start, end, text[start:end])
            mentions.append(
                Mention(row_id("mention", document_id, start, end), document_id, span, bearer.kind, entity.id)
            )
    return Annotated(
        sentences,
        tuple(sorted(mentions, key=lambda row: (row.span.start, row.span.end))),
        tuple(entities),
        tuple(_saying(text, document_id, said) for said in analysis.sayings),
        analysis.refused,
    )
