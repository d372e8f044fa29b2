"""What papers hold in other words than "says": "The log has the tanker turning", "Minutes record no dissent"."""

from collections.abc import Iterator

from woozle.stages.attribute.contents import right_end, trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import PERSONAL, PREPOSITIONS
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.view import Flow, Range, View

#: What is written or drawn.
_WRITTEN = PAPERS | frozenset(
    "logbook diary history ledger minute plot register inscription note plan draft entry obituary transcript ticket "
    "receipt plaque sign poster leaflet pamphlet bulletin dossier brief schedule timetable roll invoice test analysis "
    "statistic account book agreement contract treaty lease will textbook guidebook manifest radar sensor camera "
    "recording tape trace scan autopsy toxicology".split()
)
_HAVING = frozenset("has have had".split())
#: Verbs that set a thing down, whatever follows.
_RECORDING = frozenset(
    "record records recorded list lists listed document documents documented log logs logged register registers "
    "registered itemise itemises itemize itemizes specify specifies specified foresee foresees foresaw envisage "
    "envisages stipulate stipulates enumerate enumerates chart charts".split()
)
_GIVING = frozenset("give gives gave put puts place places date dates dated credit credits credited name names".split())
_VERBS = _HAVING | _RECORDING | _GIVING
#: What a paper makes something of: "has him in the third row", "puts the cost at two million".
_DEFINITE = PERSONAL | frozenset("him her it them the his its their this that every each".split())
_AS = frozenset("as at to with in between".split())
#: Words between an object and what the paper makes of it, at most.
_REACH = 6


def paper_drafts(view: View, number: int, flow: Flow) -> Iterator[Draft]:
    """What papers of a sentence set down by a verb that is no speech."""
    for at in range(flow.first + 1, flow.last - 1):
        low = view.lows[at]
        if view.quoted[at] >= 0 or low not in _VERBS or view.is_noun(at):
            continue
        subject = left_subject(view, at - 1, flow.first)
        if subject is None or not _is_paper(view, subject) or not _holds(view, at, flow.last):
            continue
        content = trimmed(view, at + 1, right_end(view, at + 1, flow.last))
        if content:
            yield Draft(subject, (at, at + 1), (content,), "assert", "plain", low, True, number)


def _is_paper(view: View, subject: Range) -> bool:
    """Whether the head of a noun phrase is written: the last noun before a preposition or a comma."""
    head = next(
        (
            at
            for at in range(subject[0] + 1, subject[1])
            if view.lows[at] in PREPOSITIONS or view.lows[at] == "," or view.lows[at] in ("which", "that")
        ),
        subject[1],
    )
    word = view.lows[head - 1]
    # A participle stands behind its noun: "a note pinned to the door".
    word = view.lows[head - 2] if word.endswith("ed") and head - 1 > subject[0] else word
    return word in _WRITTEN or word.removesuffix("s") in _WRITTEN


def _holds(view: View, at: int, last: int) -> bool:
    """Whether what follows a verb is what the paper says, and no thing that it has: "has him in the third row"."""
    low, object_ = view.lows[at], view.lows[at + 1]
    if low in _RECORDING:
        return True
    is_definite = object_ in _DEFINITE or view.is_capital(at + 1)
    near = range(at + 2, min(last, at + 2 + _REACH))
    if low in _GIVING:
        return any(view.lows[n] in _AS for n in near)
    turns = (view.lows[n] in PREPOSITIONS - {"of"} or view.lows[n].endswith("ing") for n in near)
    return is_definite and any(turns)
