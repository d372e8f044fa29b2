"""Interviews: answers that stand under their questions without a label, and whom "Q" and "A" mean."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from woozle.stages.attribute.contents import trimmed
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.paragraphs import Paragraph
from woozle.stages.attribute.view import Range, View

#: What an interviewer does, told in the introduction.
_MEETING = frozenset(
    "met meet meets asked asks interviewed interviews visited visits spoke speaks talked talks sat sits caught".split()
)
_OWN = frozenset("i my me we our us".split())
#: Paragraphs that an answer has at most.
_LONGEST = 5
#: Questions without any label from which on a text is an interview.
_QUESTIONS = 3
#: Words of a question, at most.
_ASKED = 70


def answer_drafts(view: View, found: Sequence[Paragraph], labels: Mapping[int, Range]) -> Iterator[Draft]:
    """Answers that have no label: behind questions, once somebody was named as the one who answers.

    An answer goes on over several paragraphs only where another question follows: what stands behind the last
    answer may be the report's own words again.
    """
    asked = [at for at, one in enumerate(found) if _is_asked(view, one) and at not in labels]
    speaker = _sole_person(view, found, asked) if len(asked) >= _QUESTIONS and not labels else None
    for number, at in enumerate(asked):
        if at + 1 in labels:
            speaker = labels[at + 1]
            continue
        speaker = _last_answerer(found, labels, at) or speaker
        if speaker is None or at + 1 >= len(found) or at + 1 in asked:
            continue
        until = asked[number + 1] if number + 1 < len(asked) else at + 2
        until = min([until, at + 1 + _LONGEST, *(label for label in labels if label > at)])
        parts = [trimmed(view, one.first, one.last) for one in found[at + 1 : until]]
        content = tuple(part for part in parts if part)
        if content:
            yield Draft(speaker, None, content, "assert", "plain", ":", True, found[at + 1].flow)


def _is_asked(view: View, one: Paragraph) -> bool:
    return one.is_question and one.last - one.first <= _ASKED and view.quoted[one.first] < 0


def _last_answerer(found: Sequence[Paragraph], labels: Mapping[int, Range], at: int) -> Range | None:
    """Who answered last before a paragraph: the last label that asks nothing."""
    before = [number for number in labels if number < at and not found[number].is_question]
    is_first = not any(found[number].is_question for number in range(before[-1])) if before else True
    return None if is_first else labels[before[-1]]


def _sole_person(view: View, found: Sequence[Paragraph], asked: Sequence[int]) -> Range | None:
    """The one person named above the first question of a text that takes turns and speaks in the first person.

    An essay asks questions too, and answers them itself: hardly one behind the other, and not as "I".
    """
    takes_turns = all(1 < after - before <= _LONGEST for before, after in pairwise(asked))
    answers = [found[at + 1] for at in asked if at + 1 < len(found)]
    own = sum(not _OWN.isdisjoint(view.lows[one.first : one.last]) for one in answers)
    people = _people(view, found[asked[0]].first)
    return people[0] if takes_turns and 2 * own >= len(asked) and len(people) == 1 else None


def _people(view: View, last: int) -> list[Range]:
    """The persons named before a word, each once."""
    if last <= 0:
        return []
    found: dict[str, Range] = {}
    for name in view.names_in(0, view.ends[last - 1]):
        if name.kind == "person":
            words = view.number_at(name.span.start), view.number_at(name.span.end - 1) + 1
            found.setdefault(name.entity_id or name.span.text, words)
    return list(found.values())


def persons_meant(view: View, last: int) -> dict[str, Range]:
    """Whom "Q" and "A" mean, by the names above the first label.

    The one who met, visited or asked the other is Q; of one person alone it is told who answers.
    """
    people = _people(view, last)
    if len(people) == 1:
        return {"A": people[0]}
    if len(people) != 2:
        return {}
    asking = [one for one in people if _meets(view, one)]
    asker = asking[0] if len(asking) == 1 else people[1]
    return {"Q": asker, "A": people[0] if asker == people[1] else people[1]}


def _meets(view: View, person: Range) -> bool:
    """Whether somebody meets another: "Rau visited her", "Rau climbed up to meet him"."""
    flow = view.flows[max(0, view.flow_at(person[0]))]
    behind = view.lows[person[1] : flow.last]
    at = next((number for number, low in enumerate(behind) if low in _MEETING), None)
    is_object = person[0] > flow.first and view.lows[person[0] - 1] in (*_MEETING, "to", "with")
    return at is not None and not is_object and len(behind) > at + 1
