"""Two statements side by side: what is needed to compare them, in one flat row."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from woozle.stages.cluster import figures

#: Stands between the words of a text that holds several.
SEPARATOR = "\x1f"
#: Texts, and pairs of them, of which the answer is kept: each wording stands in dozens of pairs.
_KEPT = 1 << 15


@lru_cache(_KEPT)
def listed(text: str) -> tuple[str, ...]:
    """What a text holds, in its order."""
    return tuple(text.split(SEPARATOR)) if text else ()


@lru_cache(_KEPT)
def held(text: str) -> frozenset[str]:
    """What a text holds."""
    return frozenset(listed(text))


@lru_cache(_KEPT)
def _contrasts(left: str, right: str) -> "Figures":
    one, other = listed(left), listed(right)
    return Figures(
        figures.clash_of_figures(one, other),
        figures.is_plain_clash(one, other),
        figures.is_likely_clash(one, other),
        figures.are_other_fates(one, other),
        figures.are_plainly_other_fates(one, other),
    )


@lru_cache(_KEPT)
def _clash_of_times(left: str, right: str) -> bool:
    return figures.clash_of_times(listed(left), listed(right))


@dataclass(frozen=True, slots=True)
class Figures:
    """How the figures of two statements stand to each other; see the functions of `figures` of like names."""

    is_clash: bool = False
    is_plain_clash: bool = False
    is_likely_clash: bool = False
    are_other_fates: bool = False
    are_plainly_other_fates: bool = False


_NO_FIGURES = Figures()


@dataclass(frozen=True)
class Pair:
    """Two wordings side by side, by number, as two statements have them; see `Statement` for the fields.

    Only what all statements of a wording have in common stands here, and how the two met. Words, figures, times and
    verbs are texts with `SEPARATOR` between: a text is handed to a function in a tenth of the time of a list.

    ``shared``: weight of the words that both have, in hundredths; ``shared_near``: of words that one has and that
    stand around the other; ``shared_around``: of words that stand around both; ``overlap``: per thousand, how far both
    take up the same part of a passage; ``is_kin``: one's report was made from the other's; ``meaning``: how alike they
    are in meaning, in thousandths, or None.
    """

    left_wording: int
    right_wording: int
    left_words: str
    right_words: str
    left_figures: str
    right_figures: str
    left_times: str
    right_times: str
    left_negated: bool
    right_negated: bool
    left_denied: bool
    right_denied: bool
    left_voice: str | None
    right_voice: str | None
    left_retracts: bool
    right_retracts: bool
    left_verbs: str
    right_verbs: str
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
        return tuple(sorted(held(self.left_words) & held(self.right_words)))

    @property
    def is_one_voice(self) -> bool:
        """Whether one and the same says both."""
        return self.left_voice is not None and self.left_voice == self.right_voice

    @property
    def figures(self) -> Figures:
        """How their figures stand to each other."""
        if not self.left_figures or not self.right_figures:
            return _NO_FIGURES
        return _contrasts(self.left_figures, self.right_figures)

    @property
    def is_clash_of_times(self) -> bool:
        """See `figures.clash_of_times`."""
        return bool(self.left_times and self.right_times) and _clash_of_times(self.left_times, self.right_times)

    @property
    def mutual(self) -> int:
        """Per cent of all words of both, by weight, that both share."""
        return 200 * self.shared // max(1, self.left_total + self.right_total)
