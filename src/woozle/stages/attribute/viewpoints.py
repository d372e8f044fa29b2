"""Views and counts as cues: "in the guild's view", "by the army's count", "in the words of its reeve"."""

from woozle.stages.attribute.contents import left_start, right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.finite import may_be_finite
from woozle.stages.attribute.grammar import (
    BREAKS,
    CONJUNCTIONS,
    DASHES,
    ENDS,
    OBJECT_PRONOUNS,
    OPENERS,
    POSSESSIVES,
    SUBORDINATORS,
    is_adverb,
)
from woozle.stages.attribute.subjects import right_subject
from woozle.stages.attribute.view import Flow, Range, View

#: Nouns that say how somebody sees or counts something.
VIEWS = frozenset(
    "view words opinion account eyes telling judgment judgement estimation mind reckoning estimate estimates count "
    "figures version tally assessment calculation calculations mind verdict testimony evidence filing "
    "data records numbers findings phrase terms parlance language formula".split()
)
#: Words between the preposition and the noun, at most.
_HOLDER = 8
#: What opens a clause that is no part of what stands before its comma.
_TURNED = frozenset("while whereas but though although which".split())
#: Words between two dashes, at most.
_ASIDE = 20
#: What a clause about a source begins with, among its first words.
_RELATIVES, _RELATIVE = frozenset("who which whose whom".split()), 5
_PREPOSITIONS = frozenset("in by on to from per".split())
#: What "per" counts with: "per cent", "per day" name no source.
_RATES = frozenset("cent head capita day week month year hour minute second night person household annum".split())


def source_end(view: View, start: int, last: int) -> int:
    """Behind the noun phrase of "according to": to the comma, the end, or the next clause."""
    if view.lows[start] in OBJECT_PRONOUNS:
        return start + 1
    subject = right_subject(view, start, last)
    end = subject[1] if subject else start
    comma = next((at for at in range(start, end) if view.lows[at] == ","), end)
    if any(may_be_finite(view, at) and view.lows[at - 1] not in BREAKS for at in range(comma + 1, end)):
        # "According to the guild, a mill hit a boat": behind the comma stands a clause, no apposition.
        return comma
    while end < last and view.quoted[end] < 0 and view.lows[end] not in BREAKS and view.lows[end] not in SUBORDINATORS:
        if view.lows[end] in CONJUNCTIONS and not (end + 1 < last and view.is_capital(end + 1)):
            break
        end += 1
    return _with_name(view, start, end, last)


def _with_name(view: View, start: int, end: int, last: int) -> int:
    """Behind the name that stands beside a role between commas: "its director, Ada Finn, another"."""
    if end <= start or end + 2 >= last or view.lows[end] != "," or view.is_capital(end - 1):
        return end
    at = end + 1
    while at < last and view.is_capital(at) and view.quoted[at] < 0 and view.lows[at] not in BREAKS:
        at += 1
    is_person = at > end + 1 and any(name.kind == "person" for name in view.names_of((end + 1, at)))
    return at if is_person and at < last and view.lows[at] in (",", ".") else end


def around(view: View, flow: Flow, start: int, end: int) -> tuple[Range, ...]:
    """What is said around a cue with its source: behind it, before it, or on both sides of an aside.

    Args:
        view: the text.
        flow: the sentence.
        start: first word of the cue or source, whichever comes first.
        end: the word behind both.
    """
    # "said that, according to the guild, …": only what follows is the guild's.
    is_inside = start > flow.first + 1 and view.lows[start - 2 : start] == ("that", ",")
    is_new = start > flow.first and view.lows[start - 1] == ";"
    before = None if is_inside or is_new else trimmed(view, left_start(view, start, flow.first), start)
    is_quote = end + 1 < flow.last and view.lows[end] == ":" and view.quoted[end + 1] >= 0
    is_closed = is_quote or (end < flow.last and view.lows[end] == ",")
    behind = end + 1 if is_closed else _behind_dashes(view, end, flow.last)
    behind = _behind_relative(view, behind, flow.last) if start == flow.first else behind
    after = trimmed(view, behind, right_end(view, behind, flow.last)) if behind < flow.last else None
    if before is None or (after and _only_opens(view, before)):
        return (after,) if after else ()
    is_turned = after is not None and view.lows[after[0]] in _TURNED
    if after is None or is_turned or end >= flow.last or view.lows[end] in ENDS or view.lows[end] == ";":
        return (before,)
    return before, after


