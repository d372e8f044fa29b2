"""Rows between the verbs of the copies step; none of them is a table of the record."""

from dataclasses import dataclass

from woozle.model.records import Derivation, Passage
from woozle.model.values import Published, Reason
from woozle.stages.copies.pairs import Shared


@dataclass(frozen=True, slots=True)
class Printed:
    """The winnowed prints of a document, each hash once: where it first stands, and what is around it there."""

    document_id: str
    hashes: tuple[int, ...]
    positions: tuple[int, ...]
    around: tuple[int, ...]


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
class Terms:
    """The content words of a document, each once, sorted; one row, as they are many."""

    document_id: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RareTerm:
    """A content word of a document that not too many documents of the pile have: in how many, of how many."""

    document_id: str
    term: str
    n_documents: int
    n_pile: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What the pile says about a document: its known terms, and in how many documents each of them stands."""

    document_id: str
    terms: tuple[str, ...]
    counts: tuple[int, ...]
    n_pile: int


@dataclass(frozen=True, slots=True)
class Called:
    """``name`` stands in a document, or is what its outlet or author is called (``is_alias``); folded.

    The days that a document looks back on are names, too; they begin with a sign.
    """

    document_id: str
    name: str
    is_alias: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two documents that are worth comparing, the smaller id left."""

    left_id: str
    right_id: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A document in the group of those that are compared with the document ``group_id``, which is its first member."""

    group_id: str
    is_other: bool
    document_id: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A member of a group with its terms, which say how near it is to the first; see `Profile`."""

    group_id: str
    is_other: bool
    document_id: str
    terms: tuple[str, ...]
    counts: tuple[int, ...]
    n_pile: int


@dataclass(frozen=True, slots=True)
class Near:
    """A member of a group that shares enough with the first to be one that tells it again in other words."""

    group_id: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Sided:
    """What is read of a member to find what it shares with the first of its group; see `Member`."""

    group_id: str
    is_other: bool
    document_id: str
    text: str
    outlet: str | None
    publisher_group: str | None
    published: Published | None
    stock: tuple[int, ...]
    is_near: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """What a member of a group shares with the first, which is the left side; without a row it shares nothing."""

    group_id: str
    document_id: str
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group with all that its comparison with the first reads.

    ``is_near``: it may tell the first again in other words; ``shared``: what both share, where that was found before.
    """

    group_id: str
    is_other: bool
    document_id: str
    text: str
    outlet: str | None
    publisher_group: str | None
    authors: tuple[str, ...]
    published: Published | None
    terms: tuple[str, ...]
    counts: tuple[int, ...]
    n_pile: int
    n_outlet: int
    stock: tuple[int, ...]
    is_near: bool
    shared: tuple[Shared, ...]


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
        came_out: when the left one came out, ISO; "9999" where that is not known.
        passages: shared passages, left side from ``left_id``.
        kind: kind of the derivation of right from left, "" where there is none.
        direction: known, likely or unknown.
        is_credited: a reader of the right text learns whose it is, or both have one outlet.
        credit: the outlet that the right text credits near what both tell, else "".
        score: share of the right document's words, or of its rare terms, that are the left's.
        weight: how much the terms near a credit have in common.
        shared: words of the right document that were copied from the left one or tell it word by word, else quoted.
        named: words of the right document that name the left one's outlet or author.
        reasons: of the derivation.
        retold: passages of sentences told in other words; they count where the derivation does.
    """

    left_id: str
    left_outlet: str | None
    came_out: str
    right_id: str
    passages: tuple[Passage, ...]
    kind: str
    direction: str
    is_credited: bool
    credit: str
    score: float
    weight: float
    shared: tuple[WordRange, ...]
    named: tuple[WordRange, ...]
    reasons: tuple[Reason, ...]
    retold: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What one child was made from, and the passages of sentences told again that go with it."""

    child_id: str
    derivations: tuple[Derivation, ...]
    retold: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A document credits somebody for its copy who may be outside of the pile."""

    document_id: str
    name: str
    folded: str
    words: str
    form: str
    start: int
    end: int
