"""Matches the rows that a reader found with the true ones, and says of each pair what is right in it.

Contents are compared over word tokens, so that marks and spaces never count, as in the scorer of the marked corpora:
one to one, the best share of common words first, at least half. What is right in a pair is told field by field.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tests.phenomena.passages import GoldRow, Passage
from woozle.model.records import Attribution, LocalEntity
from woozle.model.values import Span

#: Contents that share less than this part of their words are not the same content (as PolNeAR is scored).
LEAST_COMMON = 0.5
#: What must be right in a row for the row to be right.
DECISIVE = ("mode", "source", "act", "stance", "via")
#: Every field that is judged: who is meant and where the row hangs count apart.
JUDGED = (*DECISIVE, "parent", "who")
#: What must be right for a chain to be exact.
CHAIN = ("source", "via", "parent")

#: Stretches in marks, each within a paragraph; a double mark that nothing closes holds to the paragraph's end.
_QUOTED = re.compile(
    r"\"[^\"\n]*\"?|“[^”\n]*”?|„[^“”\n]*[“”]?|«[^»\n]*»?|»[^«\n]*«|‹[^›\n]*›?"
    r"|(?<!\w)‘[^\n]*?’(?!\w)|(?<!\w)'[^'\n]*?'(?!\w)"
)

Numbers = frozenset[int]


class Read(Protocol):
    """What is asked of a reading: its rows, and whom they mean."""

    @property
    def attributions(self) -> Sequence[Attribution]: ...
    @property
    def entities(self) -> Sequence[LocalEntity]: ...


@dataclass(frozen=True, slots=True)
class Told:
    """A row, true or found, in words that are numbered over the text.

    Attributes:
        source: empty where nobody is named.
        cue: half-open in code points; None where there is none. A colon is a cue and no word.
        via: outermost first, the words and the kind.
        parent: position among the rows of its side.
        names: what the one is called whom the source means; empty where that is nobody with a name.
    """

    content: Numbers
    source: Numbers
    cue: tuple[int, int] | None
    mode: str
    act: str
    stance: str
    via: tuple[tuple[Numbers, str], ...]
    parent: int | None
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A true row, by position, with the row that was found for it, None for none, and what is right in that."""

    gold: int
    found: int | None
    right: Mapping[str, bool]

    @property
    def is_right(self) -> bool:
        return self.found is not None and all(self.right[name] for name in DECISIVE)

    @property
    def is_chain_exact(self) -> bool:
        return self.found is not None and all(self.right[name] for name in CHAIN)


class Words:
    """The word tokens of a text, numbered from 0, and which of them stand in quotation marks."""

    def __init__(self, text: str) -> None:
        tokens = list(re.finditer(r"\w+", text))
        self.texts = [token[0] for token in tokens]
        self._bounds = [token.span() for token in tokens]
        self.quoted = self.of(_quoted_spans(text))

    def of(self, spans: Iterable[Span | None]) -> Numbers:
        """The words that some spans touch."""
        ranges = [(span.start, span.end) for span in spans if span]
        return frozenset(
            at for at, (start, end) in enumerate(self._bounds) if any(start < e and s < end for s, e in ranges)
        )


def _quoted_spans(text: str) -> Iterable[Span]:
    return (Span(match.start(), match.end(), match[0]) for match in _QUOTED.finditer(text))


def _told(words: Words, row: GoldRow | Attribution, parent: int | None, names: frozenset[str]) -> Told:
    return Told(
        content=words.of(row.content),
        source=words.of([row.source]),
        cue=(row.cue.start, row.cue.end) if row.cue else None,
        mode=row.mode,
        act=row.act,
        stance=row.stance,
        via=tuple((words.of([carrier.span]), carrier.kind) for carrier in row.via),
        parent=parent,
        names=names,
    )


def names_of(entity: LocalEntity) -> frozenset[str]:
    """What an entity is called in its text."""
    return frozenset({entity.name, *entity.aliases})


def gold_of(words: Words, passage: Passage) -> list[Told]:
    """The true rows of a passage."""
    return [_told(words, row, row.parent, frozenset({row.who} if row.who else ())) for row in passage.rows]


def found_of(words: Words, reading: Read) -> list[Told]:
    """The rows of a reading, in its order."""
    at = {row.id: number for number, row in enumerate(reading.attributions)}
    names = {entity.id: names_of(entity) for entity in reading.entities}
    return [
        _told(words, row, at.get(row.parent_id or ""), names.get(row.source_entity_id or "", frozenset()))
        for row in reading.attributions
    ]


