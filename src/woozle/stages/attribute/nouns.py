"""Nouns as cues: "the rebels' claim that", "his promise to", "rumours spread that"."""

import itertools

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import CONJUNCTIONS, DETERMINERS, POSSESSIVES, RELATIVES, SUBORDINATORS
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
    **dict.fromkeys("demand demands call calls order request proposal recommendation appeal advice".split(), "direct"),
    **dict.fromkeys("promise pledge threat threats vow decision plan plans intention offer pledge".split(), "intend"),
    **dict.fromkeys("rumour rumours rumor rumors speculation whispers word legend talk".split(), "rumour"),
}
#: What ends the clause of a noun.
_LEAVING = SUBORDINATORS | RELATIVES | CONJUNCTIONS | {","}
#: Common words that only some turns of phrase make hearsay.
_HEARSAY = frozenset("word legend talk".split())
_IS_THAT = (("is", "that"), ("was", "that"))
#: Nouns of a fear or a rumour that may name its object alone: "fears of a second slide".
_FEARED = frozenset("fear fears rumour rumours rumor rumors suspicion suspicions".split())
#: Words between a noun and its holder, and between a noun and its clause, at most.
_ADJECTIVES, _SPREAD = 2, 10
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
    if view.lows[at] in _HEARSAY and not _is_hearsay(view, at, flow):
        return None
    holder = _holder(view, at, flow.first)
    link = _link(view, at, flow.last, act) or (_linked(view, at, flow.last, act) if holder else None)
    if holder is None and view.lows[at + 1 : at + 2] == ("by",):
        holder, link = _by(view, at, flow.last, act)
    if link is None or (view.lows[link] in ("to", "for") and holder is None):
        return None
    end = _clause_end(view, link, right_end(view, link, flow.last))
    if view.lows[link - 1] == ",":
        end = next((n for n in range(link, end) if view.lows[n] == "," and view.quoted[n] < 0), end)
    content = trimmed(view, link + (view.lows[link] in ("of", "for")), end)
    if content is None:
        return None
    stance = "rumoured" if act == "rumour" else "reported" if act == "believe" and holder is None else "plain"
    is_before = holder is not None and holder[1] <= at and view.lows[holder[0]] not in POSSESSIVES
    cue = (holder[1] if holder and is_before else at, at + 1)
    return Draft(holder, cue, (content,), "assert" if act == "rumour" else act, stance, view.lows[at], False, number)


def _is_hearsay(view: View, at: int, flow: Flow) -> bool:
    """Whether a common word tells of hearsay: "Word is that", "legend has it that", "there is talk that"."""
    behind = view.lows[at + 1 : min(flow.last, at + _SPREAD)]
    has_it = behind[:3] == ("has", "it", "that")
    return has_it or {
        "word": at == flow.first and any(pair in _IS_THAT for pair in itertools.pairwise(behind)),
        "talk": behind[:1] == ("that",) and view.lows[at - 1 : at] != ("to",),
    }.get(view.lows[at], False)


def _holder(view: View, at: int, first: int) -> Range | None:
    """Whose noun it is, with an adjective or two between: "the company's other claim"."""
    for noun in range(at, max(first, at - _ADJECTIVES) - 1, -1):
        holder = holder_of(view, noun, first)
        if holder:
            return holder
        if noun > first and (not view.lows[noun - 1].isalpha() or view.lows[noun - 1] in _BEFORE_HOLDER | DETERMINERS):
            return None
    return None


def _link(view: View, at: int, last: int, act: str) -> int | None:
    """Where the clause, infinitive or object of a noun begins; rumours may first spread."""
    if at + 2 >= last:
        return None
    low = view.lows[at + 1]
    if low == "that" or (low == "to" and act in ("intend", "direct")):
        return at + 1
    if (low == "of" and view.lows[at] in _FEARED) or (low == "for" and act == "direct"):
        return at + 1
    if low == "," and view.lows[at + 2] == "that":
        return at + 2
    if act == "rumour":
        return next((n for n in range(at + 1, min(last - 1, at + _SPREAD)) if view.lows[n] == "that"), None)
    return None


def _by(view: View, at: int, last: int, act: str) -> tuple[Range | None, int | None]:
    """Who stands behind a noun, and where its clause begins: "a proposal by two funds to sell the mill"."""
    openers = ("to", "that") if act in ("intend", "direct") else ("that",)
    for link in range(at + 3, min(last - 1, at + _SPREAD)):
        if view.quoted[link] >= 0 or view.lows[link] in _LEAVING - set(openers) or may_be_finite(view, link):
            return None, None
        if view.lows[link] in openers:
            return (at + 2, link), link
    return None, None


def _linked(view: View, at: int, last: int, act: str) -> int | None:
    """Where the clause of a noun begins behind a verb: "Their advice to the reeve was to wait", "its view is that"."""
    second = "to" if act in ("intend", "direct") else "that"
    for n in range(at + 1, min(last - 2, at + _SPREAD)):
        if view.quoted[n] >= 0 or view.lows[n] in (";", "."):
            return None
        if view.lows[n] in ("is", "was", "remains") and view.lows[n + 1] == second:
            return n + 1
    return None


def _clause_end(view: View, start: int, end: int) -> int:
    """Where the clause of a noun gives way to the noun's own verb: "the claim that the port had fallen / was false"."""
    if view.lows[start] in ("of", "for"):
        ends = (n for n in range(start + 1, end) if view.lows[n] in _LEAVING - {"and"} or may_be_finite(view, n))
        return next(ends, end)
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
