"""Nouns as cues: "the rebels' claim that", "his promise to", "rumours spread that"."""

import itertools

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    POSSESSIVES,
    RELATIVES,
    SUBORDINATORS,
)
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.view import Flow, Range, View

#: Nouns that hold what somebody said, thought or wants, and the act that each makes.
NOUNS = {
    **dict.fromkeys(
        "claim claims allegation allegations assertion assertions statement suggestion accusation accusations warning "
        "warnings announcement argument arguments charge charges insistence contention complaint complaints testimony "
        "remark report reports admission declaration conclusion finding findings revelation revelations".split(),
        "assert",
    ),
    **dict.fromkeys(
        "acknowledgment acknowledgement boast boasts concession confession quip taunt clarification "
        "position line message verdict opinion assurance assurances account "
        "accounts words prediction predictions forecast retort answer reply point case story version thesis "
        "assessment estimate".split(),
        "assert",
    ),
    **dict.fromkeys("denial denials".split(), "deny"),
    **dict.fromkeys(
        "theory hypothesis conviction impression guess belief beliefs "
        "fear fears concern concerns hope hopes view suspicion suspicions idea notion sense "
        "feeling doubt "
        "doubts expectation".split(),
        "believe",
    ),
    **dict.fromkeys(
        "demand demands call calls order request proposal recommendation appeal advice plea pleas "
        "petition instruction instructions invitation".split(),
        "direct",
    ),
    **dict.fromkeys("promise pledge threat threats vow decision plan plans intention offer pledge".split(), "intend"),
    **dict.fromkeys("rumour rumours rumor rumors speculation whispers word legend talk".split(), "rumour"),
}
#: Those that are somebody's word only where it is said whose: "its position is that", "assurances from the firm that".
_OWNED = frozenset(
    "position theory line message hypothesis verdict conviction impression opinion assurance assurances account "
    "accounts words prediction predictions forecast retort answer reply point case story version thesis assessment "
    "estimate plea pleas petition instruction instructions invitation".split()
)
#: Nouns that pass a thing on: where nobody is named, at a distance; and the one behind "of" is what they tell.
_PASSING = frozenset("report reports claim claims allegation allegations accusation accusations".split())
#: What stands before whoever holds a noun: "fears among analysts that".
_FROM = frozenset("by from among".split())
#: Verbs that make one cue with a noun: "issued a warning that", "gave the order to".
_LIGHT = frozenset(
    "give gives gave given issue issues issued make makes made voice voices voiced express expresses expressed raise "
    "raises raised take takes took repeat repeats repeated renew renews renewed deliver delivers delivered offer "
    "offers offered send sends sent".split()
)
#: What ends the clause of a noun.
_LEAVING = SUBORDINATORS | RELATIVES | CONJUNCTIONS | {","}
#: Common words that only some turns of phrase make hearsay.
_HEARSAY = frozenset("word legend talk".split())
_IS_THAT = (("is", "that"), ("was", "that"))
#: Nouns of a fear or a rumour that may name its object alone: "fears of a second slide".
_FEARED = frozenset("fear fears rumour rumours rumor rumors suspicion suspicions".split())
_UNCHECKED = frozenset("are were unconfirmed unverified conflicting early initial first further".split())
#: Words between a noun and its holder, and between a noun and its clause, at most.
_ADJECTIVES, _SPREAD = 2, 10
#: Words of a holder in small letters, at most, and what it begins with.
_NOUNS = 5
_ARTICLES = frozenset("the a an its his her their our".split())
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
        return _to_article(view, start, first), at
    return None


def _to_article(view: View, start: int, first: int) -> int:
    """Where a noun phrase in small letters begins: "the tax office's"."""
    for at in range(start, max(first - 1, start - _NOUNS), -1):
        if view.lows[at] in _ARTICLES:
            return at
        if not view.lows[at].replace("-", "").replace("'", "").isalpha() or view.lows[at] in _BEFORE_HOLDER:
            break
    return start


