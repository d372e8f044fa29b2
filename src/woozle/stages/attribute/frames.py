"""Quotations behind a colon with no verb before it: "Ada Finn on the flood: “…”", "Her verdict after a day: “…”"."""

from collections.abc import Iterator

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import DASHES, ENDS, POSSESSIVES
from woozle.stages.attribute.nouns import holder_of
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Flow, Range, View
from woozle.toolbox.names import SPEAKERS
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: What tells where and of what somebody speaks, behind the name.
_SCENE = frozenset("on into from to after before in at with about when as during".split())
#: Nouns that are what somebody says.
_SAYINGS = frozenset(
    "verdict answer reply response message advice conclusion explanation summary comment reaction plea warning words "
    "judgment judgement appeal excuse defence defense take view position line retort message argument theory "
    "guess".split()
)
#: Words of somebody with what is theirs, at most.
_OWNER = 7
#: Words before the colon, at most.
_LONGEST = 25


def frame_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """The quotation that a sentence without a verb announces."""
    colon = _colon(view, flow)
    if colon < 0:
        return
    start = _behind_time(view, flow.first, colon)
    is_quoted = view.quoted[colon + 1] >= 0
    found = (_named(view, start, colon) if is_quoted else None) or _owned(view, start, colon)
    if found is None:
        return
    source, cue = found
    end = view.quote_end(colon + 1) if view.quoted[colon + 1] >= 0 else flow.last - (view.lows[flow.last - 1] in ENDS)
    act = "ask" if "?" in view.lows[end - 2 : end] else "assert"
    yield Draft(source, cue, ((colon + 1, end),), act, "plain", "" if cue is None else view.lows[cue[0]], True, number)


def _colon(view: View, flow: Flow) -> int:
    """The colon between words without a verb and a quotation; -1 for none.

    A participle between comma and colon is a trade: "Ada Finn, 70, retired:".
    """
    is_owned = _opens_owned(view, flow)
    for at in range(flow.first, min(flow.last - 1, flow.first + _LONGEST)):
        is_trade = view.lows[at - 1] == "," and view.lows[at + 1] == ":"
        is_verb = may_be_finite(view, at) and not is_trade and not is_owned
        is_imperative = at == flow.first and view.lows[at] in verbs()
        if view.quoted[at] >= 0 or is_verb or is_imperative:
            return -1
        if view.lows[at] == ":" and (view.quoted[at + 1] >= 0 or _is_clause(view, at + 1, flow.last)):
            return at
    return -1


def _opens_owned(view: View, flow: Flow) -> bool:
    """Whether a sentence begins with somebody's answer: "His answer took one word: “Never.”"."""
    places = range(flow.first + 1, min(flow.last, flow.first + _OWNER))
    at = next((at for at in places if view.lows[at] in _SAYINGS), -1)
    return at > 0 and (view.lows[at - 1] in POSSESSIVES or holder_of(view, at, flow.first) is not None)


def _is_clause(view: View, start: int, end: int) -> bool:
    """Whether a sentence without marks stands behind a colon."""
    return end - start > 2 and any(may_be_finite(view, at) for at in range(start + 1, end))


def _behind_time(view: View, start: int, colon: int) -> int:
    """The first word behind the time at the head of a live report's entry: "11:42 – "."""
    at = start
    while at < colon and (view.lows[at][0].isdigit() or view.lows[at] in DASHES or view.lows[at] in ("am", "pm")):
        at += 1
    return at


def _named(view: View, start: int, colon: int) -> tuple[Range, None] | None:
    """Somebody named who speaks: "His coach, Lene Finn, on the same kick", "Ada Finn, 34, nurse"."""
    end = next((at for at in range(start + 1, colon) if view.lows[at] in _SCENE), colon)
    end -= view.lows[end - 1] == ","
    if end <= start or view.lows[start] in _SCENE or any(low in ENDS for low in view.lows[start:end]):
        return None
    is_speaker = any(name.kind in SPEAKERS for name in view.names_of((start, end)))
    is_role = view.is_capital(start) and view.lows[end - 1] in ROLES
    return ((start, end), None) if is_speaker or is_role or _is_bare_name(view, start, end) else None


def _is_bare_name(view: View, start: int, end: int) -> bool:
    """Whether the words before the first comma are capitals alone, two or more: a name that no list knows."""
    comma = next((at for at in range(start, end) if view.lows[at] == ","), end)
    return comma - start > 1 and all(view.is_capital(at) for at in range(start, comma))


def _owned(view: View, start: int, colon: int) -> tuple[Range, Range] | None:
    """Whoever it is from: "Her verdict after four hours", "The mayor's answer"."""
    at = next((at for at in range(start + 1, colon) if view.lows[at] in _SAYINGS), -1)
    holder = holder_of(view, at, start) if at > start else None
    if holder is None and at == start + 1 and view.lows[start] in POSSESSIVES:
        holder = (start, start + 1)
    return (holder, (at, at + 1)) if holder else None
