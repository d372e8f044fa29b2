"""Carriers as values: outlets that were told, posts that were written, and whoever the outer rows name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from woozle.model.records import Attribution, LocalEntity, Mention
from woozle.model.values import Carrier, Span
from woozle.stages.attribute.draft import Draft
from woozle.stages.attribute.holding import PAPERS
from woozle.stages.attribute.settling import Settled
from woozle.stages.attribute.view import View
from woozle.toolbox.names import same_name

#: From this likeness on two names of outlets are one.
_SAME = 0.8
#: Words of which one stands in the name of most outlets.
_PRESS = frozenset(
    "agency news press radio tv television times post herald gazette tribune journal telegraph guardian courier "
    "mercury chronicle observer broadcasting wire echo daily newspaper magazine online".split()
)
_BODY = frozenset(
    "ministry police army government guild union board council office company agency authorities court commission "
    "party navy coastguard committee department group brigade hospital".split()
)
_KINDS = {"person": "person", "outlet": "outlet", "organisation": "organisation", "group": "organisation"}
#: Carriers of one row, at most; no report names more.
_LONGEST_CHAIN = 8
_INITIALS = re.compile(r"\b[A-Z]")


@dataclass(frozen=True, slots=True)
class Carriers:
    """Knows the names of one text, and whose text it is."""

    view: View
    entities: Mapping[str, LocalEntity]
    outlet: str | None

    def of(self, draft: Draft) -> tuple[Carrier, ...]:
        """Posts as they stand, and whoever was told, where it is another outlet: its readers had it from there."""
        found = []
        for carrier in draft.carriers:
            start, end = self.view.starts[carrier.span[0]], self.view.ends[carrier.span[1] - 1]
            if carrier.kind != "addressee":
                found.append(Carrier(Span(start, end, self.view.text[start:end]), carrier.kind, None))
                continue
            for name in self.view.names_in(start, end):
                entity = self.entities.get(name.entity_id or "")
                if entity and self._is_outlet(name, entity) and not self._is_own(entity):
                    found.append(Carrier(name.span, "outlet", entity.id))
        return tuple(found)

    def _is_outlet(self, name: Mention, entity: LocalEntity) -> bool:
        """Whether a name is an outlet's: by its kind, by its words, or as the initials of one."""
        if name.kind == "outlet" or self._sounds_press(entity):
            return True
        text = name.span.text
        return text.isupper() and any(
            text == "".join(_INITIALS.findall(other.name)) and self._sounds_press(other)
            for other in self.entities.values()
        )

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
            for name in (entity.name, *entity.aliases)
        )

    def naming(self, row: Attribution) -> tuple[Carrier, ...]:
        """The source of an outer row as the carrier of what it tells."""
        if row.source is None:
            return ()
        entity = self.entities.get(row.source_entity_id or "")
        words = {word.lower().rstrip("s") for word in row.source.text.split()}
        if entity:
            kind = _KINDS.get(entity.kind, "person")
        elif words & PAPERS:
            kind = "document"
        else:
            kind = "organisation" if words & _BODY else "person"
        return (Carrier(row.source, kind, row.source_entity_id),)


def with_conversations(view: View, rows: Sequence[Attribution], settled: Sequence[Settled]) -> list[Attribution]:
    """Rows with the outlet that was told: what the same voice goes on to say in the paragraph was told there too."""
    out = []
    told: tuple[Carrier, ...] = ()
    spoken: tuple[int, str | None] = (-1, None)
    for row, one in zip(rows, settled, strict=True):
        here = (view.flows[one.draft.flow].paragraph, row.source_entity_id)
        outlets = tuple(each for each in row.via if each.kind == "outlet")
        if one.parent >= 0 or row.source_entity_id is None:
            out.append(row)
            continue
        is_same = here == spoken
        out.append(replace(row, via=told) if is_same and not row.via and one.draft.is_speech else row)
        told = outlets or (told if is_same else ())
        spoken = here
    return out


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
            via = (*above.via, *carriers.naming(above), *row.via)
            row = replace(row, parent_id=above.id, via=via[:_LONGEST_CHAIN])
        done[at] = row
    return [done[at] for at in range(len(rows))]
