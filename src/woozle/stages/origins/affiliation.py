"""Who speaks for whom: spokespersons, heads and papers of a body, where a report says so."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from woozle.model.records import Mention
from woozle.stages.origins.nearby import BLANK, body_before, body_that_spoke
from woozle.stages.origins.offices import FORMER, RANK, ROLE, Office, office_of
from woozle.stages.origins.unnamed import describes_body
from woozle.toolbox.link.bundle import Bearer, Bundle, Part, bundle
from woozle.toolbox.link.words import words_in
from woozle.toolbox.names import BODIES


@dataclass(frozen=True, slots=True)
class Speaks:
    """One report says that somebody (or a paper) speaks for a body; ``words`` is how.

    ``body_id``: empty where the body has no name in the report; ``body`` is then what it calls it, or empty too.
    """

    document_id: str
    speaker_id: str
    speaker: str
    body_id: str
    body: str
    words: str


@dataclass(frozen=True, slots=True)
class Mouthpiece:
    """The one body that a speaker (``id``, an entity) speaks for, and in how many reports that stands.

    ``body_id`` is None where no report names the body, ``body`` where none says which it is.
    """

    id: str
    speaker: str
    body_id: str | None
    body: str | None
    words: str
    reports: int


#: What stands before a name that is none of the register: "known as", "who goes by the call sign".
_CALLED = (
    r"(?:,?\s?(?:known\sas|(?:who\s)?(?:goes|went)\sby(?:\sthe)?(?:\s(?:name|call\ssign|nickname))?(?:\sof)?|call\ssign"
    r"|callsign|nicknamed|called)\s[\"“‘']?)?"
)
#: Between the body and the person: "the union's general secretary, Ina Holm".
_BODY_FIRST = re.compile(rf"(?i)(?:['’]s)?,?\s(?:{ROLE}),?\s?{_CALLED}\s?{RANK}")
#: Between the body and the person behind it: "a spokesman of the ministry, Colonel Ivo Tesk".
_THEN_PERSON = re.compile(rf"(?i),\s{RANK}")
#: Between the person and the body: "Ina Holm, general secretary of the union", "Ina Holm of the union".
_PERSON_FIRST = re.compile(
    rf"(?i),?\s(?:(?:the|its|a|an)\s)?(?:{ROLE}\s)?(?:of|for|at|from)\s(?:the\s)?"
    r"|(?:,\swho|\sand)\s(?:says\s(?:he|she)\s)?(?:leads|heads|runs|commands|chairs|owns|speaks\sfor)\s(?:the\s)?"
    rf"|,\s(?:the\s)?(?:head|{ROLE})\sof\s(?:the\s)?"
)
#: Before the body, where the person follows it: "a spokeswoman for the ministry, Dora Kessim".
_ROLE_FIRST = re.compile(rf"(?i){ROLE}\s(?:for|of|at)\s(?:the\s)?$")
_PAPER = re.compile(r"(?i)['’]s\s(?:\w+\s){0,2}$|['’]s\s")


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
    for mention, bearer in named:
        if bearer.kind == "person":
            office = office_of(found.document.text, mention.span.start, mention.span.end)
            if office is not None:
                yield _of_office(found, bearer, office, mention.span.start)


def _of_office(found: Bundle, bearer: Bearer, office: Office, start: int) -> Speaks:
    """For whom somebody speaks by their office; where that names no body, for the one that is spoken of before."""
    body_id, name = "", office.body
    if not office.body and describes_body(office.words):
        spoke = body_that_spoke(found, start)
        body = None if spoke else body_before(found, start)
        body_id, name = spoke or ((body.entity_id, body.name) if body else ("", ""))
    return Speaks(found.document.id, bearer.entity_id, bearer.name, body_id, name, office.words)


def _between(found: Bundle, left: tuple[Mention, Bearer], right: tuple[Mention, Bearer]) -> Iterable[Speaks]:
    text = found.document.text
    gap = text[left[0].span.end : right[0].span.start]
    if len(gap) > 60 or BLANK.search(gap) or FORMER.search(text[max(0, left[0].span.start - 12) : right[0].span.start]):
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
    named = [row for row in rows if row.body_id]
    if not named:
        yield _unnamed(rows)
        return
    told: dict[frozenset[str], set[str]] = {}
    for row in named:
        told.setdefault(_words(row), set()).add(row.document_id)
    for words in sorted(told, key=lambda words: (-len(words), sorted(words))):
        longer = [other for other in told if words < other]
        if len(longer) == 1:
            told[longer[0]] |= told.pop(words)
    most = max(map(len, told.values()))
    best = [words for words, where in told.items() if len(where) == most]
    if len(best) == 1:
        yield _of_body([row for row in named if _words(row) == best[0]], most)


def _words(row: Speaks) -> frozenset[str]:
    """The words of a body's name, by which two that nothing shows to be one are one for this."""
    return frozenset(word.casefold() for word in words_in(row.body)) or frozenset((row.body_id,))


def _of_body(rows: Sequence[Speaks], reports: int) -> Mouthpiece:
    """The body of one name that most reports mean; none of them where several are meant equally often."""
    means = Counter(body_id for body_id, _ in {(row.body_id, row.document_id) for row in rows})
    ranked = sorted(means, key=lambda body_id: (-means[body_id], body_id))
    if len(ranked) > 1 and means[ranked[0]] == means[ranked[1]]:
        return replace(_unnamed([replace(row, body_id="") for row in rows]), reports=reports)
    best = next(row for row in rows if row.body_id == ranked[0])
    return Mouthpiece(best.speaker_id, best.speaker, best.body_id, best.body, best.words, reports)


def _unnamed(rows: Sequence[Speaks]) -> Mouthpiece:
    """Whom somebody speaks for where no report names the body: what most reports call it, if they call it anything."""
    called = Counter(row.body for row in rows if row.body)
    body = min(called, key=lambda name: (-called[name], name), default=None)
    best = next(row for row in rows if body is None or row.body == body)
    return Mouthpiece(best.speaker_id, best.speaker, None, body, best.words, len({row.document_id for row in rows}))
