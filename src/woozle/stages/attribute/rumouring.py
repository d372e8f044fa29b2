"""Rumours: what goes round among people whom nobody counts, and what somebody only heard."""

import re
from collections.abc import Sequence
from dataclasses import replace

from woozle.stages.attribute.acts import is_hearing
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.view import Range, View

#: Words of a cue that is a rumour by itself.
_RUMOUR = re.compile(r"\b(?:rumou?r|gossip|hearsay|scuttlebutt)\w*\b")
#: Verbs by which something goes round.
_BARE = frozenset("whisper gossip rumour rumor mutter talk speculate murmur".split())
_GOING_ROUND = _BARE | {"say", "tell", "write"}
#: People of whom a report counts none and names none.
_CROWD = frozenset(
    "people some many others everyone everybody folk folks locals islanders villagers townspeople townsfolk neighbours "
    "neighbors residents inhabitants shoppers commuters passengers users drivers tongues".split()
)
#: Where they do so: "In the chat of the club they say that …".
_AMONG = re.compile(
    r"\b(?:in|on|at|around|all over)\s(?:the|our|every|their)\s(?:\w+\s){0,2}?"
    r"(?:chats?|comments?|forums?|groups?|pubs?|markets?|streets?|villages?|town|buses|trams|queues?|cafes?|stairwells?|"
    r"barracks|corridors|internet|net|web)\b[^.;:,]{0,40}$",
    re.I,
)


def with_rumours(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts, with those a rumour that a crowd whispers or somebody had only heard, nobody saying from whom."""
    return [replace(one, stance="rumoured") if _is_rumour(view, one) else one for one in drafts]


def _is_rumour(view: View, draft: Draft) -> bool:
    if draft.cue is None or draft.stance not in ("plain", "reported") or draft.act not in ("assert", "believe"):
        return False
    if draft.act == "assert" and draft.source is None:
        return bool(_RUMOUR.search(" ".join(view.lows[slice(*draft.cue)])))
    if draft.source is None:
        return False
    if draft.verb == "hear":
        return not is_hearing(view, draft) and _is_heard_of(view, draft.cue, draft.content)
    if draft.act != "assert" or draft.verb not in _GOING_ROUND:
        return False
    is_crowd = draft.verb in _BARE and _is_crowd(view, draft.source)
    return is_crowd or (view.lows[draft.source[0]] == "they" and _is_among(view, draft.flow, draft.source[0]))


def _is_heard_of(view: View, cue: Range, content: Sequence[Range]) -> bool:
    """Whether a claim was heard, and from nobody who is told of: "had heard that the President had drowned"."""
    return bool(content) and cue[1] == content[0][0] and view.lows[cue[1]] == "that"


def _is_crowd(view: View, source: Range) -> bool:
    """Whether a source is bare people: "Islanders", "many people", "people in the valley"."""
    words = view.lows[slice(*source)]
    head = next((word for word in words if word not in ("many", "some", "most") or len(words) == 1), words[0])
    return head in _CROWD and not view.names_of((source[0], source[0] + 2) if len(words) > 1 else source)


def _is_among(view: View, flow: int, they: int) -> bool:
    """Whether "they", the word of that number, are those at a place where people talk."""
    first = max(view.flows[flow].first, they - 12)
    return first < they and bool(_AMONG.search(view.slice((first, they))))
