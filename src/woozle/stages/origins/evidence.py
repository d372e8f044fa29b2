"""All that bears on one claim: its assertions with their voices, the words they share, and who was made from whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from woozle.stages.origins.said import Said


@dataclass(frozen=True, slots=True)
class Voiced:
    """A claim's assertion: `Said`, with the body that its source speaks for, if any."""

    claim_id: str
    said: Said
    body_id: str | None
    body: str | None
    speaks: str | None

    @property
    def voice(self) -> str:
        """What makes two assertions one voice; the unnamed are told apart by house and description."""
        row = self.said
        if row.kind == "own_reporting":
            return f"own:{row.house}"
        if row.entity_id is not None:
            return f"entity:{self.body_id or row.entity_id}"
        if row.kind == "anonymous" and not row.is_vague:
            return f"unnamed:{row.house}:{' '.join(row.source.casefold().split())}"
        return f"vague:{row.house}"

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
class Item:
    """One row that bears on a claim: exactly one of the fields behind ``id`` is not None."""

    claim_id: str
    id: str
    voiced: Voiced | None
    words: SharedWords | None
    descent: Descent | None


@dataclass(frozen=True, slots=True)
class Case:
    """One claim with its evidence. ``members``: earliest first. ``descents``: by (child, parent) document."""

    claim_id: str
    members: tuple[Voiced, ...]
    words: tuple[SharedWords, ...]
    descents: dict[tuple[str, str], Descent] = field(default_factory=dict)

    def of_document(self, document_id: str) -> Iterable[Voiced]:
        """The claim's assertions in one report, in text order."""
        return (row for row in self.members if row.said.document_id == document_id)


def items(rows: Sequence[Any]) -> Iterable[Item]:
    """Each row as an item of its claim."""
    for row in rows:
        yield Item(
            row.claim_id,
            row.said.id if isinstance(row, Voiced) else row.id,
            row if isinstance(row, Voiced) else None,
            row if isinstance(row, SharedWords) else None,
            row if isinstance(row, Descent) else None,
        )


def case_of(rows: Sequence[Item]) -> Case:
    """The items of one claim put together."""
    members = sorted((row.voiced for row in rows if row.voiced), key=lambda row: row.order)
    words = sorted((row.words for row in rows if row.words), key=lambda row: (row.left_id, row.right_id))
    descents = sorted((row.descent for row in rows if row.descent), key=lambda row: (row.child, row.parent, row.id))
    return Case(rows[0].claim_id, tuple(members), tuple(words), {(row.child, row.parent): row for row in descents})
