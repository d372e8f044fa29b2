"""Cues that stand between dashes inside the marks: "“It opens – he says – at noon”", a habit of several languages."""

from collections.abc import Iterator
from itertools import pairwise

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import BREAKS, DASHES, PERSONAL
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View

#: Words of a cue with its speaker, at most.
_LONGEST = 10
_SAYING = frozenset(
    "say add explain tell reply answer note recall continue write insist warn conclude observe declare".split()
)


def dashed_drafts(view: View) -> Iterator[Draft]:
    """Quotations that their cue cuts between two dashes, one row each."""
    for number in range(len(view.passages)):
        first = view.number_at(view.passages[number].start)
        end = view.quote_end(first) if first < len(view.lows) and view.quoted[first] == number else first
        draft = _cut(view, first, end)
        if draft:
            yield draft


def _cut(view: View, first: int, end: int) -> Draft | None:
    """The first cue between dashes of a quotation, with what is said on both sides of it."""
    dashes = [at for at in range(first, end) if view.lows[at] in DASHES]
    for opening, close in pairwise(dashes):
        found = _cue(view, opening + 1, close) if close - opening <= _LONGEST else None
        if found:
            source, cue = found
            parts = ((first, opening), trimmed(view, close + 1, end) or (close, close))
            content = tuple(part for part in parts if part[0] < part[1])
            flow = max(0, view.flow_at(cue[0]))
            lemma = verbs()[view.lows[cue[0]]].lemma
            # A name in the speech is no speaker: the mark stands for somebody whom nothing names.
            meant = (first, first + 1) if view.lows[source[0]] in PERSONAL and view.names_of((first, end)) else None
            return Draft(source, cue, content, "assert", "plain", lemma, True, flow, meant=meant)
    return None


def _cue(view: View, start: int, end: int) -> tuple[Range, Range] | None:
    """Who speaks and the verb: "he says", "says the mayor", "they explain from the camp"; None for other words."""
    if any(view.lows[at] in BREAKS for at in range(start, end)):
        return None
    places = [at for at in range(start, end) if (verb := verbs().get(view.lows[at])) and verb.lemma in _SAYING]
    if len(places) != 1:
        return None
    (at,) = places
    if at == start:
        return ((at + 1, end), (at, at + 1)) if at + 1 < end else None
    is_pronoun = view.lows[start] in PERSONAL and at == start + 1
    is_noun = at == end - 1 and (view.is_capital(start) or view.lows[start] in ("the", "our", "his", "her"))
    return ((start, at), (at, at + 1)) if is_pronoun or is_noun else None
