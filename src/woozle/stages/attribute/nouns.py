"""Nouns as cues: "the rebels' claim that", "his promise to", "rumours spread that"."""

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import CONJUNCTIONS, POSSESSIVES, RELATIVES, SUBORDINATORS
from woozle.stages.attribute.view import Flow, Range, View

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
#: What ends the clause of a noun.
_LEAVING = SUBORDINATORS | RELATIVES | CONJUNCTIONS | {","}
_BEFORE_HOLDER = frozenset("in by to for on with from at but and".split())


def holder_of(view: View, at: int, first: int) -> Range | None:
    """Whose noun it is: "Kort's claim", "his claim"; "the claim by Kort" is for the right side."""
    if at <= first:
        return None
    low = view.lows[at - 1]
    if low in POSSESSIVES:
        return at - 1, at
    is_plural = low in ("'", "’") and at - 2 >= first and view.lows[at - 2].endswith("s")
    if low.endswith("'s") or is_plural:
        start = at - 2 if is_plural else at - 1
        while (
            start > first
            and (view.is_capital(start - 1) or view.lows[start - 1] in ("the", "of"))
            and view.lows[start - 1] not in _BEFORE_HOLDER
            and at - start < 7
        ):
            start -= 1
        return start, at
    return None


def noun_draft(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """The row of a noun: "The rebels' claim that the port had fallen", "rumours spread that", "his promise to go"."""
    act = NOUNS[view.lows[at]]
    link = _link(view, at, flow.last, act)
    if link is None:
        return None
    holder = holder_of(view, at, flow.first)
    if view.lows[link] == "to" and holder is None:
        return None
    content = trimmed(view, link, _clause_end(view, link, right_end(view, link, flow.last)))
    if content is None:
        return None
    stance = "rumoured" if act == "rumour" else "plain"
    cue = (holder[1] if holder and view.lows[holder[0]] not in POSSESSIVES else at, at + 1)
    return Draft(holder, cue, (content,), "assert" if act == "rumour" else act, stance, view.lows[at], False, number)


def _link(view: View, at: int, last: int, act: str) -> int | None:
    """Where the clause or infinitive of a noun begins; rumours may first spread."""
    if at + 2 >= last:
        return None
    if view.lows[at + 1] == "that" or (view.lows[at + 1] == "to" and act in ("intend", "direct")):
        return at + 1
    if act == "rumour":
        return next((n for n in range(at + 1, min(last - 1, at + 5)) if view.lows[n] == "that"), None)
    return None


def _clause_end(view: View, start: int, end: int) -> int:
    """Where the clause of a noun gives way to the noun's own verb: "the claim that the port had fallen / was false"."""
    if view.lows[start] != "that":
        return end
    is_verb = has_verb = False
    for at in range(start + 1, end):
        was_verb, is_verb = is_verb, view.quoted[at] < 0 and may_be_finite(view, at)
        if view.lows[at] in _LEAVING:
            return end
        if is_verb and not was_verb and has_verb:
            return at
        has_verb = has_verb or is_verb
    return end
