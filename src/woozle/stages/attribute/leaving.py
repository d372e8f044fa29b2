"""Where what is said gives way to the report's own words, to an outer clause, or to what the speaker did next."""

from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import View

#: Words before what is said among which an outer clause begins.
_OUTER = 30
#: How a speaker ends, behind "before".
_ENDING = frozenset("hanging revising withdrawing retracting".split())
#: What a speaker left out, behind "without".
_LEFT_OUT = frozenset("giving offering providing elaborating saying naming specifying citing explaining".split())


def gives_way(view: View, start: int, at: int, last: int) -> bool:
    """Whether a content that began at `start` ends before the word `at`; its sentence ends before `last`."""
    return _leaves(view, at, last) or _is_outer_deed(view, at, last) or _resumes(view, start, at, last)


def _leaves(view: View, at: int, last: int) -> bool:
    """Whether the report's own words begin behind a comma: ", but the gate was open", ", whereas …"."""
    if view.lows[at] != "," or at + 2 >= last or view.quoted[at + 1] >= 0:
        return False
    if view.lows[at + 1] == "without" and view.lows[at + 2] in _LEFT_OUT:
        return True
    return view.lows[at + 1] in ("but", "whereas", "though", "although", "despite", "prompting", "even")


def _resumes(view: View, start: int, at: int, last: int) -> bool:
    """Whether "and that" goes on with an outer clause: "that a guard had said it was open and that …"."""
    if view.lows[at] not in ("and", "but") or at + 2 >= last or view.lows[at + 1] != "that" or view.quoted[at] >= 0:
        return False
    if view.lows[start] == "that" or view.lows[start - 1 : start] == ("that",):
        return False
    return "that" in view.lows[max(0, start - _OUTER) : start]


def _is_outer_deed(view: View, at: int, last: int) -> bool:
    """Whether "before" goes on with what the speaker did next: "said five had died before revising the figure"."""
    if view.lows[at] != "before" or at + 1 >= last:
        return False
    verb = verbs().get(view.lows[at + 1])
    is_told = verb is not None and "ing" in verb.shapes and bool({"q", "n"} & set(verb.frames))
    return is_told or view.lows[at + 1] in _ENDING
