"""How likely two statements say the same: log-odds out of their words, figures, names, voices and meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from woozle.stages.cluster.figures import are_other_fates, clash_of_figures, clash_of_times
from woozle.stages.cluster.sides import Pair
from woozle.stages.cluster.statements import NEGATED

#: Weight of a statement's words, in hundredths, from which sharing all of them counts in full.
LEAST_CONTENT = 150


def features(row: Pair) -> dict[str, int]:
    """What speaks for and against two statements being the same, in thousandths; flags are 0 or 1000."""
    small, large = sorted((row.left_total, row.right_total))
    both = row.shared_words
    one_voice = row.left_voice is not None and row.left_voice == row.right_voice
    flags = {
        "one voice": one_voice,
        "two voices": row.left_voice is not None and row.right_voice is not None and not one_voice,
        "no voice": row.left_voice is None and row.right_voice is None,
        "kin": row.is_kin,
        "verb": bool(set(row.left_verbs) & set(row.right_verbs)),
        "figure clash": clash_of_figures(row.left_figures, row.right_figures),
        "other fates": are_other_fates(row.left_figures, row.right_figures),
        "time clash": clash_of_times(row.left_times, row.right_times),
        "denied": row.left_denied != row.right_denied,
        "negated": row.left_negated != row.right_negated,
        "one report": row.is_one_report,
    }
    return {name: 1000 * flag for name, flag in flags.items()} | {
        "meaning": row.meaning or 0,
        "contained": min(1000, 1000 * row.shared // max(small, LEAST_CONTENT)),
        "mutual": min(1000, 2000 * row.shared // max(small + large, 2 * LEAST_CONTENT)),
        "near": min(2000, 10 * row.shared_near),
        "words": 1000 * min(3, sum(word[0] not in "#~@$" and word != NEGATED for word in both)),
        "figures": 1000 * min(2, sum(word[0] in "#~" for word in both)),
        "names": 1000 * min(3, sum(word[0] == "@" for word in both)),
        "passage": row.overlap,
    }


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


def odds_of(row: Pair) -> int:
    """Hundredths of log-odds (natural) that two statements say the same; 0 is even."""
    weights = WORDS_ALONE if row.meaning is None else WITH_MEANING
    found = features(row)
    return weights[""] + sum(weights.get(name, 0) * value for name, value in found.items() if value) // 1000
