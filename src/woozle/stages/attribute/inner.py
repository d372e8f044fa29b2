"""Speech inside quoted speech: "“My brother said ‘leave’,” Mira recalled"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.model.records import Sentence
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finding import VerbFinder
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import BE, PERSONAL
from woozle.stages.attribute.holding import Holder
from woozle.stages.attribute.orders import is_order
from woozle.stages.attribute.phrases import phrase_drafts
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Flow, Range, View, quoted_by

#: Cues that make a row of their own inside a quotation.
_SPEECH = frozenset(
    "say tell ask warn claim announce deny promise order shout yell cry whisper answer reply write go".split()
)
_SPEAKERS = frozenset("i we you it".split())
#: What speakers do who tell what they said themselves.
_OWN = frozenset("said told asked shouted answered replied".split())


def inner_drafts(view: View, inner: View) -> list[Draft]:
    """What quoted speakers say that others said, and what they said themselves on an earlier occasion.

    Args:
        view: the text.
        inner: the text inside its quotations, see `inner_view`.
    """
    found = []
    for flow in inner.flows:
        number = max(0, view.flow_at(flow.first))
        others = [
            draft
            for draft in VerbFinder(inner, number, flow).find()
            if draft.verb in _SPEECH
            and _is_telling(inner, draft)
            and draft.source
            and view.lows[draft.source[0]] not in _SPEAKERS
        ]
        told = [draft for draft in phrase_drafts(inner, number, flow) if draft.verb == "according to"]
        own = (*_own_drafts(inner, number, flow), *_acted_drafts(inner, number, flow))
        for draft in (*others, *told, *own):
            found.append(_told(inner, replace(draft, is_inner=True, is_speech=draft.is_speech or draft.verb == "go")))
    return found


def _is_telling(inner: View, draft: Draft) -> bool:
    """Whether what somebody writes is said: "They wrote that …", not "They wrote numbers on our hands"."""
    first = draft.content[0][0] if draft.content else 0
    is_clause = "that" in inner.lows[first - 1 : first + 1] or inner.quoted[first] >= 0
    return draft.verb != "write" or is_clause


def _acted_drafts(inner: View, number: int, flow: Flow) -> Iterator[Draft]:
    """What is acted out in talk: "I'm like, ‘Time me’", "and she was like ‘no’"."""
    for at in range(flow.first + 1, flow.last - 2):
        behind = at + 1 + (inner.lows[at + 1] in (",", ":"))
        if inner.lows[at] != "like" or inner.quoted[at] >= 0 or inner.quoted[behind] < 0:
            continue
        if inner.lows[at - 1] not in BE:
            continue
        source = left_subject(inner, at - 2, flow.first)
        if source:
            content = (behind, inner.quote_end(behind))
            act = "direct" if is_order(inner, content) else "assert"
            yield Draft(source, (at, at + 1), (content,), act, "plain", "like", True, number)


def _own_drafts(inner: View, number: int, flow: Flow) -> Iterator[Draft]:
    """What a speaker says to have said: "I told him to run", "I said it was paint"."""
    held = Holder(inner, flow.last)
    for at in range(flow.first, flow.last - 2):
        if inner.lows[at] != "i" or inner.lows[at + 1] not in _OWN or inner.quoted[at] >= 0:
            continue
        verb = verbs()[inner.lows[at + 1]]
        found = held.content(at + 2, verb)
        if found and (found[1] != "n"):
            is_to_act = found[0][0] == at + 2 or inner.lows[found[0][0]] in ("to", "not")
            is_told = found[1] == "o" and not is_to_act
            act = ("ask" if verb.lemma == "ask" else "assert") if is_told else verb.frames.get(found[1], "assert")
            yield Draft((at, at + 1), (at + 1, at + 2), (found[0],), act, "plain", verb.lemma, True, number)


def _told(inner: View, draft: Draft) -> Draft:
    """An inner row with its content cut to what was said, and the act of an order in marks.

    Speakers go on telling behind it: "He said ‘run’, so I ran", "She told us to dig, and when the water came …".
    """
    first, last = draft.content[0]
    if inner.quoted[first] >= 0:
        end = min(last, inner.quote_end(first))
        act = _quoted_act(inner, draft, (first, end))
        return replace(draft, content=((first, end),), act=act)
    is_infinitive = inner.lows[first] == "to" or draft.act == "direct"
    ends = (at for at in range(first + 1, last - 2) if _goes_on(inner, at, is_infinitive))
    return replace(draft, content=((first, next(ends, last)), *draft.content[1:]))


def _quoted_act(inner: View, draft: Draft, words: Range) -> str:
    """The act of words in marks: an order, a question, or what the verb says."""
    if draft.act != "assert":
        return draft.act
    is_asked = "?" in inner.lows[max(words[0], words[1] - 2) : words[1]]
    return "ask" if is_asked else "direct" if is_order(inner, words) else "assert"


def _goes_on(inner: View, at: int, is_infinitive: bool) -> bool:
    """Whether the speaker's own tale begins behind a comma."""
    if inner.lows[at] != "," or inner.quoted[at] >= 0:
        return False
    if inner.lows[at + 1] in ("so", "and", "but") and is_infinitive:
        return True
    return inner.lows[at + 1] == "so" and inner.lows[at + 2] in PERSONAL and may_be_finite(inner, at + 3)


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
