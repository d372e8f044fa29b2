"""Quotations that no verb introduces: speaker labels, headlines with a colon, running and floating quotations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import AUXILIARIES, PERSONAL
from woozle.stages.attribute.subjects import opening_subject
from woozle.stages.attribute.view import Flow, Range, View

#: Fewer words in quotation marks are a name, a title or a wry word, not speech, unless they end like a sentence.
_SPEECH = 5
_HOST = re.compile(r"(?mi)^(?:host|presenter|moderator|interviewer|anchor|interview by)s?\s*[:-]\s*(.{2,60})$")
_LABEL = re.compile(r"(?:@\w+|[A-Z][A-Z.'’ -]{1,30}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}|[QA])$")
_NO_SPEAKER = re.compile(
    r"(?i)^(?:update|editor'?s note|correction|photo|image|video|read more|programme|broadcast|host|note|"
    r"highlights|watch|exclusive|breaking|broadcast on|presenter|anchor|narrator|host|reporter|correspondent"
    r"|moderator|announcer|opinion|analysis|live|factbox|timeline|related|see also)$"
)
#: Words in a headline after its colon that name a source, in small letters.
_ROLES = frozenset(
    "officials official police ministry minister witnesses survivors report reports sources source residents "
    "army mayor "
    "governor experts analysts prosecutors government rebels president military media un study poll agency paper "
    "insider "
    "spokesman spokeswoman charity doctors medics rescuers relatives family lawyer court union company "
    "coastguard".split()
)
#: A headline is a paragraph of one sentence without its full stop, not longer than this.
_HEADLINE = 25


def _sounds_spoken(view: View, span: Range) -> bool:
    words = [view.lows[at] for at in range(*span)]
    ends = any(low in (".", "!", "?", ",") for low in words[-3:])
    has_verb = any(low in AUXILIARIES or low in PERSONAL for low in words)
    return (len(words) >= _SPEECH and (ends or has_verb)) or (len(words) >= 3 and ends and has_verb)


def _passage_words(view: View, number: int) -> Range:
    at = view.number_at(view.passages[number].start)
    return at, view.quote_end(at)


def headline_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Headlines: "Raid kills 12: officials", "Minister: no troops moved", "Three killed - ministry"."""
    words = range(flow.first, flow.last)
    if len(words) > _HEADLINE or (view.lows[flow.last - 1] in (".", "?", "!") and view.quoted[flow.last - 1] < 0):
        return
    for at in words:
        if view.lows[at] not in (":", "-", "–", "—") or view.quoted[at] >= 0 or at in (flow.first, flow.last - 1):
            continue
        left, right = trimmed(view, flow.first, at), trimmed(view, at + 1, flow.last)
        if not left or not right or _NO_SPEAKER.fullmatch(view.slice(left)):
            continue
        if _is_short_source(view, right):
            yield Draft(right, None, (left,), "assert", "plain", ":", True, number)
            return
        if view.lows[at] == ":" and _is_short_source(view, left):
            yield Draft(left, None, (right,), "assert", "plain", ":", True, number)
            return


def _is_short_source(view: View, span: Range) -> bool:
    if span[1] - span[0] > 4 or any(view.quoted[at] >= 0 for at in range(*span)):
        return False
    if view.lows[span[1] - 1] in _ROLES:
        return True
    names = view.names_in(view.starts[span[0]], view.ends[span[1] - 1])
    return any(
        name.kind in ("person", "organisation", "outlet", "group")
        and name.span.end - name.span.start > 0.6 * (view.ends[span[1] - 1] - view.starts[span[0]])
        for name in names
    )


def label_drafts(view: View, number: int, flow: Flow, flows: Sequence[Flow]) -> Iterator[Draft]:
    """Labels: "WEIL: The gate was shut." and what follows in its paragraph."""
    is_start = number == 0 or flows[number - 1].paragraph != flow.paragraph
    if not is_start:
        return
    for at in range(flow.first + 1, min(flow.last, flow.first + 6)):
        if view.lows[at] == ":" and view.quoted[at] < 0:
            label = view.slice((flow.first, at))
            last = _paragraph_end(number, flows)
            is_name = _LABEL.fullmatch(label) and not _NO_SPEAKER.fullmatch(label) and not _asks(view, label)
            if is_name and (label.isupper() or view.quoted[min(at + 1, last - 1)] >= 0) and at + 1 < last:
                content = trimmed(view, at + 1, last)
                if content:
                    act = "ask" if view.lows[content[1] - 1] == "?" else "assert"
                    yield Draft((flow.first, at), None, (content,), act, "plain", ":", True, number)
            return