def _behind_relative(view: View, at: int, last: int) -> int:
    """Behind a clause about a source: "According to the report, a copy of which was seen by the Post, it broke"."""
    comma = next((n for n in range(at, last) if view.lows[n] == "," and view.quoted[n] < 0), last)
    is_relative = not _RELATIVES.isdisjoint(view.lows[at : min(comma, at + _RELATIVE)])
    return comma + 1 if is_relative and comma < last else at


def _behind_dashes(view: View, at: int, last: int) -> int:
    """Behind an aside between dashes: "According to a guard – nobody else has spoken – the gate was open"."""
    if at >= last or view.lows[at] not in DASHES:
        return at
    return next((n + 1 for n in range(at + 1, min(last, at + _ASIDE)) if view.lows[n] in DASHES), at)


def _only_opens(view: View, before: Range) -> bool:
    """Whether the words before a cue only open the sentence: "But in the guild's view"."""
    return all(low in OPENERS or low in CONJUNCTIONS or is_adverb(low) for low in view.lows[slice(*before)])


def view_draft(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Views: "In the union's view, three did.", "Three, by the union's own count, did."."""
    if at + 1 < flow.last and view.lows[at + 1] == "of":
        return _words_of(view, number, flow, at)
    start = next((n for n in range(at - 1, max(flow.first - 1, at - _HOLDER), -1) if _is_opening(view, n)), -1)
    is_cut = not BREAKS.isdisjoint(view.lows[start:at])
    if start < 0 or is_cut or (view.lows[at] == "account" and view.lows[start] == "on"):
        return None
    owner = next((n for n in range(at - 1, start, -1) if _owns(view, n, start)), -1)
    if owner < 0:
        return None
    content = around(view, flow, start, at + 1)
    if not content:
        return None
    return Draft((start + 1, owner + 1), (start, at + 1), content, "assert", "plain", view.lows[at], True, number)


def _is_opening(view: View, at: int) -> bool:
    return view.lows[at] in _PREPOSITIONS and view.quoted[at] < 0


def _owns(view: View, at: int, start: int) -> bool:
    """Whether a word says whose: "the guild's", "the millers'", "his"."""
    low = view.lows[at]
    is_plural = low in ("'", "’") and view.lows[at - 1].endswith("s")
    return low.endswith("'s") or is_plural or (low in POSSESSIVES and at == start + 1)


def _words_of(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Somebody's own words: "in the words of its reeve, a mill with ambitions"."""
    start = at - 2 if at > flow.first + 1 and view.lows[at - 1] == "the" else at - 1
    if start < flow.first or not _is_opening(view, start) or at + 2 >= flow.last:
        return None
    end = source_end(view, at + 2, flow.last)
    content = around(view, flow, start, end) if end > at + 2 else ()
    if not content:
        return None
    return Draft((at + 2, end), (start, at + 2), content, "assert", "plain", view.lows[at], True, number)


def per_draft(view: View, number: int, flow: Flow, at: int) -> Draft | None:
    """Papers behind "per": "Losses came to four million, per the auditor's report"."""
    if at + 2 >= flow.last or view.lows[at + 1] in _RATES or view.quoted[at] >= 0:
        return None
    is_free = at == flow.first or view.lows[at - 1] in (",", ";", "as")
    if not is_free or not (view.lows[at + 1] == "the" or view.is_capital(at + 1)):
        return None
    end = source_end(view, at + 1, flow.last)
    content = around(view, flow, at, end) if end > at + 1 else ()
    return Draft((at + 1, end), (at, at + 1), content, "assert", "plain", "per", True, number) if content else None
