"""Disclaimers: what a report says it could not check, in whatever sentence it says so, is passed on as unverified."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from woozle.model.records import Attribution, LocalEntity
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.settling import Settled
from woozle.stages.attribute.view import View
from woozle.toolbox.numbers.words import ONES, SCALES

_CHECK = r"(?:verif|confirm|corroborat|authenticat|substantiat)\w*"
_DISCLAIMED = re.compile(
    rf"(?:(?:none|neither|nothing|no part)\s(?:[\w'’]+\s){{0,12}}?)?"
    rf"(?:could|can|did|was|were|has|have|had|is|are)(?:\s?n[o']t|not|n['’]t)?\s(?:\w+\s){{0,5}}?{_CHECK}|"
    r"(?:could|can|has|have|had)(?:\snot|not|n['’]t)\s(?:\w+\s){0,2}?be(?:en)?\s(?:\w+\s)?(?:checked|tested|traced)|"
    rf"(?:unable|not able|impossible) to (?:\w+ )?(?:check|establish|test|{_CHECK})|"
    r"(?:could|can)(?: not|not|n['’]t) (?:yet |independently )?(?:check|test) "
    r"(?:it|that|this|these|those|the|his|her|its|their)\b|"
    rf"(?:still |yet )?(?:trying|working|waiting) to (?:check|{_CHECK})|"
    r"we (?:can(?: ?not|['’]t)|do(?: not|n['’]t)|could(?: not|n['’]t)) (?:say|tell|know) "
    r"(?:when|where|who|whether|if)\b|"
    r"(?:could|can)(?: not|not|n['’]t) (?:see|inspect|read) (?:the|his|her|its|their) "
    r"(?:book|diary|log|logbook|document|letter|report|paper|list|file|note|recording|video|original)s?\b|"
    r"no way (?:of|to) (?:check|verify|confirm)\w*|"
    r"(?:un(?:verified|confirmed|corroborated))|no (?:\w+ )?(?:evidence|proof|confirmation) (?:for|of|has|was)|"
    r"(?:proof|evidence) of (?:that"
    r"|this|it) is lacking|"
    r"\b(?:proof|evidence)\b(?: \w+){0,3} none\b|none of (?:the |this |that )?(?:proof|evidence)|"
    r"confirmation\b[^.;:]{0,60}\b(?:not|lacking|awaited|outstanding)\b|"
    r"brought no proof|not (?:been )?independently|not (?:been )?possible to|"
    r"(?:offer|provid|gav|giv|produc|show|present)\w* no (?:\w+ )?(?:evidence|proof)|"
    r"(?:not|n['’]t) (?:yet )?seen (?:any )?(?:\w+ )?(?:evidence|proof)|"
    r"neither \w+(?:['’]s)?(?: \w+){0,3} could be (?:checked|tested|established)",
    re.I,
)
_PROOF = re.compile(r"\b(?:evidence|proof)\b", re.I)
#: Who will not say is no check that failed: "can neither confirm nor deny".
_REFUSED = re.compile(r"\W{0,2}\s?(?:n?or\s)?deny\b", re.I)
_NEGATIVE = re.compile(
    r"\b(?:not|n['’]t|un\w+|no|without|lacking|cannot|unable|impossible|none|neither|nothing|yet to|awaited|"
    r"outstanding|(?:trying|working|waiting) to)\b|n['’]t\b",
    re.I,
)
#: Words by which a disclaimer speaks of all that was said before it.
_OF_ALL = re.compile(
    r"\b(?:either|neither|both|none|nothing|these|those|any of|claims|accounts|figures|versions)\b", re.I
)
#: Those by which it speaks of what each of two sides says, wherever the report passes that on.
_OF_SIDES = re.compile(r"\b(?:claims|accounts|figures|versions|statements)\b.{0,20}\b(?:sides?|parties|camps)\b", re.I)
_FIGURES = "figure number count toll total tally"
_WHOLES = "account version narrative story testimony statement"
_OF_ONE = re.compile(
    r"(?:\b(?P<pronoun>his|her|its|their)|(?P<noun>\w+)['’]s?)\s(?:\w+\s)?"
    rf"(?P<what>(?:claim|word|report|{'|'.join(f'{_FIGURES} {_WHOLES}'.split())})s?)\b",
    re.I,
)
_WHOLE = re.compile(rf"\b(?:{'|'.join(_WHOLES.split())})\b", re.I)
#: Sentences before a disclaimer that it reaches, and those that it does where it speaks of all claims.
_REACH, _FAR = 2, 3
#: Characters between who could not check something and the words that say so: "has", "said that it".
_CLOSE = 6
#: Characters of a claim in which it begins by saying that something was not checked.
_OPENING = 40
#: Disclaimers of one text, at most; each is held against all its claims, and no report has so many.
_MOST = 200
#: Paragraphs in which one voice tells its story.
_STORY = 3
#: What of a content says what it is about: word classes, and the letters of a word where classes are not known.
_TELLING = frozenset("NOUN PROPN VERB FIN BARE PART ADJ NUM".split())
_LONG = 5
_NUMBERS = frozenset((*ONES, *SCALES, *"dozen dozens scores hundreds thousands millions".split())) - {"one", "zero"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim that may be reached: its row's number, and the sentences from its first to its last word."""

    number: int
    row: Attribution
    draft: Draft
    last: int

    @property
    def is_unnamed(self) -> bool:
        """Whether it has a source that means nobody who is named."""
        return self.row.source is not None and self.row.source_entity_id is None


