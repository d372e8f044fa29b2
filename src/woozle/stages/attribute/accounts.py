"""One cue for several sentences: "Neighbours described the fire. It had begun at two. The wind carried it on."."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import POSSESSIVES
from woozle.stages.attribute.nouns import holder_of
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.view import Flow, Range, View

_DESCRIBING = frozenset("described describes describe recounted recounts recount".split())
_ACCOUNTS = frozenset("account accounts version versions story explanation testimony recollection".split())
#: What is told one by one behind "had three".
_LISTED = frozenset("complaints grievances objections demands points theories explanations".split())
_GIVING = frozenset("gave gives give offered offers had has put".split())
#: Verbs that announce an account together with such a noun, in so many words.
_PICTURING = frozenset(
    "took takes walked walks led leads paint paints painted tell tells told set sets lay laid lays draw draws drew "
    "sketched outlined outlines related "
    "shared shares presented presents".split()
)
_LEADING = frozenset("took takes walked walks led leads".split())
_PICTURES = frozenset("picture story stories tale tales case scene events details sequence chain version".split())
_PICTURE = 10
_AS_FOLLOWS = frozenset(
    (("runs", "as", "follows"), ("is", "as", "follows"), ("goes", "like", "this"), ("is", "this"), ("runs", "thus"))
)
#: Words of a sentence that announces an account, at most, and sentences of the account.
_HEAD, _LONGEST = 20, 5
#: The report's own words again: what is so now, who is here, and what nobody could check.
_OWN = frozenset(
    "is are has have isn't aren't hasn't i we our us my still now today neither nor reporters journalists "
    "verified confirmed verify confirm according".split()
)
#: Sentences in which only what somebody told can stand in the pluperfect: "He had met no one."
_TELLERS = frozenset("he she they".split())


def account_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Accounts that a sentence announces and the next ones tell, to where the report speaks for itself again.

    Args:
        view: the text.
        drafts: what is found so far; a sentence with a cue of its own ends an account.
    """
    spoken = defaultdict(list)
    for draft in drafts:
        if draft.is_speech:
            spoken[draft.flow].append(draft)
    for number, flow in enumerate(view.flows):
        head = _head(view, flow) if flow.last - flow.first <= _HEAD else None
        if head is None:
            continue
        source, cue = head
        behind = _behind_colon(view, flow, cue)
        content = (behind,) if behind else tuple(_told(view, number, spoken))
        if content:
            yield Draft(source, cue, content, "assert", "plain", view.lows[cue[0]], True, number)


def _head(view: View, flow: Flow) -> tuple[Range, Range] | None:
    """Who tells, and the word that says so, where a sentence announces what somebody tells."""
    for at in range(flow.first + 1, flow.last):
        if view.quoted[at] >= 0:
            return None
        found = (
            _picturing(view, flow, at)
            or _describing(view, flow, at)
            or _account(view, flow, at)
            or _telling_it(view, flow, at)
        )
        if found:
            return found, (at, at + 1)
    return None


def _picturing(view: View, flow: Flow, at: int) -> Range | None:
    """Whoever tells a story or paints a picture, as a whole sentence: "Survivors told the same story."."""
    if view.lows[at] not in _PICTURING:
        return None
    rest = view.lows[at + 1 : flow.last]
    if rest[:1] == ("of",) and view.lows[at] in ("tell", "tells", "told"):
        return left_subject(view, at - 1, flow.first) if len(rest) <= _PICTURE and rest[-1:] == (".",) else None
    if view.lows[at] in _LEADING and "through" in rest[:5]:
        return left_subject(view, at - 1, flow.first) if len(rest) <= 2 * _PICTURE and rest[-1:] == (".",) else None
    is_whole = len(rest) <= _PICTURE and rest[-1:] == (".",) and not _PICTURES.isdisjoint(rest)
    return left_subject(view, at - 1, flow.first) if is_whole and "that" not in rest else None


def _describing(view: View, flow: Flow, at: int) -> Range | None:
    """Whoever describes a thing, with no word on what it was like: "described the fire", not "described it as hell"."""
    is_bare = view.lows[at] in _DESCRIBING and "as" not in view.lows[at : flow.last]
    return left_subject(view, at - 1, flow.first) if is_bare and at + 1 < flow.last else None


