"""Whether quoted words are an order: "Clear the room", "Don't move", "Please wait outside"."""

from woozle.stages.attribute.view import Range, View

#: Bare verbs that open orders and hardly ever open anything else.
_VERBS = frozenset(
    "go get leave stop run come keep take give put move clear jump be bring hold close shut sit stand turn stay send "
    "call tell ask let make don't remember forget never drop pull push throw pay read write eat drink sing dance "
    "follow fight kill burn bury save free release resign vote join lock unlock hurry wait listen please do dig "
    "carry leave wear wash show drive walk climb hide surrender get try think".split()
)
#: Words that are an order where they stand alone.
_ALONE = frozenset("out down up back away silence quiet enough fire help".split())
#: Behind these words a comma shows that nobody is ordered anything: "Look, we …", "Listen, …".
_FILLERS = frozenset("look listen come wait please".split())
#: What makes a noun of the word before it: "Call me", but "Calls are"; "Fight is over".
_NO_OBJECT = frozenset("is was are were has had will would could can may".split())


def is_order(view: View, span: Range) -> bool:
    """Whether words begin with a bare verb that has no subject.

    Args:
        view: the text.
        span: the words, with or without marks around them.
    """
    at, end = span
    while at < end and not view.lows[at][0].isalnum():
        at += 1
    if at < end and view.lows[at] == "please":
        at += 1
    if sum(low[0].isalnum() for low in view.lows[at:end]) == 1 and view.lows[at] in _ALONE:
        return True
    if at >= end or view.lows[at] not in _VERBS or "?" in view.lows[max(at, end - 2) : end]:
        return False
    behind = view.lows[at + 1] if at + 1 < end else ""
    return behind not in _NO_OBJECT and not (behind == "," and view.lows[at] in _FILLERS)