@dataclass(frozen=True, slots=True)
class _Disclaimer:
    """A sentence that says that something was not checked.

    Attributes:
        flow: number of the sentence.
        start: where it begins in the text.
        words: its words.
        at: where in them what says so begins.
        is_of_proof: it speaks of evidence, and not of a check.
    """

    flow: int
    start: int
    words: str
    at: int
    is_of_proof: bool

    @property
    def until(self) -> int:
        """Where the words begin that say so; who stands right before them is who could not check."""
        return self.start + self.at


def with_disclaimers(
    view: View, rows: Sequence[Attribution], settled: Sequence[Settled], entities: Mapping[str, LocalEntity]
) -> list[Attribution]:
    """Rows, with those unverified of which the report says, in their sentence or elsewhere, that they were not checked.

    A disclaimer of somebody's account or figures reaches all that this voice is quoted with, or its figures; of one
    claim, what the voice said last before it, and wherever else it says so; of either or of these, what stands near;
    of both sides, everything before it.
    """
    disclaimers = list(islice(_disclaimers(view), _MOST))
    if not disclaimers:
        return list(rows)
    told = [
        _Told(number, row, one.draft, view.last_flow(one.draft.content))
        for number, (row, one) in enumerate(zip(rows, settled, strict=True))
        if row.act == "assert" and row.stance in ("plain", "reported") and not one.draft.is_inner
    ]
    disclaimed = _Disclaimed(view, told, entities)
    reached = {one.number for each in disclaimers for one in disclaimed.by(each)}
    return [replace(row, stance="unverified") if at in reached else row for at, row in enumerate(rows)]


def _disclaimers(view: View) -> Iterator[_Disclaimer]:
    for number, flow in enumerate(view.flows):
        text = view.slice((flow.first, flow.last))
        found = _DISCLAIMED.search(text) if _NEGATIVE.search(text) else None
        if not found or not _NEGATIVE.search(found[0]) or _REFUSED.match(text, found.end()):
            continue
        start = view.starts[flow.first]
        if view.quoted[view.number_at(start + found.start())] < 0:
            yield _Disclaimer(number, start, text, found.start(), bool(_PROOF.search(found[0])))


