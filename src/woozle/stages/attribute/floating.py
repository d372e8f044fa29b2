"""Quotations that no cue holds: they join the speech they go on with, or stand as rows of their own."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import AUXILIARIES, DASHES, ENDS, PERSONAL
from woozle.stages.attribute.subjects import opening_subject
from woozle.stages.attribute.view import Range, View

#: Fewer words in quotation marks are a name, a title or a wry word, not speech, unless they end like a sentence.
_SPEECH = 5
#: Words in quotation marks from which on they are speech even inside a sentence without a cue.
_LONG = 8
#: Words of a line that signs a quotation, at most.
_SIGNATURE = 12
_SPEAKERS = frozenset("person organisation outlet group other".split())
#: Sentences before a quotation in which its speaker is looked for.
_REACH = 2


class _Ledger:
    """The drafts so far, and which of them holds each word."""

    def __init__(self, view: View, drafts: Sequence[Draft]) -> None:
        self.view = view
        self.made: list[Draft] = []
        self._owners = [-1] * len(view.lows)
        self._by_flow: dict[int, list[int]] = defaultdict(list)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        self._by_flow[draft.flow].append(len(self.made))
        self.made.append(draft)
        for part in draft.content:
            self._own(len(self.made) - 1, part)

    def _own(self, at: int, part: Range) -> None:
        for word in range(*part):
            self._owners[word] = at

    def holder(self, number: int) -> int:
        """The draft that holds a quotation, -1 for none."""
        if not 0 <= number < len(self.view.passages):
            return -1
        start, end = passage_words(self.view, number)
        return self._owners[start] if start < end and self._owners[end - 1] >= 0 else -1

    def join(self, at: int, part: Range) -> None:
        self.made[at] = replace(self.made[at], content=(*self.made[at].content, part))
        self._own(at, part)

    def of_flows(self, first: int, last: int) -> list[int]:
        """Drafts of some sentences, both included."""
        return [at for flow in range(max(0, first), last + 1) for at in self._by_flow[flow]]


def passage_words(view: View, number: int) -> Range:
    """The words of a quotation, marks included."""
    at = view.number_at(view.passages[number].start)
    return at, view.quote_end(at)


def _sounds_spoken(view: View, span: Range) -> bool:
    lows = view.lows[span[0] : span[1]]
    words = [low for low in lows if low[0].isalnum()]
    ends = any(low in ENDS for low in lows[-3:])
    has_verb = any(low in AUXILIARIES or low in PERSONAL or "'" in low for low in words)
    before = view.lows[span[0] - 1] if span[0] else "."
    is_free = before in ENDS or before in (",", ":") or view.quoted[span[0] - 1] >= 0 or _is_opening(view, span[0])
    if not is_free:
        # Words inside somebody else's sentence: a name, a slogan or a wry word, unless they are many.
        return len(words) >= _LONG and has_verb
    least = _SPEECH if ends else _SPEECH - 1
    return (len(words) >= least and (ends or has_verb)) or (len(words) >= 2 and ends and has_verb)


def _is_opening(view: View, word: int) -> bool:
    """Whether a word opens a sentence."""
    at = view.flow_at(word)
    return at >= 0 and view.flows[at].first == word


def with_floating(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with all quotations that sound spoken.

    A quotation that runs over a paragraph's end joins the row of the next or the one before; one that follows a split
    quotation joins it; of any other, whoever spoke last or opens the sentence before is the source.
    """
    ledger = _Ledger(view, drafts)
    numbers = range(len(view.passages))
    for number in reversed(numbers):
        following = ledger.holder(number + 1)
        if view.passages[number].runs_on and following >= 0 and ledger.holder(number) < 0:
            ledger.join(following, passage_words(view, number))
    for number in numbers:
        span = passage_words(view, number)
        if span[0] >= span[1] or ledger.holder(number) >= 0 or not _sounds_spoken(view, span):
            continue
        before = ledger.holder(number - 1) if number and view.passages[number - 1].runs_on else -1
        flow = view.flow_at(span[0])
        at = before if before >= 0 else _split_row(ledger, span, flow)
        if at >= 0:
            ledger.join(at, span)
        elif flow >= 0:
            ledger.add(_floating(ledger, span, flow))
    return ledger.made