def _account(view: View, flow: Flow, at: int) -> Range | None:
    """Whose account it is: "The army's account is brief", "put out its version", "had three points"."""
    low = view.lows[at]
    if low not in _ACCOUNTS and low not in _LISTED:
        return None
    verb = next((n for n in range(at - 1, flow.first, -1) if view.lows[n] in _GIVING), -1)
    holder = holder_of(view, at, flow.first)
    is_announced = view.lows[at + 1 : at + 4] in _AS_FOLLOWS or view.lows[at + 1 : at + 3] in _AS_FOLLOWS
    if low in _ACCOUNTS and holder and is_announced:
        return holder
    if low in _ACCOUNTS and holder and holder[0] == flow.first and view.lows[holder[0]] not in POSSESSIVES:
        return holder if at + 1 < flow.last and view.lows[at + 1] in ("is", "was", "of") else None
    return left_subject(view, verb - 1, flow.first) if verb > flow.first else None


def _telling_it(view: View, flow: Flow, at: int) -> Range | None:
    """Who tells in "This is how Ada Finn tells it."."""
    is_told = view.lows[at] in ("tells", "told", "tell") and view.lows[at + 1 : at + 3] == ("it", ".")
    if not is_told or view.lows[flow.first : flow.first + 3] not in (("this", "is", "how"), ("here", "is", "how")):
        return None
    return (flow.first + 3, at) if flow.first + 3 < at else None


def _behind_colon(view: View, flow: Flow, cue: Range) -> Range | None:
    """What stands behind a colon of the sentence itself: "The family's version is simpler: he was never there."."""
    colon = next((at for at in range(cue[1], flow.last) if view.lows[at] == ":"), -1)
    found = trimmed(view, colon + 1, flow.last) if colon >= 0 else None
    return found if found and view.quoted[found[0]] < 0 and _is_clause(view, found) else None


def _is_clause(view: View, words: Range) -> bool:
    return any(may_be_finite(view, at) for at in range(*words))


def _told(view: View, head: int, spoken: Mapping[int, Sequence[Draft]]) -> Iterator[Range]:
    """The sentences behind an announcement that go on telling: in the past, by nobody else, of nobody new."""
    for number in range(head + 1, min(len(view.flows), head + 1 + _LONGEST)):
        flow = view.flows[number]
        words = range(flow.first, flow.last)
        is_other = flow.paragraph != view.flows[head].paragraph or number in spoken
        if is_other or any(view.quoted[at] >= 0 or view.lows[at] in _OWN for at in words):
            return
        found = trimmed(view, flow.first, flow.last)
        if found is None or not _is_clause(view, found) or _is_new_person(view, flow):
            return
        yield found


def _is_new_person(view: View, flow: Flow) -> bool:
    """Whether a sentence begins with somebody's name: the report has turned to another."""
    return any(
        name.kind == "person" and name.span.start == view.starts[flow.first]
        for name in view.names_in(view.starts[flow.first], view.ends[flow.last - 1])
    )


def with_pluperfect(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the sentences that tell on in the pluperfect: "He had left at six, Kort said. He had met no one."."""
    spoken = {draft.flow for draft in drafts if draft.is_speech}
    out = []
    for draft in drafts:
        first = draft.content[0] if draft.content else (0, 0)
        is_behind = draft.cue is not None and draft.is_speech and draft.act == "assert" and draft.cue[0] >= first[1] > 0
        if is_behind and view.quoted[first[0]] < 0 and "had" in view.lows[slice(*first)]:
            draft = replace(draft, content=(*draft.content, *_pluperfect(view, draft.flow, spoken)))  # noqa: PLW2901
        out.append(draft)
    return out


def _pluperfect(view: View, head: int, spoken: set[int]) -> Iterator[Range]:
    for number in range(head + 1, min(len(view.flows), head + 1 + _LONGEST)):
        flow = view.flows[number]
        is_other = flow.paragraph != view.flows[head].paragraph or number in spoken
        opening = view.lows[flow.first : flow.first + 3]
        if is_other or opening[:1] not in {(low,) for low in _TELLERS} or "had" not in opening:
            return
        found = trimmed(view, flow.first, flow.last)
        if found is None or any(view.quoted[at] >= 0 for at in range(*found)):
            return
        yield found
