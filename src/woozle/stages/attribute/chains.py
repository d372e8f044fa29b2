"""Speech that another quotes: "state TV quoted the minister as saying that …", "the minister was quoted as saying"."""

from collections.abc import Iterator

from woozle.stages.attribute.contents import right_end, skip_adjuncts, trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import AUXILIARIES, BE, BREAKS, DAYS, DETERMINERS
from woozle.stages.attribute.holding import Holder
from woozle.stages.attribute.kinds import phrase_end
from woozle.stages.attribute.subjects import left_subject, opening_subject
from woozle.stages.attribute.verbs import Verb, shapes_of, verbs
from woozle.stages.attribute.view import Flow, Range, View

_QUOTING = frozenset("quoted quotes quoting cited cites citing quote cite".split())
_BRINGING = frozenset("got gets persuaded convinced prompted".split())
#: Words from a verb of quoting to what the quoted one does, at most.
_REACH = 24
_IN = frozenset("by in on".split())


def quoting_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Chains in one sentence: who quotes, with the quoted one and the words; and the quoted one, with the words."""
    for at in range(flow.first, flow.last - 2):
        if view.quoted[at] < 0 and view.lows[at] in _QUOTING and not view.is_capital(at):
            yield from _quoted(view, number, flow, at)
        elif view.quoted[at] < 0 and view.lows[at] in _BRINGING:
            yield from _brought(view, number, flow, at)


def _quoted(view: View, number: int, flow: Flow, at: int) -> Iterator[Draft]:
    link = _link(view, at, flow.last)
    if link is None:
        return
    cue, verb = link
    content, act = _content(view, flow, at, cue, verb)
    is_passive = at > flow.first and view.lows[at - 1] in BE
    outer = _quoter(view, flow, at, is_passive=is_passive)
    if content is None or outer is None or outer == content:
        return
    inner = trimmed(view, at + 1, _without_day(view, at + 1, cue[0]))
    if is_passive or inner is None:
        start = at - is_passive
        yield Draft(
            outer,
            (start, cue[1]),
            (content,),
            act,
            "plain",
            "quote",
            True,
            number,
            _where(view, at, _behind(view, flow, cue)),
        )
        return
    whole = ((at + 1, content[1]),) if content[0] >= cue[1] else (content, (at + 1, cue[1]))
    yield Draft(outer, (at, at + 1), whole, "assert", "plain", "quote", True, number)
    yield Draft(inner, cue, (content,), act, "plain", verb.lemma, True, number, (), (at, at + 1))


def _brought(view: View, number: int, flow: Flow, at: int) -> Iterator[Draft]:
    """Somebody who was brought to speak by another: "Hill Radio got the inspector to say that it was real"."""
    to = next((n for n in range(at + 2, min(flow.last - 2, at + _REACH)) if view.lows[n] == "to"), -1)
    verb = verbs().get(view.lows[to + 1]) if to > 0 else None
    owner = left_subject(view, at - 1, flow.first) if at > flow.first else None
    if verb is None or owner is None or "q" not in verb.frames or "base" not in verb.shapes:
        return
    found = Holder(view, flow.last).content(to + 2, verb) if to + 2 < flow.last else None
    is_somebody = all(view.lows[n] not in BREAKS and view.lows[n] not in AUXILIARIES for n in range(at + 1, to))
    if found and is_somebody:
        act, carriers = verb.frames.get(found[1], "assert"), (CarrierDraft(owner, "named"),)
        yield Draft((at + 1, to), (to, to + 2), (found[0],), act, "plain", verb.lemma, True, number, carriers)


def _link(view: View, at: int, last: int) -> tuple[Range, Verb] | None:
    """What the quoted one is said to do: "as saying", "as having told", "saying", or a colon before the words."""
    for n in range(at + 1, min(last - 1, at + _REACH)):
        low, behind = view.lows[n], view.lows[n + 1]
        if view.quoted[n] >= 0 or low in (";", ".") or (low in AUXILIARIES and low != "having"):
            return None
        if low == "as" and behind == "having" and n + 2 < last and "part" in shapes_of(view.lows[n + 2]):
            return (n, n + 3), verbs()[view.lows[n + 2]]
        if low == "as" and "ing" in shapes_of(behind):
            return (n, n + 2), verbs()[behind]
        if low == "saying" and n > at + 1 and view.lows[n - 1] != ",":
            return (n, n + 1), verbs()[low]
        if low == ":" and n > at + 1 and view.quoted[n + 1] >= 0:
            return (n, n + 1), verbs()["saying"]
    return None


def _content(view: View, flow: Flow, at: int, cue: Range, verb: Verb) -> tuple[Range | None, str]:
    """What the quoted one said, behind the verb or in marks in front of whoever quotes, and its act."""
    found = Holder(view, flow.last).content(cue[1], verb) if cue[1] < flow.last else None
    if found and view.lows[cue[1]] not in _IN:
        is_to_act = found[0][0] == cue[1] or view.lows[found[0][0]] in ("to", "not")
        told = found[1] == "o" and not is_to_act
        return found[0], "assert" if told else verb.frames.get(found[1], "assert")
    start = cue[1] if cue[1] < flow.last and view.lows[cue[1]] in _IN else skip_adjuncts(view, cue[1], flow.last)
    if start == cue[1] < flow.last and view.lows[start] in _IN:
        return _in_front(view, flow, at), "assert"
    content = trimmed(view, start, right_end(view, start, flow.last)) if verb.lemma == "say" else None
    return content or _in_front(view, flow, at), "assert"


def _in_front(view: View, flow: Flow, at: int) -> Range | None:
    """The words in marks that a sentence begins with, where they end before another word."""
    is_quoted = view.quoted[flow.first] >= 0 and view.quote_end(flow.first) <= at
    return (flow.first, view.quote_end(flow.first)) if is_quoted else None


def _quoter(view: View, flow: Flow, at: int, *, is_passive: bool) -> Range | None:
    """Who quotes, or in the passive who is quoted; a participle is the sentence's subject's."""
    end = at - 1 - is_passive
    while end > flow.first and view.lows[end] in AUXILIARIES | {"also"}:
        end -= 1
    if view.lows[at] in ("quoting", "citing") and not is_passive:
        return opening_subject(view, flow.first, at)
    return left_subject(view, end, flow.first) if end >= flow.first else None


def _behind(view: View, flow: Flow, cue: Range) -> int:
    """Where the words end that may say who quoted somebody: before the verb, or behind it where no content is."""
    return flow.last if cue[1] < flow.last and view.lows[cue[1]] in _IN else cue[0]


def _where(view: View, at: int, end: int) -> tuple[CarrierDraft, ...]:
    """Who quoted somebody: "was quoted by the agency Tallow as saying", "was quoted in the Lamp as saying"."""
    found = []
    for n in range(at + 1, end - 1):
        is_noun = view.lows[n] == "by" or view.lows[n + 1] in DETERMINERS or view.is_capital(n + 1)
        if view.lows[n] in _IN and is_noun:
            span = (n + 1, phrase_end(view, n + 1, end))
            kind = "named" if view.lows[n] == "by" else "addressee"
            found += [CarrierDraft(span, kind)] if span[0] < span[1] and view.lows[n + 1] not in DAYS else []
    return tuple(found[:1])


def _without_day(view: View, start: int, end: int) -> int:
    """Without the day on which somebody was quoted: "quoted the reeve on Monday as saying"."""
    return next((n for n in range(start + 1, end) if view.lows[n] == "on" and view.lows[n + 1] in DAYS), end)
