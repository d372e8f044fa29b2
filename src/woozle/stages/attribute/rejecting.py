"""What somebody denies behind a comma: "…, which the mayor denies", "…, a claim rejected by the army".

The denial is no part of what was said before it, and what was said before it is what is denied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import CLAIM_NOUNS, Draft
from woozle.stages.attribute.grammar import AUXILIARIES, DASHES, DETERMINERS, STOPS, is_adverb
from woozle.stages.attribute.subjects import left_subject, right_subject
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Flow, Range, View

_DENYING = frozenset("deny dispute refute rebut reject contest dismiss disavow".split())
#: Those that take up things of any kind: an offer that a union rejects is no claim.
_OPEN = frozenset("reject contest dismiss disavow".split())
#: What a denial takes up: "a charge", "something that", which no cue has to go before.
_TAKEN_UP = CLAIM_NOUNS | frozenset(
    "rumour rumor rumours rumors something figure figures toll number numbers count estimate tally".split()
)
#: Words between the comma and the verb, and adjectives of what is taken up, at most.
_REACH, _ADJECTIVES = 16, 2
#: What may close a denial: "denies outright", "rejects as false", "has always denied doing".
_CLOSING = frozenset("as when in on outright flatly and but".split())

_ENDS = DASHES | frozenset(", ; )".split())


@dataclass(frozen=True, slots=True)
class _Denial:
    """Who denies by which words, and the stretch that the whole takes, its comma included.

    Only what somebody said is denied where the words alone do not tell: `is_open`.
    """

    source: Range
    cue: Range
    whole: Range
    is_open: bool


def with_rejections(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without the denials that follow what they hold, and these as drafts of their own.

    Args:
        view: the text.
        drafts: what was found by other means.
    """
    out = list(drafts)
    for number, flow in enumerate(view.flows):
        for denial in _denials(view, flow):
            apart = [kept for draft in out for kept in _apart(view, draft, denial)]
            content = _denied(view, apart, number, flow, denial)
            if content:
                out = [*apart, Draft(denial.source, denial.cue, content, "deny", "plain", "deny", True, number)]
    return out


def _denials(view: View, flow: Flow) -> Iterator[_Denial]:
    for comma in range(flow.first + 2, flow.last - 3):
        if view.quoted[comma] < 0 and (view.lows[comma] == "," or view.lows[comma] in DASHES):
            found = _behind(view, comma, flow.last)
            if found:
                yield found


def _behind(view: View, comma: int, last: int) -> _Denial | None:
    """The denial behind a comma."""
    at = comma + 1
    if view.lows[at] == "which":
        return _by_verb(view, comma, at + 1, last, is_noun=False)
    at += view.lows[at] in DETERMINERS
    noun = next((n for n in range(at, min(last - 1, at + _ADJECTIVES + 1)) if view.lows[n] in _TAKEN_UP), -1)
    if noun < 0 or any(not view.lows[n].isalpha() for n in range(at, noun)):
        return None
    return _by_participle(view, comma, noun + 1, last) or _by_verb(
        view, comma, noun + 1 + (view.lows[noun + 1] in ("that", "which")), last, is_noun=True
    )


def _by_verb(view: View, comma: int, start: int, last: int, *, is_noun: bool) -> _Denial | None:
    """A subject, and a verb that has nothing behind it: "… the mayor has repeatedly denied"."""
    for at in range(start + 1, min(last, start + _REACH)):
        if view.quoted[at] >= 0 or view.lows[at] in STOPS or view.lows[at] in (",", ";"):
            return None
        verb = verbs().get(view.lows[at])
        if verb is None or verb.lemma not in _DENYING or "ing" in verb.shapes:
            continue
        group = at
        while group > start and (view.lows[group - 1] in AUXILIARIES or is_adverb(view.lows[group - 1])):
            group -= 1
        source = left_subject(view, group - 1, start) if group > start else None
        is_open = not is_noun and verb.lemma in _OPEN
        if source is None or not _is_all(view, at + 1, last):
            return None
        return _Denial(source, (group, at + 1), (comma, _end(view, at + 1, last)), is_open)
    return None


def _by_participle(view: View, comma: int, start: int, last: int) -> _Denial | None:
    """A participle and who does it: "… denied by the army", "… that was rejected by the army"."""
    at = start + (view.lows[start] in ("that", "which"))
    while at < last and (view.lows[at] in AUXILIARIES or is_adverb(view.lows[at])):
        at += 1
    verb = verbs().get(view.lows[at]) if at + 2 < last else None
    if verb is None or verb.lemma not in _DENYING or "part" not in verb.shapes or view.lows[at + 1] != "by":
        return None
    source = right_subject(view, at + 2, last)
    return _Denial(source, (at, at + 1), (comma, _end(view, source[1], last)), is_open=False) if source else None


def _is_all(view: View, at: int, last: int) -> bool:
    """Whether a verb has nothing behind it but when and how."""
    while at < last and is_adverb(view.lows[at]):
        at += 1
    return at >= last or view.lows[at] in STOPS or view.lows[at] in _ENDS or view.lows[at] in _CLOSING


def _end(view: View, at: int, last: int) -> int:
    """Where a denial ends: with its sentence, or where that goes on."""
    return next((n for n in range(at, last) if view.quoted[n] < 0 and view.lows[n] in _ENDS | {"and", "but"}), last)


def _apart(view: View, draft: Draft, denial: _Denial) -> Iterator[Draft]:
    """A draft without the words of a denial; nothing of one that is made of them."""
    start, end = denial.whole
    if draft.cue and start <= draft.cue[0] < end:
        return
    pieces = [
        piece
        for first, last in draft.content
        for piece in ((first, min(last, start)), (max(first, end), last))
        if piece[0] < piece[1]
    ]
    content = tuple(kept for piece in pieces if (kept := trimmed(view, *piece)))
    if content or not draft.content:
        yield replace(draft, content=content)


def _denied(view: View, drafts: Sequence[Draft], number: int, flow: Flow, denial: _Denial) -> tuple[Range, ...]:
    """What was said last before a denial; where nobody said it, the words of the report."""
    start = denial.whole[0]
    said = [one for one in drafts if one.flow == number and one.content and one.content[-1][1] <= start]
    last = max(said, key=lambda one: (one.content[-1][1], -one.size), default=None)
    if denial.is_open and (last is None or last.act != "assert"):
        return ()
    if last:
        return last.content
    own = trimmed(view, flow.first, start)
    return (own,) if own else ()
