"""Where words were said before a report had them: outlets that were told, posts, letters, films that others carried."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import (
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_NOUNS,
    is_adverb,
)
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View

#: What is posted, and where.
POSTS = frozenset(
    "post posts tweet tweets message messages thread clip reel podcast broadcast video videos story stories livestream "
    "stream film recording footage voicemail".split()
)
PLATFORMS = frozenset(
    "x twitter facebook telegram instagram youtube tiktok whatsapp mastodon bluesky threads weibo vkontakte linkedin "
    "signal reddit discord".split()
)
_CHANNELS = frozenset("channel account feed page blog".split())
#: What somebody wrote elsewhere.
WRITINGS = frozenset(
    "memoir memoirs autobiography diary diaries journal book letter memo memorandum affidavit essay op-ed email e-mail "
    "deposition will notebook report dossier filing paper article column newsletter".split()
)
_TALKS = frozenset("interview interviews conversation conversations chat call calls phone-in talk discussion".split())
_REMARKS = frozenset(
    "remarks comments words statement statements quotes speech address article column op-ed essay piece interview "
    "briefing message testimony".split()
)
_TALKING = frozenset("speaking talking writing".split())
_POSTING = frozenset("posting writing tweeting".split())
_WITH = frozenset("to with for on by in".split())
#: What an outlet does to words and films of others.
_CARRYING = frozenset(
    "carried aired ran published broadcast showed posted shared printed released obtained relayed screened runs airs "
    "carries publishes shows posts shares".split()
)
_PASSED = frozenset(
    "carried aired published broadcast quoted reported relayed run shown posted shared released uploaded circulated "
    "leaked seen obtained reviewed distributed printed".split()
)
#: Those of them that the outlet does by reading: whoever else saw a paper carries nothing.
_READ = frozenset("leaked seen obtained reviewed".split())
_OUTLETS = frozenset(
    "paper newspaper magazine weekly daily monthly tabloid broadsheet broadcaster station channel network agency radio "
    "television tv podcast website site newsletter programme journal".split()
)
#: Words in front of a cue, and behind one, among which a carrier is looked for, at most.
_FRONT, _BEHIND, _NOUN = 30, 14, 7


def with_listeners(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with whoever or whatever carried their words, outermost first."""
    return [_with(view, draft) for draft in drafts]


def _with(view: View, draft: Draft) -> Draft:
    if draft.cue is None or not draft.is_speech or draft.verb == "cite" or view.quoted[draft.cue[0]] >= 0:
        return draft
    known = {carrier.span for carrier in draft.carriers}
    found = [*_in_source(view, draft), *_in_front(view, draft), *_behind(view, draft), *_in_which(view, draft)]
    fresh = [each for each in dict.fromkeys(found) if not _overlaps(each.span, known, draft)]
    return replace(draft, carriers=(*draft.carriers, *fresh)) if fresh else draft


def _overlaps(span: Range, known: set[Range], draft: Draft) -> bool:
    """Whether a carrier is one already, or part of what is said."""
    parts = [*known, *draft.content]
    return any(span[0] < end and start < span[1] for start, end in parts)


def _noun_end(view: View, start: int, last: int) -> int:
    """Behind a noun phrase without its prepositions; "of" belongs to it."""
    at = start
    while at < min(last, start + _NOUN) and view.quoted[at] < 0 and view.lows[at] not in BREAKS:
        low = view.lows[at]
        is_end = low in PREPOSITIONS - {"of"} or low in SUBORDINATORS or low in CONJUNCTIONS or low in AUXILIARIES
        if at > start and (is_end or low in TIME_NOUNS or low in PERSONAL or is_adverb(low) or _is_verb(view, at)):
            break
        at += 1
    return at


def _is_verb(view: View, at: int) -> bool:
    """Whether a cue begins, as behind a phrase without a comma: "To the Post she said"."""
    verb = verbs().get(view.lows[at])
    return verb is not None and verb.is_finite and not view.is_capital(at)


def _of_phrase(view: View, at: int, last: int) -> CarrierDraft | None:
    """What a prepositional phrase says of where words were said, from its preposition on."""
    end = _noun_end(view, at + 1, last)
    words = view.lows[at + 1 : end]
    if not words:
        return None
    if view.lows[at] in ("in", "on", "via", "through", "over", "to") and _is_post(words):
        return CarrierDraft((at + 1, end), "post")
    if view.lows[at] in ("in", "during", "for") and words[-1] in _TALKS | _REMARKS:
        return _of_talk(view, end, last)
    is_owned = words[0] in ("his", "her", "their", "its", "a", "an", "the", "my") or words[0].endswith("'s")
    if view.lows[at] == "in" and is_owned and words[-1] in WRITINGS:
        return CarrierDraft((at + 1, end), "document")
    return None