def _asks(view: View, label: str) -> bool:
    """Whether a speaker is the outlet's own: named as host above a transcript, or marked as the one who asks."""
    if label == "Q":
        return True
    hosts = {word.casefold() for found in _HOST.finditer(view.text) for word in found[1].split()}
    return any(word.casefold() in hosts for word in label.split())


def _paragraph_end(number: int, flows: Sequence[Flow]) -> int:
    last = number
    while last + 1 < len(flows) and flows[last + 1].paragraph == flows[number].paragraph:
        last += 1
    return flows[last].last


def floating_drafts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Quotations that no draft holds: the speaker of the sentence before goes on, or nobody is named.

    A quotation that runs on from the paragraph before joins the row of that paragraph.
    """
    made = list(drafts)
    for number, passage in enumerate(view.passages):
        span = _passage_words(view, number)
        if span[0] >= span[1] or _is_held(made, span) or not _sounds_spoken(view, span):
            continue
        before = number - 1
        if before >= 0 and view.passages[before].runs_on:
            owner = _owner(made, _passage_words(view, before))
            if owner is not None:
                made[owner] = replace(made[owner], content=(*made[owner].content, span))
                continue
        flow = _flow_of(view, span[0])
        held = _split_row(view, made, span, flow)
        if held is not None:
            made[held] = replace(made[held], content=(*made[held].content, span))
        elif passage.end > passage.start and flow >= 0:
            made.append(_floating(view, made, span, flow))
    return made


def _split_row(view: View, drafts: Sequence[Draft], span: Range, flow: int) -> int | None:
    """The row that a quotation goes on with: "…," said Reck. "She was far too full."."""
    if flow < 1 or view.flows[flow - 1].paragraph != view.flows[flow].paragraph or span[0] != view.flows[flow].first:
        return None
    for at, draft in enumerate(drafts):
        is_quoted = draft.is_speech and any(view.quoted[part[0]] >= 0 for part in draft.content)
        if draft.flow == flow - 1 and is_quoted and draft.cue and draft.cue[0] > draft.content[0][0]:
            return at
    return None


def _is_held(drafts: Sequence[Draft], span: Range) -> bool:
    return any(part[0] <= span[0] and span[1] <= part[1] for draft in drafts for part in draft.content)


def _owner(drafts: Sequence[Draft], span: Range) -> int | None:
    for at, draft in enumerate(drafts):
        if any(part[0] <= span[0] and span[1] <= part[1] for part in draft.content):
            return at
    return None


def _flow_of(view: View, word: int) -> int:
    return next((at for at, flow in enumerate(view.flows) if flow.first <= word < flow.last), -1)


def _floating(view: View, drafts: Sequence[Draft], span: Range, flow: int) -> Draft:
    """A quotation without a cue: whoever opens its own sentence, spoke last before it, or opens the sentence before."""
    here = view.flows[flow]
    own = opening_subject(view, here.first, span[0]) if span[0] - here.first > 1 else None
    near = [draft for draft in drafts if draft.source and draft.is_speech and flow - 2 <= draft.flow <= flow]
    near = [draft for draft in near if draft.content[0][0] < span[0]]
    source = own
    if source is None and near:
        source = max(near, key=lambda draft: draft.content[0][0]).source
    elif source is None and flow > 0 and view.flows[flow - 1].paragraph >= here.paragraph - 1:
        source = opening_subject(view, view.flows[flow - 1].first, view.flows[flow - 1].last)
    act = "ask" if view.lows[span[1] - 1] == "?" or view.lows[span[1] - 2] == "?" else "assert"
    return Draft(source, None, (span,), act, "plain", "", True, flow)
