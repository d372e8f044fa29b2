"""Claims that a report takes back in its next sentences: "That was wrong", "has since withdrawn the figure"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.model.records import Attribution
from woozle.stages.attribute.settling import Settled
from woozle.stages.attribute.view import Range, View

_FALSE = (
    r"(?:not (?:true|so|right|correct|the case)|n['’]t (?:true|so|right|correct|the case)|wrong|false|untrue|incorrect|"
    r"inaccurate|nonsense|invented|made up|a (?:mistake|lie|fabrication|hoax|misunderstanding|mix-up)|"
    r"an (?:error|invention))"
)
#: A sentence that says of the one before it that it does not hold.
_WRONG = re.compile(
    rf"^(?:that|this|it|which|the (?:claim|report|statement|figure|story))\s(?:(?:is|was|has been|proved|proved to be|"
    rf"turned out to be)\s?){_FALSE}\b|"
    r"^(?:he|she|they|it)\s(?:is|are|was|were)(?:\snot|n['’]t)\.?$",
    re.I,
)
#: Words of such a sentence at most: a longer one says what else was wrong.
_SHORT = 9
#: What somebody does with words of their own.
_WITHDRAWN = re.compile(
    r"\b(?:(?:has|have|had) (?:since |now |later |meanwhile )?"
    r"(?:withdrawn|retracted|recanted|disowned|taken (?:it )?back)|"
    r"(?:withdrew|retracted|recanted|disowned) (?:the|his|her|its|their|that|this)|took (?:it|that|this) back|"
    r"eats? (?:his|her|its|their) words)\b",
    re.I,
)
#: Sentences before it in which these words are looked for.
_REACH = 3


def with_retractions(view: View, rows: Sequence[Attribution], settled: Sequence[Settled]) -> list[Attribution]:
    """Rows, with those doubted that the report's own next words call wrong, or say that their source took back.

    Where the taking back is a row of its own, a denial, that row says so, and the claim stands as it was made.
    """
    claims = defaultdict[int, list[int]](list)  # by the sentence that each ends in
    for at, (row, one) in enumerate(zip(rows, settled, strict=True)):
        if row.act == "assert" and not one.draft.is_inner and one.draft.content:
            claims[view.last_flow(one.draft.content)].append(at)
    told, doubted = {one.draft.flow for one in settled}, set[int]()
    denied = {one.draft.flow for one in settled if one.draft.act == "deny"}
    for number in range(1, len(view.flows)):
        words = _own_words(view, number)
        if number not in told and _WRONG.search(words) and len(words.split()) <= _SHORT:
            doubted |= set(claims[number - 1][-1:])
        elif number not in denied and _WITHDRAWN.search(words):
            before = [at for near in range(number - _REACH, number) for at in claims[near]]
            doubted |= set(_by_subject(view, rows, before, number))
    return [replace(row, stance="doubted") if at in doubted else row for at, row in enumerate(rows)]


def _own_words(view: View, number: int) -> str:
    """A sentence that nobody is quoted with; empty otherwise."""
    flow = view.flows[number]
    is_quoted = any(view.quoted[at] >= 0 for at in range(flow.first, flow.last))
    return "" if is_quoted else view.slice((flow.first, flow.last))


def _by_subject(view: View, rows: Sequence[Attribution], before: Sequence[int], number: int) -> Iterator[int]:
    """The last claim of whom a sentence names first, or of nobody named; where it names nobody, the last claim."""
    flow = view.flows[number]
    named: Range = (flow.first, flow.last)
    meant = [name.entity_id for name in view.names_of(named)][:1]
    theirs = [at for at in before if not meant or rows[at].source_entity_id in (meant[0], None)]
    yield from theirs[-1:]
