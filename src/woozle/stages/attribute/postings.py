"""Posts and papers in which somebody said something: "in a video uploaded to his channel", "on X", "in his memoir"."""

from collections.abc import Iterator

from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import BREAKS, PLATFORMS, RELATIVES, TIME_NOUNS
from woozle.stages.attribute.kinds import DOCUMENTS, PAGES, POSTS, head_of, phrase_end
from woozle.stages.attribute.surroundings import surroundings
from woozle.stages.attribute.view import Range, View

#: What somebody wrote for others to read; a statement or an e-mail is no more than an occasion.
_WRITINGS = frozenset(
    "memoir memoirs autobiography diary diaries notebook book essay letter letters memo memorandum affidavit "
    "deposition report dossier filing filings paper papers leaflet pamphlet circular newsletter manifesto petition "
    "study column article op-ed editorial chapter note complaint lawsuit logbook foreword preface "
    "postcard footage recording tape film "
    "telegram cable".split()
)
#: Posts only where something says so: many a message is none.
_MAYBE = frozenset("message messages story stories note statement thread appeal announcement".split())
_SAYS_SO = frozenset("video audio recorded taped posted uploaded shared circulated voice online published".split())
#: What an outlet prints: where the outlet is named, it is the carrier.
_PRINTED = frozenset("column article op-ed editorial essay newsletter".split())
#: How a paper came to light that was not written for all.
_FOUND = frozenset("court seen obtained leaked reviewed unsealed uncovered filed submitted".split())
_IN = frozenset("in on via through over under with".split())
_ON = frozenset("on via through over to".split())
_LINKS = _IN | _ON
#: Words of a phrase with all that hangs on it, at most.
_LONGEST = 14


def postings(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """The first post or paper that the words around a cue name."""
    for start, end in surroundings(view, draft):
        for at in range(start, end - 1):
            if view.quoted[at] >= 0 or view.lows[at] not in _LINKS:
                continue
            found = _posting(view, at, end)
            if found:
                yield found
                return


def _posting(view: View, at: int, end: int) -> CarrierDraft | None:
    """What a prepositional phrase says of where words stood."""
    span = (at + 1, phrase_end(view, at + 1, end))
    if span[0] >= span[1]:
        return None
    whole = (at + 1, _whole_end(view, span, end))
    head = head_of(view, span)
    low = view.lows[head]
    if view.lows[at] in _ON and _is_page(view, span, head):
        return CarrierDraft(span, "post")
    if view.lows[at] not in _IN or view.is_capital(head):
        return None
    if low in (POSTS - _MAYBE) or (low in _MAYBE and _is_posted(view, whole)):
        return CarrierDraft(whole, "post")
    is_found = low.removesuffix("s") in DOCUMENTS and any(view.lows[n] in _FOUND for n in range(*whole))
    is_printed = low in _PRINTED and any(view.lows[n] in ("for", "in") for n in range(*whole))
    return CarrierDraft(whole, "document") if (low in _WRITINGS or is_found) and not is_printed else None


def _whole_end(view: View, span: Range, end: int) -> int:
    """Behind a phrase with its participle and prepositions: "a video uploaded to his channel"."""
    at = span[1]
    while at < min(end, span[0] + _LONGEST) and view.lows[at] not in BREAKS and view.lows[at] not in RELATIVES:
        is_end = view.lows[at] in ("that", "on") and _is_when(view, at)
        if is_end or view.quoted[at] >= 0 or view.lows[at] in TIME_NOUNS:
            break
        at += 1
    return at


def _is_when(view: View, at: int) -> bool:
    """Whether a time follows, or a clause."""
    return view.lows[at] == "that" or view.lows[at + 1 : at + 2] == () or view.lows[at + 1] in TIME_NOUNS


def _is_page(view: View, span: Range, head: int) -> bool:
    """Whether a phrase is a platform or somebody's page: "X", "his Telegram channel", "the ministry's website"."""
    low = view.lows[head]
    if low in PLATFORMS and view.is_capital(head):
        return head == span[0] or view.lows[head - 1] in ("the", "platform", "network", "app", "site", "on", "media")
    words = view.lows[span[0] : head]
    is_owned = any(word in ("his", "her", "its", "their", "a", "an") or word.endswith(("'s", "s'")) for word in words)
    return low in PAGES and (is_owned or any(word in PLATFORMS for word in words))


def _is_posted(view: View, whole: Range) -> bool:
    """Whether a message was put up for all: "a video message", "a statement on its website"."""
    words = view.lows[slice(*whole)]
    return bool(_SAYS_SO & set(words)) or any(
        low in PAGES or (low in PLATFORMS and view.is_capital(at)) for at, low in zip(range(*whole), words, strict=True)
    )
