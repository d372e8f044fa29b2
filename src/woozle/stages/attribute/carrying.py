"""Carriers as values: outlets that were told, posts that were written, and whoever the outer rows name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from woozle.model.records import Attribution, LocalEntity, Mention
from woozle.model.values import Carrier, Span
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.grammar import DAYS, PERSONAL
from woozle.stages.attribute.kinds import is_outlet, kind_of
from woozle.stages.attribute.settling import Settled
from woozle.stages.attribute.view import Range, View
from woozle.toolbox.names import same_name
from woozle.toolbox.nlp.lexicon.heads import BODY_HEADS, PLACE_HEADS
from woozle.toolbox.nlp.lexicon.known import BODIES as KNOWN_BODIES
from woozle.toolbox.nlp.lexicon.titles import ROLES

#: From this likeness on two names of outlets are one.
_SAME = 0.8
#: Words of which one stands in the name of most outlets.
_PRESS = frozenset(
    "agency news press radio tv television times post herald gazette tribune journal telegraph guardian courier "
    "mercury chronicle observer broadcasting wire echo daily newspaper magazine online".split()
)
_KINDS = {
    "person": "person",
    "outlet": "outlet",
    "organisation": "organisation",
    "group": "organisation",
    "place": "organisation",
}
_PRONOUNS = frozenset("he she they".split())
#: Days by which a paper's issue is told: "Friday's Ledger".
_TIMES = DAYS | {"week", "month"}
_INSIDE = frozenset("in at inside outside near".split())
#: How somebody goes on after others have spoken.
_GOING_ON = frozenset("also further moreover likewise".split())
#: Who writes for an outlet, and how that is said behind a name: "Odile Ransk of the Harbour Post".
_WRITERS = frozenset(
    "reporter correspondent journalist columnist photographer presenter reporters correspondents journalists".split()
)
_OF = frozenset("of from with for".split())
#: How an outlet speaks of itself outside of quotations.
_AUTHORS = frozenset("we us i".split())
_OWN = frozenset("this our".split())
#: How a report points back to an outlet that it has named.
_KNOWN = frozenset("the that".split())
_OUTLETS = frozenset(
    "newspaper paper daily weekly magazine radio station broadcaster channel agency website site".split()
)
#: Words between a name and the outlet's, at most.
_NEAR = 2
#: Carriers of one row, at most; no report names more.
_LONGEST_CHAIN = 8
#: Kinds of draft that only an outlet makes a carrier: behind a preposition, a verb of telling, an interview.
_LISTENING = frozenset("listener addressee host hearer".split())
#: Agencies in a dateline or behind a report: "KORT (Helix) – …", "… (Helix)".
_CREDIT = re.compile(r"\(([A-Z][\w.&/ -]{1,30})\)(?=\s*(?:[-–—]|\n|$))")
_LETTERS = re.compile(r"[A-Z]{3,5}")
#: Heads of names of others who are told things: "told the Senate".
_NO_PRESS = BODY_HEADS | PLACE_HEADS | ROLES
_INITIALS = re.compile(r"\b[A-Z]")


@dataclass(frozen=True, slots=True)
class Carriers:
    """Knows the names of one text, and whose text it is."""

    view: View
    entities: Mapping[str, LocalEntity]
    outlet: str | None

    def of(self, draft: Draft) -> tuple[Carrier, ...]:
        """Posts as they stand, and whoever was told, where it is another outlet: its readers had it from there."""
        found: list[Carrier] = []
        for carrier in draft.carriers:
            if carrier.kind in _LISTENING:
                found += self._told(carrier.span, carrier.kind)
            elif carrier.kind == "named":
                found += self._told(carrier.span, carrier.kind) or self._named(carrier.span)
            else:
                # What is posted or written is nobody.
                is_nobody = carrier.kind in ("post", "document")
                entity = None if is_nobody else self._entity_in(carrier.span)
                found.append(Carrier(self._span(carrier.span), carrier.kind, entity))
        return tuple({(each.span.start, each.kind): each for each in found}.values())

    def _span(self, words: Range) -> Span:
        start, end = self.view.starts[words[0]], self.view.ends[words[1] - 1]
        return Span(start, end, self.view.text[start:end])

    def _entity_in(self, words: Range) -> str | None:
        """Whom the first known name of some words names."""
        names = (name.entity_id for name in self.view.names_of(words) if name.entity_id in self.entities)
        return next(names, None)

    def _told(self, words: Range, kind: str) -> list[Carrier]:
        """The outlets among those who were told, by their names, else by the words for one."""
        found = []
        for name in self.view.names_of(words):
            entity = self.entities.get(name.entity_id or "")
            if entity and self._is_own(entity):
                return []
            if entity and self._is_outlet(name, entity) and not (self._is_owned(name) or self._is_in(words, name)):
                found.append(Carrier(name.span, "outlet", entity.id))
        is_press = is_outlet(self.view, words) or self._is_likely(words, kind)
        if found or not is_press or self._is_ours(words):
            return found
        return [Carrier(self._span(words), "outlet", self._entity_in(words) or self._meant(words))]

    def _meant(self, words: Range) -> str | None:
        """The outlet that "the paper" means: the one that is named last before it."""
        view = self.view
        if view.lows[words[0]] not in _KNOWN or view.lows[words[1] - 1] not in _OUTLETS:
            return None
        named = (
            entity.id
            for name in reversed(view.names_of((0, words[0])))
            if (entity := self.entities.get(name.entity_id or "")) is not None
            and self._is_outlet(name, entity)
            and not self._is_own(entity)
        )
        return next(named, None)

    def hearers(self, draft: Draft) -> tuple[Carrier, ...]:
        """Who was told, in what another tells: "Her lawyer said that Finn had been told by the engineer that …"."""
        spans = [each.span for each in draft.carriers if each.kind == "hearer"]
        named = [span for span in spans if self.view.lows[span[0]] not in PERSONAL]
        return tuple(carrier for span in named for carrier in self._named(span))

    def writers(self) -> dict[str, Carrier]:
        """The outlets of people who are called theirs: "Odile Ransk of the Harbour Post", "Post reporter Ransk"."""
        found = dict[str, Carrier]()
        names = [name for name in self.view.names if name.entity_id in self.entities]
        for one, other in pairwise(names):
            between = self.view.lows[self.view.number_at(one.span.end) : self.view.number_at(other.span.start)]
            person, outlet = (one, other) if one.kind == "person" else (other, one)
            is_of = person is one and len(between) <= _NEAR and bool(between) and between[0] in _OF
            is_theirs = person is other and len(between) <= _NEAR and bool(between) and between[-1] in _WRITERS
            paper = self.entities[outlet.entity_id or ""]
            if person.kind != "person" or not (is_of or is_theirs) or set(between[1:]) - {"the"} - _WRITERS - {"'s"}:
                continue
            if self._is_outlet(outlet, paper) and not self._is_own(paper):
                found.setdefault(person.entity_id or "", Carrier(outlet.span, "outlet", paper.id))
        return found

    def _is_owned(self, name: Mention) -> bool:
        """Whether a name is a part of the outlet before it: "the BBC's Radio 4"."""
        at = self.view.number_at(name.span.start)
        before = self.view.lows[at - 1] if at > 0 else ""
        return before.endswith("'s") and before.removesuffix("'s") not in _TIMES

    def _is_in(self, words: Range, name: Mention) -> bool:
        """Whether a name says where those met who were told: "a meeting in the Press Home"."""
        at = self.view.number_at(name.span.start)
        return not _INSIDE.isdisjoint(self.view.lows[words[0] + 1 : at])

    def _is_likely(self, words: Range, kind: str) -> bool:
        """Whether a name is an outlet's for how one spoke to it: "told the Lamp", "an interview with Zenit"."""
        view = self.view
        entity = self.entities.get(self._entity_in(words) or "")
        last = view.lows[words[1] - 1]
        is_body = last in _NO_PRESS or last in KNOWN_BODIES
        is_other = entity is not None and (entity.kind in ("person", "place") or entity.name.casefold() in KNOWN_BODIES)
        if is_body or is_other or not view.is_capital(words[1] - 1):
            return False
        if kind == "host":
            return entity is not None or view.lows[words[0]] == "the"
        return kind == "addressee" and view.lows[words[0]] == "the" and words[1] - words[0] == 2

    def _named(self, words: Range) -> list[Carrier]:
        """Somebody who passed a thing on, by whatever name; the outlet itself is none."""
        entity = self.entities.get(self._entity_in(words) or "")
        if self._is_ours(words) or (entity and self._is_own(entity)):
            return []
        return [Carrier(self._span(words), self._kind(words, entity), entity.id if entity else None)]

    def _is_ours(self, words: Range) -> bool:
        """Whether words without a known name mean the outlet itself: "this newspaper", "the Echo" in its own text."""
        lows = self.view.lows[slice(*words)]
        if lows[0] in _OWN:
            return "sister" not in lows
        name = " ".join(self.view.word(at) for at in range(*words) if self.view.is_capital(at))
        own = (self.outlet or "").casefold()
        return bool(name and own) and (own.endswith(name.casefold()) or same_name(name, own, "outlet") >= _SAME)

    def _is_outlet(self, name: Mention, entity: LocalEntity) -> bool:
        """Whether a name is an outlet's: by its kind, by its words, or as the initials of one."""
        text = name.span.text
        if name.kind == "outlet" or self._sounds_press(entity) or text in _credited(self.view.text):
            return True
        if name.kind == "organisation" and self._is_bare(name):
            return True
        return text.isupper() and any(
            text == "".join(_INITIALS.findall(other.name)) and self._sounds_press(other)
            for other in self.entities.values()
        )

    def _is_bare(self, name: Mention) -> bool:
        """Whether a name is letters without an article, as agencies are told things and bodies are not: "told SNA"."""
        at = self.view.number_at(name.span.start)
        has_article = at > 0 and self.view.lows[at - 1] in ("the", "a", "an")
        text = name.span.text
        return not has_article and bool(_LETTERS.fullmatch(text)) and text.casefold() not in KNOWN_BODIES

    def _sounds_press(self, entity: LocalEntity) -> bool:
        if entity.kind not in ("outlet", "organisation"):
            return False
        return any(not _PRESS.isdisjoint(name.lower().split()) for name in (entity.name, *entity.aliases))

    def _is_own(self, entity: LocalEntity) -> bool:
        if self.outlet is None:
            return False
        own = self.outlet.casefold()
        return any(
            same_name(name, self.outlet, "outlet") >= _SAME
            or name.casefold() in own.split()
            or own.endswith(name.casefold())
            or name == "".join(_INITIALS.findall(self.outlet))
            for name in (entity.name, *entity.aliases)
        )

    def naming(self, row: Attribution) -> tuple[Carrier, ...]:
        """The source of an outer row as the carrier of what it tells; the outlet itself is none."""
        if row.source is None:
            return ()
        first = self.view.number_at(row.source.start)
        words = (first, max(first + 1, self.view.number_at(row.source.end - 1) + 1))
        entity = self.entities.get(row.source_entity_id or "")
        is_author = row.source.text.lower() in _AUTHORS and self.view.quoted[first] < 0
        if is_author or self._is_ours(words) or (entity and self._is_own(entity)):
            return ()
        return (Carrier(row.source, self._kind(words, entity), row.source_entity_id),)

    def _kind(self, words: Range, entity: LocalEntity | None) -> str:
        """What a source is: a paper or a post by its noun, else as its name is known, else by its noun again."""
        told = kind_of(self.view, words)
        if told in ("post", "document", "person") or entity is None:
            return told or ("organisation" if self.view.lows[words[0]] == "it" else "person")
        if entity.kind == "organisation" and (self._sounds_press(entity) or told == "outlet"):
            return "outlet"
        return _KINDS.get(entity.kind, told or "person")


