"""Who a source is inside its document: the name in it, the name a pronoun or a role stands for, or nobody for sure."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from woozle.model.records import LocalEntity, Mention
from woozle.stages.attribute.grammar import PLATFORMS, PREPOSITIONS, QUOTE_MARKS
from woozle.stages.attribute.kinds import kind_of
from woozle.stages.attribute.roles import ARTICLES, Roles, is_epithet, read_roles, role_words
from woozle.stages.attribute.subjects import opening_subject
from woozle.stages.attribute.view import Flow, Range, View
from woozle.toolbox.names import BODIES, COMPANIES, SPEAKERS
from woozle.toolbox.nlp.lexicon.titles import ROLES, TITLES

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their it its we itself themselves".split())
_RELATIVE = frozenset("who which whom".split())
_SELF = frozenset(("i", "you"))
_PRONOUNS = _HE | _SHE | _THEY | _RELATIVE | _SELF
#: Sources that stay unnamed whatever name stands near: nobody is unmasked.
_UNNAMED = frozenset(
    "source sources witness witnesses resident residents official insider insiders person people man woman someone "
    "villagers soldier officer caller neighbour neighbours relative".split()
)
#: Names before a pronoun among which it is looked for, and sentences.
_FAR = 24
_BACK = 3
#: Words between a subject and a pronoun behind what it says, at least.
_TAGGED = 3
#: Words of a line that may be a byline.
_LINE = 12
_CLOSING = frozenset((".", "!", "?", ":", '"', "”", "’", "'", "''", "»"))
#: What of a body speaks as the body itself: "the ministry's press room".
_OWN = frozenset(
    "press room office service team desk site website channel feed account page switchboard statement".split()
)
_SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople".split())
#: Words that say what somebody is called: "whose nom de guerre is Kort".
_NAMING = frozenset("nom known named called callsign sign nicknamed nickname name calls goes alias".split())
#: Somebody whom a sentence brings in without a name.
_THERE = re.compile(r"\bthere (?:was|is|stood|sat|came|lay) (?:an?|one|another) \w+")
#: What brings somebody in whom a text has not spoken of.
_BRINGING_IN = frozenset("a an one another".split())
_FIRMS = frozenset("company firm".split())
#: What behind a role makes another's of it.
_OF_OTHERS = frozenset((("of",), ("from",), ("for",), ("in",), ("at",)))


@dataclass(slots=True)
class Resolver:
    """Resolves the sources of one text, asked for in text order; it remembers who spoke last."""

    view: View
    mentions: Sequence[Mention]
    entities: Mapping[str, LocalEntity]
    _last_person: str | None = None
    _last_body: str | None = None
    _last_unnamed: int = -1
    _last_spokesman: int = -1
    _women: set[str] = field(default_factory=set)
    _men: set[str] = field(default_factory=set)
    _roles: Roles | None = None

    def resolve(self, span: Range | None) -> str | None:
        """The id of the local entity that a source means; None where it names nobody for sure."""
        if span is None:
            return None
        if self._is_pronoun(span):
            found = self._meant(span)
        else:
            found = self._named(span) or self._by_role(span) or self._spoken_for(span)
            if found is None and self.view.lows[span[0]] in ("a", "an", "one"):
                self._last_unnamed = self.view.starts[span[0]]
        if found and self.entities[found].kind == "person":
            self._last_person = found
            self._last_spokesman = -1
        elif found:
            self._last_body = found
            speaks = any(low in _SPOKESPERSONS for low in self.view.lows[slice(*span)])
            if not self._is_pronoun(span) or self.view.lows[span[0]] not in _HE | _SHE:
                self._last_spokesman = self.view.starts[span[0]] if speaks else -1
        return found

    def _is_pronoun(self, span: Range) -> bool:
        return span[1] - span[0] == 1 and self.view.lows[span[0]] in _PRONOUNS

    def _named(self, span: Range) -> str | None:
        """The head name of a noun phrase: a person if one is named, else the first body."""
        names = self.view.names_of(span)
        known = [name for name in names if name.entity_id in self.entities and name.kind in SPEAKERS]
        heads = [
            name
            for name in known
            if self._is_head(span, self.view.number_at(name.span.start)) and not self._is_owner(span, name)
        ]
        people = [name for name in heads if name.kind == "person"]
        if people:
            return people[0].entity_id
        speaks_for = any(low in _SPOKESPERSONS for low in self.view.lows[slice(*span)])
        bodies = [name for name in (known if speaks_for else heads) if name.kind != "person"]
        if not bodies or self._is_unnamed(span):
            return None
        return bodies[0].entity_id

    def _is_head(self, span: Range, word: int) -> bool:
        """Whether a name is who a noun phrase means: not "dissidents fighting Kort", but "the mayor, Kort"."""
        before = self.view.lows[span[0] : word]
        comma = max((at + 1 for at, low in enumerate(before) if low == ","), default=0)
        part = before[comma:]
        if any(low in _NAMING for low in part):
            return True
        return not any(low in PREPOSITIONS or low in _RELATIVE or low == "that" or low.endswith("ing") for low in part)

    def _is_owner(self, span: Range, name: Mention) -> bool:
        """Whether a name only says whose somebody or something is: "Kort's sister", not "the ministry's press room"."""
        last = self.view.number_at(name.span.end - 1)
        if last + 1 >= span[1] or self.view.ends[last] == name.span.end or not self.view.lows[last].endswith("'s"):
            return False
        return not any(low in _OWN or low in _SPOKESPERSONS for low in self.view.lows[last + 1 : span[1]])

    def _is_unnamed(self, span: Range) -> bool:
        """Nobody named: "A source in the ministry" is not the ministry; "a ministry spokesman" speaks for it."""
        words = self.view.lows[span[0] : span[1]]
        head = next(
            (at for at, word in enumerate(words) if word in ("of", "in", "from", "at", "with", "who", ",")), len(words)
        )
        return any(word in _UNNAMED for word in words[:head])

    def _before(self, offset: int) -> list[Mention]:
        """The last names before an offset, without those of bylines: who wrote a report is not spoken of in it."""
        end = bisect_left(self.mentions, offset, key=lambda name: name.span.start)
        return [
            name
            for name in self.mentions[max(0, end - _FAR) : end]
            if name.span.end <= offset
            and name.entity_id in self.entities
            and name.span.text.lower() not in PLATFORMS
            and not self._is_byline(name.span.start)
        ]

    def _flow_at(self, offset: int) -> int:
        word = self.view.number_at(offset)
        return self.view.flow_at(word)

    def _is_byline(self, offset: int) -> bool:
        """Whether a name stands in a short line without a full stop: a byline, a headline, a caption's credit."""
        at = self._flow_at(offset)
        if at < 0:
            return True
        flow = self.view.flows[at]
        end = self.view.word(flow.last - 1)
        return flow.last - flow.first <= _LINE and end not in _CLOSING

    def _opener(self, offset: int, wanted: Set[str]) -> str | None:
        """Whom the sentence before has for its subject, or the one before that where it has a pronoun.

        That is what a pronoun at the next sentence's beginning most often means.
        """
        left = _BACK
        for at in range(self._flow_at(offset) - 1, -1, -1):
            flow = self.view.flows[at]
            if self.view.quoted[flow.first] >= 0:
                if self.view.quoted[flow.last - 1] < 0:
                    # Somebody just spoke: that is who goes on.
                    return None
                continue
            left -= 1
            if left < 0:
                break
            subject = opening_subject(self.view, flow.first, flow.last)
            found = self._head_of(subject, wanted) if subject else None
            is_pronoun = subject is not None and self.view.lows[subject[0]] in _HE | _SHE
            if found or not is_pronoun:
                return found or self._first_named(flow, wanted)
        return None

    def _head_of(self, subject: Range, wanted: Set[str]) -> str | None:
        """Whom a subject means, if that may be meant: not the land of "Kort's defence minister"."""
        names = [name for name in self._names_of(subject) if name.kind in wanted]
        heads = [name.entity_id for name in names if not self._is_owner(subject, name)]
        found = heads[0] if heads else self._by_role(subject)
        return found if found and self.entities[found].kind in wanted else None

    def _names_of(self, span: Range) -> list[Mention]:
        names = self.view.names_of(span)
        return [name for name in names if name.entity_id in self.entities and not self._is_byline(name.span.start)]

    def _first_named(self, flow: Flow, wanted: Set[str]) -> str | None:
        """The first name of a sentence outside of quotation marks, unless a preposition holds it."""
        for name in self._names_of((flow.first, flow.last)):
            word = self.view.number_at(name.span.start)
            if word > flow.first and self.view.lows[word - 1].rstrip(".") in ROLES | TITLES:
                before = range(word - 1, max(flow.first, word - 4), -1)  # "drafted by state secretary Dorway"
                word = next((at for at in before if self.view.lows[at - 1] in PREPOSITIONS), word)
            is_held = word > flow.first and self.view.lows[word - 1] in PREPOSITIONS | {"and"}
            if name.kind in wanted and not self._is_in_quotation(name) and not is_held:
                return name.entity_id
        return None

    def _meant(self, span: Range) -> str | None:
        low, offset = self.view.lows[span[0]], self.view.starts[span[0]]
        if low in _SELF:
            return None
        before = self._before(offset)
        if low in _RELATIVE:
            near = [name for name in before if offset - name.span.end < 4 and name.kind in SPEAKERS]
            return near[-1].entity_id if near else None
        self._known_roles()
        is_person = low in _HE | _SHE
        if is_person and self._is_last_voice(self._last_spokesman, before, offset):
            return self._last_body
        if is_person and (self._is_last_voice(self._last_unnamed, before, offset) or self._is_brought_in(offset)):
            self._last_unnamed = offset
            return None
        wanted = frozenset({"person"}) if is_person else BODIES
        if is_person:
            self._learn_opening(offset, low)
            own = self._own_subject(span, low)
            if own:
                return self._settle(own, low)
        return self._meant_of(offset, wanted, self._last_person if is_person else self._last_body, low)

    def _learn_opening(self, offset: int, low: str) -> None:
        """Learn from "He had fallen, she said": the one whom the sentence before speaks of is no "she"."""
        at = self._flow_at(offset)
        opening = self.view.lows[self.view.flows[at].first] if at >= 0 else ""
        if opening in ("he", "she") and (opening in _HE) != (low in _HE):
            found = self._opener(offset, frozenset({"person"}))
            if found and self._fits(found, opening):
                self._settle(found, opening)

    def _own_subject(self, span: Range, low: str) -> str | None:
        """Whom a sentence names for its subject, where a pronoun behind it says so: "Runa Orr cannot see, she says"."""
        at = self.view.flow_at(span[0])
        if at < 0 or self.view.lows[span[0] - 1] != ",":
            return None
        flow = self.view.flows[at]
        subject = opening_subject(self.view, flow.first, span[0])
        if subject is None or self.view.quoted[flow.first] >= 0 or span[0] - subject[1] < _TAGGED:
            return None
        found = self._head_of(subject, frozenset({"person"}))
        return found if found and self._fits(found, low) else None

    def _is_last_voice(self, start: int, before: Sequence[Mention], offset: int) -> bool:
        """Whether nobody was named since somebody spoke at an offset, not far back; -1 where nobody did.

        For "a spokesman for the office said", "he added", and for "a nurse said", "she added".
        """
        if start < 0 or self._flow_at(offset) - self._flow_at(start) > _BACK:
            return False
        people = (name for name in before if name.kind == "person" and name.span.start > start)
        return all(self._is_in_quotation(name) for name in people)

    def _is_in_quotation(self, name: Mention) -> bool:
        """Whether somebody who is quoted says a name; “Caesar” by itself in marks is how somebody is called."""
        text, span = self.view.text, name.span
        is_alone = {text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]} <= QUOTE_MARKS
        return not is_alone and self.view.quoted[self.view.number_at(span.start)] >= 0

    def _is_brought_in(self, offset: int) -> bool:
        """Whether the text has just brought in somebody without a name: "A porter sat on the kerb. He smoked. He"."""
        lows = self.view.lows
        for at in range(self._flow_at(offset) - 1, max(-1, self._flow_at(offset) - 1 - _BACK), -1):
            flow = self.view.flows[at]
            if any(name.kind == "person" for name in self.view.names_of((flow.first, flow.last))):
                return False
            if _THERE.search(" ".join(lows[flow.first : flow.last])):
                return True
            subject = opening_subject(self.view, flow.first, flow.last)
            if subject and lows[subject[0]] in _BRINGING_IN and self._is_somebody(subject):
                return True
            if subject is None or lows[subject[0]] not in _HE | _SHE:
                return False
        return False

    def _is_somebody(self, span: Range) -> bool:
        return kind_of(self.view, span) == "person" or not _UNNAMED.isdisjoint(self.view.lows[slice(*span)])

    def _meant_of(self, offset: int, wanted: Set[str], last: str | None, low: str) -> str | None:
        """Whom a pronoun most likely means: the subject of the sentence before, who spoke last, or the last name."""
        recent = [
            name.entity_id
            for name in self._before(offset)
            # A paper that only stands somewhere before is hardly "they".
            if name.entity_id and name.kind in wanted and (name.kind != "outlet" or name.entity_id == last)
        ]
        choices = [self._opener(offset, wanted), last if last in recent[-3:] or not recent else None, *reversed(recent)]
        found = next((each for each in choices if each and self._fits(each, low)), None)
        return self._settle(found, low) if found else None

    def _fits(self, entity_id: str, low: str) -> bool:
        return entity_id not in (self._women if low in _HE else self._men if low in _SHE else set())

    def _settle(self, entity_id: str, low: str) -> str:
        if low in _HE:
            self._men.add(entity_id)
        elif low in _SHE:
            self._women.add(entity_id)
        return entity_id

    # ---- roles

    def _by_role(self, span: Range) -> str | None:
        """Roles: "The mayor", and "Mayor" of a headline, where the text has put that role beside one name only."""
        words = role_words(self.view.lows[slice(*span)])
        if words is None or any(word in _UNNAMED for word in words):
            return None
        if is_epithet(self.view.lows[slice(*span)]):
            return self._last_named(span)
        found = self._known_roles().of(words)
        return found if found and self._is_whole(span, words) else None

    def _is_whole(self, span: Range, words: Sequence[str]) -> bool:
        """Whether nothing behind a role makes another's of it: "the mayor", not "the mayor of the next town"."""
        has_article = self.view.lows[span[0]] in ("the", "this")
        behind = self.view.lows[span[0] + has_article + len(words) :][:1]
        return behind not in _OF_OTHERS

    def _last_named(self, span: Range) -> str | None:
        """The person spoken of last, whom "the 54-year-old" means."""
        return self._meant_of(self.view.starts[span[0]], frozenset({"person"}), self._last_person, "")

    def _spoken_for(self, span: Range) -> str | None:
        """The only body of the text that a spokesperson's words name by what it is: "a company spokesman"."""
        words = self.view.lows[slice(*span)]
        at = next((at for at, low in enumerate(words) if low in _SPOKESPERSONS), 0)
        if not at or words[at - 1] in ARTICLES:
            return None
        only = self._known_roles().of(words[at - 1 : at])
        if only is None and words[at - 1] in _FIRMS:
            named = {name.entity_id for name in self.mentions if name.span.text.split()[-1].lower() in COMPANIES}
            only = next(iter(named)) if len(named) == 1 else None
        return only if only and only in self.entities and self.entities[only].kind in BODIES else None

    def _known_roles(self) -> Roles:
        if self._roles is None:
            self._roles = read_roles(self.view, [name for name in self.mentions if name.entity_id in self.entities])
            self._women |= self._roles.women
            self._men |= self._roles.men
        return self._roles
