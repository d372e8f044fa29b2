"""Speech that the page's layout introduces: speakers' labels, and headlines with a colon."""

import re
from collections.abc import Iterator, Sequence

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.view import Flow, Range, View

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
#: Words of a source behind a quotation and a colon in a headline, at most.
_LONG_SOURCE = 8


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
        is_quoted = view.lows[at] == ":" and 0 <= view.quoted[left[0]] == view.quoted[left[1] - 1]
        if _is_short_source(view, right) or (is_quoted and right[1] - right[0] <= _LONG_SOURCE):
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
    names = view.names_of(span)
    return any(
        name.kind in ("person", "organisation", "outlet", "group")
        and name.span.end - name.span.start > 0.6 * (view.ends[span[1] - 1] - view.starts[span[0]])
        for name in names
    )


def label_drafts(view: View) -> Iterator[Draft]:
    """Speakers' labels, "WEIL: The gate was shut.", and what follows in their paragraph."""
    hosts = frozenset(word.casefold() for found in _HOST.finditer(view.text) for word in found[1].split())
    for number, flow in enumerate(view.flows):
        if number == 0 or view.flows[number - 1].paragraph != flow.paragraph:
            yield from _labelled(view, number, flow, hosts)


def _labelled(view: View, number: int, flow: Flow, hosts: frozenset[str]) -> Iterator[Draft]:
    for at in range(flow.first + 1, min(flow.last, flow.first + 6)):
        if view.lows[at] == ":" and view.quoted[at] < 0:
            label = view.slice((flow.first, at))
            last = _paragraph_end(number, view.flows)
            is_name = _LABEL.fullmatch(label) and not _NO_SPEAKER.fullmatch(label) and not _asks(label, hosts)
            if is_name and (label.isupper() or view.quoted[min(at + 1, last - 1)] >= 0) and at + 1 < last:
                content = trimmed(view, at + 1, last)
                if content:
                    act = "ask" if view.lows[content[1] - 1] == "?" else "assert"
                    yield Draft((flow.first, at), None, (content,), act, "plain", ":", True, number)
            return


def _asks(label: str, hosts: frozenset[str]) -> bool:
    """Whether a speaker is the outlet's own: named as host above a transcript, or marked as the one who asks."""
    return label == "Q" or any(word.casefold() in hosts for word in label.split())


def _paragraph_end(number: int, flows: Sequence[Flow]) -> int:
    last = number
    while last + 1 < len(flows) and flows[last + 1].paragraph == flows[number].paragraph:
        last += 1
    return flows[last].last
