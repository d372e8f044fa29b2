"""Makes readings by hand for the tests of the scorer: rows written as gold rows are, as if a reader had found them."""

from dataclasses import dataclass

from tests.phenomena.passages import GoldCarrier, GoldRow, Passage, places
from woozle.model.records import Attribution, LocalEntity
from woozle.model.values import Carrier, Span


@dataclass(frozen=True, slots=True)
class MadeReading:
    """What a reader is said to have found."""

    attributions: tuple[Attribution, ...]
    entities: tuple[LocalEntity, ...]


def span(text: str, words: str) -> Span:
    """The first place of some words in a text."""
    start, end = places(text, words)[0]
    return Span(start, end, words)


def row(
    text: str,
    content: tuple[str, ...] | str,
    source: str | None = None,
    cue: str | None = None,
    *,
    who: str | None = None,
    mode: str = "indirect",
    act: str = "assert",
    stance: str = "plain",
    via: tuple[tuple[str, str], ...] = (),
    parent: int | None = None,
) -> GoldRow:
    """A row by its words, each at its first place in the text."""
    pieces = (content,) if isinstance(content, str) else content
    return GoldRow(
        content=tuple(span(text, words) for words in pieces),
        cue=span(text, cue) if cue else None,
        source=span(text, source) if source else None,
        who=who,
        mode=mode,
        act=act,
        stance=stance,
        via=tuple(GoldCarrier(span(text, words), kind) for words, kind in via),
        parent=parent,
    )


def passage(
    text: str, *rows: GoldRow, quotes_nobody: tuple[str, ...] = (), phenomena: tuple[int, ...] = (1,)
) -> Passage:
    """A passage of the dev part."""
    stretches = tuple(span(text, words) for words in quotes_nobody)
    return Passage("01-01", "dev", phenomena, text, None, stretches, rows)


def reading(*rows: GoldRow, others: tuple[str, ...] = ()) -> MadeReading:
    """The reading of somebody who found exactly these rows, in a text that also names some others."""
    names = list(dict.fromkeys([*(each.who for each in rows if each.who), *others]))
    return MadeReading(
        tuple(
            Attribution(
                id=f"row {number}",
                document_id="",
                mode=each.mode,
                content=each.content,
                cue=each.cue,
                source=each.source,
                source_entity_id=each.who,
                via=tuple(Carrier(carrier.span, carrier.kind, None) for carrier in each.via),
                act=each.act,
                stance=each.stance,
                parent_id=f"row {each.parent}" if each.parent is not None else None,
            )
            for number, each in enumerate(rows)
        ),
        tuple(LocalEntity(name, "", name, "person", (), False) for name in names),
    )
