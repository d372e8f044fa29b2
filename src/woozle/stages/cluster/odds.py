"""How likely two statements say the same: log-odds out of their words, figures, names, voices and meaning."""

from collections.abc import Mapping
from math import exp
from operator import mul
from types import MappingProxyType

from woozle.stages.cluster.sides import Pair, held
from woozle.stages.cluster.statements import NEGATED

#: Weight of a statement's words, in hundredths, from which sharing all of them counts in full.
LEAST_CONTENT = 150


def features(row: Pair) -> tuple[int, ...]:
    """What speaks for and against two statements being the same, in thousandths, in the order of `FEATURES`."""
    small, large = sorted((row.left_total, row.right_total))
    is_one_voice, figures = row.is_one_voice, row.figures
    return (
        1000 * is_one_voice,
        1000 * (row.left_voice is not None and row.right_voice is not None and not is_one_voice),
        1000 * (row.left_voice is None and row.right_voice is None),
        1000 * row.is_kin,
        1000 * (not held(row.left_verbs).isdisjoint(held(row.right_verbs))),
        1000 * figures.is_clash,
        1000 * figures.are_other_fates,
        1000 * row.is_clash_of_times,
        1000 * (row.left_denied != row.right_denied),
        1000 * (row.left_negated != row.right_negated),
        1000 * row.is_one_report,
        row.meaning or 0,
        min(1000, 1000 * row.shared // max(small, LEAST_CONTENT)),
        min(1000, 2000 * row.shared // max(small + large, 2 * LEAST_CONTENT)),
        min(2000, 10 * row.shared_near),
        *_counts(row),
        row.overlap,
    )


def _counts(row: Pair) -> tuple[int, int, int]:
    """Words, figures and names that both have, in thousands: a few at most."""
    n_words = n_figures = n_names = 0
    for word in row.shared_words:
        head = word[0]
        if head in "#~":
            n_figures += 1
        elif head == "@":
            n_names += 1
        elif head != "$" and word != NEGATED:
            n_words += 1
    return 1000 * min(3, n_words), 1000 * min(2, n_figures), 1000 * min(3, n_names)


#: The names of the features; flags are 0 or 1000.
FEATURES = (
    "one voice",
    "two voices",
    "no voice",
    "kin",
    "verb",
    "figure clash",
    "other fates",
    "time clash",
    "denied",
    "negated",
    "one report",
    "meaning",
    "contained",
    "mutual",
    "near",
    "words",
    "figures",
    "names",
    "passage",
)


#: Hundredths of log-odds for each feature at 1000, by logistic regression over pairs of seven invented stories.
#: Pairs of a statement in a marked claim with one in none count against it, half: reports are full of background.
WITH_MEANING: Mapping[str, int] = MappingProxyType(
    {
        "": -525,
        "one voice": 64,
        "two voices": 17,
        "no voice": 31,
        "kin": 39,
        "verb": 26,
        "figure clash": -165,
        "other fates": -43,
        "time clash": -62,
        "denied": -94,
        "negated": -6,
        "one report": -14,
        "contained": 55,
        "near": 63,
        "words": 46,
        "figures": 105,
        "names": 89,
        "passage": 51,
        "meaning": 702,
    }
)
#: The same where no meaning is known: piles too large to hold every statement against every other.
WORDS_ALONE: Mapping[str, int] = MappingProxyType(
    {
        "": -451,
        "one voice": 121,
        "two voices": 37,
        "no voice": 16,
        "kin": 66,
        "verb": 49,
        "figure clash": -209,
        "other fates": -70,
        "time clash": -44,
        "denied": -98,
        "negated": -55,
        "one report": -37,
        "contained": 135,
        "mutual": 305,
        "near": 66,
        "words": 54,
        "figures": 147,
        "names": 75,
        "passage": 278,
    }
)


_IN_ORDER = tuple(
    (weights[""], tuple(weights.get(name, 0) for name in FEATURES)) for weights in (WITH_MEANING, WORDS_ALONE)
)


def odds_of(row: Pair) -> int:
    """Hundredths of log-odds (natural) that two statements say the same; 0 is even."""
    base, weights = _IN_ORDER[row.meaning is None]
    total: int = sum(map(mul, weights, features(row)))
    return base + total // 1000


def likelihood(score: int) -> int:
    """Thousandths, for hundredths of log-odds."""
    return round(1000 / (1 + exp(-score / 100)))
