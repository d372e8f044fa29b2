"""Interpreters: whoever put a speaker's words into the language of the report carries them."""

from dataclasses import replace

from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import DETERMINERS, POSSESSIVES
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.view import Flow, Range, View

_INTERPRETERS = frozenset("interpreter interpreters translator translators".split())
_THROUGH = frozenset("through via by with".split())
_RENDERING = frozenset("translated translates translating interpreted interprets interpreting".split())
#: What follows "to" where somebody stands by to speak for another.
_VOICING = frozenset("voice interpret translate".split())
_PUTTING = frozenset("put puts putting rendered renders rendering turned turns turning".split())
#: Words of an interpreter's description, and those between "put" and "into", at most.
_LONGEST, _INTO = 8, 6
#: Words between the cue and the words that name an interpreter, at most.
_REACH = 40
_OTHERS = frozenset("he she it they i we you who which that".split())


def with_interpreter(view: View, draft: Draft) -> Draft:
    """A draft of speech with the interpreter that its sentence names, outermost: the words came through one."""
    if not draft.is_speech or draft.cue is None or draft.is_inner:
        return draft
    found = _interpreter(view, view.flows[draft.flow], draft.cue[0])
    if found is None or draft.source is None or found == draft.source:
        return draft
    return replace(draft, carriers=(CarrierDraft(found, "person"), *draft.carriers))


def _interpreter(view: View, flow: Flow, cue: int) -> Range | None:
    for at in range(max(flow.first + 1, cue - _REACH), min(flow.last, cue + _REACH)):
        if view.quoted[at] >= 0:
            continue
        found = _through(view, flow, at) or _rendering(view, flow, at)
        if found:
            return found
    return None


def _through(view: View, flow: Flow, at: int) -> Range | None:
    """Somebody who is there to interpret: "through a court interpreter", "with her brother to voice the words"."""
    is_voicing = at + 1 < flow.last and view.lows[at] == "to" and view.lows[at + 1] in _VOICING
    if view.lows[at] not in _INTERPRETERS and not is_voicing:
        return None
    end = at if is_voicing else at + 1
    start = next((n for n in range(end - 1, max(flow.first - 1, end - _LONGEST), -1) if view.lows[n] in _THROUGH), -1)
    is_noun = start >= 0 and start + 1 < end and view.lows[start + 1] in DETERMINERS | POSSESSIVES
    return (start + 1, end) if is_noun else None


def _rendering(view: View, flow: Flow, at: int) -> Range | None:
    """Somebody who interprets: "and his niece translated", "as a guard put his words into English"."""
    low = view.lows[at]
    behind = view.lows[at + 1 : min(flow.last, at + 1 + _INTO)]
    is_put = low in _PUTTING and any(
        word == "into" and at + 2 + number < flow.last and view.is_capital(at + 2 + number)
        for number, word in enumerate(behind)
    )
    is_translating = low in _RENDERING and not ({"from", "into", "as", "by", "to"} & set(behind[:1]))
    if not is_put and not is_translating:
        return None
    subject = left_subject(view, at - 1, flow.first)
    if subject is None or view.lows[subject[0]] in _OTHERS:
        return None
    start = subject[0] + (view.lows[subject[0]] in ("with", "as", "while"))
    return (start, subject[1]) if start < subject[1] else None
