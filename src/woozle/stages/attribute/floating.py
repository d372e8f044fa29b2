"""Quotations that no cue holds: they join the speech they go on with, or stand as rows of their own."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import AUXILIARIES, CONJUNCTIONS, ENDS, PERSONAL
from woozle.stages.attribute.orders import is_order
from woozle.stages.attribute.speakers import before_speaker, may_speak, own_speaker, signature
from woozle.stages.attribute.view import Range, View

#: Fewer words in quotation marks are a name, a title or a wry word, not speech, unless they end like a sentence.
_SPEECH = 5
#: Words in quotation marks from which on they are speech even inside a sentence without a cue.
_LONG = 8
#: Words of a quotation from which on marks were more likely lost than meant.
_LONGEST = 120
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
    behind = view.lows[span[1]] if span[1] < len(view.lows) else "."
    if behind in AUXILIARIES and view.lows[span[1] - 2] not in (*ENDS, ","):
        # "“Ships go home” was painted on the wall": the words are what the sentence speaks of.
        return False
    is_free = before in ENDS or before in (",", ":") or view.quoted[span[0] - 1] >= 0 or _is_opening(view, span[0])
    if not is_free:
        # Words inside somebody else's sentence: a name, a slogan or a wry word, unless they are many.
        return len(words) >= _LONG and has_verb
    if ends and _is_sentence(view, span):
        return len(words) > 1 or _is_answer(view, span)
    least = _SPEECH if ends else _SPEECH - 1
    return (len(words) >= least and (ends or has_verb)) or (len(words) >= 2 and ends and has_verb)


def _is_answer(view: View, span: Range) -> bool:
    """Whether one word in marks stands where somebody would answer: behind a sentence about a person."""
    flow = view.flow_at(span[0])
    return flow > 0 and before_speaker(view, span, flow, -1) is not None


def _is_sentence(view: View, span: Range) -> bool:
    """Whether a quotation is a whole sentence between others: "Clear the room."; a title or a sign ends otherwise."""
    is_closed = view.lows[span[1] - 2] in ENDS
    is_last = span[1] >= len(view.lows) or _is_opening(view, span[1])
    return is_closed and is_last and _is_opening(view, span[0]) and view.is_capital(span[0] + 1)


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
        if span[0] >= span[1] or ledger.holder(number) >= 0:
            continue
        flow = view.flow_at(span[0])
        if _going_on(ledger, span, flow) < 0 and not _sounds_spoken(view, span):
            continue
        before = ledger.holder(number - 1) if number and view.passages[number - 1].runs_on else -1
        at = before if before >= 0 else _split_row(ledger, span, flow)
        if at >= 0:
            ledger.join(at, span)
        elif flow >= 0:
            ledger.add(_floating(ledger, span, flow))
    return ledger.made


def _split_row(ledger: _Ledger, span: Range, flow: int) -> int:
    """The row that a quotation goes on with: "…," said Reck. "She was far too full."; -1 for none."""
    flows, view = ledger.view.flows, ledger.view
    if flow >= 0 and span[0] != flows[flow].first:
        return _going_on(ledger, span, flow)
    if flow < 1 or flows[flow - 1].paragraph != flows[flow].paragraph:
        return -1
    for at in ledger.of_flows(flow - 1, flow - 1):
        draft = ledger.made[at]
        is_quoted = draft.is_speech and any(
            view.quoted[part[0]] >= 0 or view.quoted[part[1] - 1] >= 0 for part in draft.content
        )
        if is_quoted and draft.cue and draft.cue[0] > draft.content[0][0]:
            return at
    return -1


def _going_on(ledger: _Ledger, span: Range, flow: int) -> int:
    """The row of a speech that its cue cuts in one sentence: "The orchard," said Finn, who …, "went under."."""
    view = ledger.view
    number = view.quoted[span[0]] - 1
    if flow < 0 or span[0] == view.flows[flow].first:
        return -1
    at = ledger.holder(number)
    if at < 0:
        return -1
    start, end = passage_words(view, number)
    cue = ledger.made[at].cue
    is_cut = start >= view.flows[flow].first and view.lows[end - 2] == "," and cue is not None and cue[0] >= end
    if not is_cut or cue is None:
        return -1
    others = (ledger.made[each] for each in ledger.of_flows(flow, flow))
    speaks_later = any(other.cue and other.is_speech and cue[0] < other.cue[0] < span[0] for other in others)
    return -1 if speaks_later else at


def with_whole_quotes(view: View, draft: Draft) -> Draft:
    """A draft that holds the first sentences of a quotation with the rest of it, and no "But" in front of its marks."""
    parts = []
    for first, end in draft.content:
        is_led = end - first > 1 and view.lows[first] in CONJUNCTIONS and view.quoted[first + 1] > view.quoted[first]
        start = first + is_led
        number = view.quoted[start]
        is_cut = draft.cue is not None and number >= 0 and view.quoted[draft.cue[0]] == number
        if number < 0 or is_cut or (number != view.quoted[end - 1]) or start != passage_words(view, number)[0]:
            parts.append((start, end))
        else:
            whole = passage_words(view, number)[1]
            parts.append((start, whole if whole - start <= _LONGEST else end))
    return replace(draft, content=tuple(dict.fromkeys(parts)))


def with_fit_speaker(view: View, draft: Draft) -> Draft:
    """A quotation behind a colon with the person told of before it, where the words at the colon name nobody.

    "A tram went by. Then: “…”" is no tram's; the sentences before say whose it is.
    """
    start, end = draft.content[0]
    is_bare = draft.cue is None or view.lows[draft.cue[0]] == ":"
    if draft.source is None or not is_bare or view.quoted[start] < 0 or len(draft.content) > 1:
        return draft
    is_named = bool(view.names_of(draft.source)) or view.lows[draft.source[0]] in PERSONAL
    flow = view.flow_at(start)
    found = None if is_named or flow < 0 else before_speaker(view, (start, end), flow, -1)
    return replace(draft, source=found) if found else draft


def only_names(view: View, draft: Draft) -> bool:
    """Whether nothing of a draft is speech: its content is somebody's other name in marks."""
    numbers = {view.quoted[at] for part in draft.content for at in range(*part)}
    return bool(numbers) and all(number >= 0 and view.is_nickname(number) for number in numbers)


