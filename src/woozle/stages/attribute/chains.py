"""Speech that came through somebody else: "citing a post by …", "quoted him as saying", "wrote on the channel"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import right_end, skip_adjuncts, trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import BREAKS, CONJUNCTIONS, SUBORDINATORS
from woozle.stages.attribute.kinds import DOCUMENTS, POSTS
from woozle.stages.attribute.subjects import left_subject, right_subject
from woozle.stages.attribute.view import Flow, Range, View

_PAPERS = DOCUMENTS | frozenset(f"{noun}s" for noun in DOCUMENTS)
#: Nouns that can be asked what they know; what else is cited is a reason, no voice.
_VOICES = (
    POSTS
    | _PAPERS
    | frozenset(
        "source sources official officials minister spokesman spokeswoman spokesperson witness witnesses commander "
        "director "
        "doctor doctors police ministry resident residents survivor survivors governor mayor army relative relatives "
        "lawyer "
        "diplomat diplomats insider insiders media agency chief head people person reports documents records".split()
    )
)
_RELYING = frozenset((("relying", "on"), ("drawing", "on"), ("referring", "to"), ("based", "on"), ("pointing", "to")))
_QUOTING = frozenset("quoted quotes quoting cited cites citing".split())


def _noun_end(view: View, start: int, last: int) -> int:
    """Behind a noun phrase with its prepositions: up to a mark, a conjunction or a clause."""
    at = start
    while at < last and view.quoted[at] < 0 and view.lows[at] not in BREAKS:
        if view.lows[at] in SUBORDINATORS or (
            view.lows[at] in CONJUNCTIONS and not view.is_capital(min(at + 1, last - 1))
        ):
            break
        at += 1
    return at


def _speakers(view: View, span: Range) -> tuple[Range, CarrierDraft | None]:
    """Who is cited, and the post or paper it stood in: "a Telegram post by a brigade commander"."""
    for at in range(span[0], span[1] - 1):
        if view.lows[at] in ("by", "from") and at > span[0]:
            head = view.lows[at - 1]
            kind = "post" if head in POSTS or view.lows[span[0] + 1] in POSTS else "document"
            if any(low in POSTS | _PAPERS for low in view.lows[span[0] : at]):
                return (at + 1, span[1]), CarrierDraft((span[0], at), kind)
    return span, None


def _is_voice(view: View, span: Range) -> bool:
    if any(low in _VOICES for low in view.lows[span[0] : span[1]]):
        return True
    names = view.names_of(span)
    return any(name.kind in ("person", "organisation", "outlet", "group") for name in names)


def cited_drafts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a row for whoever is cited: what was said is theirs, carried by the one who cites.

    "Citing" something that cannot speak gives a reason, and stays as it is.
    """
    by_flow: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_flow[draft.flow].append(draft)
    made, taken = [], set[int]()
    for number, flow in enumerate(view.flows):
        for cue in _citing(view, flow):
            cited = (cue[1], _noun_end(view, cue[1], flow.last))
            outer = _outer(by_flow[number], cue, cited)
            if outer is None or cited[0] >= cited[1] or not _is_voice(view, cited):
                continue
            source, carrier = _speakers(view, cited)
            carriers = (carrier,) if carrier else ()
            taken.add(cue[1] - 1)
            made.append(
                replace(outer, source=source, cue=cue, verb="cite", carriers=carriers, within=outer.cue, is_speech=True)
            )
    kept = [draft for draft in drafts if draft.cue is None or draft.cue[1] - 1 not in taken]
    return [*kept, *made]


def _citing(view: View, flow: Flow) -> Iterator[Range]:
    """The words of a sentence that cite: "citing", "quoting", "relying on"."""
    for at in range(flow.first, flow.last - 1):
        if view.quoted[at] >= 0:
            continue
        if view.lows[at] in ("citing", "quoting"):
            yield at, at + 1
        elif view.lows[at : at + 2] in _RELYING and (at == flow.first or view.lows[at - 1] == ","):
            yield at, at + 2


def _outer(drafts: Sequence[Draft], cue: Range, cited: Range) -> Draft | None:
    """What the one who cites says in the same sentence: beside "citing", before it, or behind what opens a sentence."""
    near = [draft for draft in drafts if draft.is_speech and draft.source and draft.cue and draft.cue[1] != cue[1]]
    beside = [draft for draft in near if draft.source and draft.source[1] in (cue[0], cue[0] - 1)]
    before = [draft for draft in near if draft.cue and draft.cue[1] <= cue[0]]
    behind = [draft for draft in near if draft.source and draft.source[0] in (cited[1], cited[1] + 1)]
    if beside or behind:
        return max(beside or behind, key=lambda draft: draft.size)
    return max(before, key=lambda draft: (draft.cue or cue)[0], default=None)


def quoting_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Chains in one sentence: "state TV quoted the minister as saying that …", "the minister was quoted as saying"."""
    for at in range(flow.first, flow.last - 2):
        if view.quoted[at] >= 0 or view.lows[at] not in _QUOTING:
            continue
        end = next(
            (n for n in range(at + 1, min(flow.last - 1, at + 14)) if view.lows[n : n + 2] == ("as", "saying")), None
        )
        if end is None:
            continue
        start = skip_adjuncts(view, end + 2, flow.last)
        content = trimmed(view, start, right_end(view, start, flow.last))
        inner = right_subject(view, at + 1, end)
        is_passive = view.lows[at - 1] in ("was", "were", "is", "been") if at > flow.first else False
        outer = left_subject(view, at - 1 - is_passive, flow.first)
        if content is None and outer and view.quoted[outer[0] - 1] >= 0 and outer[0] > flow.first:
            content = trimmed(view, flow.first, outer[0])
        if content is None or outer is None:
            continue
        if inner is None or is_passive:
            yield Draft(outer, (at - is_passive, end + 2), (content,), "assert", "plain", "quote", True, number)
            continue
        cue = (at, at + 1)
        whole = (at + 1, content[1]) if content[0] > at else content
        yield Draft(outer, cue, (whole,), "assert", "plain", "quote", True, number)
        yield Draft(inner, (end, end + 2), (content,), "assert", "plain", "say", True, number, (), cue)
