"""Frames in front of a statement: "To hear the guild tell it, …", "As Finn remembers it, …", "For Finn, it is …"."""

from collections.abc import Iterator

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import BE, ENDS, QUOTE_MARKS, is_adverb
from woozle.stages.attribute.subjects import opening_subject, right_subject
from woozle.stages.attribute.view import Flow, Range, View
from woozle.stages.attribute.viewpoints import around
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: Verbs of "as Finn tells it", which hold "it" and no more.
_TELLING = frozenset(
    "tell tells told remember remembers remembered recall recalls recalled see sees saw put puts describe describes "
    "described understand understands understood have has had explain explains explained".split()
)
#: What follows where it was told to somebody, somewhere: "as Finn put it to the Post".
_TOLD = frozenset(("to",))
#: Words of a frame up to its comma, at most.
_LONGEST = 16


def telling_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """What a sentence tells in somebody else's words, by the frame that opens it or stands between commas."""
    start = flow.first
    while start < flow.last and (view.lows[start] in ("and", "but", "yet") or view.lows[start] in QUOTE_MARKS):
        start += 1
    found = _held(view, number, flow, start) or _how(view, number, flow)
    if found:
        yield found
        return
    for at in range(flow.first, flow.last - 2):
        is_free = at == start or view.lows[at - 1] == ","
        told = _as_told(view, at, flow) if is_free and view.quoted[at] < 0 else None
        if told:
            source, cue, end = told
            content = _in_marks(view, at) or around(view, flow, at, end)
            if content:
                yield Draft(source, cue, content, "assert", "plain", view.lows[cue[0]], True, number)
            return


def _in_marks(view: View, at: int) -> tuple[Range, ...]:
    """The quotation that ends before the comma of a frame: "(“She was near”, as he put it to the Post)"."""
    if at < 2 or view.lows[at - 1] != "," or view.quoted[at - 2] < 0:
        return ()
    number = view.quoted[at - 2]
    start = next((n for n in range(at - 2, -1, -1) if view.quoted[n] != number), -1) + 1
    return ((start, at - 1),)


def _how(view: View, number: int, flow: Flow) -> Draft | None:
    """A quotation that is how somebody puts it: "“A farce,” was how Senator Boyle summed it up"."""
    if view.quoted[flow.first] < 0:
        return None
    end = view.quote_end(flow.first)
    if view.lows[end : end + 2] not in (("is", "how"), ("was", "how")) or end + 3 >= flow.last:
        return None
    subject = right_subject(view, end + 2, flow.last)
    if subject and not view.is_capital(subject[1] - 1) and view.lows[subject[1] - 1].endswith(("ed", "s")):
        subject = (subject[0], subject[1] - 1)
    return (
        Draft(subject, (end, end + 2), ((flow.first, end),), "assert", "plain", "put", True, number)
        if subject and subject[1] < flow.last
        else None
    )


def _as_told(view: View, at: int, flow: Flow) -> tuple[Range, Range, int] | None:
    """Source, cue, and the word behind a frame: "as Finn tells it", "to hear the guild tell it", "if you ask Finn"."""
    end = next((n for n in range(at + 2, min(flow.last, at + _LONGEST)) if view.lows[n] in (",", *ENDS)), -1)
    if end < 0:
        return None
    opening = view.lows[at : at + 2]
    it = next((n for n in range(at + 3, end) if view.lows[n] == "it" and view.lows[n - 1] in _TELLING), -1)
    if view.lows[at] == "as" and it > 0 and (it == end - 1 or view.lows[it + 1] in _TOLD):
        return _between(view, at + 1, it - 1, (it - 1, it + (it < end - 1)), end)
    if opening == ("to", "hear") and view.lows[end - 2 : end] == ("tell", "it"):
        return _between(view, at + 2, end - 2, (at, at + 2), end)
    if view.lows[at : at + 3] in (("if", "you", "ask"), ("if", "one", "asks")):
        return _between(view, at + 3, end, (at + 2, at + 3), end)
    if opening == ("going", "by") and at + 2 < end:
        return _between(view, at + 2, end, (at, at + 2), end)
    if view.lows[at] == "seen" and view.lows[at + 1] in ("through", "with", "from", "by"):
        of = next((n for n in range(at + 2, end) if view.lows[n] == "of"), -1)
        return _between(view, of + 1, end, (at, of), end) if of > 0 and "eyes" in view.lows[at:of] else None
    return None


def _between(view: View, start: int, end: int, cue: Range, behind: int) -> tuple[Range, Range, int] | None:
    while start < end and is_adverb(view.lows[start]):
        start += 1
    return ((start, end), cue, behind) if start < end else None


def _held(view: View, number: int, flow: Flow, start: int) -> Draft | None:
    """What a thing is for somebody: "For Ada Finn, who runs it, the question is not money"."""
    if start + 4 >= flow.last or view.lows[start] != "for" or view.quoted[start] >= 0:
        return None
    subject = right_subject(view, start + 1, flow.last)
    if subject is None or subject[1] >= flow.last or not _is_somebody(view, subject):
        return None
    comma = _last_comma(view, subject[1], flow)
    clause = trimmed(view, comma + 1, right_end(view, comma + 1, flow.last)) if comma > 0 else None
    if clause is None or not _is_copular(view, clause):
        return None
    return Draft((start + 1, comma), (start, start + 1), (clause,), "assert", "plain", "for", True, number)


def _last_comma(view: View, at: int, flow: Flow) -> int:
    """The comma that closes a noun phrase and its relative clause; -1 for none."""
    if view.lows[at] != ",":
        return -1
    if view.lows[at + 1 : at + 2] not in (("who",), ("a",), ("an",), ("the",), ("whose",)):
        return at
    closing = next((n for n in range(at + 1, flow.last) if view.lows[n] == ","), -1)
    is_relative = view.lows[at + 1] in ("who", "whose")
    return closing if is_relative or (closing > 0 and not _has_verb(view, at + 1, closing)) else at


def _has_verb(view: View, start: int, end: int) -> bool:
    return any(may_be_finite(view, at) for at in range(start, end))


def _is_somebody(view: View, subject: Range) -> bool:
    """Whether words name a person, or one by a role."""
    is_person = any(name.kind == "person" for name in view.names_of(subject))
    return is_person or (view.lows[subject[0]] in ("the", "his", "her", "their") and view.lows[subject[1] - 1] in ROLES)


def _is_copular(view: View, clause: Range) -> bool:
    """Whether a clause says what a thing is: its first verb is "is" or "was"."""
    if view.lows[clause[0]] in ("this", "that", "these", "it") and view.lows[clause[0] + 1 : clause[0] + 2] != ():
        return view.lows[clause[0] + 1] in BE
    subject = opening_subject(view, clause[0], clause[1])
    behind = subject[1] if subject else clause[1]
    return behind < clause[1] and view.lows[behind] in BE
