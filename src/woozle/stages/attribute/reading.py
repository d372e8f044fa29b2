"""The attributions of one text as rows: the pure function that step and Reader share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from woozle.model.ids import row_id
from woozle.model.records import Attribution, LocalEntity, Mention, Sentence
from woozle.model.values import Carrier, Span
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finding import VerbFinder
from woozle.stages.attribute.floating import with_floating
from woozle.stages.attribute.phrases import phrase_drafts
from woozle.stages.attribute.resolving import Resolver
from woozle.stages.attribute.settling import Settled, nested, with_disclaimers, without_doubles
from woozle.stages.attribute.speech import headline_drafts, label_drafts
from woozle.stages.attribute.view import Range, View, make_view
from woozle.toolbox.names import same_name

#: From this likeness on two names of outlets are one.
_SAME = 0.8


def _drafts(view: View) -> list[Draft]:
    found: list[Draft] = []
    for number, flow in enumerate(view.flows):
        found += VerbFinder(view, number, flow).find()
        found += phrase_drafts(view, number, flow)
        found += headline_drafts(view, number, flow)
    found += label_drafts(view)
    kept = without_doubles(found)
    return with_disclaimers(view, without_doubles(with_floating(view, kept)))


class _Writer:
    """Turns settled drafts into rows."""

    def __init__(self, view: View, document_id: str, resolver: Resolver, outlet: str | None) -> None:
        self._view, self._document_id, self._resolver, self._outlet = view, document_id, resolver, outlet

    def span(self, words: Range) -> Span:
        start, end = self._view.starts[words[0]], self._view.ends[words[1] - 1]
        return Span(start, end, self._view.text[start:end])

    def row(self, draft: Draft) -> Attribution:
        """A row without its parent."""
        content = tuple(self.span(words) for words in sorted(set(draft.content)))
        source = self.span(draft.source) if draft.source else None
        cue = self.span(draft.cue) if draft.cue else None
        key = (
            cue.start if cue else -1,
            source.start if source else -1,
            *(n for s in content for n in (s.start, s.end)),
        )
        return Attribution(
            id=row_id("attribution", self._document_id, *key),
            document_id=self._document_id,
            mode=self._mode(draft.content),
            content=content,
            cue=cue,
            source=source,
            source_entity_id=self._resolver.resolve(draft.source),
            via=self._via(draft),
            act=draft.act,
            stance=draft.stance,
            parent_id=None,
        )

    def _mode(self, content: Iterable[Range]) -> str:
        inside = [
            self._view.quoted[at] >= 0 for words in content for at in range(*words) if self._view.lows[at][0].isalnum()
        ]
        if inside and all(inside):
            return "direct"
        return "mixed" if any(inside) else "indirect"

    def _via(self, draft: Draft) -> tuple[Carrier, ...]:
        """Whoever was told, where it is another outlet: its readers had it from there."""
        found = []
        for carrier in draft.carriers:
            start, end = self._view.starts[carrier.span[0]], self._view.ends[carrier.span[1] - 1]
            for name in self._view.names_in(start, end):
                entity = self._resolver.entities.get(name.entity_id or "")
                if name.kind == "outlet" and entity and not self._is_own(entity):
                    found.append(Carrier(name.span, "outlet", entity.id))
        return tuple(found)

    def _is_own(self, entity: LocalEntity) -> bool:
        if self._outlet is None:
            return False
        own = self._outlet.casefold()
        return any(
            same_name(name, self._outlet, "outlet") >= _SAME
            or name.casefold() in own.split()
            or own.endswith(name.casefold())
            for name in (entity.name, *entity.aliases)
        )


def _with_parents(rows: Sequence[Attribution], settled: Sequence[Settled], resolver: Resolver) -> list[Attribution]:
    """Rows with their parents; an inner row is carried by whoever the outer one names."""
    out: list[Attribution] = []
    done: dict[int, Attribution] = {}

    def finish(at: int) -> Attribution:
        if at not in done:
            row, parent = rows[at], settled[at].parent
            if parent >= 0:
                above = finish(parent)
                carrier = _carrier(above, resolver)
                row = replace(row, parent_id=above.id, via=(*above.via, *carrier, *row.via))
            done[at] = row
        return done[at]

    for at in range(len(rows)):
        out.append(finish(at))
    return out


def _carrier(row: Attribution, resolver: Resolver) -> tuple[Carrier, ...]:
    if row.source is None:
        return ()
    entity = resolver.entities.get(row.source_entity_id or "")
    kinds = {"person": "person", "outlet": "outlet", "organisation": "organisation", "group": "organisation"}
    return (Carrier(row.source, kinds.get(entity.kind if entity else "person", "person"), row.source_entity_id),)


def read_attributions(  # noqa: PLR0913 - the rows that earlier rooms made of the text, one by one
    text: str,
    document_id: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    local_entities: Sequence[LocalEntity],
    *,
    outlet: str | None,
) -> tuple[Attribution, ...]:
    """Who is said to have said what in a text.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the spans.
        sentences: its sentences, in text order.
        mentions: its names, in text order.
        local_entities: whom the names mean inside this text.
        outlet: who publishes it; it is no carrier of what it was told itself.
    """
    view = make_view(text, sentences, mentions)
    entities = {entity.id: entity for entity in local_entities}
    settled = nested(_drafts(view))
    writer = _Writer(view, document_id, Resolver(view, mentions, entities), outlet)
    rows = [writer.row(one.draft) for one in settled]
    linked = _with_parents(rows, settled, writer._resolver)
    return tuple({row.id: row for row in linked}.values())
