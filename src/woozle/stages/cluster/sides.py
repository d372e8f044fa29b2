"""Two statements side by side: what is needed to compare them, in one flat row."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Pair:
    """Two wordings side by side, by number, as two statements have them; see `Statement` for the fields.

    Only what all statements of a wording have in common stands here, and how the two met.

    ``shared``: weight of the words that both have, in hundredths; ``shared_near``: of words that one has and that
    stand around the other; ``shared_around``: of words that stand around both; ``overlap``: per thousand, how far both
    take up the same part of a passage; ``is_kin``: one's report was made from the other's; ``meaning``: how alike they
    are in meaning, in thousandths, or None.
    """

    left_wording: int
    right_wording: int
    left_words: tuple[str, ...]
    right_words: tuple[str, ...]
    left_figures: tuple[str, ...]
    right_figures: tuple[str, ...]
    left_times: tuple[str, ...]
    right_times: tuple[str, ...]
    left_negated: bool
    right_negated: bool
    left_denied: bool
    right_denied: bool
    left_voice: str | None
    right_voice: str | None
    left_retracts: bool
    right_retracts: bool
    left_verbs: tuple[str, ...]
    right_verbs: tuple[str, ...]
    left_total: int
    right_total: int
    shared: int
    shared_near: int
    shared_around: int
    overlap: int
    passage: str | None
    is_kin: bool
    is_one_report: bool
    meaning: int | None

    @cached_property
    def shared_words(self) -> tuple[str, ...]:
        """What stands in both, sorted."""
        return tuple(sorted(set(self.left_words) & set(self.right_words)))

    @property
    def mutual(self) -> int:
        """Per cent of all words of both, by weight, that both share."""
        return 200 * self.shared // max(1, self.left_total + self.right_total)
