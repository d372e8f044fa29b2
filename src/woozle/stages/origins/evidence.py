"""All that bears on one claim: its assertions with their voices, the words they share, and who was made from whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

from woozle.model.values import Reason
from woozle.stages.origins.said import Said


@dataclass(frozen=True, slots=True)
class Voiced:
    """A claim's assertion: `Said`, with the body that its source speaks for, if any.

    ``voice``: equal for assertions of one voice behind the claim; empty until all members of the claim are known.
    ``likely``: thousandths of being sure that it says what the claim says.
    """

    claim_id: str
    said: Said
    body_id: str | None
    body: str | None
    speaks: str | None
    voice: str
    likely: int

    @property
    def outlet(self) -> str:
        """Who published it, in words that fit a sentence."""
        return self.said.outlet or "a report whose outlet is not known"

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Earlier reports first, undated ones last."""
        return (self.said.day or "9999", self.said.document_id, self.said.start, self.said.id)


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Two assertions of a claim that take up the same part of a passage."""

    claim_id: str
    id: str
    left_id: str
    right_id: str
    passage: str


@dataclass(frozen=True, slots=True)
class Descent:
    """A document of the claim made from another document of the claim."""

    claim_id: str
    id: str
    child: str
    parent: str
    kind: str
    direction: str
    credited: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided about the claim's evidence.

    ``keys``: the claim's assertions that it speaks of; of a rejected copy its two documents.
    """

    claim_id: str
    id: str
    number: int
    kind: str
    verdict: str
    keys: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Item:
    """One row that bears on a claim: exactly one of the fields behind ``id`` is not None."""

    claim_id: str
    id: str
    voiced: Voiced | None
    words: SharedWords | None
    descent: Descent | None
    ruling: Ruling | None


@dataclass(frozen=True, slots=True)
class Case:
    """One claim with its evidence. ``members``: earliest first. ``descents``: by (child, parent) document.

    ``rulings``: what people decided about it, in the order of the journal.
    """

    claim_id: str
    members: tuple[Voiced, ...]
    words: tuple[SharedWords, ...]
    descents: dict[tuple[str, str], Descent] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()


def _item_query(field: str, key: str) -> str:
    names = [each.name for each in fields(Item)][2:]
    others = ", ".join(f"{'r' if name == field else 'NULL'} AS {name}" for name in names)
    return f"SELECT r.claim_id AS claim_id, {key} AS id, {others} FROM rows r"


#: Queries for `Item` rows over ``rows`` of one kind, by the field that holds them.
ITEM_QUERIES: Mapping[str, str] = MappingProxyType(
    {"voiced": _item_query("voiced", "r.said.id")}
    | {name: _item_query(name, "r.id") for name in ("words", "descent", "ruling")}
)
