"""Speech inside quoted speech: "“My brother said ‘leave’,” Mira recalled"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from woozle.model.records import Sentence
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finding import VerbFinder
from woozle.stages.attribute.view import Flow, Passage, View
from woozle.toolbox.text.quotes import find_quotes

#: Cues that make a row of their own inside a quotation.
_SPEECH = frozenset("say tell ask warn claim announce deny promise order shout".split())
_SPEAKERS = frozenset("i we you it".split())


def inner_drafts(view: View, inner: View) -> list[Draft]:
    """What quoted speakers say that others said; the speakers' own "I said" is no other voice.

    Args:
        view: the text.
        inner: the text inside its quotations, see `inner_view`.
    """
    flows = {flow.first: number for number, flow in enumerate(view.flows)}
    starts = sorted(flows)
    found = []
    for flow in inner.flows:
        number = flows[starts[max(0, bisect_left(starts, flow.first + 1) - 1)]]
        for draft in VerbFinder(inner, number, flow).find():
            if draft.verb in _SPEECH and draft.source and view.lows[draft.source[0]].split("'")[0] not in _SPEAKERS:
                found.append(replace(draft, is_inner=True))
    return found


def inner_view(view: View, sentences: Sequence[Sentence]) -> View:
    """The same words with the quotations inside quotations as the outermost, and sentences clipped to speech."""
    passages = tuple(Passage(each.start, each.end, False) for each in find_quotes(view.text) if each.depth == 1)
    quoted = [-1] * len(view.lows)
    for number, passage in enumerate(passages):
        for word in range(bisect_left(view.starts, passage.start), bisect_left(view.starts, passage.end)):
            quoted[word] = number
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
    return replace(view, passages=passages, quoted=tuple(quoted), flows=tuple(flows))
