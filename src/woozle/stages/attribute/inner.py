"""Speech inside quoted speech: "“My brother said ‘leave’,” Mira recalled"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from woozle.model.records import Sentence
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finding import VerbFinder
from woozle.stages.attribute.view import Flow, View, quoted_by

#: Cues that make a row of their own inside a quotation.
_SPEECH = frozenset("say tell ask warn claim announce deny promise order shout".split())
_SPEAKERS = frozenset("i we you it".split())


def inner_drafts(view: View, inner: View) -> list[Draft]:
    """What quoted speakers say that others said; the speakers' own "I said" is no other voice.

    Args:
        view: the text.
        inner: the text inside its quotations, see `inner_view`.
    """
    found = []
    for flow in inner.flows:
        number = max(0, view.flow_at(flow.first))
        for draft in VerbFinder(inner, number, flow).find():
            if draft.verb in _SPEECH and draft.source and view.lows[draft.source[0]].split("'")[0] not in _SPEAKERS:
                found.append(replace(draft, is_inner=True))
    return found


def inner_view(view: View, sentences: Sequence[Sentence]) -> View:
    """The same words with the quotations inside quotations as the outermost, and sentences clipped to speech."""
    flows = []
    at = 0
    for passage in view.passages:
        while at < len(sentences) and sentences[at].end <= passage.start:
            at += 1
        look = at
        while look < len(sentences) and sentences[look].start < passage.end:
            first = bisect_left(view.starts, max(passage.start + 1, sentences[look].start))
            last = bisect_left(view.starts, min(passage.end - 1, sentences[look].end))
            if first < last:
                flows.append(Flow(first, last, sentences[look].paragraph))
            look += 1
    return replace(view, passages=view.nested, quoted=quoted_by(view.starts, view.nested), flows=tuple(flows))