def _is_post(words: Sequence[str]) -> bool:
    return (len(words) == 1 and words[0] in PLATFORMS) or any(low in POSTS | _CHANNELS for low in words[-3:])


def _of_talk(view: View, at: int, last: int) -> CarrierDraft | None:
    """Who held an interview or carried remarks: "with the magazine", "carried by state television", "to Reuters"."""
    if at < last and view.lows[at] in _PASSED:
        at += 1
    if at + 1 >= last or view.lows[at] not in _WITH:
        return None
    end = _noun_end(view, at + 1, last)
    return CarrierDraft((at + 1, end), "addressee") if end > at + 1 else None


def _in_front(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """In front of the speaker: "In an interview with the Post, …", "On Telegram the group …", "To the Post she …"."""
    flow = view.flows[draft.flow]
    until = min(draft.source[0] if draft.source else draft.cue[0] if draft.cue else flow.first, flow.last)
    for at in range(max(flow.first, until - _FRONT), until):
        if view.quoted[at] >= 0 or (at > flow.first and view.lows[at - 1] not in (",", "and", "but", ";", "–", "—")):
            continue
        found = _opening(view, at, until)
        if found:
            yield found


def _opening(view: View, at: int, until: int) -> CarrierDraft | None:
    low, behind = view.lows[at], view.lows[at + 1 : at + 2]
    if low in _TALKING and behind and behind[0] in ("to", "with", "in", "for"):
        end = _noun_end(view, at + 2, until)
        return CarrierDraft((at + 2, end), "addressee") if end > at + 2 else None
    if low in _POSTING and behind and behind[0] in ("on", "to", "in"):
        end = _noun_end(view, at + 2, until)
        is_post = _is_post(view.lows[at + 2 : end])
        return CarrierDraft((at + 2, end), "post" if is_post else "addressee") if end > at + 2 else None
    if low == "to":
        end = _noun_end(view, at + 1, until)
        return CarrierDraft((at + 1, end), "addressee") if end > at + 1 else None
    return _of_phrase(view, at, until)


def _behind(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """Behind a cue: "said in an interview with the Post", "wrote on X", "told Reuters in a message"."""
    if draft.cue is None:
        return
    start = draft.cue[1]
    if draft.source and draft.source[0] >= start:
        start = draft.source[1]
    stops = [part[0] for part in draft.content if part[0] >= start]
    stop = min([len(view.lows), view.flows[draft.flow].last, start + _BEHIND, *stops])
    for at in range(start, stop - 1):
        if view.quoted[at] >= 0 or view.lows[at] in (".", ";"):
            return
        found = _of_phrase(view, at, stop) if view.lows[at] in PREPOSITIONS else None
        if found:
            yield found


def _in_source(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """In the source: "A report leaked to the Courier", "images posted by the bakery", "a letter seen by Reuters"."""
    if draft.source is None:
        return
    head = view.lows[draft.source[0] : draft.source[1]]
    if not any(low.rstrip("s") in PAPERS | POSTS | WRITINGS or low in POSTS for low in head[:6]):
        return
    last = draft.cue[0] if draft.cue and draft.cue[0] > draft.source[0] else draft.source[1]
    for at in range(draft.source[0] + 1, max(last, draft.source[1]) - 2):
        if view.lows[at] not in _PASSED or view.lows[at + 1] not in ("by", "to", "on"):
            continue
        end = _noun_end(view, at + 2, max(last, draft.source[1]))
        if view.lows[at + 1] == "on":
            yield CarrierDraft((at + 2, end), "post")
        elif end > at + 2:
            yield CarrierDraft((at + 2, end), "addressee" if view.lows[at] in _READ else "named")


def _in_which(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """A film of another: "The channel carried a clip in which a hooded man declares that …"."""
    flow = view.flows[draft.flow]
    if draft.source is None:
        return
    at = draft.source[0] - 2
    if at <= flow.first + 2 or view.lows[at : at + 2] not in (("in", "which"), ("on", "which"), ("of", "which")):
        return
    verb = next((n for n in range(at - 1, flow.first, -1) if view.lows[n] in _CARRYING), -1)
    owner = left_subject(view, verb - 1, flow.first) if verb > flow.first else None
    thing = (verb + 1, _noun_end(view, verb + 1, at)) if verb > 0 else (at, at)
    if owner and thing[0] < thing[1]:
        yield CarrierDraft(owner, "named")
        is_post = any(low in POSTS for low in view.lows[slice(*thing)])
        yield CarrierDraft(thing, "post" if is_post else "document")


def sounds_press(words: Sequence[str]) -> bool:
    """Whether a noun phrase without a name is an outlet's: "our sister paper", "the magazine"."""
    return bool(words) and words[-1] in _OUTLETS