def _floating(ledger: _Ledger, span: Range, flow: int) -> Draft:
    """A quotation without a cue, with its speaker where the text shows one."""
    act = "ask" if "?" in ledger.view.lows[span[1] - 2 : span[1]] else "assert"
    act = "direct" if is_order(ledger.view, span) else act
    return Draft(_speaker(ledger, span, flow), None, (span,), act, "plain", "", True, flow)


def with_echoes(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the speakers of quotations that the text repeats: a headline's words are said in its body."""
    bare = [at for at, draft in enumerate(drafts) if draft.source is None and draft.cue is None and draft.content]
    out = list(drafts)
    if bare:
        said = [(_said(view, draft), draft.source) for draft in drafts if draft.source and draft.content]
        for at in bare:
            out[at] = replace(drafts[at], source=_of_same(_said(view, drafts[at]), said))
    return out


def _said(view: View, draft: Draft) -> str:
    """The words of a content on both sides of its pieces, with a blank around each."""
    words = [view.lows[at] for part in sorted(draft.content) for at in range(*part) if view.lows[at][0].isalnum()]
    return f" {' '.join(words)} "


def _of_same(words: str, said: Sequence[tuple[str, Range | None]]) -> Range | None:
    """Who says all of some words; None where nobody does, or several do."""
    if words.count(" ") <= _SPEECH:
        return None
    found = {source for other, source in said if words in other}
    return next(iter(found)) if len(found) == 1 else None


def _speaker(ledger: _Ledger, span: Range, flow: int) -> Range | None:
    """Who opens the quotation's own sentence, signs it, acts right before it, or spoke last."""
    view = ledger.view
    source = own_speaker(view, view.flows[flow], span) or signature(view, flow)
    if source:
        return source
    near = [ledger.made[at] for at in ledger.of_flows(flow - _REACH, flow)]
    near = [draft for draft in near if draft.source and draft.is_speech and draft.content[0][0] < span[0]]
    last = max(near, key=lambda draft: draft.content[0][0], default=None)
    source = before_speaker(view, span, flow, last.flow if last else -1)
    if source is None and last:
        source = last.source
    return source if may_speak(view, source) else None
