"""Who a source is inside its document: the name in it, the name a pronoun or a role stands for, or nobody for sure."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile

from woozle.model.records import LocalEntity, Mention
from woozle.stages.attribute.view import Range, View

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_THEY = frozenset("they them their it its we itself themselves".split())
_RELATIVE = frozenset("who which whom".split())
#: Sources that stay unnamed whatever name stands near: nobody is unmasked.
_UNNAMED = frozenset(
    "source sources witness witnesses resident residents official insider insiders person people man woman someone "
    "villagers soldier officer caller neighbour neighbours relative".split()
)
_BODIES = frozenset(("organisation", "outlet", "group"))
_SAYABLE = frozenset(("person", *_BODIES))
_ARTICLES = frozenset("the a an this that its his her their our".split())


@dataclass(slots=True)
class Resolver:
    """Resolves the sources of one text, asked for in text order; it remembers who spoke last."""

    view: View
    mentions: Sequence[Mention]
    entities: Mapping[str, LocalEntity]
    _last: str | None = None
    _women: set[str] = field(default_factory=set)
    _men: set[str] = field(default_factory=set)
    _roles: dict[str, set[str]] = field(default_factory=dict)

    def resolve(self, span: Range | None) -> str | None:
        """The id of the local entity that a source means; None where it names nobody for sure."""
        if span is None:
            return None
        found = self._named(span) if not self._is_pronoun(span) else self._meant(span)
        if found is None and not self._is_pronoun(span):
            found = self._by_role(span)
        if found:
            self._last = found
        return found

    def _is_pronoun(self, span: Range) -> bool:
        return span[1] - span[0] == 1 and self.view.lows[span[0]].split("'")[0] in _HE | _SHE | _THEY | _RELATIVE | {
            "i",
            "you",
        }

    def _named(self, span: Range) -> str | None:
        """The head name of a noun phrase: a person if one is named, else the first body."""
        names = self.view.names_in(self.view.starts[span[0]], self.view.ends[span[1] - 1])
        known = [name for name in names if name.entity_id in self.entities and name.kind in _SAYABLE]
        people = [name for name in known if name.kind == "person"]
        if people:
            return people[0].entity_id
        if not known or self._is_unnamed(span):
            return None
        return known[0].entity_id

    def _is_unnamed(self, span: Range) -> bool:
        """Nobody named: "A source in the ministry" is not the ministry; "a ministry spokesman" speaks for it."""
        words = self.view.lows[span[0] : span[1]]
        head = next(
            (at for at, word in enumerate(words) if word in ("of", "in", "from", "at", "with", "who", ",")), len(words)
        )
        return any(word in _UNNAMED for word in words[:head])

    def _before(self, offset: int) -> list[Mention]:
        """Names before an offset, without those of bylines: who wrote a report is not spoken of in it."""
        return [
            name
            for name in self.mentions
            if name.span.end <= offset and name.entity_id in self.entities and not self._is_byline(name.span.start)
        ]

    def _is_byline(self, offset: int) -> bool:
        text = self.view.text
        start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
        line = text[start : end if end >= 0 else len(text)].strip()
        return len(line.split()) <= 12 and not line.endswith((".", "!", "?", "”", '"', ":"))

    def _opener(self, offset: int, wanted: Set[str]) -> str | None:
        """Whom the sentence before names first: what a pronoun at the next one's beginning most often means."""
        here = next((at for at, flow in enumerate(self.view.flows) if self.view.starts[flow.first] >= offset - 1), None)
        at = (len(self.view.flows) if here is None else here) - (
            here is None or self.view.starts[self.view.flows[here].first] > offset
        )
        if at < 1:
            return None
        flow = self.view.flows[at - 1]
        names = self.view.names_in(self.view.starts[flow.first], self.view.ends[flow.last - 1])
        for name in names:
            quoted = self.view.quoted[self.view.number_at(name.span.start)] >= 0
            if (
                name.kind in wanted
                and name.entity_id in self.entities
                and not quoted
                and not self._is_byline(name.span.start)
            ):
                return name.entity_id
        return None

    def _meant(self, span: Range) -> str | None:
        low, offset = self.view.lows[span[0]].split("'")[0], self.view.starts[span[0]]
        if low in ("i", "you"):
            return None
        before = self._before(offset)
        if low in _RELATIVE:
            near = [name for name in before if offset - name.span.end < 4 and name.kind in _SAYABLE]
            return near[-1].entity_id if near else None
        wanted = frozenset({"person"}) if low in _HE | _SHE else _BODIES
        opener = self._opener(offset, wanted)
        if opener and opener != self._last and self._fits(opener, low):
            return self._settle(opener, low)
        if self._last and self.entities[self._last].kind in wanted and self._fits(self._last, low):
            recent = [name.entity_id for name in before if name.kind in wanted][-3:]
            if self._last in recent or not recent:
                return self._settle(self._last, low)
        for name in reversed(before[-12:]):
            if name.kind in wanted and name.entity_id and self._fits(name.entity_id, low):
                return self._settle(name.entity_id, low)
        return None

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
        """Roles: "The mayor", where the text has put that role beside one name, and one only."""
        words = [low for low in self.view.lows[span[0] : span[1]] if low.isalpha()]
        if (
            len(words) < 2
            or words[0] not in ("the", "this")
            or any(word in _UNNAMED for word in words)
            or len(words) > 4
        ):
            return None
        if not self._roles:
            self._read_roles()
        found = self._roles.get(words[-1], set())
        return next(iter(found)) if len(found) == 1 else None

    def _read_roles(self) -> None:
        self._roles[""] = set()
        for name in self.mentions:
            if name.kind in _SAYABLE and name.entity_id in self.entities:
                for role in self._roles_of(name):
                    self._roles.setdefault(role, set()).add(name.entity_id or "")

    def _roles_of(self, name: Mention) -> Iterator[str]:
        """Words for what a named one is: before the name, in an apposition behind it, or a body's last word."""
        view = self.view
        first, last = view.number_at(name.span.start), view.number_at(name.span.end - 1)
        for at in range(first - 1, max(-1, first - 4), -1):
            if not view.lows[at].isalpha() or view.lows[at] in _ARTICLES:
                break
            yield view.lows[at]
        behind = view.lows[last + 1 : last + 7]
        if len(behind) > 2 and behind[0] == "," and behind[1] in ("the", "a", "an"):
            yield from takewhile(lambda low: low.isalpha() and low not in ("of", "for", "in", "who"), behind[2:])
        if name.kind in _BODIES:
            yield name.span.text.split()[-1].lower()