def is_same(left: Numbers, right: Numbers) -> bool:
    """Whether two stretches share a word, or neither has any."""
    return bool(left & right) or not (left or right)


def _common(left: Numbers, right: Numbers) -> float:
    return len(left & right) / max(1, len(left | right))


def _shared(left: tuple[int, int] | None, right: tuple[int, int] | None) -> int:
    """How many code points two cues share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0])) if left and right else 0


def _one_to_one(ranked: Iterable[tuple[tuple[float, ...], int, int]]) -> dict[int, int]:
    """Partners by true row, the lowest rank first; each row has one at most."""
    partners: dict[int, int] = {}
    used: set[int] = set()
    for _, one, other in sorted(ranked):
        if one not in partners and other not in used:
            partners[one] = other
            used.add(other)
    return partners


def relations(gold: Sequence[Told], found: Sequence[Told]) -> dict[int, int]:
    """Rows with half of their content in common and the same source: the relation as marked corpora are scored."""
    return _one_to_one(
        ((-common,), one, other)
        for one, left in enumerate(gold)
        for other, right in enumerate(found)
        if (common := _common(left.content, right.content)) >= LEAST_COMMON and is_same(left.source, right.source)
    )


def match(gold: Sequence[Told], found: Sequence[Told]) -> dict[int, int]:
    """Partners by content, whatever the source; rows without content by their cue.

    The levels of a chain may share one content: between equals the same source decides, then the same cue.
    """
    partners = _one_to_one(
        ((-common, not is_same(left.source, right.source), -_shared(left.cue, right.cue)), one, other)
        for one, left in enumerate(gold)
        for other, right in enumerate(found)
        if (common := _common(left.content, right.content)) >= LEAST_COMMON
    )
    used = set(partners.values())
    return partners | _one_to_one(
        ((bool(right.content), -shared, not is_same(left.source, right.source)), one, other)
        for one, left in enumerate(gold)
        for other, right in enumerate(found)
        if not left.content and other not in used and (shared := _shared(left.cue, right.cue))
    )


def _is_same_way(left: Told, right: Told) -> bool:
    """Whether the carriers are the same in number, order and kind, and each shares words."""
    return len(left.via) == len(right.via) and all(
        kind == other and bool(words & others)
        for (words, kind), (others, other) in zip(left.via, right.via, strict=True)
    )


def _last(name: str) -> str:
    """The last word of a name."""
    words: list[str] = re.findall(r"\w+", name.casefold())
    return words[-1] if words else name


def is_meant(gold: frozenset[str], found: frozenset[str], everyone: Iterable[frozenset[str]]) -> bool:
    """Whether the entity found is the one meant: called the same, or last the same where nobody is called the same.

    Without the last clause Jan Kort would pass for Ilse Kort, who stands in the same text.
    """
    if not gold or not found:
        return not (gold or found)
    called = {name.casefold() for name in gold}
    if called & {name.casefold() for name in found}:
        return True
    if any(called & {name.casefold() for name in names} for names in everyone):
        return False
    return bool({_last(name) for name in gold} & {_last(name) for name in found})


def judge(gold: Sequence[Told], found: Sequence[Told], everyone: Sequence[frozenset[str]]) -> list[Judged]:
    """Each true row with its partner and what is right in it.

    Args:
        gold: the true rows.
        found: the rows of the reading.
        everyone: the names of each entity of the reading.
    """
    partners = match(gold, found)

    def right(one: int, other: int) -> dict[str, bool]:
        true, row = gold[one], found[other]
        parent = partners.get(true.parent) if true.parent is not None else None
        return {
            "mode": true.mode == row.mode,
            "source": is_same(true.source, row.source),
            "act": true.act == row.act,
            "stance": true.stance == row.stance,
            "via": _is_same_way(true, row),
            "parent": row.parent == parent and (true.parent is None) == (row.parent is None),
            "who": is_meant(true.names, row.names, everyone),
        }

    return [
        Judged(one, partners.get(one), right(one, partners[one]) if one in partners else {}) for one in range(len(gold))
    ]


def is_taken(words: Words, stretch: Span, found: Sequence[Told]) -> bool:
    """Whether marks that quote nobody are taken for speech.

    That is so where a content lies in them, or where a row that is said to hold quoted words has no others.
    """
    inside = words.of([stretch])
    return any(
        bool(row.content) and (row.content <= inside or (row.mode != "indirect" and _is_only_quote(words, row, inside)))
        for row in found
    )


def _is_only_quote(words: Words, row: Told, inside: Numbers) -> bool:
    quoted = row.content & words.quoted
    return bool(quoted) and quoted <= inside