@lru_cache(maxsize=4)
def _credited(text: str) -> frozenset[str]:
    """The names that a text gives as whose report it is."""
    return frozenset(part.strip() for found in _CREDIT.finditer(text) for part in found[1].split("/"))


def with_conversations(view: View, rows: Sequence[Attribution], settled: Sequence[Settled]) -> list[Attribution]:
    """Rows with the outlet that was told: what the same voice goes on to say in the paragraph was told there too."""
    out = []
    told: tuple[Carrier, ...] = ()
    spoken: tuple[int, str | None] = (-1, None)
    told_by = dict[tuple[int, str | None], tuple[Carrier, ...]]()
    for row, one in zip(rows, settled, strict=True):
        here = (view.flows[one.draft.flow].paragraph, row.source_entity_id)
        outlets = tuple(each for each in row.via if each.kind == "outlet")
        is_pronoun = row.source is not None and row.source.text.lower() in _PRONOUNS
        if one.parent >= 0 or (row.source_entity_id is None and not is_pronoun):
            spoken = (here[0], None) if one.parent < 0 and one.draft.is_speech else spoken
            told = outlets if one.parent < 0 and one.draft.is_speech else told
            out.append(row)
            continue
        is_same = here == spoken
        if not is_same and row.source_entity_id and row.cue and not _GOING_ON.isdisjoint(row.cue.text.lower().split()):
            is_same, told = True, told_by.get(here, ())  # others spoke between
        out.append(replace(row, via=told) if is_same and not row.via and one.draft.is_speech else row)
        told = outlets or (told if is_same else ())
        told_by[here] = told
        spoken = here
    return out


