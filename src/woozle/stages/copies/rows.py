"""Rows between the verbs of the copies step; none of them is a table of the record."""

from dataclasses import dataclass

from woozle.model.records import Passage
from woozle.model.values import Published, Reason


@dataclass(frozen=True, slots=True)
class Print:
    """A winnowed print of a document, and its first word's place."""

    document_id: str
    hash: int
    position: int


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a document that begins a stretch which its outlet prints again and again."""

    document_id: str
    position: int


@dataclass(frozen=True, slots=True)
class Stock:
    """The places of a document's stock prints."""

    document_id: str
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two documents that are worth comparing, the smaller id left."""

    left_id: str
    right_id: str


@dataclass(frozen=True, slots=True)
class Member:
    """A document in the group of documents that are compared with ``group_id``, which is its first member."""

    group_id: str
    is_other: bool
    document_id: str
    text: str
    outlet: str | None
    publisher_group: str | None
    published: Published | None
    stock: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordRange:
    """Words of a child that it shares with a parent, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tie:
    """What connects two documents: their passages, and a derivation as far as the two alone can tell.

    Attributes:
        left_id: the earlier or parent side as far as known, else the smaller id; `right_id` the other.
        passages: shared passages, left side from ``left_id``.
        kind: kind of the derivation of right from left, "" where there is none.
        direction: known, likely or unknown.
        is_credited: the right text names the left's outlet.
        score: share of the right document's words that are the left's.
        shared: words of the right document that stand in the left one.
        reasons: of the derivation.
    """

    left_id: str
    right_id: str
    passages: tuple[Passage, ...]
    kind: str
    direction: str
    is_credited: bool
    score: float
    shared: tuple[WordRange, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A document credits somebody for its copy who may be outside of the pile."""

    document_id: str
    name: str
    words: str
