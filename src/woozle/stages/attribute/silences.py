"""No answer in other words: "kept her counsel", "let the question hang", "There was no word from the palace"."""

from collections.abc import Callable, Iterator

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import BE, BREAKS, NEGATIONS, POSSESSIVES
from woozle.stages.attribute.nouns import holder_of
from woozle.stages.attribute.refusing import Place
from woozle.stages.attribute.subjects import right_subject
from woozle.stages.attribute.view import Flow, Range, View

_Found = tuple[Range | None, Range, tuple[Range, ...]]

#: What somebody keeps who says nothing, and the verbs for it.
_KEPT = frozenset("counsel silence peace tongue mouth lip lips thoughts views opinion".split())
_KEEPING = frozenset("kept keeps keep held holds hold bit bites maintained maintains shut sealed".split())
#: What is let pass, and what it is let do.
_ASKED = frozenset("question questions point query remark request inquiry enquiry invitation".split())
_PASSED = frozenset("hang pass go drop slide fall lie die".split())
#: What somebody pleads or takes who will not answer.
_PLEAS = frozenset("ignorance fifth".split())
_PHONES = frozenset("telephone phone line mobile number bell doorbell switchboard intercom".split())
_RINGING = ("rang out", "went dead", "rang unanswered", "was engaged", "went unanswered", "rang and rang")
_ANSWERS = frozenset("word answer reply response comment sign reaction explanation".split())
#: Deeds of somebody who will not pick up or come back to a caller.
_BACK = frozenset(
    (
        "pick up", "picked up", "call back", "called back", "write back", "wrote back", "get back", "got back",
        "ring back", "rang back", "phone back", "phoned back", "take up", "come to", "came to", "open the", "speak to",
        "talk to", "be interviewed", "be quoted", "make himself", "make herself", "make itself", "make anyone",
    )
)  # fmt: skip
_ASKING = frozenset("asked pressed approached questioned contacted quizzed challenged reached confronted".split())
#: What somebody does in place of an answer.
_GESTURES = frozenset(
    "shrugged walked left smiled grinned turned stared looked nodded sighed blinked coughed laughed hurried drove "
    "closed shut pointed changed studied examined reddened blushed frowned winced shook fled raised rolled pulled "
    "wound put slammed".split()
)
#: Sentences behind a gesture in which an answer may still come.
_LATER = 3


