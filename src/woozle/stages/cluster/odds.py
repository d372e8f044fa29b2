"""How likely two statements say the same: log-odds out of their words, figures, names, voices and meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from woozle.stages.cluster.figures import clash_of_figures, clash_of_times
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
        "time clash": clash_of_times(row.left_times, row.right_times),
        "denied": row.left_denied != row.right_denied,
        "negated": row.left_negated != row.right_negated,
        "one report": row.left_document == row.right_document,
    }
    return {name: 1000 * flag for name, flag in flags.items()} | {
        "meaning": row.meaning or 0,
        "contained": min(1000, 1000 * row.shared // max(small, LEAST_CONTENT)),
        "mutual": min(1000, 2000 * row.shared // max(small + large, 2 * LEAST_CONTENT)),
        "near": min(2000, 10 * row.shared_near),
        "words": 1000 * min(3, sum(word[0] not in "#~@" and word != NEGATED for word in both)),
        "figures": 1000 * min(2, sum(word[0] in "#~" for word in both)),
        "names": 1000 * min(3, sum(word[0] == "@" for word in both)),
        "passage": row.overlap,
    }


#: Hundredths of log-odds for each feature at 1000, by logistic regression over pairs of seven invented stories.
#: Pairs of a statement in a marked claim with one in none count against it, half: reports are full of background.
WITH_MEANING: Mapping[str, int] = MappingProxyType(
    {
        "": -797,
        "one voice": 87,
        "two voices": 15,
        "no voice": 27,
        "kin": 33,
        "verb": 24,
        "figure clash": -154,
        "time clash": -119,
        "denied": -61,
        "negated": -26,
        "meaning": 990,
        "contained": 116,
        "mutual": -95,
        "near": 59,
        "words": 41,
        "figures": 114,
        "names": 65,
        "passage": 197,
    }
)
#: The same where no meaning is known: piles too large to hold every statement against every other.
WORDS_ALONE: Mapping[str, int] = MappingProxyType(
    {
        "": -449,
        "one voice": 120,
        "two voices": 32,
        "no voice": 23,
        "kin": 65,
        "verb": 42,
        "figure clash": -184,
        "time clash": -46,
        "denied": -101,
        "negated": -55,
        "contained": 134,
        "mutual": 337,
        "near": 67,
        "words": 47,
        "figures": 133,
        "names": 71,
        "passage": 278,
    }
)


def odds_of(row: Pair) -> int:
    """Hundredths of log-odds (natural) that two statements say the same; 0 is even."""
    weights = WORDS_ALONE if row.meaning is None else WITH_MEANING
    found = features(row)
    return weights[""] + sum(weights.get(name, 0) * value for name, value in found.items()) // 1000
