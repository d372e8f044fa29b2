"""Figures that one verb gives for several: "The union said 9,000 had marched, the police 3,000", "20 (the army)"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import CONJUNCTIONS, DETERMINERS, ENDS, PREPOSITIONS, is_number
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Flow, Range, View
from woozle.stages.attribute.viewpoints import VIEWS
from woozle.toolbox.names import SPEAKERS

#: Words of a source that shares another's verb, and of one in brackets, at most.
_SOURCE, _BRACKET = 6, 7
#: What may stand before a figure, and figures without a number.
_ABOUT = frozenset("of to at about around only nearly almost over under some fewer more just a".split())
_SHARES = frozenset("half twice thrice double none".split())
_COUNTING = frozenset("say put count estimate report give number reckon announce speak tally".split())


def shared_drafts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what others counted as a row of their own."""
    out: list[Draft] = []
    for draft in drafts:
        out += _parallel(view, draft)
        found = _shared(view, draft) if draft.verb in _COUNTING and len(draft.content) == 1 else None
        if found is None:
            out.append(draft)
            continue
        source, cut, figure = found
        start = draft.content[0][0]
        # "The union says 4,000; police say 1,500": with a verb of its own.
        verb = verbs().get(view.lows[source[1] - 1]) if source[1] - source[0] > 1 else None
        has_own = verb is not None and verb.lemma in _COUNTING
        cue = (source[1] - 1, source[1]) if has_own else None
        source = (source[0], cue[0]) if cue else source
        out.append(replace(draft, content=((start, cut),)))
        out.append(Draft(source, cue, (figure,), draft.act, draft.stance, draft.verb, True, draft.flow))
    return out


def _parallel(view: View, draft: Draft) -> Iterator[Draft]:
    """Another's view that shares the noun: "By the guild's tally forty are missing; by the harbour's, twelve."."""
    last = view.flows[draft.flow].last
    end = draft.content[-1][1] if draft.content else last
    if draft.verb not in VIEWS or end + 3 >= last or view.lows[end] not in (";", ",") or draft.cue is None:
        return
    at = end + 1 + (view.lows[end + 1] in CONJUNCTIONS)
    if view.lows[at] != view.lows[draft.cue[0]]:
        return
    owner = next((n for n in range(at + 1, min(last, at + _SOURCE)) if view.lows[n].endswith(("'s", "s'"))), -1)
    behind = owner + 1 + (view.lows[owner + 1 : owner + 2] in (("'",), ("’",)))
    if owner < 0 or behind >= last:
        return
    content = trimmed(view, behind + (view.lows[behind] == ","), right_end(view, behind + 1, last))
    if content:
        yield Draft(
            (at + 1, owner + 1), (at, at + 1), (content,), draft.act, draft.stance, draft.verb, True, draft.flow
        )


def _shared(view: View, draft: Draft) -> tuple[Range, int, Range] | None:
    """Who else gives a figure behind the last comma of a content, where the content ends, and that figure."""
    start, end = draft.content[0]
    if draft.source is None or not any(is_number(low) for low in view.lows[start:end]):
        return None
    last = view.flows[draft.flow].last
    if end < last and view.lows[end] == ";":
        end = right_end(view, end + 1, last)
    cut = next((n for n in range(end - 2, start, -1) if _is_cut(view, n)), -1)
    if cut < 0:
        return None
    at = cut + 1 + (view.lows[cut + 1] in CONJUNCTIONS | {"while"})
    figure = next((n for n in range(at, end) if _is_figure(view.lows[n])), -1)
    if not at < figure <= at + _SOURCE or any(may_be_finite(view, n) for n in range(figure, end)):
        return None
    source = at, figure
    while source[1] > at and view.lows[source[1] - 1] in _ABOUT | {","}:
        source = at, source[1] - 1
    return (source, cut, (source[1], end)) if source[1] > at and _is_speaker(view, source) else None


def _is_cut(view: View, at: int) -> bool:
    """Whether a mark parts two sources' figures; a comma before the figure itself does not: "a list, 190"."""
    is_mark = view.lows[at] in (",", ";") and view.quoted[at] < 0
    return is_mark and not _is_figure(view.lows[at + 1])


def _is_figure(low: str) -> bool:
    return is_number(low) or low in _SHARES


def _is_speaker(view: View, words: Range) -> bool:
    """Whether words name somebody and do nothing else."""
    lows = view.lows[slice(*words)]
    if any(low in PREPOSITIONS or not low[0].isalpha() for low in lows):
        return False
    is_named = any(name.kind in SPEAKERS for name in view.names_of(words))
    return is_named or (
        lows[0] in DETERMINERS and lows[0] not in ("a", "an") and len(lows) > 1 and not _is_counted(lows)
    )


def _is_counted(lows: Sequence[str]) -> bool:
    return any(is_number(low) for low in lows)


def bracketed_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """Figures whose source stands in brackets behind them: "between 20 (the army) and 60 people (the guild)"."""
    last = max((at for at in range(flow.first, flow.last) if view.lows[at] == ")"), default=flow.last)
    rest = trimmed(view, last + 1, right_end(view, last + 1, flow.last)) if last + 1 < flow.last else None
    shared = (rest,) if rest and any(may_be_finite(view, at) for at in range(*rest)) else ()
    for at in range(flow.first + 1, flow.last):
        if view.lows[at] != "(" or view.quoted[at] >= 0:
            continue
        close = next((n for n in range(at + 2, min(flow.last, at + _BRACKET)) if view.lows[n] == ")"), -1)
        source = _bare(view, (at + 1, close)) if close > 0 else None
        figure = _before(view, at, flow.first) if source else None
        if source and figure and _is_speaker(view, source):
            yield Draft(source, None, (figure, *shared), "assert", "plain", "", True, number)


def _bare(view: View, words: Range) -> Range | None:
    """The source in brackets without "according to"."""
    start = words[0] + 2 * (view.lows[words[0] : words[0] + 2] == ("according", "to"))
    return trimmed(view, start, words[1]) if start < words[1] else None


def _before(view: View, bracket: int, first: int) -> Range | None:
    """A number, and a word or two that it counts, right before a bracket."""
    for at in range(bracket - 1, max(first - 1, bracket - 4), -1):
        low = view.lows[at]
        if is_number(low):
            start = at
            while start > first and (is_number(view.lows[start - 1]) or view.lows[start - 1] in "$£€"):
                start -= 1
            return start, bracket
        if low in PREPOSITIONS or low in ENDS or not low[0].isalpha():
            return None
    return None
