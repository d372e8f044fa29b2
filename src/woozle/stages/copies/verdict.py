"""How one report came from another, as far as the two can tell: the form in which all rules of the room answer."""

from dataclasses import dataclass

from woozle.model.values import Reason
from woozle.stages.copies.pairs import Report
from woozle.stages.copies.retelling import Retold, Told


@dataclass(frozen=True, slots=True)
class Story:
    """A report, and the same by its terms; how many documents the pile has, and how many its outlet has there."""

    report: Report
    told: Told
    n_pile: int
    n_outlet: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a child came from a parent; ``kind`` "" where nothing shows that it did.

    Attributes:
        kind: kind of the derivation.
        score: share of the child's words, or of its rare terms, that are the parent's.
        weight: how much the terms near a credit, or the words of a speaker, have in common.
        credit: the parent's outlet where the child names it, or its own earlier report, near what both tell; else "".
        reasons: why.
        retold: sentences told again.
        is_named: the reader learns, at least roughly, where it comes from.
    """

    kind: str
    score: float
    weight: float
    credit: str
    reasons: tuple[Reason, ...]
    retold: tuple[Retold, ...]
    is_named: bool = False


NOTHING = Verdict("", 0.0, 0.0, "", (), ())
