"""Attributions without a verb: "according to", "in X's view", nouns such as "the claim that", words of distance."""

from collections.abc import Callable, Container, Iterator

from woozle.stages.attribute.contents import left_start, right_end, trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import (
    BREAKS,
    CONJUNCTIONS,
    ENDS,
    OBJECT_PRONOUNS,
    SUBORDINATORS,
)
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.nouns import NOUNS, holder_of, noun_draft
from woozle.stages.attribute.subjects import left_subject, right_subject
from woozle.stages.attribute.view import Flow, View

#: Adverbs that tell at a distance and name nobody, and the stance they give.
_DISTANCE = {
    "reportedly": "reported",
    "allegedly": "reported",
    "supposedly": "reported",
    "purportedly": "reported",
    "ostensibly": "reported",
    "rumouredly": "rumoured",
}
_SEEMING = frozenset("appears appeared appear seems seemed seem purports purported".split())
_SHOWN = frozenset("show confirm depict indicate suggest prove capture".split())
_PASSED = frozenset("shared posted published released circulated broadcast uploaded".split())
_VIEW = frozenset("view words opinion account eyes telling judgment judgement estimation mind".split())


def phrase_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """The attributions of a sentence that no verb makes."""
    for at in range(flow.first, flow.last):
        if view.quoted[at] >= 0:
            continue
        for words, finder in _FINDERS:
            found = finder(view, number, flow, at) if view.lows[at] in words else None
            if found:
                yield found
                break


def _source_end(view: View, start: int, last: int) -> int:
    """Behind the noun phrase of "according to": to the comma, the end, or the next clause."""
    if view.lows[start] in OBJECT_PRONOUNS:
        return start + 1
    subject = right_subject(view, start, last)
    end = subject[1] if subject else start
    while end < last and view.quoted[end] < 0 and view.lows[end] not in BREAKS and view.lows[end] not in SUBORDINATORS:
        if view.lows[end] in CONJUNCTIONS and not (end + 1 < last and view.is_capital(end + 1)):
            break
        end += 1
    return end


def _according(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    if at + 2 >= flow.last or view.lows[at + 1] != "to":
        return None
    end = _source_end(view, at + 2, flow.last)
    if end <= at + 2:
        return None
    source, cue = (at + 2, end), (at, at + 2)
    before = trimmed(view, left_start(view, at, flow.first), at)
    after_start = end + 1 if end < flow.last and view.lows[end] == "," else end
    after = trimmed(view, after_start, right_end(view, after_start, flow.last)) if after_start < flow.last else None
    is_opening = before is None or (before[1] - before[0] <= 1)
    # Behind an aside the sentence goes on: both sides are what was said.
    spans = [span for span in ((None if is_opening else before), after) if span and span[1] - span[0] > 0]
    if after and not is_opening and (end >= flow.last or view.lows[end] in ENDS):
        spans = [span for span in spans if span != after]
    return Draft(source, cue, tuple(spans), "assert", "plain", "according to", True, number) if spans else None


def _distant(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Hedges: "Forty guards were reportedly seized": the clause without the adverb, and nobody who says it."""
    left = trimmed(view, left_start(view, at, flow.first), at)
    right = trimmed(view, at + 1, right_end(view, at + 1, flow.last))
    spans = tuple(span for span in (left, right) if span)
    return (
        Draft(None, (at, at + 1), spans, "assert", _DISTANCE[view.lows[at]], view.lows[at], False, number)
        if spans
        else None
    )


def _neither(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """No answer: "It neither confirmed nor denied an arrest"."""
    words = view.lows[at : at + 6]
    denied = next((n for n, low in enumerate(words) if low in ("deny", "denied", "denies")), None)
    subject = left_subject(view, at - 1, flow.first) if at > flow.first else None
    if denied is None or subject is None or not any(low.startswith("confirm") for low in words):
        return None
    content = trimmed(view, at + denied + 1, right_end(view, at + denied + 1, flow.last))
    return Draft(
        subject, (at, at + denied + 1), (content,) if content else (), "decline", "plain", "deny", True, number
    )


def _seeming(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """A picture that nobody has checked: "Footage shared by the channel appears to show smoke"."""
    subject = left_subject(view, at - 1, flow.first) if at > flow.first else None
    if subject is None or at + 3 >= flow.last or view.lows[at + 1] != "to" or view.lows[at + 2] not in _SHOWN:
        return None
    words = view.lows[slice(*subject)]
    content = trimmed(view, at + 3, right_end(view, at + 3, flow.last))
    if content is None or not any(low.rstrip("s") in PAPERS for low in words[:6]):
        return None
    carriers: tuple[CarrierDraft, ...] = ()
    by = next((n for n in range(subject[0] + 1, subject[1] - 1) if view.lows[n] == "by"), None)
    if by is not None and view.lows[by - 1] in _PASSED:
        carriers = (CarrierDraft((by + 1, subject[1]), "post"),)
        subject = (subject[0], by - 1)
    return Draft(subject, (at, at + 3), (content,), "assert", "unverified", "appear", True, number, carriers)


def _in_view(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Views: "In the union's view, three did."."""
    holder = holder_of(view, at, flow.first)
    if holder is None or holder[0] <= flow.first or view.lows[holder[0] - 1] not in ("in", "by"):
        return None
    start = holder[0] - 1
    after_start = at + 2 if at + 1 < flow.last and view.lows[at + 1] == "," else at + 1
    after = trimmed(view, after_start, right_end(view, after_start, flow.last)) if after_start < flow.last else None
    before = trimmed(view, flow.first, start)
    content = after if after and (before is None or before[1] - before[0] < 3) else before
    return (
        Draft(holder, (start, at + 1), (content,), "assert", "plain", view.lows[at], True, number) if content else None
    )


#: Words, and what looks for an attribution where one of them stands.
_FINDERS: tuple[tuple[Container[str], Callable[[View, int, Flow, int], Draft | None]], ...] = (
    (frozenset(("according",)), _according),
    (_DISTANCE, _distant),
    (NOUNS, noun_draft),
    (_VIEW, _in_view),
    (frozenset(("neither",)), _neither),
    (_SEEMING, _seeming),
)
