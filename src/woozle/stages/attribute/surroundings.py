"""The words around a cue that are neither said nor who says it: in front, between source and cue, and behind."""

from collections.abc import Iterator

from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import PERSONAL, SUBORDINATORS
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View

#: Words in front of a speaker and behind a cue that may tell where the words were said, at most.
_FRONT, _BEHIND = 40, 24
#: Words of a source that an aside may follow, at most.
_HEAD = 14
_TALKING = frozenset(
    "spoke speaking speaks talked talking interviewed reached contacted asked writing posting quoted".split()
)
#: What stands before a noun.
_NOUNS = frozenset("in to of with by for a an the his her its their from".split())
_WALLS = frozenset("; : . ! ?".split())
#: What begins another clause behind a cue.
_CLAUSES = SUBORDINATORS - {"than", "so"}


def surroundings(view: View, draft: Draft) -> Iterator[Range]:
    """The stretches of a sentence that may say through whom or what a draft's words came, in text order."""
    if draft.cue is None:
        return
    source = draft.source or draft.cue
    first = min(source[0], draft.cue[0])
    start = _front(view, draft, first)
    if start < first:
        yield start, first
    aside = _aside(view, source)
    if aside < source[1]:
        yield aside, source[1]
    if source[1] < draft.cue[0]:
        yield source[1], draft.cue[0]
    begin = max(source[1], draft.cue[1])
    end = _back(view, draft, begin)
    if begin < end:
        yield begin, end


def _is_said(draft: Draft, at: int) -> bool:
    return any(part[0] <= at < part[1] for part in draft.content)


def _is_cue(view: View, at: int) -> bool:
    """Whether a word is a finite verb of speech, and no noun: "in remarks", "in written comments"."""
    verb = verbs().get(view.lows[at])
    is_noun = not _NOUNS.isdisjoint(view.lows[max(0, at - 2) : at])
    return verb is not None and "q" in verb.frames and verb.is_finite and not view.is_capital(at) and not is_noun


def _front(view: View, draft: Draft, end: int) -> int:
    """Where the words in front of a speaker begin: behind a mark, another's speech, or what is said."""
    first = max(view.flows[draft.flow].first, end - _FRONT)
    for at in range(end - 1, first - 1, -1):
        if view.quoted[at] >= 0 or view.lows[at] in _WALLS or _is_said(draft, at) or _is_cue(view, at):
            return at + 1
    return first


def _aside(view: View, source: Range) -> int:
    """Where the aside of a source tells whom one spoke to: ", who spoke to the Post"; its end where it does not."""
    ahead = range(source[0] + 1, min(source[1], source[0] + _HEAD))
    begin = next((at for at in ahead if view.lows[at] in (",", "who", "(", "–", "—")), source[1])
    return next((at for at in range(begin, source[1]) if view.lows[at] in _TALKING), source[1])


def _back(view: View, draft: Draft, start: int) -> int:
    """Where the words behind a cue end: at what is said, at another clause, or with the sentence."""
    last = min(view.flows[draft.flow].last, start + _BEHIND)
    for at in range(start, last):
        low = view.lows[at]
        is_wall = view.quoted[at] >= 0 or low in _WALLS or low in PERSONAL or (low in _CLAUSES and at > start)
        if is_wall or _is_said(draft, at) or _is_cue(view, at):
            return at
    return last
