"""The attributions of one text as rows: the pure function that step and Reader share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from woozle.model.ids import row_id
from woozle.model.records import Attribution, LocalEntity, Mention, Saying, Sentence
from woozle.model.values import Span
from woozle.stages.attribute.accounts import account_drafts, with_pluperfect
from woozle.stages.attribute.acts import is_told_by_nobody, keeps, with_acts
from woozle.stages.attribute.blocks import block_drafts
from woozle.stages.attribute.carrying import Carriers, with_conversations, with_one_outlet, with_parents, with_writers
from woozle.stages.attribute.chains import quoting_drafts
from woozle.stages.attribute.citing import cited_drafts
from woozle.stages.attribute.dashed import dashed_drafts
from woozle.stages.attribute.disclaiming import with_disclaimers
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.figures import bracketed_drafts, shared_drafts
from woozle.stages.attribute.finding import VerbFinder
from woozle.stages.attribute.floating import (
    only_names,
    with_echoes,
    with_fit_speaker,
    with_floating,
    with_whole_quotes,
)
from woozle.stages.attribute.frames import frame_drafts
from woozle.stages.attribute.inner import inner_drafts, inner_view
from woozle.stages.attribute.interpreters import with_interpreter
from woozle.stages.attribute.labels import label_drafts
from woozle.stages.attribute.listeners import with_listeners
from woozle.stages.attribute.papers import paper_drafts
from woozle.stages.attribute.phrases import phrase_drafts
from woozle.stages.attribute.refusing import refusals, without_refused
from woozle.stages.attribute.rejecting import with_rejections
from woozle.stages.attribute.resolving import Resolver
from woozle.stages.attribute.retracting import with_retractions
from woozle.stages.attribute.rumouring import with_rumours
from woozle.stages.attribute.sayings import with_sayings
from woozle.stages.attribute.settling import (
    nested,
    with_doubts,
    with_inner,
    within_sources,
    without_doubles,
)
from woozle.stages.attribute.signed import signed_drafts
from woozle.stages.attribute.silences import silence_drafts
from woozle.stages.attribute.speech import headline_drafts, is_of_next_line, within_paragraph
from woozle.stages.attribute.tellings import telling_drafts
from woozle.stages.attribute.trees import with_trees
from woozle.stages.attribute.view import Range, View, make_view
from woozle.toolbox.nlp.capitals import heard, respanned

_OWNER = re.compile(r"(?<=\w)(?:['’](?:s|m|re|ve|ll|d)|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is known of a text: sentences, names and sayings in text order, and whom the names mean in it."""

    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    local_entities: Sequence[LocalEntity]
    sayings: Sequence[Saying]


def _drafts(view: View, inner: View, known: Annotations) -> list[Draft]:
    found: list[Draft] = []
    for number, flow in enumerate(view.flows):
        found += VerbFinder(view, number, flow).find()
        found += phrase_drafts(view, number, flow)
        found += headline_drafts(view, number, flow)
        found += frame_drafts(view, number, flow)
        found += quoting_drafts(view, number, flow)
        found += bracketed_drafts(view, number, flow)
        found += telling_drafts(view, number, flow)
        found += paper_drafts(view, number, flow)
    found += dashed_drafts(view)
    found += label_drafts(view)
    found += block_drafts(view)
    found += signed_drafts(view)
    found += account_drafts(view, found)
    refused = [draft for number, flow in enumerate(view.flows) for draft in refusals(view, number, flow)]
    taken = {draft.flow for draft in refused}
    refused += [
        draft
        for number, flow in enumerate(view.flows)
        if number not in taken
        for draft in silence_drafts(view, number, flow)
    ]
    found = shared_drafts(view, without_refused(found, refused))
    found = with_trees(view, with_sayings(view, without_doubles(found), known.sayings), known.sentences)
    read = with_acts(view, with_rejections(view, cited_drafts(view, found)))
    seen = [
        with_fit_speaker(view, with_whole_quotes(view, within_paragraph(view, draft)))
        for draft in read
        if draft.content
    ]
    left_out = (only_names, is_of_next_line, keeps, is_told_by_nobody)
    seen = [draft for draft in seen if not any(is_none(view, draft) for is_none in left_out)]
    silent = [draft for draft in read if not draft.content]
    kept = without_doubles([*with_floating(view, with_pluperfect(view, within_sources(seen))), *silent])
    carried = with_listeners(view, [with_interpreter(view, draft) for draft in kept])
    told = with_doubts(view, with_rumours(view, with_echoes(view, carried)))
    return with_inner(told, inner_drafts(view, inner))


class _Writer:
    """Turns settled drafts into rows."""

    def __init__(self, view: View, inner: View, document_id: str, resolver: Resolver, carriers: Carriers) -> None:
        self._view, self._inner, self._document_id = view, inner, document_id
        self._resolver, self._carriers = resolver, carriers

    def span(self, words: Range) -> Span:
        start, end = self._view.starts[words[0]], self._view.ends[words[1] - 1]
        return Span(start, end, self._view.text[start:end])

    def _source(self, words: Range) -> Span:
        """A source without the ending that says that something is theirs."""
        span = self.span(words)
        bare = _OWNER.sub("", span.text)
        return Span(span.start, span.start + len(bare), bare)

    def row(self, draft: Draft) -> Attribution:
        """A row without its parent."""
        content = tuple(self.span(words) for words in sorted(set(draft.content)))
        source = self._source(draft.source) if draft.source else None
        cue = self.span(draft.cue) if draft.cue else None
        key = (
            cue.start if cue else -1,
            source.start if source else -1,
            *(n for s in content for n in (s.start, s.end)),
        )
        return Attribution(
            id=row_id("attribution", self._document_id, *key),
            document_id=self._document_id,
            mode=self._mode(draft),
            content=content,
            cue=cue,
            source=source,
            source_entity_id=self._resolver.resolve(draft.meant or draft.source),
            via=self._carriers.of(draft),
            act=draft.act,
            stance=draft.stance,
            parent_id=None,
        )

    def _mode(self, draft: Draft) -> str:
        view = self._view
        inside = [view.quoted[at] >= 0 for words in draft.content for at in range(*words) if view.lows[at][0].isalnum()]
        if inside and all(inside):
            return "direct"
        return "mixed" if any(inside) else "indirect"


def read_attributions(
    text: str, document_id: str, known: Annotations, *, outlet: str | None
) -> tuple[Attribution, ...]:
    """Who is said to have said what in a text.

    Args:
        text: the document's text; spans count its code points.
        document_id: what the rows' ids hash, beside the spans.
        known: what annotate read of it.
        outlet: who publishes it; it is no carrier of what it was told itself.
    """
    plain = heard(text, known.sentences)
    mentions, sayings = respanned(known.mentions, text, plain), respanned(known.sayings, text, plain)
    known = replace(known, mentions=mentions, sayings=sayings)
    view = make_view(plain, known.sentences, known.mentions)
    entities = {entity.id: entity for entity in known.local_entities}
    inner = inner_view(view, known.sentences)
    settled = nested(_drafts(view, inner, known))
    carriers = Carriers(view, entities, outlet)
    writer = _Writer(view, inner, document_id, Resolver(view, known.mentions, entities), carriers)
    rows = with_conversations(view, [writer.row(one.draft) for one in settled], settled)
    rows = with_writers(carriers, with_one_outlet(with_parents(carriers, rows, settled)))
    rows = with_retractions(view, with_disclaimers(view, rows, settled, entities), settled)
    return respanned({row.id: row for row in rows}.values(), plain, text)
