"""Conflicts: two claims on one matter that cannot both hold, with the words that show it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.ids import row_id
from woozle.model.records import Conflict
from woozle.model.values import Reason
from woozle.stages.cluster.odds import likelihood
from woozle.stages.cluster.strengths import STRENGTHS


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that clash, and the claims they belong to."""

    left_claim_id: str
    right_claim_id: str
    kind: str
    score: int
    words: str
    left_id: str
    right_id: str


_WHY = {
    "figure": "both count the same thing, and the figures do not meet",
    "denial": "one says of the matter what the other denies",
    "retraction": "one takes back what the other says",
    STRENGTHS: "both say how strong one body is, each in figures of its own",
    "time": "both tell the same thing of times that do not meet",
}


def conflict(rows: Sequence[Clash]) -> Iterable[Conflict]:
    """The conflict between two claims: of the kind that most pairs of their statements show.

    Its reason weighs how likely the two statements are of one matter, with what keeps them apart held against them.
    """
    counts = Counter(row.kind for row in rows)
    kind = min(counts, key=lambda name: (-counts[name], name))
    best = min((row for row in rows if row.kind == kind), key=lambda row: (-row.score, row.left_id, row.right_id))
    first = rows[0]
    yield Conflict(
        row_id("conflict", first.left_claim_id, first.right_claim_id),
        first.left_claim_id,
        first.right_claim_id,
        "figure" if kind == STRENGTHS else kind,
        (Reason(_WHY[kind], best.words, likelihood(best.score) / 1000),),
    )
