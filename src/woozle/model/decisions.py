"""The data model of judging: what people decided about rows of the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: What each kind of row can be judged to be. ``undo`` is no verdict of its own: it takes others back.
VERDICTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "entity": ("same", "different", "split", "accept", "unsure"),
        "claim": ("same", "different", "split", "accept", "unsure"),
        "copy": ("accept", "reject", "unsure"),
        "origin": ("same", "different", "accept", "reject", "unsure"),
        "attribution": ("accept", "reject", "unsure"),
    }
)
KINDS = tuple(VERDICTS)
UNDO = "undo"
#: The table that the keys of a decision of each kind belong to.
KEYS_OF: Mapping[str, str] = MappingProxyType(
    {
        "entity": "mentions",
        "claim": "assertions",
        "origin": "assertions",
        "copy": "documents",
        "attribution": "attributions",
    }
)


@dataclass(frozen=True, slots=True)
class Ruled:
    """One thing decided, before it stands in the journal; see `Decision` for the fields."""

    kind: str
    verdict: str
    subject_ids: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement; never edited, never deleted, and stronger than any score.

    Attributes:
        id: hashes its place in the journal and what it says.
        number: its place among all decisions of the case, from 1.
        batch_id: equal for all that was decided in one go; an undo takes back the whole of it.
        kind: what is judged: entity, claim, copy, origin, attribution.
        verdict: same, different, split, unsure, accept, reject; ``undo`` for one that takes others back. Of a split the
            first key stands for what stays, the others are what is taken out.
        subject_ids: the rows as they were shown to the person; of an undo, the decisions that it takes back.
        keys: what stays when rows are grouped anew, side by side with `subject_ids` where there are two or more of
            these: mentions of an entity, assertions of a claim or an origin, the documents of a copy (child, parent),
            the attribution itself.
        who: the name that the person gave.
        at: when, ISO 8601 in UTC.
        why: in the person's words; may be empty.
        undone_by: the undo that took it back, or None.
        superseded_by: a later decision that says otherwise of the same, or None.
        stale: it stands in the journal and nothing in the record follows from it.
        stale_why: why, in a sentence; None where it is not stale.
    """

    id: str
    number: int
    batch_id: str
    kind: str
    verdict: str
    subject_ids: tuple[str, ...]
    keys: tuple[str, ...]
    who: str
    at: str
    why: str
    undone_by: str | None = None
    superseded_by: str | None = None
    stale: bool = False
    stale_why: str | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether anything may follow from it."""
        return self.verdict != UNDO and self.undone_by is None and self.superseded_by is None
