"""Who speaks for whom: spokespersons, heads and papers of a body, where a report says so."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.records import Mention
from woozle.toolbox.link.bundle import Bearer, Bundle, Part, bundle
from woozle.toolbox.link.words import words_in
from woozle.toolbox.names import BODIES


@dataclass(frozen=True, slots=True)
class Speaks:
    """One report says that somebody (or a paper) speaks for a body; ``words`` is how."""

    document_id: str
    speaker_id: str
    speaker: str
    body_id: str
    body: str
    words: str


@dataclass(frozen=True, slots=True)
class Mouthpiece:
    """The one body that a speaker (``id``, an entity) speaks for, and in how many reports that stands."""

    id: str
    speaker: str
    body_id: str
    body: str
    words: str
    reports: int


_ROLE = (
    r"(?:(?:chief|head|general|deputy|branch|first|acting|national|regional|press|official|senior|executive|managing"
    r"|supreme|permanent|under)[\s-])*"
    r"(?:spokes(?:man|woman|person)|leader|head|chief|chair(?:man|woman|person)?|president|director|secretary|minister"
    r"|commander|commodore|admiral|general|governor|inspector|editor|founder|owner|manager|boss|coxswain|commissioner"
    r"|premier|chancellor|officer|chief\sexecutive|secretary[\s-]general)"
)
#: Ranks and titles that stand before a name and are no part of it.
_RANK = (
    r"(?:(?:mr|ms|mrs|dr|prof|professor|sir|dame|father|rev|colonel|col|general|gen|major|maj|captain|capt|lieutenant|lt"
    r"|sergeant|sgt|brigadier|admiral|commander|commodore|inspector|superintendent|sheriff)\.?\s){0,2}"
)
#: What stands before a name that is none of the register: "known as", "who goes by the call sign".
_CALLED = (
    r"(?:,?\s?(?:known\sas|(?:who\s)?(?:goes|went)\sby(?:\sthe)?(?:\s(?:name|call\ssign|nickname))?(?:\sof)?|call\ssign"
    r"|callsign|nicknamed|called)\s[\"“‘']?)?"
)
#: Between the body and the person: "the union's general secretary, Ina Holm".
_BODY_FIRST = re.compile(rf"(?i)(?:['’]s)?,?\s(?:{_ROLE}),?\s?{_CALLED}\s?{_RANK}")
#: Between the body and the person behind it: "a spokesman of the ministry, Colonel Ivo Tesk".
_THEN_PERSON = re.compile(rf"(?i),\s{_RANK}")
#: Between the person and the body: "Ina Holm, general secretary of the union", "Ina Holm of the union".
_PERSON_FIRST = re.compile(
    rf"(?i),?\s(?:(?:the|its|a|an)\s)?(?:{_ROLE}\s)?(?:of|for|at|from)\s(?:the\s)?"
    r"|,\swho\s(?:leads|heads|runs|commands|chairs|owns|speaks\sfor)\s(?:the\s)?"
    rf"|,\s(?:the\s)?(?:head|{_ROLE})\sof\s(?:the\s)?"
)
#: Before the body, where the person follows it: "a spokeswoman for the ministry, Dora Kessim".
_ROLE_FIRST = re.compile(rf"(?i){_ROLE}\s(?:for|of|at)\s(?:the\s)?$")
_PAPER = re.compile(r"(?i)['’]s\s(?:\w+\s){0,2}$|['’]s\s")
_FORMER = re.compile(r"(?i)\b(?:former|ex-|late|once|until)\b")


def speaks(rows: Sequence[Part]) -> Iterable[Speaks]:
    """Who speaks for whom according to one document."""
    found = bundle(rows)
    if found is None:
        return
    named = [
        (mention, found.bearers[mention.entity_id]) for mention in found.mentions if mention.entity_id in found.bearers
    ]
    for (left, one), (right, other) in itertools.pairwise(named):
        if one.entity_id != other.entity_id:
            yield from _between(found, (left, one), (right, other))


def _between(found: Bundle, left: tuple[Mention, Bearer], right: tuple[Mention, Bearer]) -> Iterable[Speaks]:
    text = found.document.text
    gap = text[left[0].span.end : right[0].span.start]
    if len(gap) > 60 or "\n" in gap or _FORMER.search(text[max(0, left[0].span.start - 12) : right[0].span.start]):
        return
    words = text[left[0].span.start : right[0].span.end]
    kinds = left[0].kind, right[0].kind
    is_after_role = _THEN_PERSON.fullmatch(gap) and _ROLE_FIRST.search(
        text[max(0, left[0].span.start - 60) : left[0].span.start]
    )
    if kinds[0] in BODIES and kinds[1] == "person" and (is_after_role or _BODY_FIRST.fullmatch(gap)):
        yield _speaks(found, right[1], left[1], words)
    elif kinds[0] == "person" and kinds[1] in BODIES and _PERSON_FIRST.fullmatch(gap):
        yield _speaks(found, left[1], right[1], words)
    elif kinds[0] in BODIES and kinds[1] == "other" and _PAPER.fullmatch(gap):
        yield _speaks(found, right[1], left[1], words)


def _speaks(found: Bundle, speaker: Bearer, body: Bearer, words: str) -> Speaks:
    return Speaks(found.document.id, speaker.entity_id, speaker.name, body.entity_id, body.name, words)


def mouthpiece(rows: Sequence[Speaks]) -> Iterable[Mouthpiece]:
    """The body that most reports give a speaker, if reports agree on one more than on any other.

    "The police" and "the Saltby police" are one for this, the longer: a report that names the shorter may mean it.
    """
    by_body: dict[str, set[str]] = {}
    for row in rows:
        by_body.setdefault(row.body_id, set()).add(row.document_id)
    names = {row.body_id: frozenset(word.casefold() for word in words_in(row.body)) for row in rows}
    for body, words in names.items():
        longer = [other for other in names if words < names[other]]
        if words and len(longer) == 1:
            by_body[longer[0]] |= by_body.pop(body)
    ranked = sorted(by_body, key=lambda body: (-len(by_body[body]), body))
    if len(ranked) > 1 and len(by_body[ranked[0]]) == len(by_body[ranked[1]]):
        return
    best = next(row for row in rows if row.body_id == ranked[0])
    yield Mouthpiece(best.speaker_id, best.speaker, best.body_id, best.body, best.words, len(by_body[ranked[0]]))