def noun_draft(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """The row of a noun: "The rebels' claim that the port had fallen", "rumours spread that", "his promise to go"."""
    act = NOUNS[view.lows[at]]
    if view.lows[at] in _HEARSAY and not _is_hearsay(view, at, flow):
        return None
    holder = _holder(view, at, flow.first)
    link = _link(view, at, flow.last, act) or (_linked(view, at, flow.last, act) if holder else None)
    if holder is None and at + 1 < flow.last and view.lows[at + 1] in _FROM:
        holder, link = _by(view, at, flow.last, act)
    light = _light(view, at, flow.first) if holder is None and link is not None else None
    holder = light[0] if light else holder
    if link is None or (holder is None and (view.lows[link] in ("to", "for") or view.lows[at] in _OWNED)):
        return None
    end = _clause_end(view, link, right_end(view, link, flow.last))
    if view.lows[link - 1] == ",":
        end = next((n for n in range(link, end) if view.lows[n] == "," and view.quoted[n] < 0), end)
    content = trimmed(view, link + (view.lows[link] in ("of", "for")), end)
    if content is None:
        return None
    is_distant = holder is None and (act == "believe" or view.lows[at] in _PASSING)
    stance = "rumoured" if act == "rumour" else "reported" if is_distant else "plain"
    is_before = holder is not None and holder[1] <= at and view.lows[holder[0]] not in POSSESSIVES
    cue = (light[1] if light else holder[1] if holder and is_before else at, at + 1)
    act = "direct" if act == "assert" and _is_wish(view, content) else act
    return Draft(holder, cue, (content,), "assert" if act == "rumour" else act, stance, view.lows[at], False, number)


def _is_wish(view: View, content: Range) -> bool:
    """Whether what a noun holds is what should be: "the suggestion that one be held abroad"."""
    near = range(content[0] + 2, min(content[1], content[0] + _SPREAD))
    bare = next((at for at in near if view.lows[at] in AUXILIARIES), -1)
    return bare > 0 and view.lows[bare] == "be" and view.lows[content[0]] == "that"


def _is_hearsay(view: View, at: int, flow: Flow) -> bool:
    """Whether a common word tells of hearsay: "Word is that", "legend has it that", "there is talk that"."""
    behind = view.lows[at + 1 : min(flow.last, at + _SPREAD)]
    has_it = behind[:3] == ("has", "it", "that")
    return has_it or {
        "word": at == flow.first and any(pair in _IS_THAT for pair in itertools.pairwise(behind)),
        "talk": behind[:1] == ("that",) and view.lows[at - 1 : at] != ("to",),
    }.get(view.lows[at], False)


def _light(view: View, at: int, first: int) -> tuple[Range, int] | None:
    """Whose noun it is by a verb that says no more, and where that stands: "The union issued a warning that"."""
    verb = next((n for n in range(at - 1, max(first, at - _ADJECTIVES - 2), -1) if view.lows[n] in _LIGHT), -1)
    if verb <= first or view.lows[verb + 1] not in DETERMINERS | {"repeated", "new", "fresh"}:
        return None
    found = left_subject(view, verb - 1, first)
    return (found, verb) if found else None


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
    if view.lows[at + 1 : at + 3] == ("of", "course") or _is_its_deed(view, at + 1):
        return None
    if low == "that" or (low == "to" and act in ("intend", "direct")):
        return at + 1
    if low == "of" and view.lows[at] in ("report", "reports") and view.lows[at - 1] in _UNCHECKED:
        return at + 1
    if (low == "of" and view.lows[at] in _FEARED) or (low == "for" and act == "direct"):
        return at + 1
    if low == "," and view.lows[at + 2] == "that":
        return at + 2
    if act == "rumour":
        return next((n for n in range(at + 1, min(last - 1, at + _SPREAD)) if view.lows[n] == "that"), None)
    return None


def _is_its_deed(view: View, at: int) -> bool:
    """Whether a relative clause follows: "a statement that named nobody" is what it did, not what it says."""
    return view.lows[at] == "that" and (view.tags[at + 1] == "FIN" or view.lows[at + 1] in AUXILIARIES)


def _by(view: View, at: int, last: int, act: str) -> tuple[Range | None, int | None]:
    """Who stands behind a noun, and where its clause begins: "a proposal by two funds to sell the mill"."""
    openers = {"direct": ("to", "that", "for"), "intend": ("to", "that")}.get(act, ("that",))
    openers = (*openers, "of") if view.lows[at] in _PASSING else openers
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


def _is_closed(view: View, at: int) -> bool:
    """Whether the verb before a word is complete, so that the word is another's: "had fled | proved wrong"."""
    is_participle = view.lows[at - 1] not in AUXILIARIES and view.lows[at - 2] in HAVE | BE
    return is_participle and view.lows[at] not in AUXILIARIES


def _clause_end(view: View, start: int, end: int) -> int:
    """Where the clause of a noun gives way to the noun's own verb: "the claim that the port had fallen / was false"."""
    if view.lows[start] in ("of", "for"):
        leaving = _LEAVING - {"and", ","} if view.lows[start - 1] in _PASSING else _LEAVING - {"and"}
        ends = (n for n in range(start + 1, end) if view.lows[n] in leaving or may_be_finite(view, n))
        return next(ends, end)
    if view.lows[start] != "that":
        return end
    is_verb = has_verb = False
    for at in range(start + 1, end):
        was_verb, is_verb = is_verb, view.quoted[at] < 0 and may_be_finite(view, at)
        is_turned = view.lows[at + 1 : at + 2] in (("and",), ("but",)) and view.lows[at + 2 : at + 3] == ("it",)
        if view.lows[at] == "," and is_turned:
            return at
        if view.lows[at] in _LEAVING:
            return end
        if is_verb and has_verb and (not was_verb or _is_closed(view, at)):
            return at
        has_verb = has_verb or is_verb
    return end
