"""Speech that came through somebody else: "citing a post by …", "quoted him as saying", "wrote on the channel"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import right_end, skip_adjuncts, trimmed
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.grammar import BREAKS, CONJUNCTIONS, SUBORDINATORS
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.listeners import POSTS, WRITINGS
from woozle.stages.attribute.subjects import left_subject, right_subject
from woozle.stages.attribute.view import Flow, Range, View

_PAPERS = PAPERS | WRITINGS | frozenset("document statement note list lists documents records".split())
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
    made = []
    for draft in drafts:
        is_citing = draft.cue is not None and view.lows[draft.cue[1] - 1] == "citing"
        outer = _outer(drafts, draft) if is_citing else None
        cited = (draft.content[0][0], _noun_end(view, *draft.content[0])) if is_citing else (0, 0)
        if outer is None or cited[0] >= cited[1] or not _is_voice(view, cited):
            made.append(draft)
            continue
        source, carrier = _speakers(view, cited)
        carriers = (carrier,) if carrier else ()
        made.append(
            replace(
                outer, source=source, cue=draft.cue, verb="cite", carriers=carriers, within=outer.cue, is_speech=True
            )
        )
    return made


def _outer(drafts: Sequence[Draft], citing: Draft) -> Draft | None:
    """What the one who cites says in the same sentence."""
    near = [
        draft
        for draft in drafts
        if draft.flow == citing.flow
        and draft is not citing
        and draft.is_speech
        and draft.source
        and draft.cue
        and citing.cue
        and (draft.source == citing.source or draft.source[1] in (citing.cue[0], citing.cue[0] - 1))
    ]
    if not near or citing.cue is None:
        return None
    cue = citing.cue[0]
    return max(near, key=lambda draft: (draft.source is not None and cue - draft.source[1] in (0, 1), draft.size))


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
        yield Draft(outer, cue, (content,), "assert", "plain", "quote", True, number)
        yield Draft(inner, (end, end + 2), (content,), "assert", "plain", "say", True, number, (), cue)
