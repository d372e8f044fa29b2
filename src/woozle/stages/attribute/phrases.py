"""Attributions without a verb: "according to", "in X's view", nouns such as "the claim that", words of distance."""

from collections.abc import Iterator

from woozle.stages.attribute.contents import left_start, right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import BREAKS, CONJUNCTIONS, ENDS, OBJECT_PRONOUNS, POSSESSIVES, SUBORDINATORS
from woozle.stages.attribute.subjects import right_subject
from woozle.stages.attribute.view import Flow, Range, View

#: Adverbs that tell at a distance and name nobody, and the stance they give.
_DISTANCE = {
    "reportedly": "reported",
    "allegedly": "reported",
    "supposedly": "reported",
    "purportedly": "reported",
    "ostensibly": "reported",
    "rumouredly": "rumoured",
}
#: Nouns that hold what somebody said, thought or wants, and the act that each makes.
NOUNS = {
    **dict.fromkeys(
        "claim claims allegation allegations assertion assertions statement suggestion accusation accusations warning "
        "warnings announcement argument arguments charge charges insistence contention complaint complaints testimony "
        "remark report reports admission declaration conclusion finding findings revelation revelations".split(),
        "assert",
    ),
    **dict.fromkeys("denial denials".split(), "deny"),
    **dict.fromkeys(
        "belief beliefs fear fears concern concerns hope hopes view suspicion suspicions idea notion sense "
        "feeling doubt "
        "doubts expectation".split(),
        "believe",
    ),
    **dict.fromkeys("demand demands call calls order request proposal recommendation appeal".split(), "direct"),
    **dict.fromkeys("promise pledge threat threats vow decision plan plans intention offer pledge".split(), "intend"),
    **dict.fromkeys("rumour rumours rumor rumors speculation".split(), "rumour"),
}
_VIEW = frozenset("view words opinion account eyes telling judgment judgement estimation mind".split())


def phrase_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """The attributions of a sentence that no verb makes."""
    for at in range(flow.first, flow.last):
        if view.quoted[at] >= 0:
            continue
        low = view.lows[at]
        found = None
        if low == "according" and at + 1 < flow.last and view.lows[at + 1] == "to":
            found = _according(view, number, flow, at)
        elif low in _DISTANCE:
            found = _distant(view, number, flow, at)
        elif low in NOUNS:
            found = _noun(view, number, flow, at)
        elif low in _VIEW and at > flow.first:
            found = _in_view(view, number, flow, at)
        if found:
            yield found


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


def _holder(view: View, at: int, first: int) -> Range | None:
    """Whose noun it is: "Kort's claim", "his claim"; "the claim by Kort" is for the right side."""
    if at <= first:
        return None
    low = view.lows[at - 1]
    if low in POSSESSIVES:
        return at - 1, at
    if low.endswith(("'s", "s'")):
        start = at - 1
        while (
            start > first and (view.is_capital(start - 1) or view.lows[start - 1] in ("the", "of")) and at - start < 7
        ):
            start -= 1
        return start, at
    return None


def _noun(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    if at + 2 >= flow.last:
        return None
    act, low = NOUNS[view.lows[at]], view.lows[at + 1]
    is_good = low == "that" or (low == "to" and act in ("intend", "direct"))
    if not is_good:
        return None
    holder = _holder(view, at, flow.first)
    content = trimmed(view, at + 1, right_end(view, at + 1, flow.last))
    if content is None:
        return None
    stance = "rumoured" if act == "rumour" else "plain"
    cue = (holder[1] if holder and view.lows[holder[0]] not in POSSESSIVES else at, at + 1)
    source = holder
    return Draft(source, cue, (content,), "assert" if act == "rumour" else act, stance, view.lows[at], False, number)


def _in_view(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Views: "In the union's view, three did."."""
    holder = _holder(view, at, flow.first)
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