def with_writers(carriers: Carriers, rows: Sequence[Attribution]) -> list[Attribution]:
    """Rows of other outlets' reporters, whom a report brings in as such, with their outlets."""
    wrote = carriers.writers()
    return [
        replace(row, via=(wrote[row.source_entity_id],))
        if row.source_entity_id in wrote and not row.via and row.parent_id is None
        else row
        for row in rows
    ]


def with_one_outlet(rows: Sequence[Attribution]) -> list[Attribution]:
    """Rows with the outlet that a report says its speaker spoke to: what else the speaker is quoted with is from there.

    Only where the report names one such outlet for a speaker, and only for quotations: the rest may be from elsewhere.
    """
    told: dict[str, dict[str, Carrier]] = {}
    for row in rows:
        for each in row.via:
            if each.kind == "outlet" and each.entity_id and row.source_entity_id:
                told.setdefault(row.source_entity_id, {}).setdefault(each.entity_id, each)
    only = {source: next(iter(found.values())) for source, found in told.items() if len(found) == 1}
    return [
        replace(row, via=(only[row.source_entity_id],))
        if row.source_entity_id in only and not row.via and row.parent_id is None and row.mode == "direct"
        else row
        for row in rows
    ]


def with_parents(carriers: Carriers, rows: Sequence[Attribution], settled: Sequence[Settled]) -> list[Attribution]:
    """Rows with their parents; an inner row is carried by whoever the outer one names."""
    done: dict[int, Attribution] = {}

    def rank(at: int) -> tuple[int, bool]:
        """Parents first: they are larger, or named by rows of their own size."""
        draft = settled[at].draft
        return -draft.size, draft.within is not None

    for at in sorted(range(len(rows)), key=rank):
        row, above = rows[at], done.get(settled[at].parent)
        if above is not None:
            outer = (*above.via, *carriers.naming(above))
            row = replace(row, parent_id=above.id, via=_chained(outer, row.via or carriers.hearers(settled[at].draft)))
        done[at] = row
    return [done[at] for at in range(len(rows))]


def _chained(above: tuple[Carrier, ...], own: tuple[Carrier, ...]) -> tuple[Carrier, ...]:
    """The carriers of an inner row, each once: those of the outer row first."""
    spans = [carrier.span for carrier in above]
    fresh = [
        carrier
        for carrier in own
        if not any(carrier.span.start < span.end and span.start < carrier.span.end for span in spans)
    ]
    return (*above, *fresh)[:_LONGEST_CHAIN]
