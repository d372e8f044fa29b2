"""Headlines that name their source beside a colon or a dash; lines keep what is theirs."""

from collections.abc import Iterator
from dataclasses import replace

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import ENDS
from woozle.stages.attribute.labels import NO_SPEAKER
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Flow, Range, View
from woozle.toolbox.names import SPEAKERS

#: Words in a headline after its colon that name a source, in small letters.
_ROLES = frozenset(
    "officials official police ministry minister witnesses survivors report reports sources source residents "
    "army mayor doctors nurses teachers farmers unions engineers scientists "
    "governor experts analysts prosecutors government rebels president military media un study poll agency paper "
    "insider "
    "spokesman spokeswoman charity doctors medics rescuers relatives family lawyer court union company "
    "coastguard authority chief boss coach minister spokesperson council regulator watchdog committee head jockey "
    "captain manager owner mother father brother sister son daughter neighbours teacher scientist scientists expert "
    "analyst ambassador envoy bishop judge prosecutor lawyers counsel victim victims witness".split()
)
#: A headline is a paragraph of one sentence without its full stop, not longer than this.
_HEADLINE = 25
_SAYS = frozenset("says say said".split())
#: What follows whoever is in a picture.
_BESIDE = frozenset("with in at on outside inside after before during near beside by who".split())
#: Words of a source behind a quotation and a colon in a headline, at most.
_LONG_SOURCE = 8


def headline_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Headlines: "Raid kills 12: officials", "Minister: no troops moved", "Three killed - ministry"."""
    is_sentence = view.lows[flow.last - 1] in (".", "?", "!") and view.quoted[flow.last - 1] < 0
    if flow.last - flow.first > _HEADLINE or (is_sentence and view.quoted[flow.first] < 0):
        return
    told = None if is_sentence else _told_last(view, number, flow)
    if told:
        yield told
        return
    for at in range(flow.first + 1, flow.last - 1):
        found = _parts(view, flow, at, is_sentence) if view.lows[at] in (":", "-", "–", "—") else None
        if found:
            source, content = found
            yield Draft(source, None, (content,), "assert", "plain", ":", True, number)
            return


def _told_last(view: View, number: int, flow: Flow) -> Draft | None:
    """Headlines that end with who says it, without an article: "Baths to stay open until spring, says council"."""
    places = range(flow.last - 2, max(flow.first + 2, flow.last - 6), -1)
    at = next((n for n in places if view.lows[n] in _SAYS or _is_cue(view.lows[n])), -1)
    if at < 0 or view.lows[at - 1] != "," or not _is_short_source(view, (at + 1, flow.last)):
        return None
    content = trimmed(view, flow.first, at - 1)
    return (
        Draft((at + 1, flow.last), (at, at + 1), (content,), "assert", "plain", "say", True, number)
        if content
        else None
    )


def _is_cue(low: str) -> bool:
    """Whether a word is a verb of speech in the present: "Measles here to stay, warn doctors"."""
    verb = verbs().get(low)
    return verb is not None and "q" in verb.frames and bool({"base", "s"} & verb.shapes)


def _parts(view: View, flow: Flow, at: int, is_sentence: bool) -> tuple[Range, Range] | None:
    """Source and content on both sides of a colon or dash; None where neither side names who says the other."""
    left, right = trimmed(view, flow.first, at), trimmed(view, at + 1, flow.last)
    is_cut = view.quoted[at] >= 0 or view.lows[at - 1] in ENDS
    if not left or not right or is_cut or NO_SPEAKER.fullmatch(view.slice(left)):
        return None
    is_colon = view.lows[at] == ":"
    if is_colon and 0 <= view.quoted[left[0]] == view.quoted[left[1] - 1]:
        right = _shown(view, right) if is_sentence else right
        return (right, left) if right[1] - right[0] <= _LONG_SOURCE else None
    if is_sentence:
        return None
    if left[1] - left[0] > 1 and _is_short_source(view, right):
        return right, left
    return (left, right) if is_colon and _is_short_source(view, left) and _is_said(view, left, right) else None


def _is_said(view: View, left: Range, right: Range) -> bool:
    """Whether what stands behind a name and a colon is said by it, and is no title: "The Legion: Rebels at Home"."""
    is_role = view.lows[left[1] - 1] in _ROLES
    return is_role or view.quoted[right[0]] >= 0 or any(may_be_finite(view, at) for at in range(*right))


def _shown(view: View, right: Range) -> Range:
    """Whom a picture shows: "“He hated it”: the sculptor Ada Finn with her bronze on Tuesday."."""
    end = next((at for at in range(right[0] + 1, right[1]) if view.lows[at] in _BESIDE), right[1])
    return right[0], end


def _is_short_source(view: View, span: Range) -> bool:
    if span[1] - span[0] > 4 or any(view.quoted[at] >= 0 for at in range(*span)):
        return False
    if view.lows[span[1] - 1] in _ROLES:
        return True
    names = view.names_of(span)
    return any(
        name.kind in SPEAKERS
        and name.span.end - name.span.start > 0.6 * (view.ends[span[1] - 1] - view.starts[span[0]])
        for name in names
    )


def is_of_next_line(view: View, draft: Draft) -> bool:
    """Whether a source stands in a later line than its cue: lines of a list, each of which speaks for itself."""
    if draft.source is None or draft.cue is None:
        return False
    return _paragraph(view, draft.source[0]) > _paragraph(view, max(draft.cue[0], draft.content[-1][0]))


def within_paragraph(view: View, draft: Draft) -> Draft:
    """A draft without lines that are others' own.

    Pieces in paragraphs both before and behind the cue's, or far pieces that nobody is named for, are no one speech.
    """
    if draft.cue is None or len(draft.content) == 1:
        return draft
    own = _paragraph(view, draft.cue[0])
    places = [_paragraph(view, part[0]) for part in draft.content]
    kept = tuple(part for part, place in zip(draft.content, places, strict=True) if place == own)
    is_torn = min(places) < own < max(places) or (draft.source is None and max(places) - min(places) > 1)
    return replace(draft, content=kept) if kept and is_torn else draft


def _paragraph(view: View, word: int) -> int:
    return view.flows[max(0, view.flow_at(word))].paragraph
