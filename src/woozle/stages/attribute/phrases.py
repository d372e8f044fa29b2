"""Attributions without a verb: "according to", "in X's view", nouns such as "the claim that", words of distance."""

from collections.abc import Callable, Container, Iterator

from woozle.stages.attribute.contents import left_start, right_end, trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import DASHES, PREPOSITIONS, is_number
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.nouns import NOUNS, noun_draft
from woozle.stages.attribute.subjects import left_subject, opening_subject, right_subject
from woozle.stages.attribute.view import Flow, Range, View
from woozle.stages.attribute.viewpoints import VIEWS, around, per_draft, source_end, view_draft

#: Adverbs that tell at a distance and name nobody, and the stance they give.
_DISTANCE = {
    "reportedly": "reported",
    "allegedly": "reported",
    "supposedly": "reported",
    "purportedly": "reported",
    "reputedly": "reported",
    "ostensibly": "reported",
    "rumouredly": "rumoured",
}
_TALES = frozenset("theory theories version legend story tradition lore word tale account view".split())
#: Words of a source in brackets, at most.
_BRACKET = 12
#: What things go according to, that is nobody.
_NO_SOURCE = frozenset("plan plans schedule custom tradition law protocol need size age type taste rank".split())
_SEEMING = frozenset("appears appeared appear seems seemed seem purports purported".split())
_SHOWN = frozenset("show confirm depict indicate suggest prove capture".split())
_PASSED = frozenset("shared posted published released circulated broadcast uploaded".split())


def phrase_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """The attributions of a sentence that no verb makes."""
    for at in range(flow.first, flow.last):
        if view.quoted[at] >= 0:
            continue
        for words, finder in _FINDERS:
            found = finder(view, number, flow, at) if view.lows[at] in words else None
            if found:
                yield found
                break