def silence_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Who gave no answer in a sentence, where no verb of answering says so."""
    found = _gesture(view, number, flow)
    if found:
        yield _draft(view, number, found)
        return
    for at in range(flow.first, flow.last):
        if view.quoted[at] >= 0:
            continue
        for words, finder in _FINDERS:
            found = finder(Place(view, flow, at)) if view.lows[at] in words else None
            if found:
                yield _draft(view, number, found)
                return


def _draft(view: View, number: int, found: _Found) -> Draft:
    source, cue, content = found
    return Draft(source, cue, content, "decline", "plain", view.lows[cue[0]], True, number)


def _kept(place: Place) -> _Found | None:
    """Nothing let out: "kept her counsel", "held his tongue"."""
    lows, at = place.view.lows, place.at
    start, _ = place.group()
    own = next((n for n in (at + 1, at + 2) if lows[n : n + 1] and lows[n] in POSSESSIVES | {"own"}), -1)
    noun = next((n for n in range(own + 1, min(own + 3, place.flow.last)) if lows[n] in _KEPT), -1) if own > 0 else -1
    subject = place.subject(start) if noun > 0 else None
    return (subject, (start, noun + 1), ()) if subject else None


def _let(place: Place) -> _Found | None:
    """A question passed over: "let the question hang"."""
    behind, subject = place.behind(6), place.subject(place.at)
    noun = next((n for n, low in enumerate(behind) if low in _ASKED), -1)
    if noun < 0 or subject is None or not _PASSED & set(behind[noun : noun + 2]):
        return None
    return subject, (place.at, place.at + 1 + noun + 2), ()


def _pleaded(place: Place) -> _Found | None:
    """Pleading in place of an answer: "took the fifth", "pleaded ignorance"."""
    behind, subject = place.behind(2), place.subject(place.at)
    plea = next((n for n, low in enumerate(behind) if low in _PLEAS), -1)
    return (subject, (place.at, place.at + 2 + plea), ()) if subject and plea >= 0 else None


def _ringing(place: Place) -> _Found | None:
    """A telephone that nobody takes: "The ministry's telephone rang out all afternoon"."""
    view, at = place.view, place.at
    words = " ".join(view.lows[at + 1 : at + 4])
    holder = holder_of(view, at, place.flow.first)
    if holder is None:
        return None
    cue = next((said for said in _RINGING if words.startswith(said)), None)
    return (holder, (at + 1, at + 1 + len(cue.split())), ()) if cue else None


def _no_word(place: Place) -> _Found | None:
    """No word from somebody: "There was no word from the palace", "No reply came from the mill"."""
    view, at, last = place.view, place.at, place.flow.last
    noun = next((n for n in (at + 1, at + 2) if n < last and view.lows[n] in _ANSWERS), -1)
    is_there = at > place.flow.first and view.lows[at - 1] in BE | {"been", "came"}
    origin = next((n for n in range(noun + 1, min(noun + 5, last)) if view.lows[n] == "from"), -1) if noun > 0 else -1
    if origin < 0 or not (is_there or at == place.flow.first) or set(view.lows[noun + 1 : origin]) & BREAKS:
        return None
    subject = right_subject(view, origin + 1, last)
    named = trimmed(view, *subject) if subject else None
    return (named, (at, noun + 1), ()) if named else None


def _not_back(place: Place) -> _Found | None:
    """Not coming back to a caller: "did not pick up", "never called back", "would not be interviewed"."""
    view, at = place.view, place.at
    start, helpers = place.group()
    is_none = bool(helpers & NEGATIONS) or {"declined", "to"} <= helpers or {"refused", "to"} <= helpers
    if not is_none or " ".join(view.lows[at : at + 2]) not in _BACK:
        return None
    rest = place.behind(8)[1:]
    if view.lows[at + 1] in ("to", "the", "up", "himself", "herself", "itself", "anyone") and rest:
        is_call = {"phone", "telephone", "door", "reporters", "journalists", "press", "newspaper", "paper", "offer",
                   "available", "us", "call", "calls"} & set(rest)  # fmt: skip
        if not is_call:
            return None
    subject = place.subject(start)
    return (subject, (start, at + 2), ()) if subject else None


def _gesture(view: View, number: int, flow: Flow) -> _Found | None:
    """What somebody does who was asked: "Approached for a reaction, the builder walked off"."""
    start = flow.first + (view.lows[flow.first] == "when")
    if start + 4 >= flow.last or view.lows[start] not in _ASKING or _is_answered(view, number):
        return None
    comma = next((at for at in range(start + 1, flow.last) if view.lows[at] == ","), -1)
    subject = right_subject(view, comma + 1, flow.last) if comma > 0 else None
    if subject is None:
        return None
    verb = next((at for at in range(subject[0] + 1, min(subject[1] + 2, flow.last)) if view.lows[at] in _GESTURES), -1)
    if verb < 0 or (view.lows[verb] == "put" and "down" not in view.lows[verb : flow.last]):
        return None
    return (subject[0], min(subject[1], verb)), (verb, verb + 1), ()


def _is_answered(view: View, number: int) -> bool:
    """Whether words in marks or behind a colon follow."""
    near = view.flows[number : number + 1 + _LATER]
    return any(view.quoted[at] >= 0 or view.lows[at] == ":" for flow in near for at in range(flow.first, flow.last))


#: Words, and what looks for silence where one of them stands.
_FINDERS: tuple[tuple[frozenset[str], Callable[[Place], _Found | None]], ...] = (
    (_KEEPING, _kept),
    (frozenset(("let", "lets")), _let),
    (frozenset("took takes pleaded pleads invoked".split()), _pleaded),
    (_PHONES, _ringing),
    (frozenset(("no",)), _no_word),
    (frozenset(pair.split()[0] for pair in _BACK), _not_back),
)