def _split_row(ledger: _Ledger, span: Range, flow: int) -> int:
    """The row that a quotation goes on with: "…," said Reck. "She was far too full."; -1 for none."""
    flows, view = ledger.view.flows, ledger.view
    if flow < 1 or flows[flow - 1].paragraph != flows[flow].paragraph or span[0] != flows[flow].first:
        return -1
    for at in ledger.of_flows(flow - 1, flow - 1):
        draft = ledger.made[at]
        is_quoted = draft.is_speech and any(
            view.quoted[part[0]] >= 0 or view.quoted[part[1] - 1] >= 0 for part in draft.content
        )
        if is_quoted and draft.cue and draft.cue[0] > draft.content[0][0]:
            return at
    return -1


def _opener(view: View, flow: int) -> Range | None:
    """Who opens a sentence, or the one before it in the paragraph where that one speaks of no person."""
    for number in range(flow, max(-1, flow - _REACH), -1):
        here = view.flows[number]
        if here.paragraph != view.flows[flow].paragraph:
            return None
        found = opening_subject(view, here.first, here.last)
        if _may_name(view, found):
            return found
        if any(name.kind == "person" for name in view.names_of((here.first, here.last))):
            return None
    return None


def _may_name(view: View, source: Range | None) -> bool:
    """Whether a stretch of words is a person's pronoun or holds a name."""
    if source is None or (view.lows[source[0]] in PERSONAL and view.lows[source[0]] not in ("he", "she", "they")):
        return False
    names = view.names_of(source)
    is_acting = source[1] < len(view.lows) and may_be_finite(view, source[1]) and view.is_capital(source[0])
    return view.lows[source[0]] in PERSONAL or is_acting or any(name.kind in _SPEAKERS for name in names)


def _may_speak(view: View, source: Range | None) -> bool:
    """Whether a stretch of words can be a speaker: a person's pronoun, or words with a name or a role in them."""
    if source is None:
        return False
    if source[1] - source[0] == 1 and view.lows[source[0]] in PERSONAL:
        return view.lows[source[0]] not in ("it", "i", "we", "you")
    names = view.names_of(source)
    is_role = view.lows[source[0]] in ("the", "a", "an", "his", "her")
    return is_role or _may_name(view, source) or any(name.kind in _SPEAKERS for name in names)


def _signature(view: View, flow: int) -> Range | None:
    """Who signs a quotation in a line of its own: "- Lena Ohm, harbour master"; None where nobody does."""
    if flow + 1 >= len(view.flows):
        return None
    after = view.flows[flow + 1]
    if view.lows[after.first] not in DASHES or not 2 <= after.last - after.first <= _SIGNATURE:
        return None
    last = after.last - (view.lows[after.last - 1] in ENDS)
    return (after.first + 1, last) if view.is_capital(after.first + 1) else None


def _floating(ledger: _Ledger, span: Range, flow: int) -> Draft:
    """A quotation without a cue: whoever opens its own sentence, spoke last before it, or opens the sentence before."""
    view = ledger.view
    here = view.flows[flow]
    source = opening_subject(view, here.first, span[0]) if span[0] - here.first > 1 else None
    near = [ledger.made[at] for at in ledger.of_flows(flow - _REACH, flow)]
    near = [draft for draft in near if draft.source and draft.is_speech and draft.content[0][0] < span[0]]
    if not _may_speak(view, source):
        source = _signature(view, flow)
    if source is None and near:
        source = max(near, key=lambda draft: draft.content[0][0]).source
    elif source is None and flow > 0 and view.flows[flow - 1].paragraph >= here.paragraph - 1:
        source = _opener(view, flow - 1)
    source = source if _may_speak(view, source) else None
    act = "ask" if "?" in view.lows[span[1] - 2 : span[1]] else "assert"
    return Draft(source, None, (span,), act, "plain", "", True, flow)