def _according(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    if at + 2 >= flow.last or view.lows[at + 1] != "to" or view.lows[at + 2] in _NO_SOURCE:
        return None
    end = source_end(view, at + 2, flow.last)
    content = (_counted_aside(view, flow, at, end) or around(view, flow, at, end)) if end > at + 2 else ()
    if not content:
        return None
    return Draft((at + 2, end), (at, at + 2), content, "assert", "plain", "according to", True, number)


def _counted_aside(view: View, flow: Flow, at: int, end: int) -> tuple[Range, ...]:
    """Another's figure between dashes: "Three hundred fans – 120 according to the stewards – ran out"."""
    opening = next((n for n in range(at - 1, max(flow.first, at - 5), -1) if view.lows[n] in DASHES | {"("}), -1)
    is_closed = end + 1 < flow.last and view.lows[end] in DASHES | {")"}
    if opening <= flow.first or not is_closed or not any(is_number(low) for low in view.lows[opening + 1 : at]):
        return ()
    behind = trimmed(view, end + 1, right_end(view, end + 1, flow.last))
    return tuple(span for span in ((opening + 1, at), behind) if span)


def _distant(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Hedges: "Forty guards were reportedly seized": the clause without the adverb, and nobody who says it."""
    left = trimmed(view, left_start(view, at, flow.first), at)
    right = trimmed(view, at + 1, right_end(view, at + 1, flow.last))
    spans = tuple(span for span in (left, right) if span)
    return (
        Draft(None, (at, at + 1), spans, "assert", _DISTANCE[view.lows[at]], view.lows[at], False, number)
        if spans
        else None
    )


def _believed(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Held off: "If the army is to be believed, not one shot was fired": what follows, at a distance."""
    if view.lows[at - 2 : at] != ("to", "be") or view.lows[at - 3] not in ("is", "are"):
        return None
    opening = next((n for n in range(at - 4, flow.first - 1, -1) if view.lows[n] == "if"), -1)
    content = around(view, flow, opening, at + 1) if 0 <= opening < at - 4 else ()
    source = (opening + 1, at - 3)
    return Draft(source, (at - 3, at + 1), content, "assert", "reported", "believe", True, number) if content else None


def _in_brackets(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """A source in brackets: "Forty have died since March (source: Amnesty)."."""
    is_open = at > flow.first + 1 and view.lows[at - 1] in ("(", "[")
    close = next((n for n in range(at + 2, min(flow.last, at + _BRACKET)) if view.lows[n] in (")", "]")), -1)
    if not is_open or close < at + 3 or view.lows[at + 1] != ":":
        return None
    content = trimmed(view, left_start(view, at - 1, flow.first), at - 1)
    source = (at + 2, close)
    return Draft(source, (at, at + 1), (content,), "assert", "plain", "source", True, number) if content else None


def _captioned(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Words that go with a thing: "shared the picture on Mastodon with the words “This is ours”"."""
    start = at + 1 + (view.lows[at + 1 : at + 2] == (":",))
    is_with = view.lows[at - 1] in ("the", "a") and view.lows[at - 2] in ("with", "under", "adding")
    if not is_with or at - 2 <= flow.first or start >= flow.last or view.quoted[start] < 0:
        return None
    source = opening_subject(view, flow.first, at - 2)
    content = (start, min(flow.last, view.quote_end(start)))
    return Draft(source, (at, at + 1), (content,), "assert", "plain", "words", True, number) if source else None


def _cried(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Cries: "There were shouts of “Shame!” from the gallery"."""
    if at + 2 >= flow.last or view.lows[at + 1] != "of" or view.quoted[at + 2] < 0:
        return None
    end = min(flow.last, view.quote_end(at + 2))
    source = None
    if view.lows[end : end + 1] == ("from",):
        source = right_subject(view, end + 1, flow.last)
    return Draft(source, (at, at + 1), ((at + 2, end),), "assert", "plain", "shout", True, number)


def _has_it(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Hearsay: "One theory has it that the captain slept", "Locals have it that the well is cursed"."""
    if view.lows[at + 1 : at + 3] != ("it", "that") or at == flow.first:
        return None
    teller = left_subject(view, at - 1, flow.first)
    content = trimmed(view, at + 3, right_end(view, at + 3, flow.last))
    if teller is None or content is None:
        return None
    link = next((n for n in range(teller[0] + 1, teller[1]) if view.lows[n] in PREPOSITIONS), teller[1])
    noun = view.lows[link - 1]
    is_rumour = noun.startswith(("rumo", "gossip", "whisper", "legend"))
    source = None if noun in _TALES or is_rumour else teller
    stance = "rumoured" if is_rumour else "reported" if source is None else "plain"
    return Draft(source, (at, at + 2), (content,), "assert", stance, "have", True, number)


def _neither(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """No answer: "It neither confirmed nor denied an arrest"."""
    words = view.lows[at : at + 6]
    denied = next((n for n, low in enumerate(words) if low in ("deny", "denied", "denies")), None)
    subject = left_subject(view, at - 1, flow.first) if at > flow.first else None
    if denied is None or subject is None or not any(low.startswith("confirm") for low in words):
        return None
    content = trimmed(view, at + denied + 1, right_end(view, at + denied + 1, flow.last))
    return Draft(
        subject, (at, at + denied + 1), (content,) if content else (), "decline", "plain", "deny", True, number
    )


def _seeming(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """A picture that nobody has checked: "Footage shared by the channel appears to show smoke"."""
    if at + 3 >= flow.last or view.lows[at + 1] != "to" or view.lows[at + 2] not in _SHOWN or at == flow.first:
        return None
    by = next((n for n in range(at - 2, flow.first + 1, -1) if _is_passed(view, n)), None)
    subject = left_subject(view, at - 1 if by is None else by - 2, flow.first)
    if subject is None:
        return None
    words = view.lows[slice(*subject)]
    content = trimmed(view, at + 3, right_end(view, at + 3, flow.last))
    if content is None or not any(low.rstrip("s") in PAPERS for low in words[:6]):
        return None
    carriers: tuple[CarrierDraft, ...] = ()
    if by is not None:
        kind = "outlet" if "channel" in view.lows[by + 1 : at] else "post"
        carriers = (CarrierDraft((by + 1, at), kind),)
    return Draft(subject, (at, at + 3), (content,), "assert", "unverified", "appear", True, number, carriers)


def _is_passed(view: View, at: int) -> bool:
    """Whether a word is the "by" of "footage shared by"."""
    return view.lows[at] == "by" and view.lows[at - 1] in _PASSED


#: Words, and what looks for an attribution where one of them stands.
_FINDERS: tuple[tuple[Container[str], Callable[[View, int, Flow, int], Draft | None]], ...] = (
    (frozenset(("according",)), _according),
    (_DISTANCE, _distant),
    (NOUNS, noun_draft),
    (VIEWS, view_draft),
    (frozenset(("per",)), per_draft),
    (frozenset(("neither",)), _neither),
    (frozenset(("shouts", "cries", "chants", "calls", "screams", "murmurs")), _cried),
    (frozenset(("has", "have", "had")), _has_it),
    (frozenset(("believed",)), _believed),
    (frozenset(("words", "caption", "message", "comment", "headline", "line", "title")), _captioned),
    (frozenset(("source", "sources")), _in_brackets),
    (_SEEMING, _seeming),
)