class _Disclaimed:
    """Finds what a disclaimer speaks of."""

    def __init__(self, view: View, told: Sequence[_Told], entities: Mapping[str, LocalEntity]) -> None:
        self._view, self._told, self._entities = view, told, entities
        self._words = {one.number: _telling_words(view, one.draft) for one in told}
        self._sources = {one.row.source_entity_id for one in told} - {None}

    def by(self, one: _Disclaimer) -> list[_Told]:
        """What a disclaimer speaks of."""
        if one.is_of_proof and any(_says(each, one) for each in self._told):
            return []  # "He said that there was no proof" is what somebody says of it
        here = [each for each in self._told if each.draft.flow == one.flow and not _says(each, one, _OPENING)]
        owner = _OF_ONE.search(one.words)
        owned = self._of(owner, one) if owner else []
        if _OF_SIDES.search(one.words):
            theirs = {each.row.source_entity_id for each in owned}
            sides = (each for each in self._told if each.last < one.flow and each.row.source_entity_id not in theirs)
            return [*here, *owned, *sides]
        return [*here, *(owned or self._near(one))]

    def _of(self, owner: re.Match[str], one: _Disclaimer) -> list[_Told]:
        """What is the owner's of the claim, figures or account that it names."""
        if owner["noun"]:
            theirs = [each for each in self._told if _is_by(self._view, each.draft, owner["noun"])]
        else:
            theirs = self._meant(owner["pronoun"], one, one.start + owner.start())
        what = owner["what"].lower()
        if what.rstrip("s") in _FIGURES.split() and what.endswith("s"):
            return [each for each in theirs if self._has_figure(each)]
        if what.endswith("s") or what in _WHOLES.split():
            return theirs
        return self._twins([each for each in theirs if each.draft.flow <= one.flow][-1:], theirs)

    def _meant(self, pronoun: str, one: _Disclaimer, start: int) -> list[_Told]:
        """What is said by whom a pronoun means: the last voice spoken of before it that it can mean."""
        named = [
            (name.span.start, name.entity_id)
            for name in self._view.names
            if name.span.start < start and not one.until - _CLOSE <= name.span.end <= one.until
        ]
        fits = [at for at, entity_id in named if entity_id in self._sources and self._fits(pronoun, entity_id)]
        spoken = [each for each in self._told if each.row.source and each.row.source.start < start]
        last = max(spoken, key=lambda each: each.row.source.start if each.row.source else -1, default=None)
        if last and last.row.source and last.row.source.start >= max(fits, default=-1):
            return self._story(last) if last.is_unnamed else self._by_entity(last.row.source_entity_id)
        return self._by_entity(dict(named)[max(fits)]) if fits else []

    def _by_entity(self, entity_id: str | None) -> list[_Told]:
        return [each for each in self._told if entity_id and each.row.source_entity_id == entity_id]

    def _fits(self, pronoun: str, entity_id: str | None) -> bool:
        entity = self._entities.get(entity_id or "")
        is_person = entity is not None and entity.kind == "person"
        return is_person == (pronoun.lower() in ("his", "her"))

    def _near(self, one: _Disclaimer) -> list[_Told]:
        """What was said last before a disclaimer that names nobody, and where the same is said elsewhere."""
        if _OF_ALL.search(one.words):
            return [each for each in self._told if each.draft.flow < one.flow <= each.last + _FAR]
        near = [each for each in self._told if each.draft.flow < one.flow <= each.last + _REACH]
        near = [each for each in near if not self._speaks_between(each, one)]
        if near and _WHOLE.search(one.words):
            return [*near, *self._story(near[-1])]
        return [*near, *self._twins(near[-1:], self._told)]

    def _story(self, last: _Told) -> list[_Told]:
        """What one voice says up to a sentence, in a few paragraphs: its name, or nobody's and nobody else between."""
        story = list[_Told]()
        for each in reversed([each for each in self._told if each.number <= last.number]):
            is_same = each.row.source_entity_id == last.row.source_entity_id
            is_far = self._paragraph(last) - self._paragraph(each) > _STORY
            if is_far or (last.is_unnamed and not (is_same and each.row.source)):
                break
            story += [each] if is_same else []
        return story

    def _paragraph(self, one: _Told) -> int:
        return self._view.flows[one.draft.flow].paragraph

    def _twins(self, last: Sequence[_Told], among: Sequence[_Told]) -> list[_Told]:
        """What says the same as the last claim, by the same voice, or by nobody named in the headline or the lead."""
        return [*last, *(other for one in last for other in among if self._is_twin(one, other))]

    def _is_twin(self, one: _Told, other: _Told) -> bool:
        is_same = other.row.source_entity_id == one.row.source_entity_id is not None
        if not (is_same or (other.draft.flow <= 1 and other.row.source_entity_id is None)):
            return False
        mine, theirs = self._words[one.number], self._words[other.number]
        shared = mine & theirs
        return bool(shared & _NUMBERS) or len(shared) * 2 >= max(3, min(len(mine), len(theirs)))

    def _has_figure(self, one: _Told) -> bool:
        words = self._words[one.number]
        return bool(words & _NUMBERS) or any(word[0].isdigit() for word in words)

    def _speaks_between(self, one: _Told, disclaimer: _Disclaimer) -> bool:
        """Whether somebody else speaks between a claim and a disclaimer, who may be meant instead."""
        return any(
            one.last < other.draft.flow < disclaimer.flow
            and other.draft.source is not None
            and one.draft.source is not None
            and other.draft.source != one.draft.source
            and (other.draft.verb != one.draft.verb or other.row.source_entity_id != one.row.source_entity_id)
            for other in self._told
        )


def _says(each: _Told, one: _Disclaimer, reach: int | None = None) -> bool:
    """Whether a disclaimer is what a claim says, at its start: "Police said that they could not verify it"."""
    return any(part.start <= one.until < min(part.end, part.start + (reach or part.end)) for part in each.row.content)


def _telling_words(view: View, draft: Draft) -> frozenset[str]:
    """The words of a content that say what it is about."""
    return frozenset(
        view.lows[at]
        for part in draft.content
        for at in range(*part)
        if view.lows[at] in _NUMBERS
        or view.lows[at][0].isdigit()
        or (view.tags[at] in _TELLING if view.tags[at] else len(view.lows[at]) >= _LONG)
    )


def _is_by(view: View, draft: Draft, owner: str) -> bool:
    """Whether a noun, in the singular or plural, without its ending, stands in a draft's source."""
    words = view.lows[slice(*draft.source)] if draft.source else ()
    return any(_bare(word.removesuffix("'s")) == _bare(owner.lower()) for word in words)


def _bare(word: str) -> str:
    return word.removesuffix("s")
